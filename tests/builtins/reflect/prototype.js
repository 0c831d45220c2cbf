// Reflect's functions for prototypes and extensibility: what they return, cycles, errors.
console.log(Reflect.getPrototypeOf([]) === Array.prototype, Reflect.getPrototypeOf(Object.create(null)));   // expect: true null
var o = {}; console.log(Reflect.setPrototypeOf(o, null), Reflect.getPrototypeOf(o));   // expect: true null
console.log(Reflect.setPrototypeOf(Object.preventExtensions({}), {}), Reflect.setPrototypeOf(Object.prototype, {}), Reflect.setPrototypeOf(Object.prototype, null));   // expect: false false true
var base = {}, derived = Object.create(base); console.log(Reflect.setPrototypeOf(base, derived));   // expect: false
console.log(Reflect.isExtensible(o), Reflect.preventExtensions(o), Reflect.isExtensible(o), Reflect.preventExtensions(o));   // expect: true true false true
function fails(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
fails(function () { Reflect.setPrototypeOf({}); });   // expect: TypeError: Object prototype may only be an Object or null: undefined
fails(function () { Reflect.isExtensible(1); });   // expect: TypeError: Reflect.isExtensible called on non-object
fails(function () { Reflect.getPrototypeOf(1); });   // expect: TypeError: Reflect.getPrototypeOf called on non-object
