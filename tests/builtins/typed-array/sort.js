// sort is numeric; with a function it is stable, and what the function throws comes out.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
console.log(new Int8Array([5, -3, 10, 0, -128, 127]).sort().join(), new Uint32Array([4294967295, 1, 256]).sort().join());
// expect: -128,-3,0,5,10,127 1,256,4294967295
console.log(new Float64Array([3, NaN, -0, 0, -Infinity, 1e300, -1]).sort().map(function (v) { return 1 / v; }).join());
// expect: 0,-1,-Infinity,Infinity,0.3333333333333333,1e-300,NaN
console.log(new Float32Array([2.5, 1.5, 10]).sort(function (x, y) { return y - x; }).join());   // expect: 10,2.5,1.5
console.log(new Uint8Array([11, 21, 12, 22, 13]).sort(function (x, y) { return x % 10 - y % 10; }).join());
// expect: 11,21,12,22,13
console.log(new Uint8Array([3, 1, 2]).sort(function () { return NaN; }).join());   // expect: 3,1,2
error(function () { return new Uint8Array(2).sort(1); });
// expect: TypeError: The comparison function must be either a function or undefined
error(function () { return new Uint8Array(2).sort(function () { throw new Error('compare'); }); });
// expect: Error: compare
var big = new Int32Array(500);
for (var i = 0; i < 500; i++) big[i] = i * 7919 % 503;
var sorted = big.toSorted(function (x, y) { return x - y; });
for (i = 1; i < 500; i++) if (sorted[i - 1] > sorted[i]) console.log('not sorted at', i);
console.log(sorted[0], sorted[499], big[1]);   // expect: 0 502 374
