// Variables of compiled functions in scopes of all depths: captured ones, those of loops, too early, constant, of eval and with.
// stress-every: 31
var log = [];
function text(v) { return Object.is(v, -0) ? '-0' : String(v); }
function note() { log.push(Array.prototype.map.call(arguments, text).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
// Slots 0 to 4 levels up, read, written and counted.
function levels(n) {
  var a = n, unused = 'u';
  return function () {
    var b = a + 1;
    return function () {
      var c = b + a;
      return function () {
        var d = c + b + a;
        return function () {
          var e = d + c + b + a;
          a++; b += a; c -= b; d *= 2; e = -e;
          var inner = function () { a += e; return [a, b, c, d, e].map(text).join(); };
          return inner() + ' ' + inner() + unused;
        };
      };
    };
  };
}
times(300, function (i) { levels(i)()()()(); });
var deep = levels(1)()()();
note(deep(), deep()); times(300, deep); note(deep());
note(levels('s')()()()(), levels(0.5)()()()(), levels(-0)()()()(), levels(2147483647)()()()(), levels(undefined)()()()());
// Two closures on one variable; two activations, two variables.
function pair() { var shared = 0; return {add: function (n) { shared += n; return shared; }, get: () => shared, reset() { shared = null; }}; }
var one = pair(), two = pair();
times(500, function (i) { one.add(i); if (i % 2) two.add(0.5); });
note(one.get(), two.get(), one.reset(), one.get(), one.add('x'), two.add(1));
// Fresh variables at each turn of a loop.
function turns(n) {
  var fs = [];
  for (let i = 0, step = 1; i < n; i += step) { let own = i * 10; fs.push(function () { own++; i += 100; return own + '/' + i; }); if (i === 2) continue; if (i === n - 2) step = 2; }
  for (let k in {x: 1, y: 2}) fs.push(() => k);
  for (const v of ['p', 'q']) fs.push(() => v);
  var w = 0; while (w < 2) { let x = w++; fs.push(() => x); }
  do { const y = w--; fs.push(() => y); } while (w > 0);
  for (var shared = 0; shared < 2; shared++) fs.push(() => shared);
  { let block = 'b1'; fs.push(() => block); } { let block = 'b2'; fs.push(() => block); }
  switch (n) { case 1: default: let inSwitch = 's'; fs.push(() => inSwitch); }
  try { throw 't'; } catch (e) { fs.push(() => e); }
  return fs.map(function (f) { return f(); }).join(' ');
}
times(250, function () { turns(4); });
note(turns(5));
function changedInHead() { var fs = []; for (let i = 0; fs.push(() => i++), i < 3; i++) ; return fs.map(function (f) { f(); return f(); }).join(); }
function inBody() { var r = ''; for (let i = 0; i < 10; i++) { var f = () => { i += 2; }; f(); r += i; } return r; }
times(250, function () { changedInHead(); inBody(); });
note(changedInHead(), inBody());
// Too early, and constants: after hot turns where all was in order.
function early(n) { if (n === 1) return v; if (n === 2) v = 1; if (n === 3) return typeof v; if (n === 4) return (() => v)(); let v = n; return v; }
function earlyCaptured(n) { function get() { return v; } function set() { v = 5; } if (n === 1) return get(); if (n === 2) return set(); let v = n; set(); return get() + (n === 3 ? w : 0); const w = 1; }
function earlyLoop(n) { var r = ''; for (var i = 0; i < 3; i++) { if (i === 2 && n === 1) r += v; let v = i; r += v; if (n === 2) { let f = () => v2; if (i) f(); } let v2 = 0; } return r; }
function earlyHead(n) { for (let i = n === 1 ? i : 0; i < 2; i++) n += i; return n; }
function constants(n) { const c = n; switch (n) { case 1: c = 2; break; case 2: c++; break; case 3: c += 1; break; case 4: (() => { c = 3; })(); break; case 5: for (const d of [1]) d = 2; break; case 6: for (const e = 0; e < 2; e++) n = e; break; case 7: c ||= 9; case 8: c ??= 9; } return c; }
function constantOrder(n) { const c = 1; if (n < 3) try { c = (n = 'evaluated'); } catch (e) { return n + e.name; } return c; }
var named = function self(n) { self = n; return typeof self; }, strictNamed = function self(n) { 'use strict'; if (n === 1) self = n; return typeof self; };
times(300, function (i) { early(i + 5); earlyCaptured(i + 5); earlyLoop(i + 5); earlyHead(i + 5); constants(i + 9); constantOrder(i + 3); named(i); strictNamed(i + 2); });
note([1, 2, 3, 4, 5].map(function (n) { return show(early, n); }).join('; ')); note([1, 2, 3, 4].map(function (n) { return show(earlyCaptured, n); }).join('; '));
note([1, 2, 3].map(function (n) { return show(earlyLoop, n); }).join('; '), show(earlyHead, 1)); note([0, 1, 2, 3, 4, 5, 6, 7, 8].map(function (n) { return show(constants, n); }).join('; '));
note(constantOrder(1), constantOrder(3), named(1), show(strictNamed, 1), strictNamed(2));
// Hoisting: functions in blocks, var over and over, parameters and variables of one name.
function hoists(n) { var r = typeof later + typeof inBlock; if (n) { function inBlock() { return 'block'; } } r += typeof inBlock; function later() {} var n; var later; return r + n + typeof later; }
function shadows(x) { var r = x; { let x = 'block'; r += x; { const x = 'inner'; r += x; } r += x; } (function (x) { r += x; x = 1; })('param'); return r + x; }
times(250, function (i) { hoists(i & 1); shadows('a'); });
note(hoists(0), hoists(1), shadows('out'));
// eval: reads, writes and declares variables of hot functions; in loops; indirect.
function evals(n) { var local = n, r = 0; for (var i = 0; i < 3; i++) r += eval('local += 1; i'); return local + '/' + r; }
function declares(n) { eval('var made = n * 2; function f() { return made; }'); made++; return made + f(); }
function mayDeclare(code) { var x = 'outer'; return (function () { eval(code); var r = ''; for (var i = 0; i < 3; i++) r += x; return r; })(); }
function indirect(n) { var local = n; return (0, eval)('typeof local') + typeof local; }
function strictEval(n) { 'use strict'; eval('var made = n'); return typeof made; }
function evalClosure(n) { return eval('(function () { return n++ + this.k; })'); }
function evalArguments() { return eval('arguments.length') + eval('this === undefined ? 0 : 1') + (() => eval('arguments[0]'))(); }
times(60, function (i) { evals(i); declares(i); mayDeclare('1'); indirect(i); strictEval(i); evalClosure(i); evalArguments(i); });
note(evals(5), evals('s'), declares(3), mayDeclare('1'), mayDeclare('var x = "e"'), mayDeclare('x = "w"'), indirect(1), strictEval(1), evalClosure(5).call({k: 1}), evalArguments('a', 'b'), show(evals, Symbol.iterator), show(mayDeclare, '('), show(mayDeclare, 'throw 1'));
var evalLoop = ''; for (var i = 0; i < 100; i++) evalLoop = eval('evalLoop.length < 20 ? evalLoop + i % 10 : evalLoop'); note(evalLoop);
// with: the object may have the name, lose it, and get it again while the loop is hot.
function withs(o, n) { var x = 'var', r = ''; with (o) { for (var i = 0; i < n; i++) { r += x; if (i === 2) o.x = 'prop'; if (i === 4) delete o.x; if (i === 5) x = 'set'; } } return r + x + o.x; }
function withCalls(o) { var r; with (o) { r = f(2) + typeof g; (function () { y = 5; })(); } return r + o.y; }
function withThis(o) { with (o) return self() === o; }
times(250, function () { withs({}, 3); withCalls({f: function (n) { return n * this.k; }, k: 2, y: 0}); withThis({self: function () { return this; }}); });
note(withs({}, 7), withs({x: 'own'}, 7), withs(Object.create({x: 'up'}), 7), withs({get x() { return 'g'; }}, 2), withs([1], 1), withs('text', 1), show(withs, null, 1), show(withs, undefined, 1), withCalls({f: function (n) { return n * this.k; }, k: 3, y: 0}), show(withCalls, {}), withThis({self: function () { return this; }}));
note(withs({x: 'hidden', [Symbol.unscopables]: {x: true}}, 2)); var y;
// Names that functions and their callers share; functions that replace themselves.
function replaced() { replaced = function () { return 'second'; }; return 'first'; }
function callsReplaced() { return replaced(); }
note(callsReplaced()); times(300, callsReplaced); note(callsReplaced()); replaced = Math.abs; note(callsReplaced()); replaced = 5; note(show(callsReplaced)); replaced = undefined; note(show(callsReplaced));
let topLet = 1; const topConst = {n: 0}; var topVar = 1;
function top() { topLet += 1; topConst.n++; topVar = topLet + topConst.n; return (() => topVar + (() => topLet)())(); }
times(300, top); note(top(), show(function () { topConst = 1; })); topLet = 'now text'; note(top());
// Labels.
function labels(n) { var s = ''; a: for (var i = 0; i < 4; i++) { b: { c: for (let j = 0; ; j++) { let k = () => j; switch (j) { case 0: continue; case 1: if (i === n) break b; break; case 2: if (i === n + 1) continue a; break; case 3: break c; case 4: break a; } s += i + '' + k() + ' '; } s += 'c'; } s += 'b'; if (i === n + 2) break a; } return s; }
times(250, function (i) { labels(i % 4); }); note(labels(0)); note(labels(1)); note(labels(9));
console.log(log.join('\n'));
