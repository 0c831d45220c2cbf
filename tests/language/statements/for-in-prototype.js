// for-in passes over a key that was deleted in the loop also where the object is a prototype or the global object.
var o = { a: 1, b: 2 }, seen = [];
Object.create(o).x;
for (var k in o) { seen.push(k); delete o.b; }
console.log(seen.join());   // expect: a
function F() { }
F.prototype = { a: 1, b: 2, c: 3 };
new F();
seen = [];
for (k in F.prototype) { seen.push(k); delete F.prototype.b; }
console.log(seen.join());   // expect: a,c
seen = [];
for (k in new F()) { seen.push(k); delete F.prototype.c; }
console.log(seen.join());   // expect: a
o = { a: 1, b: 2, c: 3 };
seen = [];
for (k in o) { seen.push(k); Object.create(o).x; delete o.c; }
console.log(seen.join());   // expect: a,b
global.first = 1;
global.second = 2;
seen = [];
for (k in globalThis) if (k === 'first' || k === 'second') { seen.push(k); delete globalThis.second; }
console.log(seen.join());   // expect: first
o = { a: 1, b: 2, c: 3 };
Object.create(o).x;
seen = [];
for (k in o) { seen.push(k); delete o.b; if (k === 'a') o.b = 4; }
console.log(seen.join());   // expect: a,b,c
