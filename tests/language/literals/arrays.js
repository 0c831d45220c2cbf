// Array literals with holes; length, indexes and other keys of arrays.
console.log([1, , 3].length, [, ].length, [1, 2, ].length, 1 in [1, , 3], [1, [2, [3]]].toString());
var a = []; a[5] = 1; console.log(a.length, a.indexOf(undefined), Object.keys(a).join()); a.length = 2; console.log(a.length, a[5]);
a['3'] = 'x'; a.foo = 'bar'; a[-1] = 'neg'; a['01'] = 'str'; console.log(a.length, Object.keys(a).join());
try { a.length = -1; } catch (e) { console.log(e.name, e.message); } try { new Array(-1); } catch (e) { console.log(e.message); }
a = [1, 2, 3]; a[4294967294] = 'last'; console.log(a.length); a[4294967295] = 'not an index'; console.log(a.length);
var b = [3, 1, 2]; b.x = 1; console.log(b.concat([4], 5, [[6]]).length, Array.isArray(b), typeof b);
for (var i = 0, big = []; i < 100000; i++) big[i] = i; console.log(big.length, big[99999], big[100000]);
delete big[5]; console.log(big[5], 5 in big, big.length);
// expect: 3 1 2 false 1,2,3
// expect: 6 -1 5
// expect: 2 undefined
// expect: 4 3,foo,-1,01
// expect: RangeError Invalid array length
// expect: Invalid array length
// expect: 4294967295
// expect: 4294967295
// expect: 6 true object
// expect: 100000 99999 undefined
// expect: undefined false 100000
