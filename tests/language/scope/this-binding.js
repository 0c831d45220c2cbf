// this: methods, plain calls, primitives, constructors, arrows, callbacks, getters.
var o = {tag: 'o', m: function () { return this && this.tag; }, arrow: () => typeof this, get g() { return this.tag; }, nested: {tag: 'n', m: function () { return this.tag; }}};
console.log(o.m(), o['m'](), (o.m)(), (0, o.m)(), (o.m = o.m)(), o.nested.m(), o.g, o.arrow());   // expect: o o o undefined undefined n o object
var m = o.m; console.log(m(), m.call({tag: 'called'}), m.apply({tag: 'applied'}), m.bind({tag: 'bound'})());   // expect: undefined called applied bound
console.log([1].map(function () { return this.tag; }, {tag: 'thisArg'})[0], [1].map(() => typeof this)[0], [1].map(function () { return this === globalThis; })[0]);   // expect: thisArg object true
function C(t) { this.tag = t; this.arrow = () => this.tag; } C.prototype.m = function () { return this.tag; }; var c = new C('c'); console.log(c.m(), c.arrow.call({tag: 'no'}), (0, c.arrow)());   // expect: c c c
String.prototype.typ = function () { return typeof this; }; String.prototype.strictTyp = function () { 'use strict'; return typeof this; }; console.log('x'.typ(), 'x'.strictTyp());   // expect: object string
function outer() { return [() => this.tag, function () { return this === globalThis; }]; } var fs = outer.call({tag: 'lexical'}); console.log(fs[0](), fs[1]());   // expect: lexical false
console.log((function () { return (() => (() => this.tag)())(); }).call({tag: 'deep'}), o.nested['m'].call(o), new (function () { this.x = 1; })().x);   // expect: deep o 1
function ret(v) { this.own = 'own'; return v; } console.log(new ret(5).own, new ret({own: 'returned'}).own, new ret(null).own, typeof new ret(function () {}), new ret([7])[0], new ret('s').own);   // expect: own returned own function 7 own
with ({tag: 'with', m: o.m}) console.log(m());   // expect: with
console.log((o.zz || o.m).call(o), (true ? o.m : 0)(), typeof (function () { return this; })());   // expect: o undefined object
