// Named properties in compiled functions: few and many shapes, and what changes under them when they are hot.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
// The same site with 1, 2, 4 and 20 shapes, one after the other; all makers' objects are read again each time.
var makers = [];
for (var i = 0; i < 20; i++) makers.push(new Function('v', 'var o = {' + 'p' + i + ': 0' + (i % 3 ? '' : ', q: 1') + '}; o.x = v; o.f = function () { return this.x + ' + i + '; }; return o;'));
function site() {
  return {
    read: new Function('o', 'return o.x;'), write: new Function('o, v', 'o.x = v; return o.x;'), call: new Function('o', 'return o.f();'),
    add: new Function('o, v', 'o.added = v; return o.added;'), both: new Function('o', 'return o.x + o.x;'), has: new Function('o', 'return "x" in o && o.x !== undefined;'),
    update: new Function('o', 'o.x += 1; o.x++; return o.x;'), drop: new Function('o', 'var r = delete o.x; return r + ":" + o.x;'),
  };
}
[1, 2, 4, 20].forEach(function (kinds) {
  var s = site();
  times(400, function (i) {
    var o = makers[i % kinds](i);
    s.read(o); s.write(o, i); s.call(o); s.add(o, i); s.both(o); s.has(o); s.update(o);
  });
  times(300, function (i) { s.drop(makers[i % kinds](i)); });
  var sum = makers.map(function (make, i) {
    var o = make(i * 10);
    return [s.read(o), s.write(o, i + 0.5), s.call(o), s.add(o, i), s.both(o), s.has(o), s.update(o), s.drop(o), Object.keys(o).join('')].join();
  });
  note(kinds, sum.slice(0, 3).join(' '), sum.slice(18).join(' '), show(s.read, null), show(s.call, {}), show(s.add, 5, 1), show(s.update, {}), show(s.call, undefined));
});
// Objects that grow out of their room, and are read in and out of it.
function grow(n) { var o = {}; for (var i = 0; i < n; i++) o['g' + i] = i; o.last = n; return o; }
function last(o) { return o.last; }
function setLast(o, v) { o.last = v; return o.g0 + o.last; }
times(300, function (i) { last(grow(2)); setLast(grow(2), i); });
note('room', [0, 1, 3, 4, 5, 8, 9, 30, 100].map(function (n) { return last(grow(n)) + '/' + setLast(grow(n), 7); }).join(' '));
times(300, function (i) { last(grow(20)); setLast(grow(20), i); });
note('room', [0, 1, 3, 4, 5, 8, 9, 30, 100].map(function (n) { return last(grow(n)) + '/' + setLast(grow(n), 7); }).join(' '));
// A chain of prototypes, changed at each link when the reader is hot.
function A() {} function B() {} function C() {}
B.prototype = Object.create(A.prototype); C.prototype = Object.create(B.prototype);
A.prototype.v = 'A'; A.prototype.m = function () { return 'A.m'; };
function read(o) { return o.v; }
function call(o) { return o.m(); }
function has(o) { return o.v !== undefined ? 'yes' : 'no'; }
function both(o) { return has(o) + ' ' + show(read, o) + ' ' + show(call, o); }
var c = new C(), d = new C();
function step(name, change) { times(300, function () { both(c); }); change(); note(name, show(both, c), show(both, d), show(both, new C()), show(both, new B()), show(both, new A())); }
step('start', function () {});
step('middle', function () { B.prototype.v = 'B'; B.prototype.m = function () { return 'B.m'; }; });
step('near', function () { C.prototype.v = 'C'; });
step('own', function () { c.v = 'own'; c.m = function () { return 'own.m'; }; });
step('own gone', function () { delete c.v; delete c.m; });
step('near gone', function () { delete C.prototype.v; });
step('middle getter', function () { Object.defineProperty(B.prototype, 'v', {get: function () { return 'got ' + (this === c); }, configurable: true}); });
step('middle thrower', function () { Object.defineProperty(B.prototype, 'v', {get: function () { throw new RangeError('no v'); }, configurable: true}); });
step = function (name, change) { change(); note(name, show(both, c), show(both, d), show(both, new A())); };
step('thrower', function () {});
step('value again', function () { Object.defineProperty(B.prototype, 'v', {value: 'fixed', writable: false, configurable: true}); });
step('new prototype', function () { Object.setPrototypeOf(C.prototype, {m: function () { return 'other.m'; }}); });
step('null prototype', function () { Object.setPrototypeOf(C.prototype, null); });
step('far', function () { Object.setPrototypeOf(C.prototype, B.prototype); Object.setPrototypeOf(A.prototype, {v: 'beyond', m: 5}); });
step('undefined', function () { delete B.prototype.v; B.prototype.m = undefined; A.prototype.v = undefined; });
// A prototype with very many properties, and one that loses some.
var wide = {};
for (i = 0; i < 200; i++) wide['w' + i] = i;
wide.v = 'wide'; wide.m = function () { return 'wide.m'; };
var heir = Object.create(wide);
times(300, function () { both(heir); });
note('wide', both(heir));
delete wide.w7; wide.v = 'less'; note('less wide', both(heir));
delete wide.v; note('without', show(both, heir));
wide.m = function () { return 'again'; }; note('again', show(both, heir));
// Writing where the prototype has something to say.
function put(o, v) { o.y = v; return Object.keys(o).join() + '=' + o.y; }
function strictPut(o, v) { 'use strict'; o.y = v; return o.y; }
function P() {}
times(300, function (i) { put(new P(), i); strictPut(new P(), i); });
note('adds', put(new P(), 1));
Object.defineProperty(P.prototype, 'y', {value: 'read only', configurable: true});
note('read only', put(new P(), 1), show(strictPut, new P(), 1));
Object.defineProperty(P.prototype, 'y', {set: function (v) { if (v === 13) throw 'thirteen'; this.z = v; }, configurable: true});
note('setter', put(new P(), 1), show(put, new P(), 13), show(strictPut, new P(), 13), show(strictPut, new P(), 2));
Object.defineProperty(P.prototype, 'y', {get: function () { return 'only got'; }, set: undefined});
note('getter only', put(new P(), 1), show(strictPut, new P(), 1));
delete P.prototype.y;
note('gone', put(new P(), 1));
note('kinds', put(Object.preventExtensions({}), 1), show(strictPut, Object.preventExtensions({}), 1), show(strictPut, Object.freeze({y: 1}), 2),
  show(strictPut, 'text', 1), show(strictPut, 5, 1), show(strictPut, null, 1), show(strictPut, undefined, 1), put(Object.create(null), 1), put([], 1), put(put, 1).slice(0, 1));
function fix(o) { Object.freeze(o); o.y = 2; return o.y; }
times(300, function (i) { fix({y: i}); });
note('frozen between', fix({y: 1}));
// Accessors when hot, with loops of their own, and receivers.
var receivers = [], self = {get g() { var s = 0; for (var i = 0; i < 20; i++) s += i; receivers.push(this === self); return s; }, set g(v) { receivers.push(typeof v); for (var i = 0; i < 20; i++) this.total = (this.total || 0) + v; }};
function accessors(o) { o.g = 1; return o.g + o.g; }
times(300, function () { receivers.length = 0; accessors(self); });
note('accessors', accessors(self), receivers.join(), self.total, accessors(Object.create(self)), accessors({g: 5}), accessors({get g() { return 'only get'; }}));
function turns(o) { var r = []; for (var i = 0; i < 6; i++) { if (i === 2) Object.defineProperty(o, 't', {get: function () { return 'got'; }, configurable: true}); if (i === 4) { delete o.t; } r.push(o.t); o.t = i; } return r.join(); }
times(200, function () { turns({t: 'first'}); });
note('turns', turns({t: 'first'}), turns({}));
// Primitive receivers.
function methods(v) { return [v.toString(), typeof v.valueOf(), v.length, v.constructor.name, v.nothing].join(); }
times(300, function (i) { methods('s' + (i & 7)); });
note('primitives', methods('text'), methods(5), methods(-0), methods(NaN), methods(true), show(methods, Symbol('s')), show(methods, null), show(methods, undefined), methods([1, 2]), methods({length: 7}).slice(-12));
function texts(s, i) { return s.charAt(i) + s.charCodeAt(i) + s.indexOf('b') + s.slice(i) + s[i]; }
times(300, function (i) { texts('abc', i % 3); });
note('texts', texts('abc', 1), texts('añ😀b', 2), texts('', 0), show(texts, 5, 0), show(texts, ['x'], 0));
Number.prototype.nothing = 'something'; note('added', methods(5)); delete Number.prototype.nothing;
Object.defineProperty(String.prototype, 'nothing', {get: function () { 'use strict'; return typeof this; }, configurable: true}); note('added', methods('s')); delete String.prototype.nothing;
// Optional chains, computed and shorthand keys, spread, getters in literals.
function optional(o) { return [o?.a, o?.a?.b, o?.a?.['b'], o?.f?.(), o?.a.b, o?.['a']].map(String).join('/'); }
times(300, function (i) { optional({a: {b: i}, f: function () { return this.a.b; }}); });
note('optional', optional({a: {b: 'b'}, f: function () { return this.a.b; }}), optional(null), optional(undefined), show(optional, {}), show(optional, {a: 1, f: 2}), show(optional, 'x'));
function literal(a, b, k) { return {a, b, [k]: a, ['x' + k]: b, get g() { return this.a + a; }, set g(v) { this.s = v; }, m() { return this.b; }, 1: 'one', ...b, __proto__: b}; }
times(300, function (i) { literal(i, {z: 1}, 'k' + (i & 3)); });
var made = literal(1, {z: 2, a: 'spread'}, 'k'); made.g = 3;
note('literal', JSON.stringify(made), made.m() === made.b, Object.keys(made).join(), Object.getPrototypeOf(made) === made.b, made.m.name,
  Object.getOwnPropertyDescriptor(made, 'g').get.name, JSON.stringify(literal(null, null, 'a')), JSON.stringify(literal(0, 'text', 1)), JSON.stringify(literal(0, [7], 'g')));
function keyed(k) { return {[k]: function () {}, [k + 1]: () => 1}; }
times(300, function (i) { keyed('f' + i % 5); });
note('names', keyed('n').n.name, keyed('n').n1.name, keyed(Symbol.iterator.description).name, show(keyed, {toString: function () { throw 'key'; }}), show(keyed, Symbol('s')));
function inside(k, o) { return k in o; }
function instance(o, f) { return o instanceof f; }
times(300, function (i) { inside('k' + (i & 1), {k0: 1}); instance(c, C); });
note('in', inside('k0', {k0: undefined}), inside('toString', {}), inside(1, [1, 2]), inside('length', []), show(inside, 'a', 'text'), show(inside, 'a', null), inside(Symbol.iterator, []));
note('instanceof', instance(c, A), instance(c, Array), instance(5, Number), instance(null, Object), show(instance, c, {}), show(instance, c, null), show(instance, c, () => 1),
  instance(c, C.bind(null)), show(instance, c, 'x'), instance({}, Object.create(Function.prototype, {prototype: {value: Object.prototype}, [Symbol.hasInstance]: {value: function () { return 1; }}})));
console.log(log.join('\n'));
