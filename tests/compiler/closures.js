// What closures capture: loop turns, blocks, parameters, this, own names; hoisting of functions.
var log = console.log, fs = [];
for (let i = 0; i < 3; i++) fs.push(() => i++);
log(fs.map(f => f()), fs.map(f => f()));
fs = []; for (let i = 0, g = () => i; i < 3; i++) fs.push(g); log(fs.map(f => f()));
fs = []; for (var i = 0; i < 3; i++) fs.push(() => i); log(fs.map(f => f()));
fs = []; for (const k in {a: 1, b: 2}) fs.push(() => k); log(fs.map(f => f()));
fs = []; for (let k of [1, 2, 3]) { let j = k * 2; fs.push(() => k++ + j++); } log(fs.map(f => f()), fs.map(f => f()));
fs = []; for (let i = 0; i < 4; i++) { if (i == 1) continue; if (i == 3) break; fs.push(function () { return i; }); } log(fs.map(f => f()));
fs = []; let w = 0; while (w < 3) { let c = w++; fs.push(() => c); } log(fs.map(f => f()));
function counter() { var n = 0; return { inc() { return ++n; }, get n() { return n; }, set n(v) { n = v; } }; }
var c = counter(); c.inc(); c.inc(); log(c.n); c.n = 10; log(c.inc(), counter().n);
function deep(a) { return function (b) { return function (c) { return function (d) { return function (e) { a += e; return [a, b, c, d, e]; }; }; }; }; }
var d = deep(1)(2)(3)(4); log(d(5), d(6));
function blocks(a) { let x = a; { let x = a + 1; { let x = a + 2; fs = [() => x, () => a]; } fs.push(() => x); } fs.push(() => x); a = 100; return fs.map(f => f()); }
log(blocks(1));
function params(a, b) { arguments.length; return () => a + b; } log(params(1, 2)());
function T() { this.v = 1; this.f = () => this.v; this.g = () => () => [this.v, arguments[0], new.target === T]; } var t = new T(9); log(t.f(), t.g()());
log((function () { return (() => arguments.length)(); })(1, 2, 3));
var fact = function f(n) { return n < 2 ? 1 : n * f(n - 1); }; log(fact(5));
var nf = function f() { f = 1; return typeof f; }; log(nf());
var nf2 = function f() { 'use strict'; try { f = 1; } catch (e) { return e.message; } }; log(nf2());
var nf3 = function f() { return () => f; }; log(nf3()() === nf3);
var nf4 = function f(f) { return f; }; log(nf4(3)); var nf5 = function f() { var f = 2; return f; }; log(nf5());
log((function () { try { throw 1; } catch (e) { return [() => e++, () => e]; } })().map(f => f()));
(function () { switch (1) { case 1: let q = 5; fs = [() => q]; default: q++; log(q, fs[0]()); } })();
function hoist() { return [typeof h, h()]; function h() { return 'h'; } } log(hoist());
(function () { log(typeof v1, v1); var v1 = 1; log(v1); })();
(function () { { function blk() { return 1; } } log(blk()); if (true) { function cond() { return 2; } } log(cond()); log(typeof never); if (false) { function never() {} } })();
(function () { log(typeof bb); { log(bb()); function bb() { return 1; } bb = 2; } log(typeof bb); })();
(function () { 'use strict'; { function s() { return 1; } log(s()); } log(typeof s); })();
(function () { let z = 1; { function z() {} } log(z); })();
(function (z) { { function z() {} } log(typeof z); })(1);
(function () { { function cap() { return cap; } } log(cap() === cap, (() => cap)() === cap); })();
(function () { try { throw 1; } catch (e) { var e = 2; log(e); } log(e); })();
(function () { var arguments; log(typeof arguments, arguments.length); })(1, 2);
(function () { var arguments = 5; log(arguments); })(1, 2); (function () { function arguments() {} log(typeof arguments); })(); (function (arguments) { log(arguments); })(7);
(() => { try { log(typeof arguments); } catch (e) { log(e.name); } })();
log((function (a, a) { return a; })(1, 2), (function (a, a) { return () => a; })(1, 2)());
(function () { var x = 'outer'; (function () { log(x); var x = 'inner'; log(x); })(); })();
(function () { function f() { return x; } var x = 3; let y = () => x; x = 4; log(f(), y()); })();
