// Set: add, has, delete, clear, size, order, iteration.
// stress-every: 20
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var s = new Set([3, 1, 2, 3, 1]), o = {};
console.log(s.size, Array.from(s).join(), s.add(4) === s, s.has(4), s.has('4'), s.delete(1), s.delete(1), [...s].join());   // expect: 3 3,1,2 true true false true false 3,2,4
console.log(new Set([NaN, NaN, 0, -0, '0']).size, Object.is([...new Set([-0])][0], 0), new Set([o, o, {}]).size, new Set('hello').size, [...new Set('hello')].join(''));   // expect: 3 true 2 4 helo
console.log(JSON.stringify([...s.entries()]), JSON.stringify([...s.keys()]), JSON.stringify([...s.values()]));   // expect: [[3,3],[2,2],[4,4]] [3,2,4] [3,2,4]
s.forEach(function (v, k, self) { console.log(v, k, self === s, this.t); }, {t: 1});   // expect: 3 3 true 1
// expect: 2 2 true 1
// expect: 4 4 true 1
var out = []; for (var v of s) { out.push(v); if (v < 20) s.add(v + 10); } console.log(out.join());   // expect: 3,2,4,13,12,14,23,22,24
out = []; s = new Set([1, 2, 3]); s.forEach(function (x) { out.push(x); s.delete(x); if (out.length < 10) s.add(x); }); console.log(out.join(), s.size);   // expect: 1,2,3,1,2,3,1,2,3,1,2,3 0
s.clear(); console.log(s.size, s.has(1), [...s].length);   // expect: 0 false 0
var big = new Set(); for (var i = 0; i < 10000; i++) big.add('key' + i % 5000).add(i % 777); console.log(big.size);   // expect: 5777
var objects = []; for (i = 0; i < 2000; i++) objects.push({}); var all = new Set(objects); console.log(all.size, objects.every(function (x) { return all.has(x); }), all.has({}));   // expect: 2000 true false
console.log(Reflect.ownKeys(Set.prototype).map(String).join(), Set.prototype.keys === Set.prototype.values, Set.prototype[Symbol.iterator] === Set.prototype.values, Set.prototype.keys.name, Set[Symbol.species] === Set);   // expect: constructor,has,add,delete,clear,entries,forEach,size,values,keys,Symbol(Symbol.toStringTag),Symbol(Symbol.iterator) true true values true
console.log(Object.prototype.toString.call(s), Object.prototype.toString.call(s.values()), Set.length, Set.prototype.add.length);   // expect: [object Set] [object Set Iterator] 0 1
console.log(t(function () { return Set(); }));   // expect: TypeError: Constructor Set requires 'new'
console.log(t(function () { return new Set(1); }));   // expect: TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { return new Set({}); }));   // expect: TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { return new Set(true); }));   // expect: TypeError: boolean true is not iterable (cannot read property Symbol(Symbol.iterator))
console.log(t(function () { return Set.prototype.add.call({}, 1); }));   // expect: TypeError: Method Set.prototype.add called on incompatible receiver #<Object>
console.log(t(function () { return Set.prototype.add.call(new Map(), 1); }));   // expect: TypeError: Method Set.prototype.add called on incompatible receiver #<Map>
console.log(t(function () { return Set.prototype.keys.call({}); }));   // expect: TypeError: Method Set.prototype.values called on incompatible receiver #<Object>
console.log(t(function () { return Set.prototype.entries.call(5); }));   // expect: TypeError: Method Set.prototype.entries called on incompatible receiver 5
console.log(t(function () { return Set.prototype.size; }));   // expect: TypeError: Method get Set.prototype.size called on incompatible receiver #<Set>
console.log(t(function () { return new Set().forEach(1); }));   // expect: TypeError: number 1 is not a function
console.log(t(function () { return new Set().values().next.call([]); }));   // expect: TypeError: Method Set Iterator.prototype.next called on incompatible receiver [object Array]
var add = Set.prototype.add; Set.prototype.add = function (x) { return add.call(this, x * 2); }; console.log([...new Set([1, 2])].join()); Set.prototype.add = null; console.log(t(function () { new Set([1]); }), new Set().size); Set.prototype.add = add;   // expect: 2,4
// expect: TypeError: 'null' returned for property 'add' of object '#<Set>' is not a function 0
