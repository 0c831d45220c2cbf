// fill.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.alloc(6).fill('abc', 1, 4), Buffer.alloc(6).fill(0x101), Buffer.alloc(6).fill('abc', 1, 'hex'), Buffer.alloc(6).fill());
// expect: <Buffer 00 61 62 63 00 00> <Buffer 01 01 01 01 01 01> <Buffer 00 ab ab ab ab ab> <Buffer 00 00 00 00 00 00>
console.log(Buffer.alloc(6).fill('\u0222'), Buffer.alloc(6).fill(null), Buffer.alloc(6).fill('abc', 4, 2), Buffer.alloc(4).fill('x', 2));
// expect: <Buffer c8 a2 c8 a2 c8 a2> <Buffer 00 00 00 00 00 00> <Buffer 00 00 00 00 00 00> <Buffer 00 00 78 78>
console.log(Buffer.alloc(5).fill(new Uint8Array([1, 2])), Buffer.alloc(7).fill('é', 'latin1'), Buffer.alloc(3).fill(1.9), Buffer.alloc(2).fill('5'));
// expect: <Buffer 01 02 01 02 01> <Buffer e9 e9 e9 e9 e9 e9 e9> <Buffer 01 01 01> <Buffer 35 35>
error(function () { return Buffer.alloc(6).fill('abc', 1, 9); });
// expect: RangeError: The value of "end" is out of range. It must be >= 0 && <= 6. Received 9 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(6).fill('abc', -1); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 && <= 4294967296. Received -1 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(6).fill('abc', 'a'); });
// expect: TypeError: Unknown encoding: a ERR_UNKNOWN_ENCODING
error(function () { return Buffer.alloc(6).fill(5, 'x'); });
// expect: TypeError: The "offset" argument must be of type number. Received type string ('x') ERR_INVALID_ARG_TYPE
error(function () { return Buffer.alloc(6).fill('zz', 'hex'); });
// expect: TypeError: The argument 'value' is invalid. Received 'zz' ERR_INVALID_ARG_VALUE
