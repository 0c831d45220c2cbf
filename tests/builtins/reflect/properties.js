// Reflect's functions for properties: receivers, what they return, order of keys, errors.
console.log(Reflect.get({get x() { return this.y; }}, 'x', {y: 5}), Reflect.get([1, 2], 1), Reflect.get([1, 2], 'length'));   // expect: 5 2 2
var r = {}; console.log(Reflect.set({set x(v) { this.z = v; }}, 'x', 4, r), r.z, Reflect.set({x: 1}, 'x', 6, r), r.x);   // expect: true 4 true 6
console.log(Reflect.set(Object.freeze({a: 1}), 'a', 2), Reflect.set({}, 'a', 1, 5), Reflect.set({get a() { return 1; }}, 'a', 1), Reflect.set({x: 1}, 'x', 4, Object.freeze({})));   // expect: false false false false
var a = [1, 2, 3]; console.log(Reflect.set(a, 'length', 1), a.join());   // expect: true 1
var o = {}; console.log(Reflect.defineProperty(o, 'a', {value: 1}), o.a, Reflect.defineProperty(o, 'a', {value: 2}), o.a, Reflect.deleteProperty(o, 'a'), Reflect.deleteProperty(o, 'b'));   // expect: true 1 false 1 false true
var d = Reflect.getOwnPropertyDescriptor(o, 'a'); console.log(d.value, d.writable, d.enumerable, d.configurable, Reflect.getOwnPropertyDescriptor(o, 'b'));   // expect: 1 false false false undefined
console.log(Reflect.has({a: 1}, 'a'), Reflect.has({}, 'toString'), Reflect.has([1], 0), Reflect.has([1], 1));   // expect: true true true false
o = {b: 1, 2: 1, a: 1, 1: 1}; o[Symbol('s')] = 1; console.log(Reflect.ownKeys(o).map(String).join(), Reflect.ownKeys([1, 2]).join());   // expect: 1,2,b,a,Symbol(s) 0,1,length
console.log(Object.prototype.toString.call(Reflect), typeof Reflect);   // expect: [object Reflect] object
function fails(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
fails(function () { Reflect.get(1, 'a'); });   // expect: TypeError: Reflect.get called on non-object
fails(function () { Reflect.ownKeys('a'); });   // expect: TypeError: Reflect.ownKeys called on non-object
fails(function () { Reflect.defineProperty({}, 'a', 1); });   // expect: TypeError: Property description must be an object: 1
fails(function () { Reflect.get({}, {toString: function () { throw new Error('key'); }}); });   // expect: Error: key
