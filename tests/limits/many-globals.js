// Globals in any number, found in the same time whether they are few or many.
// skip-stress
var N = 200000;
function repeat(count, piece, between) {
  var parts = [];
  for (var k = 0; k < count; k++) parts.push(piece(k));
  return parts.join(between);
}
var before = Object.keys(globalThis).length;
console.log((0, eval)(repeat(N, function (k) { return 'var v' + k + '=' + k; }, ';') + '; v0 + v199999'));   // expect: 199999
console.log(Object.keys(globalThis).length - before, globalThis.v70000);     // expect: 200000 70000
(0, eval)(repeat(N, function (k) { return 'function f' + k + '() { return ' + k + '}'; }, ''));
console.log(f0() + f199999(), f70000.name, typeof f200000);                  // expect: 199999 f70000 undefined
(0, eval)('w = 0;' + repeat(N, function (k) { return 'w += v' + k; }, ';'));
console.log(w);                                                              // expect: 19999900000
// many are removed, and the others stay in order
for (var i = 0; i < 190000; i++) delete globalThis['v' + i];
var rest = Object.keys(globalThis).filter(function (name) { return /^v\d+$/.test(name); });
console.log(rest.length, rest[0], rest[9999], v190000 + v199999, typeof v189999);   // expect: 10000 v190000 v199999 389999 undefined
// properties of a prototype
function Many() {}
var one = new Many();
for (i = 0; i < 20000; i++) Many.prototype['m' + i] = i;
for (var sum = 0, k = 0; k < 20000; k++) sum += one['m' + k];
console.log(sum, 'm20000' in one, Object.keys(Many.prototype).length);       // expect: 199990000 false 20000
for (i = 0; i < 100; i++) delete Many.prototype['m' + i];
console.log(one.m99, one.m100, one.m19999, Object.keys(Many.prototype)[0]);  // expect: undefined 100 19999 m100
