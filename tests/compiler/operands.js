// Order of evaluation, operators, constants: operands must keep their values while later operands assign.
var log = console.log;
// operand hazards
(function () {
  var x = 1; log(x + (x = 2), x + x++, x, x++ + x, ++x + x++, x);
  var y = 5; log(y * (y = 3) - y, [y, y = 7, y], (y = 1, y) + (y = 2));
  function f(a, b, c) { return [a, b, c].join(); }
  log(f(x, x++, x), f(x = 1, x, x = 2));
  var o = {n: 0}, p = o; p.n = (p = {n: 9}, 4); log(o.n, p.n);
  var a = [1, 2, 3], i = 0; a[i] = i = 2; log(a, i); a[i++] = i++; log(a, i);
  i = 0; a[i++] += 10; log(a, i); a[i] += (i = 0, 100); log(a, i);
  x = x++ + x++; log(x); x = x++; log(x); x += x++; log(x); x += (x = 10); log(x);
  var s = 'a'; s += s + (s = 'b') + s; log(s);
  x = 3; x = x && x - 3 || x + 1; log(x);
  x = x ? x = 7 : 0; log(x); x = (x = 8, x + 1); log(x);
  x = [x, x = 1, x]; log(x);
  var q = {v: 1, next: {v: 2, next: null}}; q = q.next = q; log(q.v, q.next === q);
  var lst = {p: 5}; lst = lst.p++; log(lst);
  lst = {p: 5}; lst = lst.p = lst; log(typeof lst);
  x = 5; x = -x + (x = 2) * x; log(x);
  x = 1; x = `${x}${x = 2}${x}`; log(x);
  x = 1; log(x < (x = 0), x == (x = 0), 2 * x, x - 1, 1 - x, 7 & 3, x | 4, 5 > x, 5 <= x);
  if (x < (x = -1)) log('bad'); else log('ok');
  var fn = function (v) { return v; }; log(fn(fn = function () { return 'no'; }).name);
})();
// logical
(function (a, b) {
  var r = a || b; log(r); r = a && b; log(r); r = a ?? b; log(r); r = r || r; r = (a, r) && r; log(r);
  var t = null; t ??= 4; log(t); t ||= 5; log(t); t &&= 6; log(t);
  var o = {}; o.x ??= 1; o.x ||= 2; o['x'] &&= 3; log(o);
  o.f ??= function () {}; log(o.f.name); var g; g ??= function () {}; log(g.name); g = null; g ||= () => 1; log(g.name);
  log(!a, !!b, !(a && b), !(a || b) ? 1 : 2, (a || b) && (b || a));
  log(a === undefined, undefined == null, void 0 === a, null == a, a != null, a !== null);
  if (!(a == null)) log('no'); else log('nullish'); if (b != null && b !== undefined) log('yes');
  log((a && b || 'c') + (a || b && 'd'), a || b || 'z', a && b && 'z', b && 'k' && 'z');
})(undefined, 'b');
// typeof, delete, void
log(typeof nope, typeof log, typeof (1, 2), delete [].length, delete {}.x, void 1);
(function () { var z = 1; log(delete z, z, delete log.nope); })();
log(typeof undefined, undefined, NaN, Infinity, -Infinity);
// constants
log(1 + 2 * 3, -0, 1 / -0, -5 % 3, 2 ** 10, 1 << 31, 1 >>> 0, -1 >>> 0, -1 >> 1, ~5, !0, !1, !NaN, 0.1 + 0.2, 2 ** -1, (-2) ** 2);
log(1e21, 123456789012, 32767, 32768, -32768, -32769, 2147483648, 65535 * 65537);
(function (n) { log(n + 32767, n - -32768, n * 32768, n % 7, n / 2, n & 255, n | 256, n ^ 1, n << 3, n >> 1, n >>> 1, 3 * n, 255 & n, '' + n + 1, 1 + n); })(1000);
log([1, , 2], [, ,].length, [1, 'a', true, false, null, -1, 1.5], [[1], [2]]);
