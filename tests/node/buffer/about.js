// isBuffer, isEncoding, byteLength, and what the module exports.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.isBuffer(Buffer.alloc(1)), Buffer.isBuffer(new Uint8Array(1)), Buffer.isBuffer('x'), Buffer.isBuffer());
// expect: true false false false
console.log(['UTF8', 'utf-8', 'Hex', 'foo', 5, '', 'utf16le', 'UCS-2', 'base64url', 'buffer'].map(Buffer.isEncoding).join());
// expect: true,true,true,false,false,false,true,true,true,false
console.log(Buffer.byteLength('é€𝒳\ud800'), Buffer.byteLength('abc', 'ucs2'), Buffer.byteLength('abcde', 'hex'));
// expect: 12 6 2
console.log(Buffer.byteLength('YQ==', 'base64'), Buffer.byteLength('é', 'latin1'), Buffer.byteLength('é', 'foo'));
// expect: 1 1 2
console.log(Buffer.byteLength(new ArrayBuffer(4)), Buffer.byteLength(new Uint16Array(4)), Buffer.byteLength(Buffer.alloc(3)));
// expect: 4 8 3
error(function () { return Buffer.byteLength(5); });
// expect: TypeError: The "string" argument must be of type string or an instance of Buffer or ArrayBuffer. Received type number (5) ERR_INVALID_ARG_TYPE
var buffer = require('buffer');
console.log(buffer.Buffer === Buffer, buffer.kMaxLength, JSON.stringify(buffer.constants), buffer.INSPECT_MAX_BYTES);
// expect: true 4294967296 {"MAX_LENGTH":4294967296,"MAX_STRING_LENGTH":536870888} 50
console.log(Buffer.poolSize, Buffer.name, Buffer.length, Object.getPrototypeOf(Buffer) === Uint8Array, require('node:buffer') === buffer);
// expect: 8192 Buffer 3 true true
console.log(Object.getPrototypeOf(Buffer.prototype) === Uint8Array.prototype, Buffer.prototype.constructor === Buffer);
// expect: true true
console.log(require('util').isBuffer(Buffer.alloc(1)), require('util').types.isUint8Array(Buffer.alloc(1)));
// expect: true true
