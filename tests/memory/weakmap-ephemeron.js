// An entry of a WeakMap lives while its key does, even if its value refers to the key.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
var map = new WeakMap(), before = used(), key = {};
map.set(key, {key: key, data: new Array(1000000).fill(0)});
console.log(used() - before > 7e6, map.has(key));   // expect: true true
key = null;
console.log(used() - before < 1e6);                 // expect: true
var a = {}, b = {}, c = {};
map.set(a, b); map.set(b, c); map.set(c, new Array(1000000).fill(0));
b = c = null;
console.log(used() - before > 7e6);                 // expect: true
console.log(map.get(map.get(map.get(a))).length);   // expect: 1000000
a = null;
console.log(used() - before < 1e6);                 // expect: true
