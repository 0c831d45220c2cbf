// Elements with gaps take memory for what is there, not for the gaps; such arrays read, grow and shrink as others do.
// flags: --expose-gc
// stress-every: 500
var kept, failed = [];
function used() { gc(); return process.memoryUsage().heapUsed; }
function cost(name, n, most, make) {
  kept = null;
  var before = used();
  kept = make(n);
  var each = (used() - before) / n;
  if (each > most) failed.push(name + ': ' + each.toFixed(0) + ' bytes each');
}
function step(k) { return function (n) { var a = []; for (var i = 0; i < n; i++) a[i * k] = i; return a; }; }
[2, 5, 9, 10, 16, 50, 100, 300, 1000, 1023, 1024, 1025, 5000].forEach(function (k) {
  cost('step ' + k, 2000, 200, step(k));
  var sum = 0, last = 1999 * k;
  for (var i in kept) sum += kept[i];
  if (kept.length !== last + 1 || sum !== 1999000 || kept[last] !== 1999 || kept[last - 1] !== undefined || (k < 10 && kept.indexOf(1000) !== 1000 * k)) failed.push('step ' + k + ' is wrong');
  kept.push('end');
  if (kept.pop() !== 'end' || kept.length !== last + 1 || Object.keys(kept).length !== 2000) failed.push('step ' + k + ' is wrong after push');
});
cost('step 1000 of an object', 2000, 200, function (n) { var o = {}; for (var i = 0; i < n; i++) o[i * 1000] = i; return o; });
cost('from the end', 20000, 20, function (n) { var a = []; for (var i = n - 1; i >= 0; i--) a[i] = i; return a; });
cost('from the end, an object', 20000, 20, function (n) { var o = {}; for (var i = n - 1; i >= 0; i--) o[i] = i; return o; });
cost('new Array(n)', 20000, 12, function (n) { return new Array(n); });
cost('new Array(n), from the end', 20000, 12, function (n) { var a = new Array(n); for (var i = n - 1; i >= 0; i--) a[i] = i; return a; });
cost('new Array(n), every 50th', 20000, 12, function (n) { var a = new Array(n); for (var i = 0; i < n; i += 50) a[i] = i; return a; });
cost('gaps, then filled', 20000, 20, function (n) { var a = []; for (var i = 0; i < n; i += 100) a[i] = i; for (i = 0; i < n; i++) a[i] = i; return a; });
cost('by turns', 20000, 40, function (n) { var a = []; for (var i = 0; i < n; i++) a[(i * 7919) % n] = i; return a; });
if (kept.length !== 20000 || kept[7919] !== 1 || kept.includes(undefined)) failed.push('by turns is wrong');
// one that grew dense, and one far off, stay together
cost('dense, and a gap', 20000, 20, function (n) { var a = []; for (var i = 0; i < n; i++) a[i] = i; a[n + 5000] = 1; return a; });
if (kept.length !== 25001 || 20000 in kept) failed.push('dense, and a gap is wrong');
console.log(failed.join('\n') || 'all right');   // expect: all right
