// Elements in compiled functions.
// stress-every: 31
function get(o, i) { return o[i]; }
function set(o, i, v) { o[i] = v; return o[i]; }
function call(o, i) { return o[i](); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e.name + ': ' + e.message; }
}
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
var array = [1, 2, 3];
for (var i = 0; i < 500; i++) { get(array, i % 3); set(array, i % 3, i); }
var indexes = [0, 2, 3, -1, 1.5, '1', 'length', 'x', -0, NaN, 4294967295, 2147483648, null, undefined, true, {toString: function () { return '2'; }}];
var things = [array, [1, , 3], 'text', new String('obj'), {0: 'zero', x: 'ex'}, new Uint8Array([7, 8]), new Float64Array([0.5]), 5, function () {},
  Object.freeze(['f']), (function () { return arguments; })('a0', 'a1')];
things.forEach(function (thing, n) { note('get', n, indexes.map(function (i) { return String(get(thing, i)); }).join(' ')); });
note(show(get, null, 0), show(get, undefined, 'x'), show(set, null, 0, 1));
things.forEach(function (thing, n) { note('set', n, indexes.slice(0, 9).map(function (i) { return show(set, thing, i, 9); }).join(' ')); });
note(array.length, Object.keys(array).join());
var grown = [];
for (i = 0; i < 300; i++) set(grown, i, {n: i});
note('grown', grown.length, grown[299].n, get(grown, 0).n);
var holes = new Array(5);
note('holes', get(holes, 1), set(holes, 1, 'in'), holes.length, 0 in holes, 1 in holes);
Array.prototype[3] = 'inherited';
note('inherited', get(holes, 3), get([], 3), set(holes, 3, 'own'), get(holes, 3));
delete Array.prototype[3];
note('no more', get([], 3));
var sealed = Object.seal([1, 2]);
note('sealed', set(sealed, 1, 'new'), set(sealed, 2, 'none'), sealed.length);
function strictSet(o, i, v) { 'use strict'; o[i] = v; }
for (i = 0; i < 300; i++) strictSet([0], 0, 1);
note(show(strictSet, Object.freeze([1]), 0, 2), show(strictSet, 'abc', 0, 'x'), show(strictSet, Object.preventExtensions([]), 0, 1));
[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array].forEach(function (Type) {
  var typed = new Type(4);
  for (var i = 0; i < 300; i++) set(typed, i & 3, i * 1000003.25 - 7);
  note(Type.name, Array.prototype.join.call(typed), set(typed, 4, 1), set(typed, -1, 1), set(typed, 0, NaN), set(typed, 1, '12'), get(typed, 1));
});
var methods = [function () { return 'zero ' + (this === methods); }, 5];
for (i = 0; i < 300; i++) call(methods, 0);
note(call(methods, 0), show(call, methods, 1), show(call, methods, 2), show(call, 'x', 0));
function swap(a, i, j) { var t = a[i]; a[i] = a[j]; a[j] = t; }
var objects = [];
for (i = 0; i < 64; i++) objects.push({n: i});
for (i = 0; i < 2000; i++) swap(objects, i % 64, i * 7 % 64);
note(objects.map(function (o) { return o.n; }).join());
function mapped(a) { arguments[0] = 'changed'; return a; }
function unmapped(a) { 'use strict'; arguments[0] = 'changed'; return a; }
function sum() { var s = 0; for (var i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
for (i = 0; i < 300; i++) { mapped(i); unmapped(i); sum(i, 1, 2); }
note(mapped(1), unmapped(2), sum(), sum(1, 2.5, '3'));
for (var k in {a: 1, b: 2, c: 3}) note('key', k);
function keys(o) { var r = ''; for (var k in o) { if (k === 'stop') break; r += k; } return r; }
for (i = 0; i < 300; i++) keys({a: 1, b: 2});
note(keys({a: 1, b: 2}), keys([5, 6]), keys('xy'), keys(null), keys({a: 1, stop: 2, z: 3}), keys(Object.create({up: 1}, {own: {value: 1, enumerable: true}})));
function of(o) { var r = []; for (var v of o) { if (v === 'stop') break; r.push(v); } return r.join(); }
for (i = 0; i < 300; i++) of([1, 2]);
note(of([1, , 3]), of('añ😀'), of(new Set([1, 2])), of(new Map([[1, 2]])), of(['a', 'stop', 'b']), of(new Uint8Array(2)), show(of, 5), show(of, {}));
console.log(log.join('\n'));
