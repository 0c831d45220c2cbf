// Object.create: prototypes, property descriptors, what it refuses.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var proto = {greet: function () { return 'I am ' + this.name; }};
var o = Object.create(proto, {name: {value: 'o', enumerable: true}, hidden: {value: 1}});
console.log(o.greet(), Object.keys(o).join(), Object.getPrototypeOf(o) === proto);
console.log(Object.getPrototypeOf(Object.create(null)), 'toString' in Object.create(null));
console.log(Object.create(proto, undefined).name, Object.create(Object.create(proto)).greet === proto.greet);
var order = []; Object.create({}, {get b() { order.push('b'); return {}; }, get a() { order.push('a'); return {}; }}); console.log(order.join());
t(function () { return Object.create(1); });
t(function () { return Object.create(); });
t(function () { return Object.create('text'); });
t(function () { return Object.create({}, null); });
t(function () { return Object.create({}, {a: 1}); });
t(function () { return Object.create({}, {a: {get: 1}}); });
t(function () { return Object.create({}, {a: {get: function () {}, value: 1}}); });
// expect: I am o name true
// expect: null false
// expect: undefined true
// expect: b,a
// expect: TypeError: Object prototype may only be an Object or null: 1
// expect: TypeError: Object prototype may only be an Object or null: undefined
// expect: TypeError: Object prototype may only be an Object or null: text
// expect: TypeError: Cannot convert undefined or null to object
// expect: TypeError: Property description must be an object: 1
// expect: TypeError: Getter must be a function: 1
// expect: TypeError: Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>
