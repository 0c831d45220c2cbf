// floor, ceil, trunc, round, sign, fround: halves, negative zero, large numbers.
function s(x) { return Object.is(x, -0) ? '-0' : String(x); }
function all(f) { return [0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 0.49999999999999994, -0.49999999999999994, 4503599627370495.5, -4503599627370495.5, 9007199254740991, -0, 0.1, -0.1, NaN, Infinity, -Infinity, 1e300].map(function (x) { return s(f(x)); }).join(' '); }
console.log(all(Math.round));   // expect: 1 -0 2 3 -1 -2 0 -0 4503599627370496 -4503599627370495 9007199254740991 -0 0 -0 NaN Infinity -Infinity 1e+300
console.log(all(Math.floor));   // expect: 0 -1 1 2 -2 -3 0 -1 4503599627370495 -4503599627370496 9007199254740991 -0 0 -1 NaN Infinity -Infinity 1e+300
console.log(all(Math.ceil));   // expect: 1 -0 2 3 -1 -2 1 -0 4503599627370496 -4503599627370495 9007199254740991 -0 1 -0 NaN Infinity -Infinity 1e+300
console.log(all(Math.trunc));   // expect: 0 -0 1 2 -1 -2 0 -0 4503599627370495 -4503599627370495 9007199254740991 -0 0 -0 NaN Infinity -Infinity 1e+300
console.log(all(Math.sign));   // expect: 1 -1 1 1 -1 -1 1 -1 1 -1 1 -0 1 -1 NaN 1 -1 1
console.log(all(Math.fround));   // expect: 0.5 -0.5 1.5 2.5 -1.5 -2.5 0.5 -0.5 4503599627370496 -4503599627370496 9007199254740992 -0 0.10000000149011612 -0.10000000149011612 NaN Infinity -Infinity Infinity
console.log(all(Math.abs));   // expect: 0.5 0.5 1.5 2.5 1.5 2.5 0.49999999999999994 0.49999999999999994 4503599627370495.5 4503599627370495.5 9007199254740991 0 0.1 0.1 NaN Infinity Infinity 1e+300
console.log(Math.round(2147483647.5), Math.round(-2147483648.5), Math.floor(-2147483648.5), Math.abs(-2147483648), Math.round('2.5'), Math.floor(null), s(Math.round(-0.2)));   // expect: 2147483648 -2147483648 -2147483649 2147483648 3 0 -0
console.log(Math.fround(5.05), Math.fround(16777217), Math.fround(1e40), Math.fround(1.401298464324817e-46), Math.trunc('-7.8'), s(Math.sign('-0')));   // expect: 5.050000190734863 16777216 Infinity 0 -7 -0
console.log(Math.round(0.5000000000000001), Math.round(1.4999999999999998), Math.round(-9007199254740993), Math.floor(true), s(Math.ceil(-0.9)));   // expect: 1 1 -9007199254740992 1 -0
