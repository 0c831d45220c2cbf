// Direct and indirect eval: scopes, variables that evals make, completion values, errors.
function f(a) { var b = 2; let c = 3; eval('a = a + b + c; var d = a * 2; function e() { return d + 1; }'); return [a, d, e(), typeof nope]; }
console.log(f(1));
function g() { return eval('this') === globalThis && eval('arguments.length'); }
console.log(g(1,2,3));
function h() { 'use strict'; eval('var x = 1; '); return typeof x; }
console.log(h());
console.log(eval('var q = 5; q + 1'), q);
var fns = []; for (let i = 0; i < 3; i++) fns.push(eval('(function () { return i; })'));
console.log(fns.map(function (f) { return f(); }));
console.log((function () { with ({ z: 7 }) { return eval('z + 1'); } })());
try { (function () { let x = 1; { eval('var x = 2'); } })(); } catch (e) { console.log(e.name + ': ' + e.message); }
try { (function () { eval('y'); let y = 1; })(); } catch (e) { console.log(e.name + ': ' + e.message); }
console.log((function () { eval('var x = 1'); delete x; return typeof x; })());
console.log((function () { var x = 1; return (function () { eval('var x = 2'); return function () { return x; }; })()(); })());
console.log((0, eval)('var gg = 1; typeof q'), delete globalThis.gg);
console.log((function () { const k = 1; try { eval('k = 2'); } catch (e) { return e.message; } })());
console.log((function f() { eval('var f = 1'); return f; })());
console.log((function () { return (() => eval('arguments[0]'))(); })(42));
console.log(new (function F() { this.t = eval('new.target === F'); })().t);
console.log((function () { eval('eval("var deep = 9")'); return deep; })());
console.log((function () { eval('{ function blk() { return 1; } }'); return blk(); })());
console.log((function () { eval('function ff() { return typeof this; }'); return ff(); })());
console.log(eval('1;;;'), eval('{}'), eval('if (0) 1'), eval(''), eval(5), eval('"use strict"; var zz = 1; zz'), typeof zz);
(function () { for (var i = 0; i < 2; i++) { eval('let j = i; fns.push(function () { return j; })'); } })();
console.log(fns[3](), fns[4]());
console.log((function (a) { try { throw 1 } catch (e) { eval('var e = 5'); return e } })(), eval(...['3 + 4']));

// ---- more
console.log(function () { var x = 0; var inner = (function () { x = (eval('var x;'), 1); return x; })(); return [inner, x]; }());
console.log(function (eval_) { return eval_('typeof eval_'); }(eval));
console.log(function () { var eval = function (s) { return 'mine ' + s; }; return eval('x'); }());
console.log(function () { with ({ eval: eval, w: 1 }) { return eval('w'); } }());
console.log(eval?.('typeof f'), (eval)('typeof f'));
console.log(function () { for (const k in { p: 1 }) { return eval('(function () { return k; })()'); } }());
console.log(function () { switch (1) { case 1: let s = 's'; return eval('s'); } }());
console.log(function (a, b = eval('a + 1')) { return b; }(1));
console.log(function () { eval('var n = 0; function bump() { n++; }'); bump(); bump(); return n; }());
console.log(function () { var r = []; for (var i = 0; i < 3; i++) { eval('var v' + i + ' = ' + i); r.push(eval('v' + i)); } return r; }());
function outer() { var secret = 'kept'; return { run: function (text) { return eval(text); } }; }
console.log(outer().run('secret'), outer().run('secret = 5; secret'));
console.log(function () { try { eval('let a = 1; throw new Error("in eval")'); } catch (e) { return e.message + typeof a; } }());
console.log(function () { eval('var u; u = typeof u'); return u; }());
console.log(function () { return eval('(() => this)()') === this; }.call(console));
console.log(function () { 'use strict'; try { eval('undeclared = 1'); } catch (e) { return e.message; } }());
console.log(function () { 'use strict'; try { eval('var public = 1'); } catch (e) { return e.message; } }());
console.log(function () { try { eval('new.target'); return 'fine'; } catch (e) { return e.message; } }());
for (var text of ['function NaN() {}', 'let let = 1', 'return 1', '1 +', 'break', 'var a; let a']) {
  try { (0, eval)(text); console.log('no error', text); } catch (e) { console.log(e.name + ': ' + e.message); }
}
console.log((function (a) { eval('a = 2'); return arguments[0]; })(1), (function (a) { eval('arguments[0] = 3'); return a; })(1));
console.log((function (a) { (function () { eval('a = 9'); })(); return arguments[0]; })(1));
console.log((function (a) { (() => { eval('arguments[0] = 7'); })(); return a; })(1));
console.log((function (a) { eval('var a = 5'); return arguments[0]; })(1), (function (a, a) { eval('a = 5'); return [].slice.call(arguments); })(1, 2));
