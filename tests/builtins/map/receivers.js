// Map: methods on what is no map.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
console.log(t(function () { Map.prototype.get.call({}, 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.get.call(1, 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver 1
console.log(t(function () { Map.prototype.get.call('s', 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver s
console.log(t(function () { Map.prototype.get.call(null, 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver null
console.log(t(function () { Map.prototype.get.call(undefined, 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver undefined
console.log(t(function () { Map.prototype.get.call(new Set(), 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver #<Set>
console.log(t(function () { Map.prototype.get.call([], 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver [object Array]
console.log(t(function () { Map.prototype.get.call(new WeakMap(), 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver #<WeakMap>
console.log(t(function () { Map.prototype.get.call(Map.prototype, 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver #<Map>
console.log(t(function () { Map.prototype.get.call(Symbol("x"), 1); }));   // expect: TypeError: Method Map.prototype.get called on incompatible receiver Symbol(x)
console.log(t(function () { Map.prototype.set.call({}); }));   // expect: TypeError: Method Map.prototype.set called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.has.call({}); }));   // expect: TypeError: Method Map.prototype.has called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.delete.call({}); }));   // expect: TypeError: Method Map.prototype.delete called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.clear.call({}); }));   // expect: TypeError: Method Map.prototype.clear called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.keys.call({}); }));   // expect: TypeError: Method Map.prototype.keys called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.values.call({}); }));   // expect: TypeError: Method Map.prototype.values called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.entries.call({}); }));   // expect: TypeError: Method Map.prototype.entries called on incompatible receiver #<Object>
console.log(t(function () { Map.prototype.forEach.call({}); }));   // expect: TypeError: Method Map.prototype.forEach called on incompatible receiver #<Object>
console.log(t(function () { return Map.prototype.size; }));   // expect: TypeError: Method get Map.prototype.size called on incompatible receiver #<Map>
console.log(t(function () { new Map().keys().next.call({}); }));   // expect: TypeError: Method Map Iterator.prototype.next called on incompatible receiver #<Object>
console.log(t(function () { new Map().keys().next.call(new Set().keys()); }));   // expect: TypeError: Method Map Iterator.prototype.next called on incompatible receiver #<Object>
console.log(t(function () { new Map().forEach(); }));   // expect: TypeError: undefined is not a function
console.log(t(function () { new Map().forEach(1); }));   // expect: TypeError: number 1 is not a function
console.log(t(function () { new Map().forEach(null); }));   // expect: TypeError: object null is not a function
console.log(t(function () { new Map().forEach('s'); }));   // expect: TypeError: string "s" is not a function
console.log(t(function () { new Map().forEach({}); }));   // expect: TypeError: object is not a function
console.log(t(function () { new Map().forEach(true); }));   // expect: TypeError: boolean true is not a function
console.log(t(function () { new Map().forEach(Symbol('x')); }));   // expect: TypeError: symbol is not a function
console.log(t(function () { new Map([[1, 2]]).forEach(function () { throw new Error('in callback'); }); }));   // expect: Error: in callback
