// let and const: blocks, use before initialization, constants, closures of a loop.
let a = 1; { let a = 2; console.log(a); } console.log(a);
try { t; let t = 1; } catch (e) { console.log(e.name + ': ' + e.message); }
const c = 1; try { c = 2; } catch (e) { console.log(e.name + ': ' + e.message); } console.log(c);
try { c += 1; } catch (e) { console.log(e.message); }
function f() { return later; } try { f(); } catch (e) { console.log(e.message); } let later = 5; console.log(f());
try { typeof tdz; let tdz; } catch (e) { console.log(e.message); }
let u; console.log(u);
if (true) { function inner() { return 'block'; } } console.log(inner());
switch (1) { case 0: let q; case 1: try { q = 1; } catch (e) { console.log(e.message); } }
try { let x = x + 1; } catch (e) { console.log(e.message); }
(function (p) { { let p = 2; console.log(p); } console.log(p); })(1);
var fs = []; for (let i = 0; i < 3; i++) { let d = i * 2; fs.push(() => i + d++); } console.log(fs[1](), fs[1](), fs[2]());
const o = {}; o.x = 1; console.log(o.x);
{ const c = 'inner'; console.log((() => c)()); }
// expect: 2
// expect: 1
// expect: ReferenceError: Cannot access 't' before initialization
// expect: TypeError: Assignment to constant variable.
// expect: 1
// expect: Assignment to constant variable.
// expect: Cannot access 'later' before initialization
// expect: 5
// expect: Cannot access 'tdz' before initialization
// expect: undefined
// expect: block
// expect: Cannot access 'q' before initialization
// expect: Cannot access 'x' before initialization
// expect: 2
// expect: 1
// expect: 3 4 6
// expect: 1
// expect: inner
