// node/buffer/text-codec.js - TextEncoder and TextDecoder (Encoding Standard, sections 7.2 and 7.4), for UTF-8, UTF-16LE and
// Latin-1, which is called windows-1252 and, as in node, has control characters where that has others.
const Buffer = require('buffer').Buffer;
const argumentType = binding.argumentType;
const throwError = binding.throwError;
const inspect = binding.inspect;

const LABELS = {
  'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
  'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'csunicode', 'iso-10646-ucs-2', 'unicode', 'unicodefeff'],
  'windows-1252': ['windows-1252', 'ansi_x3.4-1968', 'ascii', 'cp1252', 'cp819', 'csisolatin1', 'ibm819', 'iso-8859-1',
    'iso-ir-100', 'iso8859-1', 'iso88591', 'iso_8859-1', 'iso_8859-1:1987', 'l1', 'latin1', 'us-ascii', 'x-cp1252'],
};

function own(object, kind, state) {
  if (object === null || typeof object !== 'object' || !state.has(object)) {
    throwError(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type ' + kind);
  }
  return state.get(object);
}

function define(constructor, name, members) {
  Object.getOwnPropertyNames(members).forEach(function (key) {
    const descriptor = Object.getOwnPropertyDescriptor(members, key);
    descriptor.enumerable = true;
    Object.defineProperty(constructor.prototype, key, descriptor);
  });
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, {value: name, configurable: true});
  Object.defineProperty(constructor, 'prototype', {writable: false});
}

function needNew(target, name) {
  if (target === undefined) throw new TypeError("Class constructor " + name + " cannot be invoked without 'new'");
}

// ---------------------------------------------------------------------------------------------------------- encoding

const encoders = new WeakMap();

exports.TextEncoder = function TextEncoder() {
  needNew(new.target, 'TextEncoder');
  encoders.set(this, true);
};

function units(code) { return code > 0xFFFF ? 2 : 1; }

function size(code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

exports.TextEncoder.prototype[inspect.custom] = function (depth, options) {
  own(this, 'TextEncoder', encoders);
  return typeof depth === 'number' && depth < 0 ? this : inspect({encoding: 'utf-8'}, options);
};
Object.defineProperty(exports.TextEncoder.prototype, inspect.custom, {enumerable: false});

define(exports.TextEncoder, 'TextEncoder', {
  get encoding() {
    own(this, 'TextEncoder', encoders);
    return 'utf-8';
  },
  encode(input = '') {
    own(this, 'TextEncoder', encoders);
    return new Uint8Array(Buffer.from(String(input)));
  },
  encodeInto(source, destination) {
    own(this, 'TextEncoder', encoders);
    if (typeof source !== 'string') argumentType('src', 'of type string', source);
    if (!(destination instanceof Uint8Array)) argumentType('dest', 'an instance of Uint8Array', destination);
    let read = 0, written = 0;
    while (read < source.length) {
      const code = source.codePointAt(read);
      if (written + size(code) > destination.length) break;
      written += size(code);
      read += units(code);
    }
    destination.set(Buffer.from(source.slice(0, read)));
    return {read: read, written: written};
  },
});

// ---------------------------------------------------------------------------------------------------------- decoding

const decoders = new WeakMap();

function findEncoding(label) {
  const wanted = label.trim().toLowerCase();
  return Object.keys(LABELS).find((name) => LABELS[name].indexOf(wanted) >= 0);
}

exports.TextDecoder = function TextDecoder(label = 'utf-8', options = {}) {
  needNew(new.target, 'TextDecoder');
  const encoding = findEncoding(String(label));
  if (encoding === undefined) {
    throwError(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', 'The "' + label + '" encoding is not supported');
  }
  if (options !== undefined && options !== null && typeof options !== 'object') {
    argumentType('options', 'of type object', options);
  }
  const given = options || {};
  const state = {encoding: encoding, fatal: !!given.fatal, ignoreBOM: !!given.ignoreBOM, rest: null, begun: false};
  decoders.set(this, state);
};

function bytesOf(input) {
  if (input === undefined) return Buffer.alloc(0);
  if (ArrayBuffer.isView(input)) return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (input instanceof ArrayBuffer) return Buffer.from(input);
  return throwError(TypeError, 'ERR_INVALID_ARG_TYPE',
    'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
}

// How long the sequence is that a byte begins; 0 for one that begins none.
function sequence(lead) {
  return lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// The range of a sequence's second byte: what is outside would be too long, a surrogate, or too large.
function second(lead, byte) {
  const least = lead === 0xE0 ? 0xA0 : lead === 0xF0 ? 0x90 : 0x80;
  const most = lead === 0xED ? 0x9F : lead === 0xF4 ? 0x8F : 0xBF;
  return byte >= least && byte <= most;
}

// The number of bytes at the end that more bytes could complete.
function unfinished(bytes) {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const lead = bytes[bytes.length - back];
    if ((lead & 0xC0) === 0x80) continue;
    if (sequence(lead) <= back) return 0;
    return back === 1 || second(lead, bytes[bytes.length - back + 1]) ? back : 0;
  }
  return 0;
}

function isValid(bytes) {
  for (let i = 0; i < bytes.length;) {
    const length = sequence(bytes[i]);
    if (length === 0 || i + length > bytes.length) return false;
    for (let k = 1; k < length; k++) {
      if (k === 1 ? !second(bytes[i], bytes[i + 1]) : (bytes[i + k] & 0xC0) !== 0x80) return false;
    }
    i += length;
  }
  return true;
}

// Units without a partner become U+FFFD.
function wellFormed(text, fatal) {
  let result = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    const alone = character.length === 1 && code >= 0xD800 && code <= 0xDFFF;
    if (alone && fatal) return undefined;
    result += alone ? '\uFFFD' : character;
  }
  return result;
}

function pending(state, bytes) {
  if (state.encoding === 'utf-8') return unfinished(bytes);
  if (state.encoding === 'windows-1252') return 0;
  const odd = bytes.length % 2, end = bytes.length - odd;
  const lead = end >= 2 && (bytes[end - 1] & 0xFC) === 0xD8;
  return odd + (lead ? 2 : 0);
}

function text(state, bytes) {
  if (state.encoding === 'utf-8') return state.fatal && !isValid(bytes) ? undefined : bytes.toString('utf8');
  if (state.encoding === 'windows-1252') return bytes.toString('latin1');
  if (bytes.length % 2 === 0) return wellFormed(bytes.toString('utf16le'), state.fatal);
  if (state.fatal) return undefined;
  return wellFormed(bytes.toString('utf16le', 0, bytes.length - 1), false) + '\uFFFD';
}

// Shown as node shows it: by what it was made with.
exports.TextDecoder.prototype[inspect.custom] = function (depth, options) {
  const state = own(this, 'TextDecoder', decoders);
  if (typeof depth === 'number' && depth < 0) return this;
  return 'TextDecoder ' + inspect({encoding: state.encoding, fatal: state.fatal, ignoreBOM: state.ignoreBOM}, options);
};
Object.defineProperty(exports.TextDecoder.prototype, inspect.custom, {enumerable: false});

define(exports.TextDecoder, 'TextDecoder', {
  get encoding() { return own(this, 'TextDecoder', decoders).encoding; },
  get fatal() { return own(this, 'TextDecoder', decoders).fatal; },
  get ignoreBOM() { return own(this, 'TextDecoder', decoders).ignoreBOM; },
  decode(input, options = {}) {
    const state = own(this, 'TextDecoder', decoders);
    let bytes = bytesOf(input);
    if (state.rest !== null) bytes = Buffer.concat([state.rest, bytes]);
    const stream = !!(options && options.stream);
    const kept = stream ? pending(state, bytes) : 0;
    state.rest = kept > 0 ? Buffer.from(bytes.slice(bytes.length - kept)) : null;
    let result = text(state, bytes.slice(0, bytes.length - kept));
    if (result === undefined) {
      state.rest = null;
      state.begun = false;
      throwError(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA',
        'The encoded data was not valid for encoding ' + state.encoding);
    }
    if (!state.begun && !state.ignoreBOM && state.encoding !== 'windows-1252' && result[0] === '\uFEFF') result = result.slice(1);
    state.begun = stream && (state.begun || result.length > 0);
    return result;
  },
});
