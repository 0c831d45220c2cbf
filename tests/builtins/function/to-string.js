// Function.prototype.toString gives the source text, or [native code].
function decl(a, /* kept */ b) { return a; }
var expr = function   named ( ) { }, arrow = (x) =>  x * 2, one = x=>x, o = {m(a) { return a; }, get g() { return 1; }, ['c' + 1]() {}, f: function () {}};
console.log(String(decl), '|', String(expr), '|', String(arrow), '|', String(one));   // expect: function decl(a, /* kept */ b) { return a; } | function   named ( ) { } | (x) =>  x * 2 | x=>x
console.log(String(o.m), '|', String(Object.getOwnPropertyDescriptor(o, 'g').get), '|', String(o.c1), '|', String(o.f));   // expect: m(a) { return a; } | get g() { return 1; } | ['c' + 1]() {} | function () {}
console.log(String(Math.max), '|', String(Object), '|', String(decl.bind()), '|', String(Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get));   // expect: function max() { [native code] } | function Object() { [native code] } | function () { [native code] } | function get __proto__() { [native code] }
console.log(String(Function.prototype), '|', String([][Symbol.iterator]), '|', String(Symbol.prototype[Symbol.toPrimitive]));   // expect: function () { [native code] } | function values() { [native code] } | function [Symbol.toPrimitive]() { [native code] }
console.log(decl + '' === decl.toString(), decl.toString().length, `${one}`);   // expect: true 44 x=>x
try { Function.prototype.toString.call({}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Function.prototype.toString requires that 'this' be a Function
// a builtin function shows the name that it was made with, as a key that could stand there
Object.defineProperty(Math.max, 'name', { value: 'a b' });
delete Math.min.name;
console.log(Math.max + '', Math.min + '', Object.getOwnPropertyDescriptor(Map.prototype, 'size').get + '');   // expect: function max() { [native code] } function min() { [native code] } function get size() { [native code] }
console.log(Object.getOwnPropertyDescriptor(RegExp, '$&').get + '', Object.getOwnPropertyDescriptor(RegExp, '$1').get + '', Object.getOwnPropertyDescriptor(RegExp, Symbol.species).get + '');
// expect: function get "$&"() { [native code] } function get $1() { [native code] } function get [Symbol.species]() { [native code] }
