// Elements in compiled functions: what the array is may change between two turns.
// stress-every: 31
var log = [];
function text(v) { return Object.is(v, -0) ? '-0' : String(v); }
function note() { log.push(Array.prototype.map.call(arguments, text).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
function get(a, i) { return a[i]; }
function set(a, i, v) { a[i] = v; return a.length; }
function strictSet(a, i, v) { 'use strict'; a[i] = v; return a.length; }
function update(a, i) { a[i] += 2; a[i]++; return a[i]; }
var base = [1, 2, 3, 4];
times(400, function (i) { get(base, i & 3); set(base, i & 3, i); strictSet(base, i & 3, i); update(base, i & 3); });
// Literals are made anew each time.
function literal(i, v) { var a = [1, 2, 3], n = [[0], {k: [5]}, 'x']; a[i] = v; n[0][0]++; n[1].k[0] += v; a.push(9); return a.join() + '|' + n[0] + n[1].k + n.length; }
times(400, function (i) { literal(i % 3, i); });
note('literal', literal(0, 'a'), literal(1, 'b'), literal(5, 'c'), literal(2, 0.5));
function doubles(i) { var a = [0.5, 1.5, -0, NaN]; var old = a[i]; a[i] = 7; return text(old) + a.map(text).join(); }
times(400, function (i) { doubles(i & 3); });
note('doubles', doubles(0), doubles(2), doubles(3), doubles(9));
function holes() { var a = [, 1, , 2, ,]; return a.length + ':' + (0 in a) + a[0] + a[1] + (2 in a) + a; }
times(300, holes);
note('holes', holes());
// Shorter and longer.
var a = [1, 2, 3, 4, 5, 6];
times(300, function () { get(a, 5); });
a.length = 3;
note('shorter', get(a, 2), get(a, 3), get(a, 5), set(a, 4, 'e'), get(a, 3), 3 in a, a.join());
a.pop(); a.pop(); note('popped', get(a, 4), get(a, 3), get(a, 2), a.length); a.shift(); note('shifted', get(a, 0), get(a, 1), get(a, 2), a.length);
a.unshift('u', 'v'); a.splice(1, 1); a.reverse(); note('turned', get(a, 0), get(a, 1), get(a, 2), get(a, 3), a.length);
a.length = 0; note('empty', get(a, 0), set(a, 0, 'new'), a.join(), set(a, 0, undefined), get(a, 0), 0 in a, delete a[0], get(a, 0), 0 in a, a.length);
a = []; times(500, function (i) { set(a, i, i); }); note('grown', a.length, get(a, 499), get(a, 500), get(a, -1));
a = []; times(500, function (i) { set(a, 499 - i, i); }); note('grown down', a.length, get(a, 0), get(a, 499));
note('far', set(a, 100000, 'far'), get(a, 100000), get(a, 99999), set(a, 4294967294, 'end'), set(a, 4294967295, 'no index'), get(a, 4294967295), a[499]);
note('names', set(a, -1, 'minus'), get(a, -1), get(a, '-1'), set(a, 1.5, 'fraction'), get(a, '1.5'), set(a, '7', 'text'), get(a, 7), set(a, 'length', 3), get(a, 7), get(a, 2), show(set, a, 'length', -1), show(set, a, 'length', 1.5));
// Frozen, sealed, not extensible, with a read-only element or an accessor in it, with elements in the prototype.
var kinds = {
  frozen: Object.freeze([1, 2]), sealed: Object.seal([1, 2]), fixed: Object.preventExtensions([1, 2]), holes: [1, , 3],
  readOnly: Object.defineProperty([1, 2], 0, {value: 'ro', writable: false}), accessor: Object.defineProperty([1, 2], 1, {get: function () { return 'got'; }, set: function (v) { log.push('set ' + v); }}),
  lengthFixed: Object.defineProperty([1, 2], 'length', {writable: false}), object: {0: 'zero', length: 1}, inherits: Object.create([7, 8]), string: 'text', number: 5, function: function () {},
  stringObject: new String('ob'), arguments: (function () { return arguments; })(1, 2), strict: (function () { 'use strict'; return arguments; })(1, 2),
  bytes: new Uint8Array([1, 2]), floats: new Float32Array([1, 2]), clamped: new Uint8ClampedArray(2), regexp: /x/, error: new Error('e'),
};
Object.keys(kinds).forEach(function (name) {
  var o = kinds[name];
  times(250, function () { get(o, 0); get(o, 1); });
  note(name, get(o, 0), get(o, 1), get(o, 2), show(strictSet, o, 0, 'x'), show(strictSet, o, 1, 4.5), show(strictSet, o, 2, 'z'), set(o, 0, 'y'), get(o, 0), get(o, 1), get(o, 2), show(update, o, 1), show(update, o, 3));
});
note('null', show(get, null, 1), show(get, undefined, 'k'), show(set, null, 1, 1), show(strictSet, undefined, Symbol('s'), 1), show(update, null, 1));
function frozenBetween(a) { for (var i = 0; i < 3; i++) { a[0] = i; if (i === 1) Object.freeze(a); } return a[0]; }
times(200, function () { frozenBetween([9]); });
note('frozen between', frozenBetween([9]));
Object.prototype[1] = 'from Object'; Array.prototype[2] = 'from Array';
note('prototypes', get([1, , , 4], 1), get([1, , , 4], 2), get([], 2), get({}, 1), get('a', 1), set([1], 1, 'own'), get(kinds.frozen, 2));
Object.defineProperty(Array.prototype, 2, {set: function (v) { log.push('setter ' + v); }, get: function () { return 'getter'; }, configurable: true});
note('accessor there', set([], 2, 'v'), get([0, 1], 2), set([1, 2, 3], 2, 'own'), show(strictSet, [0, , , 3], 2, 'hole'));
delete Array.prototype[2]; delete Object.prototype[1];
note('no more', get([], 2), get({}, 1), set([], 2, 'v'));
// Keys of all kinds with objects; methods by key.
var record = {a: 1, '1': 'one', '-1': 'minus', 'NaN': 'nan', 'null': 'nil', 'undefined': 'undef', 'true': 'yes', '1.5': 'half', '[object Object]': 'obj', '': 'empty'};
record[Symbol.iterator] = 'symbol';
note('keys', ['a', 1, -1, NaN, null, undefined, true, 1.5, {}, '', [], [1], Symbol.iterator, '01', 1e21, -0].map(function (k) { return get(record, k); }).join());
function callAt(o, k, v) { return o[k](v); }
times(300, function (i) { callAt({m: function (v) { return v; }}, 'm', i); });
note('calls', callAt([function () { return this.length; }], 0), callAt({a: function (v) { return this.b + v; }, b: 'b'}, 'a', 'v'), callAt('abc', 'charAt', 1), callAt(5, 'toFixed', 1),
  show(callAt, {}, 'none'), show(callAt, [], 0), show(callAt, [5], 0), show(callAt, null, 'm'), show(callAt, undefined, 0), show(callAt, {m: 1}, 'm'));
function remove(o, k) { return (delete o[k]) + '/' + (k in o); }
function strictRemove(o, k) { 'use strict'; return delete o[k]; }
times(300, function (i) { remove({k: i}, 'k'); strictRemove([i], 0); });
note('delete', remove([1, 2], 0), remove([1], 'length'), remove({}, 'x'), show(strictRemove, Object.freeze([1]), 0), show(strictRemove, [1], 'length'), show(remove, 5, 'x'), show(strictRemove, 'abc', 1));
// A key whose toString runs code, once, at the right time.
var order = '';
function key(name) { return {toString: function () { order += name; return 'k'; }}; }
function keyed(o, k, v) { o[k] = v; o[k] = o[k] + 1; return o[k]; }
times(300, function (i) { keyed({}, 'k', i); });
note('key', keyed({}, key('a'), 1), order, show(keyed, {}, {toString: function () { throw 'key thrown'; }}, 1), show(keyed, null, key('b'), 1), order);
// Typed arrays: all kinds, values that convert, out of bounds, without a buffer's end.
[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array].forEach(function (Type) {
  var fill = new Function('t, v', 'for (var i = 0; i < t.length; i++) { t[i] = v; v = v * -3 + 1; } var s = ""; for (i = 0; i < t.length; i++) s += t[i] + ","; return s;');
  var t = new Type(6);
  times(60, function (i) { fill(t, i); });
  note(Type.name, [1, 127, 128, 255.5, -0.5, 65535, 2147483647, 4294967295, 1e10, NaN, Infinity, -0, 1e-50].map(function (v) { return fill(t, v); }).join(' '));
  note([null, undefined, true, '12', 'x', {valueOf: function () { return 77; }}, [5]].map(function (v) { t[0] = v; return text(t[0]); }).join(), show(set, t, 0, Symbol('s')),
    show(set, t, 0, {valueOf: function () { throw 'value thrown'; }}), set(t, 6, 1), get(t, 6), get(t, -1), set(t, -1, 5), get(t, '0'), get(t, '-0'), set(t, '1.5', 1), get(t, 1.5), Object.keys(t).join());
});
function mixedTyped(t, i) { t[i] = t[i] + 1; return t[i]; }
times(400, function (i) { mixedTyped(new Int8Array(2), i & 1); });
note('mixed', mixedTyped(new Uint8Array([255]), 0), mixedTyped(new Float64Array([0.5]), 0), mixedTyped([0.5], 0), mixedTyped({0: 'x'}, 0), mixedTyped(new Int32Array([2147483647]), 0), mixedTyped(new Uint32Array([4294967294]), 0));
// Whole-number doubles, and numbers beyond 31 bits, as indexes.
function half(a, i) { return a[i / 2]; }
times(300, function (i) { half(base, i % 8); });
note('half', half([5, 6, 7], 0), half([5, 6, 7], 2), half([5, 6, 7], 3), half([5, 6, 7], -0), half([5, 6, 7], -2), half([5, 6, 7], 4294967296), half('xyz', 4));
console.log(log.join('\n'));
