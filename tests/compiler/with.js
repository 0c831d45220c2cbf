// Names inside with.
var log = console.log;
(function () { var x = 'v', o = {x: 1, f() { return this === o; }}; with (o) { log(x, f(), typeof x, typeof nope); x = 2; x += 3; x++; log(x); var y = 5; z = 6; delete x; log(x); x = 'w'; (() => { log(x, typeof f, f()); })(); } log(o, x, y, z); })();
(function () { var a = {p: 1}, b = {p: 2, q: 3}; with (a) with (b) { log(p, q); p = 9; q++; let p2 = p; { let p = 'inner'; log(p); } log(p2); } log(a, b); })();
(function () { var fs = []; for (var i = 0; i < 2; i++) with ({v: i}) { fs.push(() => v, function () { return v += 10; }); } log(fs.map(f => f()), fs.map(f => f())); })();
(function () { with ({f: 1}) { function f() { } } log(typeof f); })();
(function () { with ({undefined: 5}) log(undefined); })();
try { with (null) ; } catch (e) { log(e.name); } with ('str') log(length, indexOf('t'));
(function () { with ({a: 1}) { for (var a in {k: 1}); for (a of [7]); log(a, a++, --a, a ??= 3, a ||= 4, a &&= 5); } log(a); })();
(function () { with ({g: function () { return [this.q, ...arguments]; }, q: 4}) log(g(1, ...[2]), g`t`.length, (g)(3), (0, g).length); })();
(function () { with ({}) { let c = 1; const d = 2; log(c + d); try { d = 3; } catch (e) { log(e.name); } } with ({arguments: 1}) log(arguments, typeof this); log(arguments.length); })(1);
(function () { var o = {x: 1}; with (o) { x = (delete o.x, 2); } if (o.x !== 2 || typeof x !== 'undefined') log('the reference was not kept'); })();
