// Calls of all kinds between compiled functions, first runs, natives; constructors; arguments.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
// Numbers of arguments: 0 to 40 given, 0 to 20 taken, with locals behind them that must be undefined.
var takers = [];
for (var i = 0; i <= 20; i++) {
  var names = [];
  for (var j = 0; j < i; j++) names.push('p' + j);
  takers.push(new Function(names.join(), 'var l1, l2, l3; var r = [' + names.join() + '].map(String).join("") + "/" + l1 + l2 + l3; l1 = l2 = l3 = 1; return r;'));
}
function give0(f) { return f(); } function give1(f) { return f(1); } function give3(f) { return f(1, 2, 3); }
function give20(f) { return f(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0); }
function give40(f) { return f(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0); }
times(150, function (i) { var f = takers[i % 21]; give0(f); give1(f); give3(f); give20(f); give40(f); });
takers.forEach(function (f) { for (var i = 0; i < 200; i++) f(i); });
note(takers.map(give0).join(' ')); note(takers.map(give1).join(' ')); note(takers.map(give3).join(' ')); note(takers.map(give20).join(' ')); note(takers.map(give40).join(' '));
// What is left on the stack by one call is not seen by the next.
function dirty(a, b, c, d, e) { var x = 'x', y = 'y', z = 'z'; return x + y + z + a + b + c + d + e; }
function clean(a) { var x, y, z, w; return [a, x, y, z, w].join(); }
function dirtyClean() { dirty(1, 2, 3, 4, 5); return clean(); }
times(300, dirtyClean);
note(dirtyClean());
// Defaults, rest, spread.
var evaluated = '';
function step(v) { evaluated += v; return v; }
function defaults(a = step('a'), b = a + step('b'), c = () => a + b, ...rest) { var d = 1; return a + b + c() + rest.length + d; }
times(300, function (i) { defaults(i, 1); });
evaluated = '';
note(defaults(), defaults('x'), defaults(undefined, 'y'), defaults(null, null), defaults(1, 2, () => 3, 4, 5), evaluated, defaults.length, show(defaults, 1, 2, 3));
function ownScope(a, f = function () { return a; }) { var a = 'local'; return a + f(); }
function defaultThrows(a = (function () { throw 'no default'; })()) { return a; }
function defaultEarly(a = b, b = 1) { return a + b; }
function restOnly(...all) { all.push('end'); return all.length + all.join(''); }
function both(a, ...all) { arguments[0] = 'changed'; return a + arguments.length + all.length; }
times(300, function (i) { ownScope(i); defaultThrows(i); defaultEarly(i); restOnly(i, i); both(i, i, i); });
note(ownScope('p'), show(defaultThrows), show(defaultEarly), defaultEarly(undefined + 1, 2), restOnly(), restOnly(1, 2, 3), both(), both('a', 'b', 'c'));
function spreads(list, f) { return [f(...list), f(0, ...list, 9), f(...list, ...list), new Array(...list, 'x').length, [...list, ...'ab'].length].join(' '); }
function counts() { return arguments.length; }
times(300, function (i) { spreads([1, i], counts); });
note(spreads([], counts), spreads([1, , 3], counts), spreads(new Set([1, 2, 3]), counts), spreads('text', counts), spreads([5], Math.max), show(spreads, 5, counts), show(spreads, [1], 5), show(spreads, null, counts));
var long = []; for (i = 0; i < 20000; i++) long.push(i);
note(counts(...long), counts.apply(null, long), Math.max(...long), clean(...long).slice(0, 9), restOnly(...long).length, String.fromCharCode.apply(null, long.slice(65, 70)));
// arguments: mapped, strict, captured, written, passed on, longer than the parameters.
function mapped(a, b) { a = 'A'; arguments[1] = 'B'; arguments[5] = 'five'; arguments.length++; return a + b + arguments[0] + arguments[1] + arguments.length; }
function strictArguments(a, b) { 'use strict'; a = 'A'; arguments[1] = 'B'; return a + b + arguments[0] + arguments[1] + arguments.length; }
function capturedArguments(a) { return (function () { a += 1; return a; })() + '/' + arguments[0] + (() => arguments[0])(); }
function deletes(a) { delete arguments[0]; arguments[0] = 'new'; return a + arguments[0]; }
function loops() { var s = ''; for (var i = 0; i < arguments.length; i++) s += arguments[i]; for (var k in arguments) s += k; for (var v of arguments) s += v; return s; }
function escapes() { return arguments; }
function argumentsLocal(arguments) { return arguments; }
function argumentsVar(a) { var arguments; return typeof arguments + arguments[0]; }
times(300, function (i) { mapped(i, i); strictArguments(i, i); capturedArguments(i); deletes(i); loops(i); escapes(i); argumentsLocal(i); argumentsVar(i); });
note(mapped(1, 2), mapped(1), mapped(), mapped(1, 2, 3), strictArguments(1, 2), strictArguments(), capturedArguments(5), capturedArguments(), deletes(1), deletes(), loops(), loops(1, 'b', null), argumentsLocal(7), argumentsVar(8));
var kept = [escapes(1, 2), escapes(3)]; times(10, function () { escapes(9, 9, 9); }); note(kept[0][0], kept[0][1], kept[1][0], kept[0].length, Object.prototype.toString.call(kept[0]), kept[0].callee === escapes);
// this: sloppy, strict, arrows, methods, natives, primitives.
function sloppy() { return this === globalThis ? 'global' : typeof this + this; }
function strict() { 'use strict'; return typeof this + this; }
function withArrow() { return (() => typeof this + (() => this.v)())(); }
function callThis(f, t) { return f.call(t); }
function applyThis(f, t) { return f.apply(t); }
function methodThis(f, t) { return {f: f, toString: function () { return 'o'; }}.f(); }
times(300, function (i) { callThis(sloppy, i); applyThis(strict, i); callThis(withArrow, {v: i}); methodThis(sloppy); });
[undefined, null, 5, 'text', true, {toString: function () { return 'own'; }}].forEach(function (t) { note(callThis(sloppy, t), callThis(strict, t), applyThis(sloppy, t), applyThis(strict, t), methodThis(sloppy), methodThis(strict)); });
note(callThis(withArrow, {v: 'v'}), show(callThis, withArrow, undefined), sloppy(), strict(), (0, {f: sloppy}.f)(), [sloppy][0](), show(callThis, 5), show(callThis, {}), show(applyThis, null));
// call, apply, bind, Reflect, in all depths.
function target(a, b) { return [this && this.n, a, b, arguments.length].join('.'); }
var bound = target.bind({n: 'bound'}, 'first'), twice = bound.bind({n: 'no'}, 'second');
function ways(o, a) { return [target.call(o, a), target.apply(o, [a]), target.apply(o, {length: 2, 0: a}), bound(a), twice(a), Reflect.apply(target, o, [a]), target.call.call(target, o, a), target.apply.call(target, o, [a]), Function.prototype.call.apply(target, [o, a])].join(' '); }
times(200, function (i) { ways({n: i}, i); });
note(ways({n: 'o'}, 'a')); note(ways(null, undefined)); note(show(function () { return target.apply(null, 5); }), target.apply(null, null), target.apply(), target.call(), new bound('x') instanceof target);
function passOn() { return target.apply(this, arguments); }
function passOnTwice() { return passOn.apply(this, arguments) + passOn.apply({n: 'p'}, arguments); }
function passChanged(a) { a = 'changed'; return target.apply(this, arguments); }
function passInLoop() { var s = ''; for (var i = 0; i < 3; i++) s += target.apply(i, arguments) + Math.max.apply(Math, arguments); return s; }
function passToNative() { return Array.prototype.slice.apply(arguments).length + Array.prototype.concat.apply([], arguments).length; }
function passToNew() { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))().getTime(); }
times(300, function (i) { passOn(i, i); passOnTwice(i); passChanged(i); passInLoop(i); passToNative(i); });
note(passOn(), passOn(1, 2, 3), passOnTwice('a'), passChanged('old', 1), passInLoop(1, 2), passToNative([1, 2], 3), passToNew(5));
// Not to be called: the text of the error, from each kind of expression.
function calls(o) {
  return [show(function () { return o(); }), show(function () { return o.f(); }), show(function () { return o['f'](); }), show(function () { return o.f.g.h(); }), show(function () { return new o(); }), show(function () { return new o.f(); }), show(function () { return (0, o)(1); }),
    show(function () { return o?.(); }), show(function () { return o.f?.(); }), show(function () { return o`x`; }), show(function () { return o(...[1]); }), show(function () { return new o(...[1]); })].join(' | ');
}
[undefined, null, 5, 'text', {}, {f: 5}, [], /x/, Symbol.iterator, true].forEach(function (o) { times(30, function () { calls(o); }); note(calls(o)); });
// Constructors: results, new.target, called without new, prototypes that change, fields that depend on the turn.
function Result(r) { this.own = 'own'; if (r === 'early') return; return r; }
function Wants(n) { if (!new.target) return new Wants(n); this.n = n; this.t = new.target === Wants; }
function Branches(n) { if (n & 1) this.odd = n; this.n = n; if (n > 5) this.big = true; for (var i = 0; i < n % 3; i++) this['f' + i] = i; }
function Captures(n) { this.n = n; this.get = function () { return this.n + n; }; var self = this; this.self = () => self === this; }
function Throws(n) { this.n = n; if (n === 400) throw this; this.after = 1; }
function Empty() {}
function Many(a, b, c) { this.a = a; this.b = b; this.c = c; this.d = this; this.e = 1.5; this.f = 'f'; this.g = undefined; this.h = null; this.i = true; this.j = arguments.length; }
function make(F, a, b) { return new F(a, b); }
times(390, function (i) { new Result(i); new Wants(i); Wants(i); new Branches(i); new Captures(i); new Throws(i); new Empty(); new Many(i, i); make(Many, i, i); make(Result, i); });
note([1, 'early', null, undefined, 'text', true, Symbol.iterator, {own: 'given'}, [], function own() {}].map(function (r) { var o = make(Result, r); return o.own + (o instanceof Result); }).join());
note(Wants(3).t, new Wants(3).n, [0, 1, 2, 5, 6, 7].map(function (n) { return Object.keys(new Branches(n)).join(''); }).join(), new Captures(4).get(), new Captures(4).self(), JSON.stringify(Object.keys(new Many(1))), new Many(1, 2, 3, 4).j);
try { make(Throws, 400); } catch (e) { note(e.n, e.after, e instanceof Throws); }
Empty.prototype = {p: 'new'}; note(new Empty().p, make(Empty) instanceof Empty); Empty.prototype = null; note(Object.getPrototypeOf(new Empty()) === Object.prototype); Empty.prototype = 5; note(Object.getPrototypeOf(make(Empty)) === Object.prototype);
Object.defineProperty(Many.prototype, 'e', {set: function (v) { this.set = v; }, configurable: true}); note(Object.keys(new Many(1)).join()); delete Many.prototype.e;
Object.freeze(Many.prototype); note(Object.keys(new Many(1)).join()); Many.prototype.later = 1; note(new Many().later);
function Base(n) { this.base = n; return n === 7 ? {seven: true} : undefined; }
function Derived(n) { var r = Base.call(this, n); this.derived = r ? 'r' : n; }
Derived.prototype = Object.create(Base.prototype, {constructor: {value: Derived}});
times(300, function (i) { new Derived(i); });
note(JSON.stringify(new Derived(1)), JSON.stringify(new Derived(7)), new Derived(1) instanceof Base, Reflect.construct(Derived, [3], Array) instanceof Array, JSON.stringify(Reflect.construct(Result, [5], Many)));
note([Date, RegExp, Array, Object, String, Number, Error, Uint8Array].map(function (F) { return typeof make(F, 1) + (make(F, 1) instanceof F); }).join(), show(make, Math.max), show(make, () => 1), show(make, Symbol), show(make, {m() {}}.m), show(make, target.bind(null)) instanceof target);
console.log(log.join('\n'));
