// console.table
console.table([{a: 1, b: 'x'}, {a: 2, c: true}]);
// expect: ┌─────────┬───┬─────┬──────┐
// expect: │ (index) │ a │ b   │ c    │
// expect: ├─────────┼───┼─────┼──────┤
// expect: │ 0       │ 1 │ 'x' │      │
// expect: │ 1       │ 2 │     │ true │
// expect: └─────────┴───┴─────┴──────┘
console.table([1, 2, 'x']);
// expect: ┌─────────┬────────┐
// expect: │ (index) │ Values │
// expect: ├─────────┼────────┤
// expect: │ 0       │ 1      │
// expect: │ 1       │ 2      │
// expect: │ 2       │ 'x'    │
// expect: └─────────┴────────┘
console.table([[1, 2], [3, 4]]);
// expect: ┌─────────┬───┬───┐
// expect: │ (index) │ 0 │ 1 │
// expect: ├─────────┼───┼───┤
// expect: │ 0       │ 1 │ 2 │
// expect: │ 1       │ 3 │ 4 │
// expect: └─────────┴───┴───┘
console.table({r1: {c1: 1}, r2: {c1: 2}});
// expect: ┌─────────┬────┐
// expect: │ (index) │ c1 │
// expect: ├─────────┼────┤
// expect: │ r1      │ 1  │
// expect: │ r2      │ 2  │
// expect: └─────────┴────┘
console.table([{a: 1, b: 2}], ['b']);
// expect: ┌─────────┬───┐
// expect: │ (index) │ b │
// expect: ├─────────┼───┤
// expect: │ 0       │ 2 │
// expect: └─────────┴───┘
console.table([{a: {x: 1, y: 2, z: 3}}]);
// expect: ┌─────────┬──────────┐
// expect: │ (index) │ a        │
// expect: ├─────────┼──────────┤
// expect: │ 0       │ [Object] │
// expect: └─────────┴──────────┘
console.table([1, {a: 2}]);
// expect: ┌─────────┬───┬────────┐
// expect: │ (index) │ a │ Values │
// expect: ├─────────┼───┼────────┤
// expect: │ 0       │   │ 1      │
// expect: │ 1       │ 2 │        │
// expect: └─────────┴───┴────────┘
console.table([{name: '局部', v: 1}]);
// expect: ┌─────────┬────────┬───┐
// expect: │ (index) │ name   │ v │
// expect: ├─────────┼────────┼───┤
// expect: │ 0       │ '局部' │ 1 │
// expect: └─────────┴────────┴───┘
console.table([]);
// expect: ┌─────────┐
// expect: │ (index) │
// expect: ├─────────┤
// expect: └─────────┘
console.table(5);   // expect: 5
try { console.table([], 5); } catch (e) { console.log(e.message); }
// expect: The "properties" argument must be an instance of Array. Received type number (5)
