// ++ and -- on variables, members, elements, strings, accessors; values before and after.
var a = 1; console.log(a++, a, ++a, a--, --a, a);
var s = '5'; console.log(s++, typeof s, s); s = 'x'; console.log(++s, typeof s);
var u; console.log(u++, u); var n = null; console.log(n++, n); var b = true; console.log(b++, b); var f = 1.5; console.log(++f, f--, f);
var o = {x: 1, y: {z: [1, 2]}}; console.log(o.x++, ++o.x, o['x']--, o.y.z[1]++, o.y.z[1], --o.y.z[0]);
var missing = {}; console.log(missing.m++, missing.m, missing.n += 1, missing.s += 'x');
var big = 9007199254740992; console.log(big++, big, 2147483647 + 1, -2147483648 - 1); var i = 2147483647; i++; console.log(i); i = -2147483648; i--; console.log(i);
var z = -0; console.log(z++, Object.is(z, 1), Object.is(-(0), -0)); z = 0; console.log(Object.is(-z, -0), Object.is(z * -1, -0), Object.is(0 * -5, -0));
var k = 0, arr = [10, 20]; arr[k++]++; arr[k]--; console.log(arr.join(), k);
var e = {valueOf: function () { return 41; }}; e++; console.log(e);
try { Symbol.iterator++; } catch (x) { console.log(x.name); }
function local() { var c = 0; for (var i = 0; i < 10; i++) c += i; c--; return ++c; } console.log(local());
function captured() { var c = 0; var inc = function () { return ++c; }; inc(); c++; return inc() + c--; } console.log(captured());
// expect: 1 2 3 3 1 1
// expect: 5 number 6
// expect: NaN number
// expect: NaN NaN
// expect: 0 1
// expect: 1 2
// expect: 2.5 2.5 1.5
// expect: 1 3 3 2 3 0
// expect: NaN NaN NaN undefinedx
// expect: 9007199254740992 9007199254740992 2147483648 -2147483649
// expect: 2147483648
// expect: -2147483649
// expect: -0 true true
// expect: true true true
// expect: 11,19 1
// expect: 42
// expect: TypeError
// expect: 45
// expect: 6
