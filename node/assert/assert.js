// node/assert/assert.js - the module assert.
const argumentType = binding.argumentType;
const inspect = binding.inspect;
const comparisons = require('comparisons');

// ---------------------------------------------------------------------------------------------------- messages

function show(value) {
  return inspect(value, {
    compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false,
    breakLength: Infinity, sorted: true, getters: true,
  });
}

// The lines of a and b with what both have in common, by the longest common subsequence.
function differingLines(a, b) {
  const lengths = [];
  for (let i = a.length; i >= 0; i--) {
    lengths[i] = [];
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length || j === b.length) lengths[i][j] = 0;
      else if (a[i] === b[j]) lengths[i][j] = lengths[i + 1][j + 1] + 1;
      else lengths[i][j] = Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push('  ' + a[i]);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || lengths[i + 1][j] >= lengths[i][j + 1])) {
      lines.push('+ ' + a[i++]);
    } else {
      lines.push('- ' + b[j++]);
    }
  }
  return lines;
}

function withoutCommas(lines) {
  return lines.map((line) => (line[line.length - 1] === ',' ? line.slice(0, -1) : line));
}

function indentation(line) {
  let i = 2;
  while (line[i] === ' ') i++;
  return i;
}

function endsWithOneOf(line, characters) {
  return characters.indexOf(line[line.length - 1]) >= 0;
}

// Puts commas back where the line is followed by another on its level.
function difference(actual, expected) {
  const a = show(actual).split('\n');
  const b = show(expected).split('\n');
  const lines = differingLines(withoutCommas(a), withoutCommas(b));
  for (let i = 0; i + 1 < lines.length; i++) {
    let next = i + 1;
    while (next < lines.length && lines[next][0] !== ' ' && lines[i][0] !== ' ' && lines[next][0] !== lines[i][0]) next++;
    if (next < lines.length && indentation(lines[next]) === indentation(lines[i]) && !endsWithOneOf(lines[next], ']})') &&
        !endsWithOneOf(lines[i], '[{(')) {
      lines[i] += ',';
    }
  }
  return lines.join('\n');
}

function isPrimitive(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function strictMessage(actual, expected) {
  const a = show(actual);
  const b = show(expected);
  if (isPrimitive(actual) && isPrimitive(expected)) {
    return 'Expected values to be strictly equal:\n\n' + a + ' !== ' + b + '\n';
  }
  if (a === b) return 'Values have same structure but are not reference-equal:\n\n' + a + '\n';
  return 'Expected values to be strictly equal:\n+ actual - expected\n\n' + difference(actual, expected);
}

function generate(operator, actual, expected) {
  switch (operator) {
    case 'strictEqual':
      return strictMessage(actual, expected);
    case 'deepStrictEqual':
      if (isPrimitive(actual) && isPrimitive(expected) && (show(actual) + show(expected)).length <= 12) {
        return 'Expected values to be strictly deep-equal:\n\n' + show(actual) + ' !== ' + show(expected) + '\n';
      }
      return 'Expected values to be strictly deep-equal:\n+ actual - expected\n\n' + difference(actual, expected);
    case 'deepEqual':
      return 'Expected values to be loosely deep-equal:\n\n' + show(actual) + '\n\nshould loosely deep-equal\n\n' + show(expected);
    case 'notStrictEqual':
      return 'Expected "actual" to be strictly unequal to: ' + show(expected);
    case 'notDeepStrictEqual':
      return 'Expected "actual" not to be strictly deep-equal to:\n\n' + show(actual) + '\n';
    case 'notDeepEqual':
      return 'Expected "actual" not to be loosely deep-equal to:\n\n' + show(actual);
    case 'fail':
      return 'Failed';
    default:
      return inspect(actual) + ' ' + operator + ' ' + inspect(expected);
  }
}

// ---------------------------------------------------------------------------------------------------- AssertionError

function AssertionError(options) {
  if (options === null || typeof options !== 'object') argumentType('options', 'of type object', options);
  const given = options.message !== undefined && options.message !== null;
  const message = given ? String(options.message) : generate(options.operator, options.actual, options.expected);
  const error = Reflect.construct(Error, [message], new.target || AssertionError);
  error.generatedMessage = !given;
  Object.defineProperty(error, 'name', {
    value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
  });
  Error.captureStackTrace(error, options.stackStartFn);
  void error.stack;  // its first line has this name
  Object.defineProperty(error, 'name', {value: 'AssertionError', enumerable: false, writable: true, configurable: true});
  error.code = 'ERR_ASSERTION';
  error.actual = options.actual;
  error.expected = options.expected;
  error.operator = options.operator;
  return error;
}

AssertionError.prototype = Object.create(Error.prototype, {
  constructor: {value: AssertionError, writable: true, configurable: true},
  toString: {
    value: function () {
      return this.name + ' [' + this.code + ']: ' + this.message;
    },
    writable: true, configurable: true,
  },
});
Object.setPrototypeOf(AssertionError, Error);

function fail(actual, expected, message, operator, start, generated) {
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    message: message, actual: actual, expected: expected, operator: operator, stackStartFn: start,
  });
  if (generated !== undefined) error.generatedMessage = generated;
  throw error;
}

// ---------------------------------------------------------------------------------------------------- assertions

function assertTruth(start, count, value, message) {
  if (value) return;
  if (count === 0) fail(value, true, 'No value argument passed to `assert.ok()`', '==', start, true);
  fail(value, true, message, '==', start);
}

function assert(value, message) {
  assertTruth(assert, arguments.length, value, message);
}

module.exports = assert;
assert.AssertionError = AssertionError;

assert.ok = function ok(value, message) {
  assertTruth(ok, arguments.length, value, message);
};

assert.fail = function (message) {
  fail(undefined, undefined, message, 'fail', assert.fail, message === undefined);
};

function requireTwo(count) {
  if (count < 2) {
    binding.throwError(TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
  }
}

// assert[name](actual, expected, message): the test must answer `wanted`
function define(name, operator, test, wanted) {
  const method = function (actual, expected, message) {
    requireTwo(arguments.length);
    if (test(actual, expected) !== wanted) fail(actual, expected, message, operator, method);
  };
  Object.defineProperty(method, 'name', {value: name});
  assert[name] = method;
}

const looselyEqual = (a, b) => a == b || (a !== a && b !== b);
define('equal', '==', looselyEqual, true);
define('notEqual', '!=', looselyEqual, false);
define('strictEqual', 'strictEqual', Object.is, true);
define('notStrictEqual', 'notStrictEqual', Object.is, false);
define('deepEqual', 'deepEqual', comparisons.isDeepEqual, true);
define('notDeepEqual', 'notDeepEqual', comparisons.isDeepEqual, false);
define('deepStrictEqual', 'deepStrictEqual', comparisons.isDeepStrictEqual, true);
define('notDeepStrictEqual', 'notDeepStrictEqual', comparisons.isDeepStrictEqual, false);

function assertMatch(text, regexp, message, wanted, operator, start) {
  if (!(regexp instanceof RegExp)) argumentType('regexp', 'an instance of RegExp', regexp);
  if (typeof text === 'string' && regexp.test(text) === wanted) return;
  const generated = message === undefined;
  if (generated) {
    message = typeof text !== 'string' ?
      'The "string" argument must be of type string. Received ' + inspect(text) :
      'The input ' + (wanted ? 'did not match the regular expression ' : 'was expected to not match the regular expression ') +
        inspect(regexp) + '. Input:\n\n' + inspect(text) + '\n';
  }
  fail(text, regexp, message, operator, start, generated);
}

assert.match = function match(text, regexp, message) {
  assertMatch(text, regexp, message, true, 'match', match);
};

assert.doesNotMatch = function doesNotMatch(text, regexp, message) {
  assertMatch(text, regexp, message, false, 'doesNotMatch', doesNotMatch);
};

assert.ifError = function ifError(value) {
  if (value === null || value === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof value === 'object' && typeof value.message === 'string') {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  fail(value, null, message, 'ifError', ifError, false);
};

// ---------------------------------------------------------------------------------------------------- exceptions

const NOTHING = {};

function caught(f) {
  if (typeof f !== 'function') argumentType('fn', 'of type function', f);
  try {
    f();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function expectedInstance(actual, expected, message, start) {
  const generated = message === undefined;
  if (generated) {
    message = 'The error is expected to be an instance of "' + expected.name + '". Received ';
    if (actual instanceof Error) {
      message += '"' + actual.name + '"\n\nError message:\n\n' + actual.message;
    } else {
      message += '"' + inspect(actual, {depth: -1}) + '"';
    }
  }
  fail(actual, expected, message, 'throws', start, generated);
}

// Every property of `expected` must be in `actual`; regular expressions match strings.
function compareProperties(actual, expected, message, start) {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  const shownActual = {};
  const shownExpected = {};
  let same = true;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const matches = typeof actual[key] === 'string' && expected[key] instanceof RegExp && expected[key].test(actual[key]);
    if (key in actual) shownActual[key] = actual[key];
    shownExpected[key] = matches ? actual[key] : expected[key];
    if (!matches && !(key in actual && comparisons.isDeepStrictEqual(actual[key], expected[key]))) same = false;
  }
  if (same) return;
  function Comparison(from) {
    Object.assign(this, from);
  }
  const generated = message === undefined;
  if (generated) message = generate('deepStrictEqual', new Comparison(shownActual), new Comparison(shownExpected));
  fail(actual, expected, message, 'throws', start, generated);
}

function checkException(actual, expected, message, start) {
  if (expected instanceof RegExp) {
    if (expected.test(String(actual))) return;
    const generated = message === undefined;
    if (generated) {
      message = 'The input did not match the regular expression ' + inspect(expected) + '. Input:\n\n' +
        inspect(String(actual)) + '\n';
    }
    fail(actual, expected, message, 'throws', start, generated);
  } else if (typeof expected !== 'function') {
    compareProperties(actual, expected, message, start);
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (expected === Error || Error.isPrototypeOf(expected)) {
    expectedInstance(actual, expected, message, start);
  } else if (expected.call({}, actual) !== true) {
    const name = expected.name ? '"' + expected.name + '" ' : '';
    fail(actual, expected, message === undefined ?
      'The ' + name + 'validation function is expected to return "true". Received ' + inspect(expected.call({}, actual)) +
        '\n\nCaught error:\n\n' + inspect(actual) : message, 'throws', start, message === undefined);
  }
}

assert.throws = function throws(f, expected, message) {
  const actual = caught(f);
  if (typeof expected === 'string') {
    const said = actual !== null && typeof actual === 'object' ? actual.message : actual;
    if (said === expected) {
      binding.throwError(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', 'The "error/message" argument is ambiguous. The error ' +
        (said === actual ? '' : 'message ') + '"' + expected + '" is identical to the message.');
    }
    message = expected;
    expected = undefined;
  }
  if (actual === NOTHING) {
    let text = 'Missing expected exception';
    if (expected && expected.name) text += ' (' + expected.name + ')';
    fail(undefined, expected, text + (message ? ': ' + message : '.'), 'throws', throws, false);
  }
  if (expected !== undefined) checkException(actual, expected, message, throws);
};

assert.doesNotThrow = function doesNotThrow(f, expected, message) {
  const actual = caught(f);
  if (actual === NOTHING) return;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (typeof expected === 'function' && !(actual instanceof expected)) throw actual;
  const text = 'Got unwanted exception' + (message ? ': ' + message : '.') + '\nActual message: "' + (actual && actual.message) + '"';
  fail(actual, expected, text, 'doesNotThrow', doesNotThrow, false);
};

// ---------------------------------------------------------------------------------------------------- strict

assert.strict = function strict(value, message) {
  assertTruth(strict, arguments.length, value, message);
};
Object.assign(assert.strict, assert, {
  equal: assert.strictEqual,
  notEqual: assert.notStrictEqual,
  deepEqual: assert.deepStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
