// node/util/parse-args.js - util.parseArgs: command lines taken apart by a description of their options.
const argumentType = binding.argumentType;
const argumentValue = binding.argumentValue;
const throwError = binding.throwError;

const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const ownOr = (object, key, otherwise) => (own(object, key) ? object[key] : otherwise);

// ------------------------------------------------------------------------------------------------------ configuration

function mustBe(type, value, name) {
  if (typeof value !== type) argumentType(name, 'of type ' + type, value);
}

function checkDefault(option, name) {
  const value = option.default, type = option.type;
  if (!option.multiple) return mustBe(type, value, name);
  if (!Array.isArray(value)) argumentType(name, 'an instance of Array', value);
  value.forEach((item, i) => mustBe(type, item, name + '[' + i + ']'));
}

function checkOption(option, name) {
  const path = 'options.' + name;
  if (option === null || typeof option !== 'object') argumentType(path, 'of type object', option);
  const type = ownOr(option, 'type');
  if (type !== 'string' && type !== 'boolean') argumentType(path + '.type', "('string|boolean')", type);
  if (own(option, 'short')) {
    mustBe('string', option.short, path + '.short');
    if (option.short.length !== 1) argumentValue(path + '.short', 'must be a single character', option.short);
  }
  if (own(option, 'multiple')) mustBe('boolean', option.multiple, path + '.multiple');
  if (own(option, 'default') && option.default !== undefined) checkDefault(option, path + '.default');
}

// The arguments behind the script, or behind what -e or -p evaluates.
function mainArguments() {
  const evaluates = process.execArgv.some((flag) => /^(-[ep]|-pe|--eval|--print)/.test(flag));
  return process.argv.slice(evaluates ? 1 : 2);
}

function read(config) {
  const c = {
    args: ownOr(config, 'args') || mainArguments(), strict: ownOr(config, 'strict', true), options: ownOr(config, 'options', {}),
    tokens: ownOr(config, 'tokens', false),
  };
  c.allowPositionals = ownOr(config, 'allowPositionals', !c.strict);
  if (!Array.isArray(c.args)) argumentType('args', 'an instance of Array', c.args);
  mustBe('boolean', c.strict, 'strict');
  mustBe('boolean', c.allowPositionals, 'allowPositionals');
  mustBe('boolean', c.tokens, 'tokens');
  if (c.options === null || typeof c.options !== 'object' || Array.isArray(c.options)) {
    argumentType('options', 'of type object', c.options);
  }
  Object.keys(c.options).forEach((name) => checkOption(c.options[name], name));
  return c;
}

// ------------------------------------------------------------------------------------------------------ tokens

function longName(c, short) {
  return Object.keys(c.options).find((name) => c.options[name].short === short) || short;
}

function takesValue(c, name) { return own(c.options, name) && c.options[name].type === 'string'; }

function optionToken(name, rawName, index, value, inlineValue) {
  return {kind: 'option', name: name, rawName: rawName, index: index, value: value, inlineValue: inlineValue};
}

// -a, -abc, -avalue; returns the index of the last argument that was used
function shortOptions(c, argument, index, tokens) {
  for (let i = 1; i < argument.length; i++) {
    const name = longName(c, argument[i]), raw = '-' + argument[i];
    if (!takesValue(c, name)) {
      tokens.push(optionToken(name, raw, index));
    } else if (i + 1 < argument.length) {
      tokens.push(optionToken(name, raw, index, argument.slice(i + 1), true));
      return index;
    } else {
      return withNextValue(c, name, raw, index, tokens);
    }
  }
  return index;
}

function withNextValue(c, name, raw, index, tokens) {
  const value = c.args[index + 1];
  tokens.push(optionToken(name, raw, index, value, value === undefined ? undefined : false));
  return value === undefined ? index : index + 1;
}

function longOption(c, argument, index, tokens) {
  const equals = argument.indexOf('=', 3);
  if (equals >= 0) {
    const name = argument.slice(2, equals);
    tokens.push(optionToken(name, '--' + name, index, argument.slice(equals + 1), true));
    return index;
  }
  const name = argument.slice(2);
  if (takesValue(c, name)) return withNextValue(c, name, argument, index, tokens);
  tokens.push(optionToken(name, argument, index));
  return index;
}

function tokenize(c) {
  const tokens = [];
  for (let i = 0; i < c.args.length; i++) {
    const argument = c.args[i];
    if (argument === '--') {
      tokens.push({kind: 'option-terminator', index: i});
      while (++i < c.args.length) tokens.push({kind: 'positional', index: i, value: c.args[i]});
    } else if (argument.length > 1 && argument[0] === '-' && argument[1] !== '-') {
      i = shortOptions(c, argument, i, tokens);
    } else if (argument.length > 2 && argument.slice(0, 2) === '--') {
      i = longOption(c, argument, i, tokens);
    } else {
      tokens.push({kind: 'positional', index: i, value: argument});
    }
  }
  return tokens;
}

// ------------------------------------------------------------------------------------------------------ values

function invalidValue(message) { throwError(TypeError, 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', message); }

function shownOption(c, token) {
  const short = own(c.options, token.name) && c.options[token.name].short;
  return (short ? '-' + short + ', ' : '') + '--' + token.name;
}

function checkAmbiguous(token) {
  if (token.inlineValue || typeof token.value !== 'string' || token.value.length < 2 || token.value[0] !== '-') return;
  const example = token.rawName.slice(0, 2) === '--' ? token.rawName + '=-XYZ' : token.rawName + '-XYZ';
  const long = "'--" + token.name + "=-XYZ'";
  invalidValue("Option '" + token.rawName + "' argument is ambiguous.\n" +
    "Did you forget to specify the option argument for '" + token.rawName + "'?\n" +
    'To specify an option argument starting with a dash use ' +
    (token.rawName.slice(0, 2) === '--' ? "'" + example + "'" : long + " or '" + example + "'") + '.');
}

function checkToken(c, token) {
  if (!own(c.options, token.name)) {
    const hint = c.allowPositionals ? ". To specify a positional argument starting with a '-', place it at the end of the " +
      "command after '--', as in '-- \"" + token.rawName + "\"" : '';
    throwError(TypeError, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', "Unknown option '" + token.rawName + "'" + hint);
  }
  const type = c.options[token.name].type, shown = shownOption(c, token);
  if (type === 'string' && typeof token.value !== 'string') invalidValue("Option '" + shown + " <value>' argument missing");
  if (type === 'boolean' && token.value !== undefined) invalidValue("Option '" + shown + "' does not take an argument");
}

function store(c, values, name, value) {
  if (name === '__proto__') return;
  const given = value === undefined ? true : value;
  if (!(own(c.options, name) && c.options[name].multiple)) values[name] = given;
  else if (own(values, name)) values[name].push(given);
  else values[name] = [given];
}

exports.parseArgs = function parseArgs(config = {}) {
  const c = read(Object(config)), tokens = tokenize(c);
  const result = {values: Object.create(null), positionals: []};
  if (c.tokens) result.tokens = tokens;
  tokens.forEach(function (token) {
    if (token.kind === 'option') {
      if (c.strict) {
        checkToken(c, token);
        checkAmbiguous(token);
      }
      store(c, result.values, token.name, token.value);
    } else if (token.kind === 'positional') {
      if (!c.allowPositionals) {
        throwError(TypeError, 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', "Unexpected argument '" + token.value +
          "'. This command does not take positional arguments");
      }
      result.positionals.push(token.value);
    }
  });
  Object.keys(c.options).forEach(function (name) {
    const value = c.options[name].default;
    if (value !== undefined && !own(result.values, name)) result.values[name] = value;
  });
  return result;
};
