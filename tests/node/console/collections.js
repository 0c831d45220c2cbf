// console.table and console.log of Map, Set and their iterators.
console.table(new Map([['k', 1], ['l', {a: 1}]]));
// expect: ┌───────────────────┬─────┬──────────┐
// expect: │ (iteration index) │ Key │ Values   │
// expect: ├───────────────────┼─────┼──────────┤
// expect: │ 0                 │ 'k' │ 1        │
// expect: │ 1                 │ 'l' │ { a: 1 } │
// expect: └───────────────────┴─────┴──────────┘
console.table(new Set([1, 'x']));
// expect: ┌───────────────────┬────────┐
// expect: │ (iteration index) │ Values │
// expect: ├───────────────────┼────────┤
// expect: │ 0                 │ 1      │
// expect: │ 1                 │ 'x'    │
// expect: └───────────────────┴────────┘
console.log(new Map(), new Set(), new Map([['a', 1], [{b: 2}, [3]]]), new Set([1, 'x', {y: 1}]));
// expect: Map(0) {} Set(0) {} Map(2) { 'a' => 1, { b: 2 } => [ 3 ] } Set(3) { 1, 'x', { y: 1 } }
console.log(new Map([['a', 1]]).entries(), new Map([['a', 1]]).keys(), new Set([1]).values(), new Set([1]).entries());
// expect: [Map Entries] { [ 'a', 1 ] } [Map Iterator] { 'a' } [Set Iterator] { 1 } [Set Entries] { [ 1, 1 ] }
var iterator = new Map([['a', 1], ['b', 2]]).values();
iterator.next();
console.log(iterator, iterator.next().value);   // expect: [Map Iterator] {  } 2
console.log({m: {n: {o: new Map([[1, {a: 1}]])}}});   // expect: { m: { n: { o: [Map] } } }
var self = new Map();
self.set('self', self);
console.log(self);   // expect: <ref *1> Map(1) { 'self' => [Circular *1] }
console.log(Object.assign(new Map([[1, 2]]), {x: 1}), Object.assign(new Set(), {x: 1}));
// expect: Map(1) { 1 => 2, x: 1 } Set(0) { x: 1 }
console.log(new WeakMap(), new WeakSet());   // expect: WeakMap { <items unknown> } WeakSet { <items unknown> }
var many = new Set();
for (var i = 0; i < 110; i++) many.add(i);
console.log(require('util').inspect(many).split('\n').length, require('util').inspect(many, {maxArrayLength: 1}));
// expect: 103 Set(110) { 0, ... 109 more items }
console.log(new Map([[{long: 'x'.repeat(60)}, {long: 'y'.repeat(60)}]]));
// expect: Map(1) {
// expect:   {
// expect:     long: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect:   } => {
// expect:     long: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
// expect:   }
// expect: }
