// Global variables read, written, deleted and defined anew under compiled functions.
// stress-every: 31
var log = [], script = eval;
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
function read() { return shared; }
function kind() { return typeof shared; }
function write(v) { shared = v; return globalThis.shared; }
function strictWrite(v) { 'use strict'; shared = v; return globalThis.shared; }
function count() { shared++; shared += 2; return shared; }
function call() { return shared(1); }
function drop() { return delete shared; }
function all(name, change) {
  if (change) change();
  note(name, show(read), kind(), show(strictWrite, 1), show(write, 2), show(count), show(call), String(globalThis.shared));
}
globalThis.shared = 0;
times(400, function (i) { read(); kind(); write(i); strictWrite(i); count(); });
globalThis.shared = function (n) { return n + 1; };
times(300, call);
all('hot', function () { globalThis.shared = 'value'; });
all('deleted', function () { drop(); });
all('written again');
delete globalThis.shared;
note(show(read), kind(), show(strictWrite, 1), show(count));
all('function', function () { globalThis.shared = function () { return 'called'; }; });
all('accessor', function () { var inner = 'inner'; Object.defineProperty(globalThis, 'shared', {get: function () { log.push('get'); return inner; }, set: function (v) { log.push('set ' + v); inner = v; }, configurable: true}); });
times(300, function (i) { log.length = Math.min(log.length, 20); count(); read(); });
note(read());
Object.defineProperty(globalThis, 'shared', {get: function () { throw new RangeError('get'); }, set: function () { throw new RangeError('set'); }});
note('thrower', show(read), show(kind), show(write, 1), show(strictWrite, 1), show(count), show(call));
Object.defineProperty(globalThis, 'shared', {value: 'fixed', writable: false, configurable: true});
note('read only', show(read), show(kind), show(write, 1), show(strictWrite, 1), show(count), show(call));
Object.defineProperty(globalThis, 'shared', {value: 5, writable: true});
all('writable');
drop();
Object.prototype.shared = 'inherited';
note('inherited', show(read), kind(), show(call));
times(300, read);
delete Object.prototype.shared;
note('not inherited', show(read), kind());
Object.prototype.shared = 'inherited again';
note(show(read), show(write, 'own'), globalThis.hasOwnProperty('shared'), Object.prototype.shared);
delete Object.prototype.shared;
all('own');
// Many other globals come and go: the object changes its form.
times(200, function (i) { globalThis['extra' + i] = i; if (i % 40 === 0) { write(i); count(); read(); } });
all('many');
times(200, function (i) { delete globalThis['extra' + i]; if (i % 40 === 0) { write(i); count(); read(); } });
all('fewer');
function readsExtra() { return extra7 + (typeof extra8 === 'undefined' ? 0 : extra8); }
globalThis.extra7 = 7; times(300, readsExtra); globalThis.extra8 = 8; note(readsExtra()); delete globalThis.extra7; note(show(readsExtra));
// Evals of the global scope declare variables and functions, which loops of such code use.
script('var declared = 1; function made() { return declared + 1; }');
function readsAll() { return declared + made(); }
function writesAll(v) { declared = v; return globalThis.declared; }
times(300, function () { readsAll(); writesAll(1); });
note(readsAll(), writesAll(10), readsAll(), show(function () { return delete declared; }), show(readsAll));
script('function made() { return "anew"; } var declared = "d";'); note(readsAll());
script('var turns = 0, text = ""; for (var g = 0; g < 1000; g++) { turns += g & 1; if (g % 250 === 0) text += g; } let l = 0; for (let h = 0; h < 1000; h++) { l += h; globalThis["v" + h % 3] = l; }');
note(turns, text, g, typeof l, v0, v1, v2);
note(script('var byEval = 0; for (var e = 0; e < 700; e++) byEval += e; byEval'), delete globalThis.byEval, show(function () { return byEval; }));
// Standard globals replaced.
function usesMath(n) { return Math.max(n, 3) + parseInt('7', 10) + (undefined === void 0) + (NaN !== NaN) + Infinity; }
times(300, usesMath);
var realMath = Math, realParse = parseInt;
globalThis.Math = {max: function () { return 'replaced '; }}; note(usesMath(1)); globalThis.Math = realMath; globalThis.parseInt = function () { return ' own '; }; note(usesMath(1)); globalThis.parseInt = realParse; note(usesMath(1));
function writesUndefined() { undefined = 1; NaN = 2; return undefined; } function strictUndefined() { 'use strict'; undefined = 1; }
times(300, writesUndefined); note(writesUndefined(), show(strictUndefined));
realMath.max = function () { return 'max'; }; note(usesMath(1));
console.log(log.join('\n'));
