// let and const before their initialization, assignment to const, default values of parameters.
var log = console.log;
function t(f) { try { log(f()); } catch (e) { log(e.name + ': ' + e.message); } }
t(() => { x; let x; }); t(() => { x = 1; let x; }); t(() => { let x = x; }); t(() => { typeof x; let x; }); t(() => { let x = 1; { x; let y = x; return y; } });
t(() => { f(); let x = 1; function f() { return x; } }); t(() => { let x = 1; return f(); function f() { return x; } });
t(() => { let f = () => x; let x = 2; return f(); }); t(() => { const c = 1; c = 2; }); t(() => { const c = 1; c++; }); t(() => { const c = 1; c += log('rhs') || 1; });
t(() => { const c = 1; (() => { c = 2; })(); }); t(() => { c = 2; const c = 1; }); t(() => { for (const i = 0; i < 2; i++) log('turn'); });
t(() => { for (const i of [1, 2]) { i = 3; } }); t(() => { for (let x of x) ; }); t(() => { for (let x of [() => x]) return x(); }); t(() => { for (let x in x) ; });
t(() => { switch (2) { case 1: let x = 1; case 2: return x; } }); t(() => { switch (1) { case 1: let x = 1; case 2: return x; } }); t(() => { switch (2) { case 1: let x; case 2: x = 5; return x; } });
t(() => { switch (0) { case (() => x)(): let x; } }); t(() => { for (let i = 0; i < 2; i++) { if (i) log(f()); var f = () => x; let x = i; } });
t(() => { { let a; log(a); a = 1; } for (let i = 0; i < 2; i++) { let a; log(a); a = i; } }); t(() => { x += 1; let x; }); t(() => { x++; let x; }); t(() => { let g = () => { x = 5; }; g(); let x; });
t(() => { let x = (x = 1, 2); }); t(() => { let a = 1; { let b = a; let a2 = b; a = a2 + 1; } return a; }); t(() => { delete x; let x; return 'ok'; });
t(() => { 'use strict'; undeclared = 1; }); t(() => { undeclared2; }); t(() => undeclared3()); t(() => typeof undeclared4);
t((a = 1, b = a + 1, ...rest) => [a, b, rest.length]); t(() => ((a, b = a, c = () => a + b) => { a = 10; return c(); })(1)); t(() => ((a = 1, b) => [a, b])(undefined, 2));
t(() => (function (a, b = 2, c) {}).length); t(() => ((...r) => r)(1, 2, 3)); t(() => (function (a = arguments.length) { return a; })()); t(() => (function (a, ...r) { return [arguments.length, r.length, () => r]; })(1, 2, 3).slice(0, 2));
t(() => { let x; var o = { get a() { return x; } }; x = 7; return o.a; }); t(() => (function f(a = f.name) { return a; })());
t(() => { let a = 1, b = a + 1, c = () => a + b; return c(); });
t(() => { do { var r = typeof q; let q = 1; } while (0); return r; });
t(() => ((a = b, b = 1) => a)()); t(() => ((a = a) => a)()); t(() => ((a, b = a) => b)(3)); t(() => ((a = typeof b, b) => a)()); t(() => ((a = r, ...r) => a)()); t(() => ((a = b, b = 1) => a)(5)); t(() => ((a = () => b, b = 1) => a())());
