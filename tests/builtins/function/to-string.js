// Function.prototype.toString gives the source text, or [native code].
function decl(a, /* kept */ b) { return a; }
var expr = function   named ( ) { }, arrow = (x) =>  x * 2, one = x=>x, o = {m(a) { return a; }, get g() { return 1; }, ['c' + 1]() {}, f: function () {}};
console.log(String(decl)); console.log(String(expr), '|', String(arrow), '|', String(one));
console.log(String(o.m), '|', String(Object.getOwnPropertyDescriptor(o, 'g').get), '|', String(o.c1), '|', String(o.f));
console.log(String(Math.max), '|', String(Object), '|', String(decl.bind()), '|', String(Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get));
console.log(String(Function.prototype), '|', String([][Symbol.iterator]), '|', String(Symbol.prototype[Symbol.toPrimitive]));
console.log(decl + '' === decl.toString(), decl.toString().length, `${one}`);
try { Function.prototype.toString.call({}); } catch (e) { console.log(e.name, e.message); }
// expect: function decl(a, /* kept */ b) { return a; }
// expect: function   named ( ) { } | (x) =>  x * 2 | x=>x
// expect: m(a) { return a; } | get g() { return 1; } | ['c' + 1]() {} | function () {}
// expect: function max() { [native code] } | function Object() { [native code] } | function () { [native code] } | function get __proto__() { [native code] }
// expect: function () { [native code] } | function values() { [native code] } | function [Symbol.toPrimitive]() { [native code] }
// expect: true 44 x=>x
// expect: TypeError Function.prototype.toString requires that 'this' be a Function
