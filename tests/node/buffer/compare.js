// compare and equals.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var f = Buffer.from;
console.log(Buffer.compare(f('a'), f('b')), Buffer.compare(f('b'), f('a')), Buffer.compare(f('a'), f('a')), Buffer.compare(f('a'), f('ab')));
// expect: -1 1 0 -1
console.log(f('abcd').compare(f('xbcx'), 1, 3, 1, 3), f('abcd').compare(f('abcd'), 4), f('abcd').compare(f('abcd'), 0, 4, 2, 2));
// expect: 0 1 -1
console.log(f('abc').equals(f('abc')), f('abc').equals(new Uint8Array([97, 98, 99])), f('abc').equals(f('abd')), f('').equals(f('')));
// expect: true true false true
console.log([f('c'), f('a'), f('b')].sort(Buffer.compare).join());   // expect: a,b,c
error(function () { return Buffer.compare('a', f('b')); });
// expect: TypeError: The "buf1" argument must be an instance of Buffer or Uint8Array. Received type string ('a') ERR_INVALID_ARG_TYPE
error(function () { return Buffer.compare(f('b'), 5); });
// expect: TypeError: The "buf2" argument must be an instance of Buffer or Uint8Array. Received type number (5) ERR_INVALID_ARG_TYPE
error(function () { return f('abc').compare(5); });
// expect: TypeError: The "target" argument must be an instance of Buffer or Uint8Array. Received type number (5) ERR_INVALID_ARG_TYPE
error(function () { return f('abcd').compare(f('xbcx'), 1, 9); });
// expect: RangeError: The value of "targetEnd" is out of range. It must be >= 0 && <= 4. Received 9 ERR_OUT_OF_RANGE
error(function () { return f('abcd').compare(f('xbcx'), -1); });
// expect: RangeError: The value of "targetStart" is out of range. It must be >= 0 && <= 4294967296. Received -1 ERR_OUT_OF_RANGE
error(function () { return f('abc').equals('abc'); });
// expect: TypeError: The "otherBuffer" argument must be an instance of Buffer or Uint8Array. Received type string ('abc') ERR_INVALID_ARG_TYPE
