// Array literals: holes, trailing commas, spread, nesting, mixed kinds, many elements.
console.log([1, 2, 3,].length, [,].length, [, ,].length, [1, , 2].length, 1 in [1, , 2], [, 'x'][1], [undefined].length, 0 in [undefined]);
console.log(JSON.stringify([1, 'a', null, undefined, , [2, [3]], {k: [4]}, true, 1.5, -0, NaN]));
var a = [1, 2]; a[5] = 6; console.log(a.length, a.join(), Object.keys(a).join()); a.length = 1; console.log(a.join(), a[1]);
a = []; a[0] = 'i'; a['1'] = 's'; a['02'] = 'no index'; a[-1] = 'neg'; a[1.5] = 'frac'; a['4294967295'] = 'too big'; console.log(a.length, Object.keys(a).join());
function fresh() { return [1, [2], {k: 3}]; } var f = fresh(); f[0] = 'changed'; f[1].push('x'); f[2].k = 'y'; console.log(JSON.stringify(fresh()));
var big = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]; console.log(big.length, big[33], big.reduce(function (s, x) { return s + x; }));
var grow = []; for (var i = 0; i < 5000; i++) grow[i] = i; for (i = 0; i < 4999; i++) grow.pop(); console.log(grow.length, grow[0], grow[1]);
var sparse = []; sparse[1000000] = 'far'; console.log(sparse.length, sparse[999999], Object.keys(sparse).length, sparse.indexOf('far'));
var down = []; for (i = 100; i >= 0; i--) down[i] = i; console.log(down.length, down[50], down[0]);
var n = [[1, 2], [3, 4]]; n[1][0]++; n[0] = n[1]; console.log(JSON.stringify(n), n[0] === n[1]);
try { [].length = -1; } catch (e) { console.log(e.name, e.message); }
console.log([1, 2, 3].at(-1), [...'abc', ...[1]].join(''), Array(3).length, Array(3, 4).length, [].concat([1], 2, [[3]]).length, String([1, [2, [3, null]], undefined]));
// expect: 3 1 2 3 false x 1 true
// expect: [1,"a",null,null,null,[2,[3]],{"k":[4]},true,1.5,0,null]
// expect: 6 1,2,,,,6 0,1,5
// expect: 1 undefined
// expect: 2 0,1,02,-1,1.5,4294967295
// expect: [1,[2],{"k":3}]
// expect: 34 33 561
// expect: 1 0 undefined
// expect: 1000001 undefined 1 1000000
// expect: 101 50 0
// expect: [[4,4],[4,4]] true
// expect: RangeError Invalid array length
// expect: 3 abc1 3 2 3 1,2,3,,
