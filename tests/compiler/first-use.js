// Functions that are declared before the let and const they use, called before and after.
var log = console.log;
function t(f) { try { log(f()); } catch (e) { log(e.name + ': ' + e.message); } }
t(() => { const k = 1; function f() { return k; } return f(); });
t(() => { f(); const k = 1; function f() { return k; } });
t(() => { g(); const k = 1; function f() { return k; } function g() { return f(); } });
t(() => { const r = () => g(); r(); const k = 1; function f() { return k; } function g() { return h(); } function h() { return f(); } });
t(() => { var o = {m() { return f(); }}; o.m(); let k = 1; function f() { return k; } });
t(() => { let k = a(); function a() { return b(); } function b() { return k; } });
t(() => { let k = 1; function a(n) { return n ? b(n - 1) : k; } function b(n) { return n ? a(n - 1) : k; } return a(3); });
t(() => { a(3); let k = 1; function a(n) { return n ? b(n - 1) : k; } function b(n) { return n ? a(n - 1) : k; } });
t(() => { { let k = 2; { function q() { return k; } } return q(); } });
t(() => { 'use strict'; { q(); let k = 2; function q() { return k; } } });
t(() => { 'use strict'; { let k = 2; return q(); function q() { return k; } } });
t(() => { for (var i = 0; i < 2; i++) { if (i) s(); let k = i; var s = function () { return f(); }; function f() { return k; } } return 'fine'; });
t(() => { switch (1) { case 0: let k = 1; case 1: return f(); function f() { return k; } } });
t(() => { switch (0) { case 0: let k = 1; case 1: return f(); function f() { return k; } } });
t(() => { const x = [f].map(g => { try { return g(); } catch (e) { return e.name; } }); const k = 1; function f() { return k; } return x; });
t(() => { function f(a = k) { return a; } const k = 3; return f(); });
t(() => { function f(a = k) { return a; } f(); const k = 3; });
t(() => { return f(); function f() { return g(); } function g() { return k; } const k = 1; });
t(function () { const k = 1; return arguments.callee.z = f; function f() { k; } });
