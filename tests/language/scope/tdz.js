// The temporal dead zone: reads, writes, typeof, closures, defaults, loops, switch.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
t(function () { x; let x = 1; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { x = 2; let x; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { typeof x; let x; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { return typeof never; });   // expect: undefined
t(function () { const c = c + 1; });   // expect: ReferenceError: Cannot access 'c' before initialization
t(function () { let f = () => x; let x = 'late'; return f(); });   // expect: late
t(function () { let f = () => x; f(); let x; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { { x; } let x; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { let x = 'outer'; { let r = x; return r; } });   // expect: outer
t(function () { let x = 'outer'; { x; let x; } });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { let x; return x; });   // expect: undefined
t(function () { switch (1) { case 0: let y; case 1: y; } });   // expect: ReferenceError: Cannot access 'y' before initialization
t(function () { switch (1) { case 0: let y; case 1: y = 5; return y; } });   // expect: ReferenceError: Cannot access 'y' before initialization
t(function () { for (let i = i; ;) break; });   // expect: ReferenceError: Cannot access 'i' before initialization
t(function () { (function (a = b, b) {})(); });   // expect: ReferenceError: Cannot access 'b' before initialization
t(function () { return (function (a, b = a) { return b; })(1); });   // expect: 1
t(function () { return (function (a = a) {})(); });   // expect: ReferenceError: Cannot access 'a' before initialization
t(function () { x++; let x = 1; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { x += 1; const x = 1; });   // expect: ReferenceError: Cannot access 'x' before initialization
t(function () { delete x; let x; });   // expect: undefined
t(function () { use(); let z = 1; function use() { return z; } });   // expect: ReferenceError: Cannot access 'z' before initialization
t(function () { let z = 1; return use(); function use() { return z; } });   // expect: 1
t(function () { for (var i = 0; i < 2; i++) { if (i) { v; } let v = i; } });   // expect: ReferenceError: Cannot access 'v' before initialization
