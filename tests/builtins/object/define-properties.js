// Object.defineProperties takes own enumerable properties, in order, and symbols too.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var s = Symbol('s'), o = {};
Object.defineProperties(o, {x: {value: 1, enumerable: true}, [s]: {value: 2}, y: {get: function () { return this.x + 1; }}});
console.log(o.x, o[s], o.y, Object.keys(o).join());   // expect: 1 2 2 x
var description = Object.create({inherited: {value: 1}}); Object.defineProperty(description, 'hidden', {value: {value: 1}});
console.log(Reflect.ownKeys(Object.defineProperties({}, description)).length);   // expect: 0
t(function () { return Object.defineProperties(1, {}); });   // expect: TypeError: Object.defineProperties called on non-object
t(function () { return Object.defineProperties({}, undefined); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.defineProperties({}, {a: 'x'}); });   // expect: TypeError: Property description must be an object: x
t(function () { return Object.keys(Object.defineProperties([], {0: {value: 'e', enumerable: true}, length: {value: 3}})).length; });   // expect: 1
