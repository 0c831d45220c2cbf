// The deprecated constructor, with and without new.
// flags: --no-warnings
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(new Buffer(3), new Buffer('abc'), Buffer('616263', 'hex'), new Buffer([1, 2, 300, -1, 1.9, '7']));
// expect: <Buffer 00 00 00> <Buffer 61 62 63> <Buffer 61 62 63> <Buffer 01 02 2c ff 01 07>
console.log(new Buffer(new Uint16Array([1, 2, 700])), new Buffer(Buffer.from('x')), new Buffer(new ArrayBuffer(4), 1, 2));
// expect: <Buffer 01 02 bc> <Buffer 78> <Buffer 00 00>
console.log(Buffer(2) instanceof Buffer, new Buffer(2) instanceof Uint8Array);   // expect: true true
error(function () { return new Buffer(-1); });
// expect: RangeError: The value of "size" is out of range. It must be >= 0 && <= 4294967296. Received -1 ERR_OUT_OF_RANGE
error(function () { return new Buffer(5, 'utf8'); });
// expect: TypeError: The "string" argument must be of type string. Received type number (5) ERR_INVALID_ARG_TYPE
error(function () { return new Buffer(); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received undefined ERR_INVALID_ARG_TYPE
error(function () { return new Buffer(null); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received null ERR_INVALID_ARG_TYPE
