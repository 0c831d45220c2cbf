// Small programs and what is left.
var log = console.log;
// many functions, getters, recursion
function Node2(l, r) { this.left = l; this.right = r; } function make(d) { return d == 0 ? new Node2(null, null) : new Node2(make(d - 1), make(d - 1)); } function check(t) { return t.left === null ? 1 : 1 + check(t.left) + check(t.right); } log(check(make(6)));
function sieve(n) { var c = 0, s = []; for (var i = 2; i < n; i++) if (!s[i]) { c++; for (var j = i * 2; j < n; j += i) s[j] = true; } return c; } log(sieve(1000));
function sort(a) { for (var i = 1; i < a.length; i++) { var v = a[i], j = i - 1; while (j >= 0 && a[j] > v) { a[j + 1] = a[j]; j--; } a[j + 1] = v; } return a; } log(sort([5, 2, 9, 1, 3]));
function mandel() { var s = 0; for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) { let zr = 0, zi = 0, n = 0; while (zr * zr + zi * zi < 4 && n < 50) { const t = zr * zr - zi * zi + (x / 10 - 1.5); zi = 2 * zr * zi + (y / 10 - 1); zr = t; n++; } s += n; } return s; } log(mandel());
var memo = {}; function fibm(n) { return memo[n] ?? (memo[n] = n < 2 ? n : fibm(n - 1) + fibm(n - 2)); } log(fibm(50));
log([3, 1, 2].sort((a, b) => a - b).filter(x => x > 1).reduce((a, b) => a + b, 0));
function E(m) { this.message = m; } E.prototype = {toString() { return 'E:' + this.message; }}; try { throw new E('hi'); } catch (e) { log('' + e, e instanceof E); }
log(((a, b) => { return a + b; })(1, 2), (a => ({a}))(3), (() => {})(), (async => async)(4));
var s = ''; for (var i = 0; i < 5; ++i) { s += i % 2 ? 'o' : 'e'; if (i == 3) { s += '!'; } else s += '.'; } log(s);
var a = 1, b = 2; a = [b, b = a][0]; log(a, b); a = b = a; log(a, b); var t = a++ + ++a - a-- - --a; log(t, a);
log(a ? b ? 1 : 2 : 3, a, (a, b), a > b ? 'gt' : a < b ? 'lt' : 'eq'); if (a) if (!b) log('x'); else log('y');
var x = 5; { x = x - 1; let y = x; x = y * 2; } log(x); var str = 'a' + 1 + 2, str2 = 1 + 2 + 'a'; log(str, str2, 'a' < 'b', '10' < 9, [] + {}, +'3', -'3', +true, typeof +'', !'' + 1);
(function () { 'use strict'; log(this === undefined, (function () { return this; })(), typeof (() => this)()); })();
log(new Date(0).getTime(), new (Date)(5).getTime(), new Array(3).length, new Array(3, 4), new Object instanceof Object);
log([1, 2, 3].includes(2), 'abc'.length, [1, 2].length, arguments.length > 0, typeof exports, this === exports || this === module.exports);
label: { log('in'); if (x) break label; log('never'); } void 0; ; debugger;
log(1 < 2 < 3, 3 > 2 > 1, 1 == 1 == 1, null ?? 'd', 0 ?? 'd', 0 || 'd', '' && 'd', 2 ** 3 ** 2, (-1) ** 2, 7 % -3, -7 % 3, 5 / 0);
function opt(a, b = a * 2, ...c) { return a + b + c.length; } log(opt(1), opt(1, 1), opt(1, 1, 1, 1), opt(1, undefined, 1), opt.length);
var self = function () { return typeof self; }; log(self()); var callee = function () { return arguments.callee === callee; }; log(callee());
for (var p in {a: 1}) ; log(p); for (var q of [1, 2]) { } log(q); var r; for (r of []) ; log(r); for (r in {}) ; log(r);
var hoisted = function () { return inner(); function inner() { return inner2(); } function inner2() { return 'i2'; } }; log(hoisted());
var m = 0; m += m++ + ++m; log(m); m = m++ * 2 + m; log(m); m -= --m - m--; log(m); var z1 = z2 = 3; log(z1, z2);
var getter = {get a() { log('get'); return {set b(v) { log('set', v); }}; }}; getter.a.b = (log('rhs'), 1); log(getter.a.b += 1); getter.a.b++; 
