// max and min: no arguments, NaN, zeros, conversion of every argument.
function s(x) { return Object.is(x, -0) ? '-0' : String(x); }
console.log(Math.max(), Math.min(), Math.max(1, 3, 2), Math.min(1, 3, 2), Math.max(1, NaN, 3), Math.min(NaN), Math.max(-Infinity), Math.max('7', [8], null, true));   // expect: -Infinity Infinity 3 1 NaN NaN -Infinity 8
console.log(s(Math.max(-0, 0)), s(Math.max(0, -0)), s(Math.min(0, -0)), s(Math.min(-0, 0)), s(Math.max(-0, -0)), s(Math.max(-0)));   // expect: 0 0 -0 -0 -0 -0
var seen = []; function v(n) { return {valueOf: function () { seen.push(n); return n; }}; } console.log(Math.max(v(1), NaN, v(3)), seen.join());   // expect: NaN 1,3
try { Math.max(Symbol()); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot convert a Symbol value to a number
console.log(Math.max.length, Math.min.length, Math.max.apply(null, new Array(10000).fill(0).map(function (_, i) { return i; })), Math.max(1.5, 2), Math.min(2147483647, 2147483648));   // expect: 2 2 9999 2 2147483647
