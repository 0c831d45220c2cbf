// copy, and copies within one Buffer.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var a = Buffer.from('abcdef'), b = Buffer.alloc(4, 'x');
console.log(a.copy(b), String(b), a.copy(b, 2), String(b), a.copy(b, 0, 4), String(b));
// expect: 4 abcd 2 abab 2 efab
console.log(a.copy(b, 9), a.copy(b, 0, 3, 2), a.copy(b, 1, 1, 3), String(b), a.copy(new Uint8Array(2)));
// expect: 0 0 2 ebcb 2
a.copy(a, 2, 0, 4);
console.log(String(a));   // expect: ababcd
error(function () { return a.copy('x'); });
// expect: TypeError: The "target" argument must be an instance of Buffer or Uint8Array. Received type string ('x') ERR_INVALID_ARG_TYPE
error(function () { return a.copy(b, -1); });
// expect: RangeError: The value of "targetStart" is out of range. It must be >= 0. Received -1 ERR_OUT_OF_RANGE
error(function () { return a.copy(b, 0, 7); });
// expect: RangeError: The value of "sourceStart" is out of range. It must be >= 0 && <= 6. Received 7 ERR_OUT_OF_RANGE
error(function () { return a.copy(b, 0, 0, -5); });
// expect: RangeError: The value of "sourceEnd" is out of range. It must be >= 0. Received -5 ERR_OUT_OF_RANGE
