// Function.prototype.toString gives the source text, or [native code].
function decl(a, /* kept */ b) { return a; }
var expr = function   named ( ) { }, arrow = (x) =>  x * 2, one = x=>x, o = {m(a) { return a; }, get g() { return 1; }, ['c' + 1]() {}, f: function () {}};
console.log(String(decl), '|', String(expr), '|', String(arrow), '|', String(one));   // expect: function decl(a, /* kept */ b) { return a; } | function   named ( ) { } | (x) =>  x * 2 | x=>x
console.log(String(o.m), '|', String(Object.getOwnPropertyDescriptor(o, 'g').get), '|', String(o.c1), '|', String(o.f));   // expect: m(a) { return a; } | get g() { return 1; } | ['c' + 1]() {} | function () {}
console.log(String(Math.max), '|', String(Object), '|', String(decl.bind()), '|', String(Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get));   // expect: function max() { [native code] } | function Object() { [native code] } | function () { [native code] } | function get __proto__() { [native code] }
console.log(String(Function.prototype), '|', String([][Symbol.iterator]), '|', String(Symbol.prototype[Symbol.toPrimitive]));   // expect: function () { [native code] } | function values() { [native code] } | function [Symbol.toPrimitive]() { [native code] }
console.log(decl + '' === decl.toString(), decl.toString().length, `${one}`);   // expect: true 44 x=>x
try { Function.prototype.toString.call({}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Function.prototype.toString requires that 'this' be a Function
