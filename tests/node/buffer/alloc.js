// alloc, allocUnsafe, allocUnsafeSlow.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.alloc(3), Buffer.alloc(5, 'ab'), Buffer.alloc(5, '6162', 'hex'), Buffer.alloc(5, 'YQ==', 'base64'));
// expect: <Buffer 00 00 00> <Buffer 61 62 61 62 61> <Buffer 61 62 61 62 61> <Buffer 61 61 61 61 61>
console.log(Buffer.alloc(5, 257), Buffer.alloc(5, 'é'), Buffer.alloc(5, 'é', 'latin1'), Buffer.alloc(5, Buffer.from([1, 2])));
// expect: <Buffer 01 01 01 01 01> <Buffer c3 a9 c3 a9 c3> <Buffer e9 e9 e9 e9 e9> <Buffer 01 02 01 02 01>
console.log(Buffer.alloc(3, ''), Buffer.alloc(2, true), Buffer.alloc(0), Buffer.alloc(2.7));
// expect: <Buffer 00 00 00> <Buffer 01 01> <Buffer > <Buffer 00 00>
console.log(Buffer.allocUnsafe(3).length, Buffer.allocUnsafeSlow(3).length, Buffer.allocUnsafe(3) instanceof Buffer);
// expect: 3 3 true
error(function () { return Buffer.alloc(-1); });
// expect: RangeError: The value of "size" is out of range. It must be >= 0 && <= 4294967296. Received -1 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(NaN); });
// expect: RangeError: The value of "size" is out of range. It must be >= 0 && <= 4294967296. Received NaN ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc('5'); });
// expect: TypeError: The "size" argument must be of type number. Received type string ('5') ERR_INVALID_ARG_TYPE
error(function () { return Buffer.alloc(1e10); });
// expect: RangeError: The value of "size" is out of range. It must be >= 0 && <= 4294967296. Received 10_000_000_000 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(5, 'zz', 'hex'); });
// expect: TypeError: The argument 'value' is invalid. Received 'zz' ERR_INVALID_ARG_VALUE
error(function () { return Buffer.alloc(5, 'a', 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
error(function () { return Buffer.alloc(5, 'a', 1); });
// expect: TypeError: The "encoding" argument must be of type string. Received type number (1) ERR_INVALID_ARG_TYPE
error(function () { return Buffer.alloc(5, Buffer.alloc(0)); });
// expect: TypeError: The argument 'value' is invalid. Received <Buffer > ERR_INVALID_ARG_VALUE
error(function () { return Buffer.allocUnsafe('3'); });
// expect: TypeError: The "size" argument must be of type number. Received type string ('3') ERR_INVALID_ARG_TYPE
