// A bound function takes 64 bytes, 16 more and 8 for each argument it keeps; 88 if of a closure with its own context.
// flags: --expose-gc
// stress-every: 500
function used() { gc(); return process.memoryUsage().heapUsed; }
function cost(make) {
  var list = new Array(2000), before = used();
  for (var i = 0; i < 2000; i++) list[i] = make(i);
  var each = (used() - before) / 2000;
  return Math.round(each / 8) * 8;
}
function tick(a, b) { return this + a + b; }
var other = Object.setPrototypeOf(function () { }, { __proto__: Function.prototype });
console.log(cost(function (i) { return tick.bind(i); }), cost(function (i) { return tick.bind(i, 1, 2); }));           // expect: 64 96
console.log(cost(function (i) { return other.bind(i); }), cost(function (i) { return function () { return i; }; }));   // expect: 64 88
// the name is put together when somebody asks for it, the target's as it was
var bound = tick.bind(1), twice = bound.bind(2, 3);
Object.defineProperty(tick, 'name', { value: 'later' });
console.log(bound.name, twice.name, tick.bind().name, bound.length, twice.length);   // expect: bound tick bound bound tick bound later 2 1
console.log(bound(2, 3), twice(4), bound.name === bound.name);                       // expect: 6 8 true
Object.defineProperty(bound, 'name', { value: 'mine' });
console.log(bound.name, Object.getOwnPropertyNames(bound).join());                   // expect: mine length,name
delete bound.name;
delete bound.length;
console.log(bound.name === '', bound.length, Object.getOwnPropertyNames(bound).length, bound(2, 3));   // expect: true 0 0 6
console.log(Object.getOwnPropertyNames(Function.prototype.bind.call(other)).join(), Object.getPrototypeOf(other.bind()) === Object.getPrototypeOf(other));   // expect: length,name true
