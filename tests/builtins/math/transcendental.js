// Exponentials, logarithms, trigonometry: exact cases and special values.
function s(x) { return Object.is(x, -0) ? '-0' : String(x); }
function row(f, xs) { return xs.map(function (x) { return s(f(x)); }).join(' '); }
var special = [0, -0, NaN, Infinity, -Infinity];
['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10'].forEach(function (n) { console.log(n, row(Math[n], special)); });
console.log(Math.exp(1) === Math.E, Math.log(Math.E), Math.log10(1000), Math.log2(8), Math.log2(1024), Math.log10(0.001), Math.log(-1), Math.log1p(-1), Math.log1p(-2), Math.expm1(1e-10));
console.log(Math.atan2(1, 1), Math.atan2(0, -0), Math.atan2(-0, -0), s(Math.atan2(-0, 0)), Math.atan2(1, 0), Math.atan2(-1, -Infinity), Math.atan2(Infinity, -Infinity));
console.log(Math.asin(2), Math.acos(1), Math.atanh(1), Math.acosh(0.5), Math.sin(Math.PI / 6).toFixed(12), Math.cos(Math.PI / 3).toFixed(12), Math.tan(Math.PI / 4).toFixed(12));
// expect: sin 0 -0 NaN NaN NaN
// expect: cos 1 1 NaN NaN NaN
// expect: tan 0 -0 NaN NaN NaN
// expect: asin 0 -0 NaN NaN NaN
// expect: acos 1.5707963267948966 1.5707963267948966 NaN NaN NaN
// expect: atan 0 -0 NaN 1.5707963267948966 -1.5707963267948966
// expect: sinh 0 -0 NaN Infinity -Infinity
// expect: cosh 1 1 NaN Infinity Infinity
// expect: tanh 0 -0 NaN 1 -1
// expect: asinh 0 -0 NaN Infinity -Infinity
// expect: acosh NaN NaN NaN Infinity NaN
// expect: atanh 0 -0 NaN NaN NaN
// expect: exp 1 1 NaN Infinity 0
// expect: expm1 0 -0 NaN Infinity -1
// expect: log -Infinity -Infinity NaN Infinity NaN
// expect: log1p 0 -0 NaN Infinity NaN
// expect: log2 -Infinity -Infinity NaN Infinity NaN
// expect: log10 -Infinity -Infinity NaN Infinity NaN
// expect: true 1 3 3 10 -3 NaN -Infinity NaN 1.00000000005e-10
// expect: 0.7853981633974483 3.141592653589793 -3.141592653589793 -0 1.5707963267948966 -3.141592653589793 2.356194490192345
// expect: NaN 0 Infinity NaN 0.500000000000 0.500000000000 1.000000000000
