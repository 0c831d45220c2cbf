// What was large and is small now gives its memory back; what it still has is right.
// flags: --expose-gc
// stress-every: 500
var N = 20000, kept, failed = [];
function used() { gc(); return process.memoryUsage().heapUsed; }
var base = used();
function t(name, fill, empty, check) {
  kept = fill();
  var full = used() - base;
  empty(kept);
  var rest = used() - base;
  if (full < 1e5) failed.push(name + ' was not large: ' + full);
  if (rest > full / 8) failed.push(name + ': ' + full + ' ' + rest);
  if (!check(kept)) failed.push(name + ' is wrong');
  kept = null;
}
function numbers() { var a = []; for (var i = 0; i < N; i++) a.push(i); return a; }
function filled() { return new Array(N).fill(7); }
function names() { var o = {}; for (var i = 0; i < N; i++) o['k' + i] = i; return o; }
function indexes() { var o = {}; for (var i = 0; i < N; i++) o[i] = i; return o; }
function sparse() { var o = {}; for (var i = 0; i < N; i++) o[i * 5003] = i; return o; }
function sparseArray() { var a = []; for (var i = 0; i < N; i++) a[i * 5003] = i; return a; }
function first(n, a) { for (var i = 0; i < n; i++) if (a[i] !== i) return false; return a.length === n && !(n in a); }
t('length = 10', numbers, function (a) { a.length = 10; }, first.bind(null, 10));
t('length = 0', numbers, function (a) { a.length = 0; }, first.bind(null, 0));
t('length--', numbers, function (a) { while (a.length > 10) a.length--; }, first.bind(null, 10));
t('pop', numbers, function (a) { while (a.length > 10) a.pop(); }, first.bind(null, 10));
t('splice', numbers, function (a) { a.splice(10, N); }, first.bind(null, 10));
t('splice in the middle', numbers, function (a) { a.splice(5, N - 10); }, function (a) { return a.join() === [0, 1, 2, 3, 4, N - 5, N - 4, N - 3, N - 2, N - 1].join(); });
t('splice of all', numbers, function (a) { a.splice(0); }, first.bind(null, 0));
t('filled', filled, function (a) { a.length = 10; }, function (a) { return a.join() === '7,7,7,7,7,7,7,7,7,7'; });
t('pop and push', numbers, function (a) { while (a.length > 10) a.pop(); for (var i = 10; i < 300; i++) a.push(i); }, first.bind(null, 300));
t('delete', numbers, function (a) { for (var i = 10; i < N; i++) delete a[i]; }, function (a) { return a.length === N && Object.keys(a).join() === '0,1,2,3,4,5,6,7,8,9' && a.reduce(function (x, y) { return x + y; }) === 45; });
t('delete from the end', numbers, function (a) { for (var i = N; i-- > 10;) delete a[i]; }, function (a) { return a.length === N && Object.keys(a).length === 10; });
t('delete, then filled again', numbers, function (a) { for (var i = 0; i < N; i++) delete a[i]; for (i = 0; i < 1000; i++) a[i] = i; }, function (a) { return a.length === N && a[999] === 999 && !(1000 in a); });
t('shift', function () { var a = []; for (var i = 0; i < 3000; i++) a.push({ i: i, j: [i] }); return a; }, function (a) { while (a.length > 10) a.shift(); }, function (a) { return a.length === 10 && a[9].i === 2999; });
t('names', names, function (o) { for (var i = 10; i < N; i++) delete o['k' + i]; }, function (o) { return Object.keys(o).join() === 'k0,k1,k2,k3,k4,k5,k6,k7,k8,k9' && o.k9 === 9 && !('k10' in o); });
t('names, one after the other', names, function (o) { for (var i = 0; i < N; i++) { delete o['k' + i]; if (i % 100 === 0) o['n' + i] = i; } for (var k in o) if (k !== 'n0') delete o[k]; }, function (o) { return JSON.stringify(o) === '{"n0":0}'; });
t('indexes', indexes, function (o) { for (var i = 10; i < N; i++) delete o[i]; }, function (o) { return Object.keys(o).length === 10 && o[9] === 9; });
t('sparse indexes', sparse, function (o) { for (var i = 10; i < N; i++) delete o[i * 5003]; }, function (o) { return Object.keys(o).length === 10 && o[9 * 5003] === 9; });
t('all sparse indexes', sparse, function (o) { for (var i = 0; i < N; i++) delete o[i * 5003]; o[1] = 'x'; }, function (o) { return JSON.stringify(o) === '{"1":"x"}'; });
t('a sparse array', sparseArray, function (a) { a.length = 5003 * 9 + 1; }, function (a) { return Object.keys(a).length === 10 && a.length === 45028 && a[5003] === 1; });
t('a sparse array, length = 0', sparseArray, function (a) { a.length = 0; a.push(1, 2); }, function (a) { return a.join() === '1,2'; });
t('a Map', function () { var m = new Map(); for (var i = 0; i < N; i++) m.set(i, i); return m; }, function (m) { for (var i = 10; i < N; i++) m.delete(i); }, function (m) { return m.size === 10 && m.get(9) === 9; });
t('a Set', function () { var s = new Set(); for (var i = 0; i < N; i++) s.add('k' + i); return s; }, function (s) { s.clear(); }, function (s) { return s.size === 0; });
console.log(failed.join('\n') || 'all given back');   // expect: all given back
// What may not change its form stays what it is.
var fixed = [1, 2, 3];
for (var i = 0; i < 200; i++) fixed[i * 2000] = i;
Object.defineProperty(fixed, 2000, { value: 'fixed', configurable: false, writable: false, enumerable: true });
fixed.length = 0;
console.log(fixed.length, fixed[2000], Object.keys(fixed).join());   // expect: 2001 fixed 0,1,2,2000
var closed = [];
for (i = 0; i < 100; i++) closed[i * 2000] = i;
Object.preventExtensions(closed);
for (i = 0; i < 100; i++) delete closed[i * 2000];
closed[0] = 1;
console.log(closed.length, Object.keys(closed).length);   // expect: 198001 0
(function (a, b) {
  for (var i = 0; i < 100; i++) arguments[i * 2000] = i;
  delete arguments[0];
  for (i = 1; i < 100; i++) delete arguments[i * 2000];
  b = 'mapped';
  console.log(a, arguments[1], Object.keys(arguments).join());   // expect: 0 mapped 1
})(1, 2);
