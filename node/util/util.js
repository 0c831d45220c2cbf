// node/util/util.js - the module util: inspect and format are in C; this gives it its shape.
const argumentType = binding.argumentType;
const kindOf = binding.kindOf;
const inspect = binding.inspect;
const elementsName = binding.elementsName;
const comparisons = require('comparisons');

exports.inspect = inspect;
exports.format = binding.format;
exports.formatWithOptions = binding.formatWithOptions;
exports.stripVTControlCharacters = binding.stripVTControlCharacters;
exports.isDeepStrictEqual = comparisons.isDeepStrictEqual;

exports.parseArgs = require('parse_args').parseArgs;
exports.TextEncoder = require('text_codec').TextEncoder;
exports.TextDecoder = require('text_codec').TextDecoder;

// -------------------------------------------------------------------------------------------------------- colours

// inspect looks up its styles and their colours here; what a program changes counts.
inspect.colors = Object.assign(Object.create(null), {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27],
  hidden: [8, 28], strikethrough: [9, 29], doubleunderline: [21, 24],
});
const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const capitalized = (name) => name[0].toUpperCase() + name.slice(1);

function addColours(first, end, name) {
  COLOURS.forEach((colour, i) => { inspect.colors[name(colour)] = [first + i, end]; });
}
addColours(30, 39, (colour) => colour);
addColours(40, 49, (colour) => 'bg' + capitalized(colour));
inspect.colors.framed = [51, 54];
inspect.colors.overlined = [53, 55];
addColours(90, 39, (colour) => (colour === 'black' ? 'gray' : colour + 'Bright'));
addColours(100, 49, (colour) => (colour === 'black' ? 'bgGray' : 'bg' + capitalized(colour) + 'Bright'));

const ALIASES = {
  gray: ['grey', 'blackBright'], bgGray: ['bgGrey', 'bgBlackBright'], dim: ['faint'],
  strikethrough: ['crossedout', 'strikeThrough', 'crossedOut'], hidden: ['conceal'], inverse: ['swapColors', 'swapcolors'],
  doubleunderline: ['doubleUnderline'],
};
Object.keys(ALIASES).forEach(function (name) {
  ALIASES[name].forEach(function (alias) {
    Object.defineProperty(inspect.colors, alias, {
      get: function () { return this[name]; },
      set: function (value) { this[name] = value; },
      configurable: true,
    });
  });
});

inspect.styles = Object.assign(Object.create(null), {
  special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green',
  symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
});

function colourCodes(name) {
  const codes = inspect.colors[name];
  if (codes === undefined) {
    const names = Object.keys(inspect.colors).map((key) => "'" + key + "'").join(', ');
    binding.argumentValue('format', 'must be one of: ' + names, name);
  }
  return codes;
}

// As node has it, no colours are written where they cannot be seen, unless FORCE_COLOR is set.
function showsColours(stream) {
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined) return ['', '1', 'true', '2', '3'].indexOf(forced) >= 0;
  return Boolean(stream && stream.isTTY) && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb';
}

// A single format looks at the stream; a list of them does not.
exports.styleText = function styleText(format, text, options = {}) {
  if (typeof text !== 'string') argumentType('text', 'of type string', text);
  const names = Array.isArray(format) ? format : [format];
  let begin = '', end = '';
  names.forEach(function (name) {
    const codes = colourCodes(name);
    begin += '\u001b[' + codes[0] + 'm';
    end = '\u001b[' + codes[1] + 'm' + end;
  });
  const stream = options.stream === undefined ? process.stdout : options.stream;
  if (names !== format && options.validateStream !== false && !showsColours(stream)) return text;
  return begin + text + end;
};

// ------------------------------------------------------------------------------------------------- errors of the system

function checkErrorNumber(error) {
  if (typeof error !== 'number') argumentType('err', 'of type number', error);
  if (error >= 0 || !Number.isSafeInteger(error)) binding.outOfRange('err', 'a negative integer', error);
}

exports.getSystemErrorName = function getSystemErrorName(error) {
  checkErrorNumber(error);
  return binding.systemErrorName(error);
};

exports.getSystemErrorMap = function getSystemErrorMap() { return new Map(binding.systemErrors()); };

exports.inherits = function inherits(constructor, parent) {
  if (constructor === undefined || constructor === null) argumentType('ctor', 'of type function', constructor);
  if (parent === undefined || parent === null) argumentType('superCtor', 'of type function', parent);
  if (parent.prototype === undefined) argumentType('superCtor.prototype', 'of type object', parent.prototype);
  Object.defineProperty(constructor, 'super_', {value: parent, writable: true, configurable: true});
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
};

exports._extend = function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  return Object.assign(target, source);
};

const deprecated = Object.create(null);

exports.deprecate = function deprecate(f, message, code) {
  let warned = false;
  function deprecatedFunction(...args) {
    if (!warned) {
      warned = true;
      if (code === undefined || !deprecated[code]) process.emitWarning(message, 'DeprecationWarning', code);
      if (code !== undefined) deprecated[code] = true;
    }
    return new.target ? Reflect.construct(f, args, new.target) : f.apply(this, args);
  }
  Object.setPrototypeOf(deprecatedFunction, f);
  if (f.prototype) deprecatedFunction.prototype = f.prototype;
  return deprecatedFunction;
};

// debuglog('section') prints on standard error when NODE_DEBUG names the section.
exports.debuglog = exports.debug = function debuglog(section) {
  const name = String(section).toUpperCase();
  const wanted = (process.env.NODE_DEBUG || '').toUpperCase().split(',').indexOf(name) >= 0;
  const log = function (...args) {
    if (wanted) console.error('%s %d: %s', name, process.pid, exports.format(...args));
  };
  log.enabled = wanted;
  return log;
};

exports.log = function log(...args) {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const now = new Date();
  const two = (n) => (n < 10 ? '0' + n : String(n));
  const time = [two(now.getHours()), two(now.getMinutes()), two(now.getSeconds())].join(':');
  console.log('%s - %s', now.getDate() + ' ' + months[now.getMonth()] + ' ' + time, exports.format(...args));
};

// Unpaired surrogates become U+FFFD.
exports.toUSVString = function toUSVString(value) {
  const text = `${value}`;
  let result = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    result += character.length === 1 && code >= 0xD800 && code <= 0xDFFF ? '\uFFFD' : character;
  }
  return result;
};

// ---------------------------------------------------------------------------------------------------- kinds of values

const kinds = {
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => elementsName(value) === 'Uint8Array' && require('buffer').Buffer.isBuffer(value),
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: (value) => kindOf(value) === 'regexp',
  isObject: (value) => value !== null && typeof value === 'object',
  isDate: (value) => kindOf(value) === 'date',
  isError: (value) => kindOf(value) === 'error' || value instanceof Error,
  isFunction: (value) => typeof value === 'function',
  isPrimitive: (value) => kindOf(value) === 'primitive',
};
Object.assign(exports, kinds);

const BOXED = ['number', 'string', 'boolean', 'symbol'];

exports.types = {
  isDate: kinds.isDate,
  isArgumentsObject: (value) => kindOf(value) === 'arguments',
  isBooleanObject: (value) => kindOf(value) === 'boolean',
  isNumberObject: (value) => kindOf(value) === 'number',
  isStringObject: (value) => kindOf(value) === 'string',
  isSymbolObject: (value) => kindOf(value) === 'symbol',
  isBoxedPrimitive: (value) => BOXED.indexOf(kindOf(value)) >= 0,
  isNativeError: (value) => kindOf(value) === 'error',
  isRegExp: kinds.isRegExp,
  isMap: (value) => kindOf(value) === 'map',
  isSet: (value) => kindOf(value) === 'set',
  isMapIterator: (value) => kindOf(value) === 'mapiterator',
  isSetIterator: (value) => kindOf(value) === 'setiterator',
  isWeakMap: (value) => kindOf(value) === 'weakmap',
  isWeakSet: (value) => kindOf(value) === 'weakset',
  isArrayBuffer: (value) => kindOf(value) === 'arraybuffer',
  isAnyArrayBuffer: (value) => kindOf(value) === 'arraybuffer',
  isSharedArrayBuffer: () => false,
  isArrayBufferView: ArrayBuffer.isView,
  isDataView: (value) => kindOf(value) === 'dataview',
  isTypedArray: (value) => kindOf(value) === 'typedarray',
};

['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64'].forEach((type) => {
  const name = type + 'Array';
  const test = (value) => elementsName(value) === name;
  Object.defineProperty(test, 'name', {value: 'is' + name});
  exports.types['is' + name] = test;
});
