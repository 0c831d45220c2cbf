// this in sloppy and strict functions, methods, arrow functions, constructors and modules.
function sloppy() { return this === globalThis; } console.log(sloppy(), sloppy.call(null));
function strict() { 'use strict'; return this; } console.log(strict(), strict.call(5));
function box() { return typeof this; } console.log(box.call(5), box.call('s'));
var o = {m: function () { return this === o; }, a: () => typeof this, n() { return (() => this === o)(); }}; console.log(o.m(), o.a(), o.n());
var m = o.m; console.log(m(), (0, o.m)(), (o.m)());
function C() { this.x = 1; this.arrow = () => this.x; } var c = new C(); console.log(c.arrow.call({x: 2}), new C() instanceof C);
function R() { return {other: true}; } console.log(new R().other, new (function () { this.k = 1; return 5; })().k);
console.log(this === module.exports);
// expect: true true
// expect: undefined 5
// expect: object object
// expect: true object true
// expect: false false true
// expect: 1 true
// expect: true 1
// expect: true
