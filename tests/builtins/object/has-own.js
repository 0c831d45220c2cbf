// hasOwnProperty, Object.hasOwn, propertyIsEnumerable, isPrototypeOf.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var o = {a: undefined, 5: 1, [Symbol.for('s')]: 1};
console.log(o.hasOwnProperty('a'), o.hasOwnProperty('toString'), o.hasOwnProperty(5), o.hasOwnProperty('5'), o.hasOwnProperty(Symbol.for('s')));   // expect: true false true true true
console.log(Object.hasOwn('abc', 'length'), Object.hasOwn('abc', 2), Object.hasOwn('abc', 3), Object.hasOwn([1], 'length'), Object.hasOwn([, 1], 0));   // expect: true true false true false
console.log(Object.hasOwn(Object.create(null, {k: {value: 1}}), 'k'), 'x'.hasOwnProperty(0), (function f() {}).hasOwnProperty('name'));   // expect: true true true
console.log(o.propertyIsEnumerable('a'), [].propertyIsEnumerable('length'), o.propertyIsEnumerable('toString'), [7].propertyIsEnumerable(0), 'x'.propertyIsEnumerable(0));   // expect: true false false true true
console.log(Object.prototype.isPrototypeOf([]), Array.prototype.isPrototypeOf([]), o.isPrototypeOf(o), Object.prototype.isPrototypeOf(1));   // expect: true true false false
t(function () { return Object.hasOwn(null, 'a'); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.prototype.hasOwnProperty.call(undefined, 'a'); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.prototype.propertyIsEnumerable.call(null, 'a'); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.prototype.isPrototypeOf.call(null, 1) + ',' + Object.prototype.isPrototypeOf.call(1, {}); });   // expect: false,false
t(function () { return Object.prototype.isPrototypeOf.call(null, {}); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { var order = []; try { Object.prototype.hasOwnProperty.call(null, {toString: function () { order.push('key'); return 'k'; }}); } catch (e) { return order + e.name; } });   // expect: keyTypeError
