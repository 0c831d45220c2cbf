// WeakMap and WeakSet: keys, methods, errors.
// stress-every: 20
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var w = new WeakMap(), o = {}, f = function () {}, a = [], y = Symbol('y');
console.log(w.set(o, 1) === w, w.get(o), w.has(o), w.get({}), w.has({}), w.delete(o), w.delete(o), w.get(o));   // expect: true 1 true undefined false true false undefined
w.set(f, 'f').set(a, 'a').set(y, 'y').set(Math, 'Math').set(globalThis, 'global'); console.log(w.get(f), w.get(a), w.get(y), w.get(Math), w.get(globalThis), w.has(Symbol('y')));   // expect: f a y Math global false
console.log(w.get(1), w.has('x'), w.delete(null), w.get(undefined), w.get(Symbol.for('z')));   // expect: undefined false false undefined undefined
console.log(new WeakMap([[o, 2], [a, 3]]).get(a), new WeakSet([o, a, o]).has(a), new WeakSet([o]).has(a), new WeakMap(null).has(o), new WeakSet(undefined).has(o));   // expect: 3 true false false false
var s = new WeakSet(); console.log(s.add(o) === s, s.has(o), s.delete(o), s.delete(o), s.has(o), s.has(1), s.delete('x'));   // expect: true true true false false false false
var keys = []; for (var i = 0; i < 3000; i++) { keys.push(i % 2 ? {n: i} : Object.create(null)); w.set(keys[i], i); } var wrong = 0; for (i = 0; i < 3000; i++) if (w.get(keys[i]) !== i) wrong++; console.log(wrong);   // expect: 0
for (i = 0; i < 3000; i += 2) w.delete(keys[i]); for (i = 0; i < 3000; i++) if (w.has(keys[i]) !== (i % 2 === 1)) wrong++; console.log(wrong, w.get(f));   // expect: 0 f
var p = {}; w.set(p, 'kept'); for (i = 0; i < 300; i++) p['k' + i] = i; console.log(w.get(p)); delete p.k0; Object.freeze(p); Object.setPrototypeOf(o, null); console.log(w.get(p));   // expect: kept
// expect: kept
console.log(Reflect.ownKeys(WeakMap.prototype).map(String).join(), Reflect.ownKeys(WeakSet.prototype).map(String).join(), WeakMap.length, WeakSet.length);   // expect: constructor,delete,get,set,has,Symbol(Symbol.toStringTag) constructor,delete,has,add,Symbol(Symbol.toStringTag) 0 0
console.log(Object.prototype.toString.call(w), Object.prototype.toString.call(s), w.size, typeof w.forEach, typeof w[Symbol.iterator]);   // expect: [object WeakMap] [object WeakSet] undefined undefined undefined
console.log(t(function () { return w.set(1, 2); }));   // expect: TypeError: Invalid value used as weak map key
console.log(t(function () { return w.set('s', 2); }));   // expect: TypeError: Invalid value used as weak map key
console.log(t(function () { return w.set(null, 2); }));   // expect: TypeError: Invalid value used as weak map key
console.log(t(function () { return w.set(Symbol.for('x'), 1); }));   // expect: TypeError: Invalid value used as weak map key
console.log(t(function () { return s.add(1); }));   // expect: TypeError: Invalid value used in weak set
console.log(t(function () { return s.add(Symbol.for('x')); }));   // expect: TypeError: Invalid value used in weak set
console.log(t(function () { return new WeakMap([[1, 2]]); }));   // expect: TypeError: Invalid value used as weak map key
console.log(t(function () { return new WeakSet([1]); }));   // expect: TypeError: Invalid value used in weak set
console.log(t(function () { return WeakMap(); }));   // expect: TypeError: Constructor WeakMap requires 'new'
console.log(t(function () { return WeakSet(); }));   // expect: TypeError: Constructor WeakSet requires 'new'
console.log(t(function () { return new WeakMap(5); }));   // expect: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { return new WeakMap([5]); }));   // expect: TypeError: Iterator value 5 is not an entry object
console.log(t(function () { return WeakMap.prototype.get.call({}); }));   // expect: TypeError: Method WeakMap.prototype.get called on incompatible receiver #<Object>
console.log(t(function () { return WeakMap.prototype.set.call(new Map(), o, 1); }));   // expect: TypeError: Method WeakMap.prototype.set called on incompatible receiver #<Map>
console.log(t(function () { return WeakSet.prototype.add.call(w, o); }));   // expect: TypeError: Method WeakSet.prototype.add called on incompatible receiver #<WeakMap>
console.log(t(function () { return WeakSet.prototype.has.call(1); }));   // expect: TypeError: Method WeakSet.prototype.has called on incompatible receiver 1
console.log(t(function () { return WeakMap.prototype.delete.call(null); }));   // expect: TypeError: Method WeakMap.prototype.delete called on incompatible receiver null
console.log(t(function () { return WeakSet.prototype.delete.call(new Set()); }));   // expect: TypeError: Method WeakSet.prototype.delete called on incompatible receiver #<Set>
