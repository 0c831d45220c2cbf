// Object.create: prototypes, property descriptors, what it refuses.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var proto = {greet: function () { return 'I am ' + this.name; }};
var o = Object.create(proto, {name: {value: 'o', enumerable: true}, hidden: {value: 1}});
console.log(o.greet(), Object.keys(o).join(), Object.getPrototypeOf(o) === proto);   // expect: I am o name true
console.log(Object.getPrototypeOf(Object.create(null)), 'toString' in Object.create(null));   // expect: null false
console.log(Object.create(proto, undefined).name, Object.create(Object.create(proto)).greet === proto.greet);   // expect: undefined true
var order = []; Object.create({}, {get b() { order.push('b'); return {}; }, get a() { order.push('a'); return {}; }});
console.log(order.join());   // expect: b,a
t(function () { return Object.create(1); });   // expect: TypeError: Object prototype may only be an Object or null: 1
t(function () { return Object.create(); });   // expect: TypeError: Object prototype may only be an Object or null: undefined
t(function () { return Object.create('text'); });   // expect: TypeError: Object prototype may only be an Object or null: text
t(function () { return Object.create({}, null); });   // expect: TypeError: Cannot convert undefined or null to object
t(function () { return Object.create({}, {a: 1}); });   // expect: TypeError: Property description must be an object: 1
t(function () { return Object.create({}, {a: {get: 1}}); });   // expect: TypeError: Getter must be a function: 1
t(function () { return Object.create({}, {a: {get: function () {}, value: 1}}); });   // expect: TypeError: Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>
