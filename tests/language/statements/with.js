// with: names found in the object, assignments, closures, nesting, primitive values.
var o = {x: 1, f: function () { return this === o; }}, x = 'outer', y = 'y';
with (o) { console.log(x, y, f()); x = 2; y = 'changed'; var z = 'declared'; }
console.log(o.x, x, y, z);
var g; with ({a: 1}) { g = function () { return a; }; } console.log(g());
with ({a: 1}) with ({b: 2}) console.log(a + b);
with ('str') console.log(length);
try { with (null) {} } catch (e) { console.log(e instanceof TypeError); }
// expect: 1 y true
// expect: 2 outer changed declared
// expect: 1
// expect: 3
// expect: 3
// expect: true
