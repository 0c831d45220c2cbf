// Deep recursion in compiled functions: it ends with an error that is caught, and all goes on as before.
// stress-every: 3001
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
var depth = 0;
function plain(n) { depth++; return plain(n + 1) + 1; }
function wide(a, b, c, d, e, f, g, h) { depth++; var i = a, j = b, k = c, l = d; return wide(i, j, k, l, e, f, g, h, 1, 2, 3) + i; }
function few() { depth++; return few() + few(); }
function method() { depth++; return this.method() + 1; }
function Constructor() { depth++; this.inner = new Constructor(); this.after = 1; }
function viaCall() { depth++; return viaCall.call(this) + 1; }
function viaApply() { depth++; return viaApply.apply(this, arguments) + 1; }
function viaSpread(...all) { depth++; return viaSpread(...all) + 1; }
function viaArguments(a) { depth++; arguments[0] = 1; return viaArguments(a) + 1; }
function viaMap() { depth++; return [1].map(viaMap); }
function viaGetter() { depth++; return object.getter; }
function viaSetter() { depth++; object.setter = 1; }
function viaValue() { depth++; return 1 + object; }
function viaSort() { depth++; return [2, 1].sort(viaSort); }
function viaReplace() { depth++; return 'x'.replace(/x/, viaReplace); }
function viaJson() { depth++; return JSON.stringify({toJSON: viaJson}); }
function viaNew() { depth++; return new (function Inner() { return viaNew(); })(); }
function viaBound() { depth++; return bound() + 1; }
function viaDefault(a = viaDefault()) { depth++; return a; }
function viaClosure(n) { depth++; var f = function () { return viaClosure(n + 1); }; return f() + 1; }
function viaTry(n) { depth++; try { return viaTry(n + 1); } finally { n++; } }
function viaCatch(n) { depth++; try { return viaCatch(n + 1); } catch (e) { throw e; } }
function viaForOf(n) { depth++; for (var v of [n]) viaForOf(v); }
function viaForIn(n) { depth++; for (var k in {a: 1}) viaForIn(k); }
function viaEval(n) { depth++; return eval('viaEval(n + 1)'); }
function even(n) { depth++; return odd(n + 1); }
function odd(n) { depth++; return even(n + 1); }
var object = {get getter() { return viaGetter(); }, set setter(v) { viaSetter(); }, valueOf: function () { return viaValue(); }, method: method};
var bound = viaBound.bind(null);
var functions = [plain, wide, few, viaCall, viaApply, viaSpread, viaArguments, viaMap, viaGetter, viaSetter, viaValue, viaSort, viaReplace, viaJson, viaNew, viaBound,
  viaClosure, viaTry, viaCatch, viaForOf, viaForIn, viaEval, even];
functions.concat(function () { object.method(); }, function () { viaDefault(); }, function () { new Constructor(); }).forEach(function (f) {
  var results = [];
  for (var i = 0; i < 2; i++) { depth = 0; results.push(show(f, 1, 2, 3), depth > 300); }
  note(f.name || 'method', results.join());
});
// Recursion that ends: results, locals and operands of each turn are kept.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function sum(n) { return n === 0 ? 0 : n + sum(n - 1); }
function text(n) { var mine = 'm' + n, r = n > 0 ? text(n - 1) : ''; return mine + r; }
function ackermann(m, n) { return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
function tree(n) { return n === 0 ? null : {left: tree(n - 1), right: tree(n - 2 < 0 ? 0 : n - 2)}; }
function size(t) { return t === null ? 0 : 1 + size(t.left) + size(t.right); }
function hanoi(n, a, b, c) { return n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a); }
note(fib(16), sum(3000), text(12), ackermann(2, 9), size(tree(10)), hanoi(9, 'a', 'b', 'c'));
function isEven(n) { return n === 0 || isOdd(n - 1); }
function isOdd(n) { return n !== 0 && isEven(n - 1); }
note(isEven(2000), isOdd(2000), isEven(1999));
// Hot functions call ones that run for the first time, which call hot ones.
function relay(n) { return n === 0 ? 'end' : new Function('relay', 'n', 'return n + relay(n - 1);')(relay, n); }
times(30, function () { relay(5); });
note(relay(20));
// Overflow at each possible place near the end of the stack, caught at each depth.
function catcher(n) { try { return catcher(n + 1); } catch (e) { return n; } }
function between(n) { var r; try { r = between(n + 1); } catch (e) { r = 0; } return r + 1; }
var reached = catcher(0); depth = 0;
note(reached > 300, between(0) > 300, Math.abs(catcher(0) - reached) < 300, show(plain), fib(12));
function recover(n) { var s = 0; for (var i = 0; i < n; i++) { try { s += plain(0); } catch (e) { s += e instanceof RangeError ? 1 : 1000; } s += fib(5); } return s; }
note(recover(20));
// The same, where a native calls back at the bottom.
function bottomNative(n) { try { return bottomNative(n + 1); } catch (e) { return [3, 1, 2].sort(function (a, b) { return a - b; }).join(); } }
note(bottomNative(0).length >= 5);
console.log(log.join('\n'));

// The same where objects are made on the way.
function Deep(x, y) { this.x = x; this.y = y; }
function descend(n) { const o = new Deep(n, n); return descend(n + 1) + o.x; }
for (let i = 0; i < 3; i++) { try { descend(0); } catch (e) { console.log(e.name + ': ' + e.message); } }
