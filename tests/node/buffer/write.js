// write in all its forms.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var b = Buffer.alloc(6);
console.log(b.write('abc'), b.write('xyz', 4), b.write('é', 5), b.write('é', 0, 1), b);
// expect: 3 2 0 0 <Buffer 61 62 63 00 78 79>
console.log(b.write('6162', 'hex'), b.write('QQ', 2, 'base64'), b.write('zz', 1, 1, 'latin1'), b.write('€', 1, 'ucs2'), b);
// expect: 2 1 1 2 <Buffer 61 ac 20 00 78 79>
console.log(b.utf8Write('ab', 2), b.hexWrite('ffff', 4, 1), b);   // expect: 2 1 <Buffer 61 ac 61 62 ff 79>
error(function () { return Buffer.alloc(2).write(5); });
// expect: TypeError: argument must be a string ERR_INVALID_ARG_TYPE
error(function () { return Buffer.alloc(2).write('a', 3); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 && <= 2. Received 3 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(2).write('a', -1); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 && <= 2. Received -1 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(2).write('a', 0, 5); });
// expect: RangeError: The value of "length" is out of range. It must be >= 0 && <= 2. Received 5 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(2).write('a', 0, 1, 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
error(function () { return Buffer.alloc(2).write('a', 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
error(function () { return Buffer.alloc(2).write('a', null); });
// expect: TypeError: The "offset" argument must be of type number. Received null ERR_INVALID_ARG_TYPE
