// Natives that call compiled functions, which call natives: callbacks, conversions, getters, comparators.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
var numbers = [];
for (var i = 0; i < 300; i++) numbers.push(i * 7919 % 300);
// Hot callbacks of every method that takes one.
var calls = 0;
function even(v, i, a) { calls++; return v % 2 === 0 && a[i] === v; }
function double(v) { return v * 2; }
function plus(a, b) { return a + b; }
note(numbers.filter(even).length, numbers.map(double)[299], numbers.reduce(plus), numbers.reduceRight(plus, ''), numbers.some(even), numbers.every(even), numbers.find(even), numbers.findIndex(even), calls);
function descending(a, b) { return b - a; }
note(numbers.slice().sort(descending).slice(0, 4), numbers.slice().sort().slice(0, 4), numbers.slice().sort(function (a, b) { return (a & 7) - (b & 7) || a - b; }).slice(0, 4), numbers.slice().sort(function () { return 0; })[0], numbers.slice().sort(function (a, b) { return a < b ? '1' : a > b ? -1 : {valueOf: function () { return 0; }}; })[0]);
var sum = 0, self = {s: 0};
numbers.forEach(function (v) { sum += v; });
numbers.forEach(function (v) { this.s += v; }, self);
new Map(numbers.map(function (n) { return [n, n * 2]; })).forEach(function (v, k) { sum += v - k; });
new Set(numbers).forEach(function (v) { sum -= v; });
new Int32Array(numbers).forEach(function (v) { sum += v; });
note(sum, self.s, Array.from({length: 300}, function (v, i) { return i * i; }).pop(), Array.from('abc', function (c) { return c + c; }), [[1, 2], [3]].flatMap(function (v) { return v; }), Object.entries({a: 1, b: 2}).map(function (e) { return e.join('='); }));
// The callback throws in the middle, and changes the array in the middle.
function throwing(v) { if (v === 150) throw new Error('at 150'); return v; }
note(['map', 'forEach', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce'].map(function (m) { return m === 'reduce' ? show(function () { numbers.reduce(function (a, v) { return throwing(v); }); }) : show(function () { numbers[m](function (v) { throwing(v); return m === 'every'; }); return 'stopped early'; }); }).join());
note(show(function () { numbers.slice().sort(function (a, b) { if (a === 150) throw 'sort'; return a - b; }); }), show(function () { 'aaaa'.replace(/a/g, function (m, at) { if (at === 2) throw 'replace'; return 'b'; }); }), show(function () { return JSON.stringify({a: [{toJSON: function () { throw 'toJSON'; }}]}); }), show(function () { return JSON.parse('[1,2]', function (k, v) { if (k === '1') throw 'reviver'; return v; }); }));
var shrinking = numbers.slice(), seen = 0;
shrinking.forEach(function (v, i) { seen++; if (i % 2) shrinking.length -= 1; });
note(seen, shrinking.length);
var growing = [1, 2, 3]; growing.forEach(function (v) { if (growing.length < 500) growing.push(v); }); note(growing.length);
// replace, JSON and their like with hot callbacks that use natives again.
var source = 'The quick brown fox '.repeat(20);
function capital(word, first, rest, at) { return first.toUpperCase() + rest.replace(/[aeiou]/g, function (v) { return v.charCodeAt(0) % 10; }) + at % 7; }
note(source.replace(/(\w)(\w*)/g, capital).slice(0, 60));
function Point(x, y) { this.x = x; this.y = y; }
Point.prototype.toJSON = function (key) { return key + ':' + JSON.stringify([this.x, this.y]); };
var points = []; for (i = 0; i < 60; i++) points.push(new Point(i, {p: new Point(-i, 0)}));
note(JSON.stringify(points).length, JSON.stringify(points[3]), JSON.stringify({a: 1, b: [1, 'x', null]}, function (k, v) { return typeof v === 'number' ? v + (k === 'a' ? 100 : 1) : v; }), JSON.stringify(JSON.parse('{"a":[1,2,{"b":3}]}', function (k, v) { return typeof v === 'number' ? v * 10 : v; })));
// Conversions in the middle of expressions, with loops in them and calls of the same function.
var level = 0;
function Money(n) { this.n = n; }
Money.prototype.valueOf = function () { var s = 0; for (var i = 0; i < 10; i++) s += this.n / 10; return Math.round(s); };
Money.prototype.toString = function () { return '$' + (+this); };
function compute(a, b) { return a + b * 2 - -a / 1 + (a < b ? 1 : 0) + (a == 5) + `${a}${b}`.length + [a][0]; }
times(300, function (i) { compute(i, 3); compute(new Money(i), new Money(2)); });
note(compute(new Money(5), new Money(6)), compute(new Money(7), 1), compute(1.5, new Money(2)), show(compute, new Money(1), {valueOf: function () { level++; return level < 4 ? compute(1, this) : 1; }}));
function recursiveValue(n) { return {valueOf: function () { return n === 0 ? 0 : 1 + recursiveValue(n - 1); }}; }
times(30, function () { +recursiveValue(10); });
note(+recursiveValue(100), recursiveValue(7) * 2, recursiveValue(3) > recursiveValue(2), recursiveValue(4) == 4);
function keyObject(n) { return {toString: function () { return 'key' + n % 3; }}; }
function counting(list) { var o = {}; for (var i = 0; i < list.length; i++) { var k = keyObject(list[i]); o[k] = (o[k] || 0) + 1; } return JSON.stringify(o); }
note(counting(numbers));
// Getters and setters that run loops, called in loops; defined on prototypes and natives.
var box = {list: [1, 2, 3], get total() { for (var i = 0, s = 0; i < this.list.length; i++) s += this.list[i]; return s; }, set total(v) { while (this.total < v) this.list.push(1); }};
function fill(n) { for (var i = 0; i < n; i++) { box.total = i; if (box.total > 60) box.list = [1]; } return box.total; }
note(fill(200), fill(70));
Object.defineProperty(Array.prototype, 'last', {get: function () { return this[this.length - 1]; }, configurable: true});
function lasts(n) { var s = ''; for (var i = 0; i < n; i++) s = [i, i + 1].last + ([].last === undefined ? 'u' : ''); return s; }
note(lasts(300)); delete Array.prototype.last;
// Symbols that natives ask for.
var special = {[Symbol.toPrimitive]: function (hint) { return hint === 'number' ? 42 : hint; }};
function hints(o) { return [+o, o + '', `${o}`, o * 2, o < 43, o == 'default', {[o]: 1}.string, [1, 2][o]].join(); }
times(250, function () { hints(special); });
note(hints(special), hints(7), show(hints, {[Symbol.toPrimitive]: 5}), show(hints, {[Symbol.toPrimitive]: function () { return {}; }}));
function Even() {} Object.defineProperty(Even, Symbol.hasInstance, {value: function (v) { return v % 2 === 0; }});
function instances(n) { var c = 0; for (var i = 0; i < n; i++) if (i instanceof Even) c++; return c; }
note(instances(500));
// Iterators written by hand, with and without return; for-of over changing things.
function range(from, to) { return {[Symbol.iterator]: function () { var i = from; return {next: function () { return i < to ? {value: i++, done: false} : {value: undefined, done: true}; }}; }}; }
function total(it) { var s = 0; for (var v of it) { if (v === 7) continue; if (v === 250) break; s += v; } return s; }
note(total(range(0, 1000)), total([1, 7, 2]), total(new Set([1, 7, 250, 9])), total('12'), total(range(0, 0)), Math.max(...range(0, 300)), [...range(1, 5)].join(), Array.from(range(0, 3)).length);
function growingLoop() { var a = [1]; for (var v of a) if (a.length < 400) a.push(v + 1); return a.length; }
function mapLoop() { var m = new Map([[0, 0]]), c = 0; for (var e of m) { c += e[1]; if (e[0] < 300) m.set(e[0] + 1, 1); m.delete(e[0]); } return c; }
note(growingLoop(), mapLoop());
function keyLoop(o) { var s = ''; for (var k in o) { s += k; if (k === 'b') delete o.c; if (k === 'd') o.new = 1; if (k === 'x') continue; if (k === 'stop') break; s += '.'; } return s; }
times(250, function () { keyLoop({a: 1, b: 2, c: 3, d: 4}); });
note(keyLoop({a: 1, b: 2, c: 3, d: 4}), keyLoop([5, , 6]), keyLoop('ab'), keyLoop(5), keyLoop(undefined), keyLoop(Object.create({up: 1, b: 2}, {own: {value: 1, enumerable: true}, hidden: {value: 1}})), keyLoop({2: 0, 1: 0, x: 1, stop: 1, z: 1}), keyLoop(new Uint8Array(2)));
var target = {}; function targets() { for (target.key in {a: 1, b: 2}); for (target['el' + 1] of [3, 4]); return target.key + target.el1; }
times(250, targets); note(targets());
console.log(log.join('\n'));
