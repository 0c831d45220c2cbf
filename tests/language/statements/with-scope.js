// with: the object's properties come first, also for calls, assignments, closures, and Symbol.unscopables.
var o = {x: 1, f: function () { return this === o; }}, x = 'outer', y = 'outer y';
with (o) { console.log(x, y, f()); x = 2; y = 'changed'; var z = 'declared'; }   // expect: 1 outer y true
console.log(o.x, x, y, z, 'y' in o, 'z' in o);   // expect: 2 outer changed declared false false
with (o) { var x = 3; } console.log(o.x, x);   // expect: 3 outer
with ({a: 1}) with ({b: 2, a: 3}) console.log(a + b);   // expect: 5
var fn; with ({n: 1}) { fn = function () { return n++; }; } fn(); console.log(fn());   // expect: 2
with (o) { added = 5; let x = 'let'; console.log(x, typeof added); }   // expect: let number
console.log(o.x, added);   // expect: 3 5
with ({p: 1}) { p += 5; delete p; console.log(typeof p); }   // expect: undefined
with ([1, 2, 3]) console.log(length, join('-'), typeof values);   // expect: 3 1-2-3 undefined
with (Object.create({inherited: 'yes'})) console.log(inherited);   // expect: yes
with ({[Symbol.unscopables]: {hidden: true}, hidden: 1, shown: 2}) console.log(typeof hidden, shown);   // expect: undefined 2
try { with (null) ; } catch (e) { console.log(e.message); }   // expect: Cannot convert undefined or null to object
with ('text') console.log(length, charAt(1));   // expect: 4 e
with ({get g() { return 'got'; }, set g(v) { console.log('set ' + v); }}) { g = g; }   // expect: set got
with (Math) console.log(max(1, floor(5.7)), PI > 3);   // expect: 5 true
