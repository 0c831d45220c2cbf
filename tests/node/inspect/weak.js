// WeakMap and WeakSet with showHidden: what they hold, in the order of the texts.
var inspect = require('util').inspect;
var a = {a: 1}, b = [1, 2], c = {c: {d: {e: {}}}};
console.log(inspect(new WeakMap(), {showHidden: true}), inspect(new WeakSet(), {showHidden: true}), new WeakSet([a]));
// expect: WeakMap {  } WeakSet {  } WeakSet { <items unknown> }
console.log(inspect(new WeakSet([c, b, a]), {showHidden: true}));
// expect: WeakSet { [ 1, 2, [length]: 2 ], { a: 1 }, { c: { d: [Object] } } }
console.log(inspect(new WeakMap([[c, 'x'], [a, b], [b, a]]), {showHidden: true, depth: 1}));
// expect: WeakMap {
// expect:   [ 1, 2, [length]: 2 ] => { a: 1 },
// expect:   { a: 1 } => [ 1, 2, [length]: 2 ],
// expect:   { c: [Object] } => 'x'
// expect: }
console.log(inspect(new WeakMap([[a, 1]]), {showHidden: true, maxArrayLength: 0}));
// expect: WeakMap { ... 1 more item }
console.log(inspect({m: new WeakMap([[a, c]])}, {showHidden: true, colors: true, depth: 2}).length);
// expect: 66
