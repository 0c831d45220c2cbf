// Registers above the innermost frame are cleared in a collection: what calls left there is no value of later frames.
// flags: --expose-gc --verify-heap
function deep(n, o) { return n === 0 ? 0 : deep(n - 1, {next: o}) + 1; }
function wide(f) {
  return [[{}, [{}, [{}, [{}, [{}, [{}, f({}, [{}, [{}, [{}, [{}]]]])]]]]]]].length;
}
function both(n) {
  var depth = deep(n, null);   // leaves its objects in registers
  return depth + wide(function () { gc(); return wide(function () { gc({type: 'minor'}); return 1; }); });
}
console.log(both(10), both(3000), both(10), both(3000));   // expect: 11 3001 11 3001
[5, 3, 4].sort(function (a, b) { deep(2000, {}); gc({type: 'minor'}); deep(10, {}); return a - b; }).forEach(function (n) {
  console.log(n, deep(n, {}));
});
// expect: 3 3
// expect: 4 4
// expect: 5 5
var objects = [];
for (var i = 0; i < 20; i++) objects.push(deep(i * 20, {}), wide(Object));
gc();
console.log(objects.length, objects[38]);   // expect: 40 380
// stress-every: 23
