// getPrototypeOf, setPrototypeOf, __proto__ as accessor and in literals.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = {who: 'a'}, b = {__proto__: a};
console.log(b.who, Object.getPrototypeOf(b) === a, b.hasOwnProperty('__proto__'), Object.keys({['__proto__']: 1}).join());   // expect: a true false __proto__
console.log(Object.setPrototypeOf(b, null) === b, b.who, b.__proto__);   // expect: true undefined undefined
console.log(Object.getPrototypeOf('x') === String.prototype, Object.getPrototypeOf(1) === Number.prototype);   // expect: true true
var c = {}; c.__proto__ = a; c.__proto__ = 5; console.log(c.who, c.__proto__ === a);   // expect: a true
t(function () { a.__proto__ = c; });   // expect: TypeError: Cyclic __proto__ value
t(function () { Object.setPrototypeOf({}, 1); });   // expect: TypeError: Object prototype may only be an Object or null: 1
t(function () { Object.setPrototypeOf({}); });   // expect: TypeError: Object prototype may only be an Object or null: undefined
t(function () { Object.setPrototypeOf(undefined, {}); });   // expect: TypeError: Object.setPrototypeOf called on null or undefined
t(function () { return Object.setPrototypeOf(1, {}); });   // expect: 1
t(function () { Object.getPrototypeOf(null); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { Object.setPrototypeOf(Object.prototype, {}); });   // expect: TypeError: Immutable prototype object 'Object.prototype' cannot have their prototype set
t(function () { Object.setPrototypeOf(Object.preventExtensions({}), {}); });   // expect: TypeError: #<Object> is not extensible
t(function () { return Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get.call(null); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').set.name; });   // expect: set __proto__
function F() {} var f = new F(); F.prototype.m = function () { return 'm'; }; console.log(f.m());   // expect: m
Object.setPrototypeOf(F.prototype, {deep: 'd'}); console.log(f.deep, f instanceof F);   // expect: d true
F.prototype = {}; console.log(f instanceof F, f.m(), new F().m);   // expect: false m undefined
