// Errors of compiled functions: their texts, and line and column of each frame, whatever mix of frames is on the stack.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function places(e, count) {
  return e.stack.split('\n').slice(1, 1 + (count || 4)).map(function (s) { return s.replace(/^ *at /, '').replace(/\(?[^ (]*[\\/]/, '(').replace(/\.js(:\d+:\d+)\)?/, '$1'); }).join(' < ');
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
function at(f, a, b, c) { try { return f(a, b, c); } catch (e) { return e.name + ': ' + e.message + ' | ' + places(e, 2); } }
var nothing, five = 5, empty = {};
// Each of these is hot without its error first.
var failing = [
  function readUndefined(o) { return 1 + o.x; },
  function readNested(o) { return o.x
    .y
    .z; },
  function readIndex(o) { var k = 'key'; return o.x[k]; },
  function writeNamed(o) { o.x.y = 1; return o; },
  function writeIndex(o) { o.x['a' + 1] = 1; return o; },
  function callNothing(o) { return o.f(1, 2); },
  function callNested(o) { return o.x.y.f(); },
  function callComputed(o) { var m = 'f'; return o[m](
    1); },
  function callPlain(o) { var f = o.f; return f(3) + f(4); },
  function callResult(o) { return o.f()(); },
  function construct(o) { return new o.F(1); },
  function constructNested(o) { return new o.x.y.F(); },
  function spreadCall(o) { return o.f(...o.list); },
  function spreadArray(o) { return [0, ...o.list, 1]; },
  function iterate(o) { for (var v of o.list) if (v) return v; return 0; },
  function inOperator(o) { return 'a' in o.x; },
  function instance(o) { return o.x instanceof o.F; },
  function globalName(o) { return o.x ? 1 : noSuchName + 1; },
  function early(o) { if (!o.x) later++; let later = 1; return later; },
  function constant(o) { const c = 1; if (!o.x) { c += 1; } return c; },
  function throws(o) { if (!o.x) throw new RangeError('own ' + typeof o); return 1; },
  function symbol(o) { return `${o.s}`; },
  function increment(o) { var v = o.s; v++; return v; },
  function compare(o) { return o.s < 1 || o.s > 2; },
  function compareIf(o) { if (o.s <= 1) { return 1; } return 2; },
  function negate(o) { return -o.s; },
  function add(o) { var s = o.s; return s + 's'; },
  function deletes(o) { 'use strict'; return delete o.fixed.p; },
  function assigns(o) { 'use strict'; o.fixed.p = 2; return 1; },
  function undeclared(o) { 'use strict'; if (!o.x) notDeclaredAnywhere = 1; return 1; },
  function getter(o) { return o.got + 1; },
  function conversion(o) { return o.value * 2; },
  function callback(o) { return [1].map(function inner(v) { return o.x.y; }); },
  function sorting(o) { return [2, 1].sort(function order(a, b) { return o.x.y.z || a - b; }); },
  function native(o) { return o.text.repeat(o.n); },
  function nativeNew(o) { return new Array(o.n).length; },
  function viaCall(o) { return readUndefined.call(null, o.x); },
  function viaApply(o) { return readUndefined.apply(null, [o.x]); },
  function viaBind(o) { return readUndefined.bind(null, o.x)(); },
  function viaEval(o) { return eval('o.x.y'); },
];
var readUndefined = failing[0];
function fine() {
  function F() {}
  return {x: {y: {z: 1, f: function () {}, F: F}, key: 1}, f: function () { return function () {}; }, F: F, list: [1, 2], s: 3, fixed: {p: 1}, got: 1, value: 2, text: 't', n: 2};
}
var broken = {s: Symbol('s'), fixed: Object.freeze({p: 1}), get got() { return five.a.b; }, value: {valueOf: function () { return empty.u.v; }}, text: 't', n: -1};
var lineOnly = /^(spreadCall|symbol|deletes)$/;   // engines name other columns
failing.forEach(function (f) {
  var o = fine();
  times(300, function () { f(o); });
  if (f.name === 'nativeNew') { try { f(broken); } catch (e) { note(e.message); } return; }
  var found = at(f, broken);
  note(f.name, lineOnly.test(f.name) ? found.replace(/:\d+ < .*/, '') : found);
});
// Frames of several depths: all compiled, and compiled ones below a native and a function that ran for the first time.
function deepest(n) { if (n === 1000) throw new Error('deep'); return n; }
function deeper(n) { var x = 1; x += deepest(n); return x; }
function cold(n) { return [n].map(function (v) { return deeper(v); })[0]; }
function deep(n, f) { return n > 0 ?   f(n) : 0; }
function walk(n, f) {
  for (var i = 0, s = 0; i < 3; i++) {
    s += deep(n + i, f);
  }
  return s;
}
times(300, function (i) { walk(i, deeper); });
function stackOf(f) { try { f(); } catch (e) { return places(e, 7); } }
note(stackOf(function direct() { walk(1000, deeper); }));
note(stackOf(function second() { walk(999, deeper); }));
note(stackOf(function third() { walk(998, cold); }));
note(stackOf(function fourth() { walk(1000, function onlyOnce(n) { return deepest(n); }); }));
// Methods, constructors, getters, functions without names.
function Thing(n) { this.n = n; if (n === 1000) this.fail(); }
Thing.prototype.fail = function () { throw new TypeError('of ' + this.n); };
Thing.prototype.run = function run(n) { this.other = new Thing(n); return this.other; };
var anonymous = (function () { return function (n) { return new Thing(0).run(n); }; })();
times(300, function (i) { anonymous(i); });
note(stackOf(function () { anonymous(1000); }));
var self = {get value() { return self.inner(1); }, inner(n) { return n === self.limit ? [].x.y : n; }, limit: 0};
function readsValue() { return self.value + self.value; }
times(300, readsValue);
self.limit = 1;
note(stackOf(readsValue).replace(/ < Module.*/, ''));
// Where a caught and rethrown error came from, and one made before it is thrown.
var made = [];
function makes(n) { var e = new Error('made ' + n); if (n > 200) made[0] = e; return e; }
function throwsLater(n) { var e = makes(n);
  if (n > 200) throw e; return e; }
function passes(n) { try { return throwsLater(n); } catch (e) { if (n === 250) throw e; return e; } finally { nothing = n; } }
times(230, function (i) { passes(i); });
try { passes(250); } catch (e) { note(e === made[0], places(e, 3)); }
// In a loop that was taken over in the middle.
function once() {
  var text = '';
  for (var i = 0; i < 1200; i++) {
    try { if (i % 400 === 399) { var u; u.v; } else five.toFixed(i < 0); }
    catch (e) { text += places(e, 1) + ';'; }
    if (i % 500 === 499) { try { deepest(
      1000); } catch (e) { text += places(e, 2) + ';'; } }
  }
  return text;
}
note(once());
// Error.captureStackTrace and stackTraceLimit.
function captured(n) { var o = {}; if (n === 300) Error.captureStackTrace(o, captured); else Error.captureStackTrace(o); return o; }
function capturer(n) { return captured(n); }
times(250, function (i) { captured(i); });
note(places(capturer(1), 2), places(capturer(300), 1));
function recursive(n) { if (n === 0) return new Error('bottom').stack.split('\n').length; return recursive(n - 1); }
times(20, function () { recursive(20); });
note(recursive(50)); Error.stackTraceLimit = 3; note(recursive(50)); Error.stackTraceLimit = 100; note(recursive(50) > 51); Error.stackTraceLimit = 0; note(recursive(9)); Error.stackTraceLimit = 10;
console.log(log.join('\n'));
