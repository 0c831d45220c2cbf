// node/buffer/buffer.js - Buffer: Uint8Arrays with methods of their own; what needs bytes is in buffer.c and buffer-numbers.c.
//
// Buffers are made by the binding with Buffer.prototype, so the deprecated constructor is only a way to alloc and from.
const argumentType = binding.argumentType;
const argumentValue = binding.argumentValue;
const outOfRange = binding.outOfRange;
const throwError = binding.throwError;
const isUint8Array = binding.isUint8Array;
const allocate = binding.allocate;

const MAX_LENGTH = 4294967296;
const MAX_STRING_LENGTH = 536870888;
const BYTES = 'an instance of Buffer or Uint8Array';

// ---------------------------------------------------------------------------------------------------- arguments

function checkNumber(value, name, least, most) {
  if (typeof value !== 'number') argumentType(name, 'of type number', value);
  if (value < least || value > most || value !== value) outOfRange(name, '>= ' + least + ' && <= ' + most, value);
}

function checkOffset(value, name, most = MAX_LENGTH) {
  if (typeof value !== 'number') argumentType(name, 'of type number', value);
  if (!Number.isInteger(value)) outOfRange(name, 'an integer', value);
  if (value < 0 || value > most) outOfRange(name, '>= 0 && <= ' + most, value);
}

function checkBytes(value, name) {
  if (!isUint8Array(value)) argumentType(name, BYTES, value);
}

function unknownEncoding(encoding) {
  throwError(TypeError, 'ERR_UNKNOWN_ENCODING', 'Unknown encoding: ' + encoding);
}

// The usual name of an encoding; nothing is utf8, an unknown one undefined.
function normalized(encoding) {
  if (encoding === undefined || encoding === null || encoding === '') return 'utf8';
  return binding.encodingOf(String(encoding));
}

function outOfBounds(name) {
  throwError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS',
    name ? '"' + name + '" is outside of buffer bounds' : 'Attempt to access memory outside buffer bounds');
}

// ---------------------------------------------------------------------------------------------------- construction

const DEPRECATED = 'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.';
const MAX_CHECKS = 10000;
let warned = false;
let checks = 0;

// Once; not for calls from packages, which their users cannot change.
function warn() {
  if (warned || ++checks > MAX_CHECKS) return;
  const caller = String(new Error().stack).split('\n')[1];
  if (caller !== undefined && caller.indexOf('/node_modules/') >= 0) return;
  warned = true;
  process.emitWarning(DEPRECATED, 'DeprecationWarning', 'DEP0005');
}

function Buffer(value, encodingOrOffset, length) {
  warn();
  if (typeof value !== 'number') return Buffer.from(value, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') argumentType('string', 'of type string', value);
  return Buffer.alloc(value);
}

// What map, filter and the other methods of typed arrays make new ones with.
function FastBuffer(...args) {
  return Reflect.construct(Uint8Array, args, FastBuffer);
}

Object.setPrototypeOf(Buffer, Uint8Array);
Object.setPrototypeOf(FastBuffer, Uint8Array);
Buffer.prototype = Object.create(Uint8Array.prototype, {
  constructor: {value: Buffer, writable: true, configurable: true},
});
FastBuffer.prototype = Buffer.prototype;
Object.defineProperty(Buffer, Symbol.species, {configurable: true, get: () => FastBuffer});
binding.setPrototype(Buffer.prototype);

function fromString(text, encoding) {
  return typeof encoding !== 'string' || encoding === '' ? binding.encode(text) : binding.encode(text, encoding);
}

function fromArrayBuffer(buffer, offset, length) {
  const start = offset === undefined ? 0 : +offset || 0;
  const room = buffer.byteLength - start;
  if (room < 0) outOfBounds('offset');
  let count = room;
  if (length !== undefined) {
    count = Math.max(+length || 0, 0);
    if (count > room) outOfBounds('length');
  }
  return binding.view(buffer, start, count);
}

function fromArrayLike(list) {
  if (!(list.length > 0)) return allocate(0);
  checkNumber(list.length, 'size', 0, MAX_LENGTH);
  const buffer = allocate(Math.floor(list.length));
  const isList = ArrayBuffer.isView(list) || Array.isArray(list);
  buffer.set(isList ? list : Array.from({length: buffer.length}, (_, i) => list[i]));
  return buffer;
}

// undefined when the object has no bytes
function fromObject(object) {
  if (object.length !== undefined || binding.isArrayBuffer(object.buffer)) {
    return typeof object.length === 'number' ? fromArrayLike(object) : allocate(0);
  }
  if (object.type === 'Buffer' && Array.isArray(object.data)) return fromArrayLike(object.data);
  return undefined;
}

Buffer.poolSize = 8192;

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (binding.isArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf && value.valueOf();
    if (primitive !== undefined && primitive !== null && primitive !== value &&
        (typeof primitive === 'string' || typeof primitive === 'object')) {
      return Buffer.from(primitive, encodingOrOffset, length);
    }
    const made = fromObject(value);
    if (made !== undefined) return made;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  return argumentType('first argument',
    'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
};

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!ArrayBuffer.isView(view) || view instanceof DataView) argumentType('view', 'an instance of TypedArray', view);
  if (offset !== undefined) checkOffset(offset, 'offset');
  if (length !== undefined) checkOffset(length, 'length');
  const start = offset || 0;
  const part = view.subarray(start, length === undefined ? view.length : start + length);
  const buffer = allocate(part.byteLength);
  buffer.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return buffer;
};

Buffer.of = function of(...items) {
  const buffer = allocate(items.length);
  buffer.set(items);
  return buffer;
};

Buffer.alloc = function alloc(size, fill, encoding) {
  checkNumber(size, 'size', 0, MAX_LENGTH);
  const buffer = allocate(Math.floor(size));
  if (fill === undefined || fill === 0 || size === 0) return buffer;
  return fillBuffer(buffer, fill, undefined, undefined, encoding);
};

// Memory of the system comes zeroed and costs nothing before it is used, so there is nothing to save.
Buffer.allocUnsafe = function allocUnsafe(size) {
  checkNumber(size, 'size', 0, MAX_LENGTH);
  return allocate(Math.floor(size));
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  checkNumber(size, 'size', 0, MAX_LENGTH);
  return allocate(Math.floor(size));
};

function SlowBuffer(size) {
  checkNumber(size, 'size', 0, MAX_LENGTH);
  return allocate(Math.floor(size));
}
SlowBuffer.prototype = Object.create(Uint8Array.prototype);

// ---------------------------------------------------------------------------------------------------- about buffers

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.compare = function compare(a, b) {
  checkBytes(a, 'buf1');
  checkBytes(b, 'buf2');
  return a === b ? 0 : binding.compare(a, 0, a.length, b, 0, b.length);
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && binding.encodingOf(encoding) !== undefined;
};

Buffer.concat = function concat(list, length) {
  if (!Array.isArray(list)) argumentType('list', 'an instance of Array', list);
  if (list.length === 0) return allocate(0);
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) {
      if (list[i].length) length += list[i].length;
    }
  } else {
    checkOffset(length, 'length');
  }
  const buffer = allocate(length);
  let position = 0;
  for (let i = 0; i < list.length; i++) {
    if (!isUint8Array(list[i])) argumentType('list[' + i + ']', BYTES, list[i]);
    const count = Math.min(list[i].length, length - position);
    binding.copy(list[i], buffer, position, 0, count);
    position += count;
  }
  return buffer;
};

Buffer.byteLength = function byteLength(value, encoding) {
  if (typeof value === 'string') return binding.byteLength(value, normalized(encoding) || 'utf8');
  if (ArrayBuffer.isView(value) || binding.isArrayBuffer(value)) return value.byteLength;
  return argumentType('string', 'of type string or an instance of Buffer or ArrayBuffer', value);
};

// ---------------------------------------------------------------------------------------------------- methods

const prototype = Buffer.prototype;
Object.assign(prototype, binding.methods);
prototype.toLocaleString = prototype.toString;

Object.defineProperty(prototype, 'parent', {
  enumerable: true,
  get() {
    return this instanceof Buffer ? this.buffer : undefined;
  },
});
Object.defineProperty(prototype, 'offset', {
  enumerable: true,
  get() {
    return this instanceof Buffer ? this.byteOffset : undefined;
  },
});

function integerOf(value) {
  const number = Math.trunc(+value);
  return number === number ? number : 0;
}

prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  checkBytes(target, 'target');
  const to = targetStart === undefined ? 0 : integerOf(targetStart);
  if (to < 0) outOfRange('targetStart', '>= 0', to);
  const from = sourceStart === undefined ? 0 : integerOf(sourceStart);
  if (from < 0 || from > this.length) outOfRange('sourceStart', '>= 0 && <= ' + this.length, from);
  const end = sourceEnd === undefined ? this.length : integerOf(sourceEnd);
  if (end < 0) outOfRange('sourceEnd', '>= 0', end);
  if (to >= target.length || from >= end) return 0;
  const count = Math.min(end - from, target.length - to, this.length - from);
  binding.copy(this, target, to, from, count);
  return count;
};

prototype.equals = function equals(other) {
  checkBytes(other, 'otherBuffer');
  if (this === other) return true;
  const length = this.byteLength;
  return length === other.byteLength && binding.compare(this, 0, length, other, 0, length) === 0;
};

prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  checkBytes(target, 'target');
  if (targetStart === undefined) targetStart = 0;
  else checkOffset(targetStart, 'targetStart');
  if (targetEnd === undefined) targetEnd = target.length;
  else checkOffset(targetEnd, 'targetEnd', target.length);
  if (sourceStart === undefined) sourceStart = 0;
  else checkOffset(sourceStart, 'sourceStart');
  if (sourceEnd === undefined) sourceEnd = this.length;
  else checkOffset(sourceEnd, 'sourceEnd', this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compare(this, sourceStart, sourceEnd, target, targetStart, targetEnd);
};

function search(buffer, value, offset, encoding, forward) {
  if (typeof offset === 'string') {
    encoding = offset;
    offset = undefined;
  }
  offset = +offset;
  if (offset !== offset) offset = forward ? 0 : buffer.length;
  if (typeof value === 'number') return binding.search(buffer, value, offset, undefined, forward);
  if (typeof value !== 'string' && !isUint8Array(value)) {
    argumentType('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
  }
  const known = encoding === undefined ? 'utf8' : binding.encodingOf(String(encoding));
  if (known === undefined && typeof value === 'string') unknownEncoding(encoding);
  return binding.search(buffer, value, offset, known, forward);
}

prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
};

prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
};

prototype.includes = function includes(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true) >= 0;
};

// One byte for a text that is one; the text itself where it takes more.
function fillValue(text, encoding) {
  if (text.length === 0) return 0;
  const code = text.length === 1 ? text.charCodeAt(0) : 256;
  return (encoding === 'utf8' && code < 128) || (encoding === 'latin1' && code < 256) ? code : text;
}

function fillBuffer(buffer, value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset === undefined ? encoding : offset;
      offset = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    const known = normalized(encoding);
    if (known === undefined) {
      if (typeof encoding !== 'string') argumentType('encoding', 'of type string', encoding);
      unknownEncoding(encoding);
    }
    encoding = known;
    value = fillValue(value, encoding);
  } else {
    encoding = undefined;
    if (!isUint8Array(value)) value = +value;
  }
  if (offset === undefined) {
    offset = 0;
    end = buffer.length;
  } else {
    checkNumber(offset, 'offset', 0, MAX_LENGTH);
    if (end === undefined) end = buffer.length;
    else checkNumber(end, 'end', 0, buffer.length);
    if (offset >= end) return buffer;
  }
  if (typeof value === 'number') Uint8Array.prototype.fill.call(buffer, value, offset, end);
  else if (!binding.fill(buffer, value, offset, end, encoding)) argumentValue('value', 'is invalid', value);
  return buffer;
}

prototype.fill = function fill(value, offset, end, encoding) {
  return fillBuffer(this, value, offset, end, encoding);
};

prototype.write = function write(text, offset, length, encoding) {
  if (offset === undefined) return binding.writeText(this, text, 0, this.length);
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    offset = 0;
    length = this.length;
  } else {
    checkOffset(offset, 'offset', this.length);
    if (typeof length === 'string') {
      encoding = length;
      length = undefined;
    }
    if (length !== undefined) checkOffset(length, 'length', this.length);
    length = Math.min(this.length - offset, length === undefined ? this.length : length);
  }
  if (encoding && binding.encodingOf(String(encoding)) === undefined) unknownEncoding(encoding);
  return binding.writeText(this, text, offset, length, encoding || 'utf8');
};

prototype.toJSON = function toJSON() {
  const data = [];
  for (let i = 0; i < this.length; i++) data[i] = this[i];
  return {type: 'Buffer', data};
};

function swapped(buffer, size) {
  if (buffer.length % size !== 0) {
    throwError(RangeError, 'ERR_INVALID_BUFFER_SIZE', 'Buffer size must be a multiple of ' + size * 8 + '-bits');
  }
  return binding.swap(buffer, size);
}

prototype.swap16 = function swap16() {
  return swapped(this, 2);
};
prototype.swap32 = function swap32() {
  return swapped(this, 4);
};
prototype.swap64 = function swap64() {
  return swapped(this, 8);
};

// ", name: value" for what a Buffer has besides its bytes
function propertiesText(buffer, context) {
  const keys = binding.namedKeys(buffer, Boolean(context && context.showHidden));
  if (!context || keys.length === 0) return '';
  const properties = Object.create(null);
  keys.forEach((key) => {
    properties[key] = buffer[key];
  });
  const text = binding.inspect(properties, Object.assign({}, context, {breakLength: Infinity, compact: true}));
  return (buffer.length === 0 ? '' : ', ') + text.slice('[Object: null prototype] { '.length, -2);
}

prototype.inspect = function inspect(depth, context) {
  const most = exports.INSPECT_MAX_BYTES;
  const rest = this.length - most;
  const bytes = [];
  for (let i = 0; i < Math.min(most, this.length); i++) bytes.push(this.hexSlice(i, i + 1));
  let text = bytes.join(' ');
  if (rest > 0) text += ' ... ' + rest + ' more byte' + (rest > 1 ? 's' : '');
  return '<' + this.constructor.name + ' ' + text + propertiesText(this, context) + '>';
};
prototype[Symbol.for('nodejs.util.inspect.custom')] = prototype.inspect;

exports.Buffer = Buffer;
exports.SlowBuffer = SlowBuffer;
exports.kMaxLength = MAX_LENGTH;
exports.kStringMaxLength = MAX_STRING_LENGTH;
exports.constants = {MAX_LENGTH, MAX_STRING_LENGTH};
exports.INSPECT_MAX_BYTES = 50;
