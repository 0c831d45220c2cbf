// Map: construction from iterables, subclasses by Reflect.construct, properties.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
console.log(new Map().size, new Map(null).size, new Map(undefined).size, new Map([]).size, new Map([[1, 2], [3, 4]]).get(3), new Map(new Map([['a', 'b']])).get('a'), new Map([[]]).has(undefined), new Map([{0: 'k', 1: 'v'}]).get('k'));   // expect: 0 0 0 0 4 b true v
var closed = 0, iterable = {[Symbol.iterator]: function () { var n = 0; return {next: function () { return {value: n++ < 2 ? [n, n] : 5, done: false}; }, return: function () { closed++; return {}; }}; }};
console.log(t(function () { new Map(iterable); }), closed);   // expect: TypeError: Iterator value 5 is not an entry object 1
var set = Map.prototype.set, calls = []; Map.prototype.set = function (k, v) { calls.push(k + '=' + v + arguments.length); return set.call(this, k, v); };
console.log(new Map([['a', 1], ['b', 2]]).size, calls.join()); Map.prototype.set = 5; console.log(t(function () { new Map([]); }), new Map().size); Map.prototype.set = set;   // expect: 2 a=12,b=22
// expect: TypeError: '5' returned for property 'set' of object '#<Map>' is not a function 0
function Sub() {} Sub.prototype = Object.create(Map.prototype); var sub = Reflect.construct(Map, [[[1, 2]]], Sub); console.log(sub instanceof Sub, sub.get(1), sub.size);   // expect: true 2 1
console.log(t(function () { Map(); }));   // expect: TypeError: Constructor Map requires 'new'
console.log(t(function () { new Map(1); }));   // expect: TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { new Map({}); }));   // expect: TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { new Map([1]); }));   // expect: TypeError: Iterator value 1 is not an entry object
console.log(t(function () { new Map(['ab']); }));   // expect: TypeError: Iterator value ab is not an entry object
console.log(t(function () { new Map([null]); }));   // expect: TypeError: Iterator value null is not an entry object
console.log(Reflect.ownKeys(Map.prototype).map(String).join());   // expect: constructor,get,set,has,delete,clear,entries,forEach,keys,size,values,Symbol(Symbol.toStringTag),Symbol(Symbol.iterator)
console.log(Map.prototype.entries === Map.prototype[Symbol.iterator], Map[Symbol.species] === Map, Map.prototype.constructor === Map, Object.getOwnPropertyDescriptor(Map.prototype, 'size').get.name, Object.getOwnPropertyDescriptor(Map.prototype, 'size').set);   // expect: true true true get size undefined
console.log(Map.prototype.set.length, Map.prototype.get.length, Map.prototype.forEach.length, Map.prototype.delete.name, Map.prototype[Symbol.iterator].name, JSON.stringify(Object.getOwnPropertyDescriptor(Map.prototype, Symbol.toStringTag)));   // expect: 2 1 1 delete entries {"value":"Map","writable":false,"enumerable":false,"configurable":true}
