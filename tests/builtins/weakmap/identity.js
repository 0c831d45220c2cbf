// Objects keep their identity as keys while their properties take other forms and collections move them.
// stress-every: 10
// flags: --expose-gc
var gc = globalThis.gc || function () {};
var kinds = [{}, {a: 1}, [], [1], function () {}, Object.create(null), new Date(0), new Error('e'), /x/, new Map(), new String('s'), Math, (function () { return arguments; })(1), globalThis, Map, [].values()];
var map = new Map(), weak = new WeakMap(), i, k, wrong = 0;
kinds.forEach(function (o, n) { map.set(o, n); weak.set(o, n); });
function check() { gc(); kinds.forEach(function (o, n) { if (map.get(o) !== n || weak.get(o) !== n) wrong++; }); return wrong; }
console.log(check());   // expect: 0
for (i = 0; i < 300; i++) kinds.forEach(function (o, n) { if (n !== 11 && n !== 13) o['p' + i] = i; });
console.log(check());   // expect: 0
kinds.forEach(function (o, n) { if (n !== 11 && n !== 13) for (i = 0; i < 290; i++) delete o['p' + i]; });
console.log(check(), kinds[0].p295);   // expect: 0 295
kinds.forEach(function (o, n) { if (n !== 11 && n !== 13) for (i = 0; i < 500; i++) o['q' + i] = i; });
console.log(check());   // expect: 0
kinds.forEach(function (o, n) { if (n !== 11 && n !== 13 && n !== 14) Object.setPrototypeOf(o, {x: 1}); });
console.log(check());   // expect: 0
kinds.forEach(function (o, n) { if (n !== 13 && n !== 11) Object.preventExtensions(o); });
console.log(check(), map.size);   // expect: 0 16
var late = {}; for (i = 0; i < 300; i++) late['z' + i] = 1; map.set(late, 'late'); gc(); for (i = 0; i < 300; i++) late['y' + i] = 1; console.log(map.get(late));   // expect: late
