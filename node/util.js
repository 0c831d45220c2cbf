// node/util.js - the module util: inspect and format are in C; this gives it its shape.
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
  const text = String(value);
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
