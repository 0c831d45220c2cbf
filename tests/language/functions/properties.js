// Properties of functions: names, length, prototype, text, bound functions, new.target.
var f = function () {}, g = () => 1, o = {m() {}, get p() { return 1; }, ['c' + 1]: function () {}, a: () => 2};
console.log(f.name, g.name, o.m.name, o.c1.name, o.a.name, (function () {}).name === '');
console.log(Object.getOwnPropertyDescriptor(o, 'p').get.name, f.bind().name, new Function('a', 'return a').name);
function two(a, b) { return a; } console.log(two.length, two.toString());
console.log(String((a, b) => a + b), 'prototype' in g, 'prototype' in two, typeof two.prototype.constructor);
try { new g(); } catch (e) { console.log(e.message); } try { new o.m(); } catch (e) { console.log(e.message); }
function nt() { return new.target === nt; } console.log(nt(), typeof new nt());
two.extra = 1; console.log(Object.keys(two).join(), delete two.name, two.name === '');
console.log(two.call(null, 7), two.apply(null, [8, 9]), two.bind(null, 3)());
var b = two.bind({}, 1); console.log(b.length, 'prototype' in b);
// expect: f g m c1 a true
// expect: get p bound f anonymous
// expect: 2 function two(a, b) { return a; }
// expect: (a, b) => a + b false true function
// expect: g is not a constructor
// expect: o.m is not a constructor
// expect: false object
// expect: extra true true
// expect: 7 8 3
// expect: 1 false
