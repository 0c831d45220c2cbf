// options.sorted as a function that compares entries; what it throws comes out.
var util = require('util');
function down(a, b) { return a < b ? 1 : -1; }
console.log(util.inspect({a: 1, c: {x: 1, y: 2}, b: [3, 1]}, {sorted: down}));
// expect: { c: { y: 2, x: 1 }, b: [ 3, 1 ], a: 1 }
console.log(util.inspect(new Set([1, 3, 2]), {sorted: down}));
// expect: Set(3) { 3, 2, 1 }
var list = [3, 1]; list.x = 1; list.y = 2;
console.log(util.inspect(list, {sorted: down}));
// expect: [ 3, 1, y: 2, x: 1 ]
console.log(util.inspect(new Map([['a', 1], ['b', 2]]), {sorted: down, compact: false}));
// expect: Map(2) {
// expect:   'b' => 2,
// expect:   'a' => 1
// expect: }
function fail() { throw new RangeError('no order'); }
try { util.inspect({a: 1, b: 2}, {sorted: fail}); } catch (e) { console.log(e.name + ': ' + e.message); }
// expect: RangeError: no order
try { util.inspect({a: 1, b: 2}, {sorted: 1}); } catch (e) { console.log(e.name); }
// expect: TypeError
console.log(util.inspect({a: 1, b: 2}, {sorted: 0}));
// expect: { a: 1, b: 2 }
