// Named properties in compiled functions: caches of every state, and what changes under them.
// stress-every: 31
function read(o) { return o.x; }
function write(o, v) { o.x = v; return o.x; }
function method(o) { return o.m(); }
function hot(f, a, b) { for (var i = 0; i < 300; i++) f(a, b); }
function show(f, a, b) {
  try { return f(a, b); } catch (e) { return e.name + ': ' + e.message; }
}
var log = [];
function note() { log.push(Array.prototype.join.call(arguments, ' ')); }
hot(read, {x: 1});
note('own', show(read, {x: 2}), show(read, {y: 1, x: 3}), show(read, {}), show(read, 5), show(read, 'text'), show(read, null), show(read, undefined));
var many = [];
for (var i = 0; i < 12; i++) { var o = {}; o['p' + i] = 1; o.x = i; many.push(o); }
note('megamorphic', many.map(read).join());
Object.prototype.x = 'inherited';
note('inherited', show(read, {}), show(read, 5), show(read, 'text'), show(read, []), show(read, function () {}));
delete Object.prototype.x;
note('gone', show(read, {}), show(read, 5));
var accessor = {get x() { return 'got'; }, set x(v) { note('set', v); }};
note('accessor', show(read, accessor), show(write, accessor, 4));
var thrower = {get x() { throw new TypeError('no x'); }, set x(v) { throw new RangeError('never ' + v); }};
note('thrower', show(read, thrower), show(write, thrower, 4));
hot(write, {x: 1}, 2);
note('write', show(write, {x: 0}, 'a'), show(write, {}, 'b'), show(write, Object.freeze({x: 1}), 'c'), show(write, 5, 6), show(write, null, 6));
var dictionary = {x: 1, y: 2, z: 3};
delete dictionary.y;
delete dictionary.x;
note('dictionary', show(read, dictionary), show(write, dictionary, 'back'), Object.keys(dictionary).join());
function P() {}
P.prototype.m = function () { return 'first'; };
var p = new P(), q = new P();
hot(method, p);
note('method', method(p));
P.prototype.m = function () { return 'second'; };
note('replaced', method(p));
q.m = function () { return 'own'; };
note('shadowed', method(q), method(p));
Object.setPrototypeOf(p, {m: function () { return 'elsewhere'; }});
note('moved', method(p), method(q), method(new P()));
delete P.prototype.m;
note('deleted', show(method, new P()), show(method, 5), show(method, undefined));
String.prototype.m = function () { return 'string ' + this; };
note('string', show(method, 'abc'));
delete String.prototype.m;
// Stores that add: the same function on objects of growing shapes, and outside the object.
function grow(o) { o.a = 1; o.b = 2; o.c = 3; o.d = 4; o.e = 5; o.f = 6; o.g = 7; o.h = 8; return o; }
for (i = 0; i < 300; i++) grow({});
note('grown', JSON.stringify(grow({})), JSON.stringify(grow({h: 0})));
Object.defineProperty(Object.prototype, 'c', {set: function (v) { note('setter of c', v); }, configurable: true});
note('with setter', JSON.stringify(grow({})));
delete Object.prototype.c;
note('without', JSON.stringify(grow({})));
// Length, of everything.
function length(o) { return o.length; }
hot(length, [1, 2]);
note('length', length([1, 2, 3]), length('four'), length({length: 'own'}), length(function (a, b) {}), length(new Uint8Array(6)),
  show(length, undefined), length(5));
(function () { note('length of arguments', length(arguments)); })(1, 2);
// Globals.
var counter = 0;
function count() { counter = counter + 1; return counter; }
for (i = 0; i < 300; i++) count();
globalThis.counter2 = 1;
function second() { return counter2; }
hot(second);
note('global', count(), second());
delete globalThis.counter2;
note('no global', show(second));
globalThis.counter2 = 'again';
note('again', second());
Object.defineProperty(globalThis, 'counter2', {get: function () { return 'by getter'; }, configurable: true});
note('getter', second());
function undefinedName() { return typeof nobodyDefinedThis; }
hot(undefinedName);
note(undefinedName());
function setUndeclared(v) { 'use strict'; undeclared = v; }
note(show(setUndeclared, 1));
globalThis.undeclared = 0;
hot(setUndeclared, 2);
note('declared', undeclared);
console.log(log.join('\n'));
