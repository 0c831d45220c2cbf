// Long lists: ones in order or reversed take n - 1 comparisons; the rest is compared with what V8 does.
// skip-stress
var calls, h, n = 50000, seed = 5;
function random(n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed % n; }
function order(x, y) { calls++; h = Math.imul(h ^ x, 0x01000193) + y | 0; return x - y; }
function sorted(a, f) {
  calls = 0, h = 1;
  a.sort(f || order);
  for (var i = 1; i < a.length; i++) if (a[i - 1] > a[i]) return 'not sorted';
  return calls + ' ' + h;
}
function list(f) { var a = []; for (var i = 0; i < n; i++) a.push(f(i)); return a; }
console.log(sorted(list(function (i) { return i; })));                                  // expect: 49999 -1450174906
console.log(sorted(list(function (i) { return n - i; })));                              // expect: 49999 -2113939264
console.log(sorted(list(function (i) { return i % 2 ? i : n + i; })));                  // expect: 235682 823451648
console.log(sorted(list(function (i) { return random(1e9); })));                        // expect: 714639 759121282
console.log(sorted(list(function (i) { return i < n - 20 ? i : random(n); })));         // expect: 50515 1105934418
console.log(sorted(list(function (i) { return i * 7919 % 50021; })));                   // expect: 713320 2010911632
console.log(sorted(list(function (i) { return (i >> 9) + (i & 511) * 1000; })));        // expect: 288036 97435395
console.log(sorted(new Float64Array(list(function (i) { return random(1e9); }))));      // expect: 718318 938473276
var stop = 0;
try {
  sorted(list(function (i) { return random(1e9); }), function (x, y) { if (++stop === 300000) throw new Error('enough'); return x - y; });
} catch (e) { console.log(e.message); }                                                 // expect: enough
sorted(list(function (i) { return i; }), function () { return Math.sin(calls++); });    // any order, but an end
console.log(calls > n);                                                                 // expect: true
