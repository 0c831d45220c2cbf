// new.target in functions, arrows, Reflect.construct, bound functions.
function F() { return new.target; }
console.log(F(), F.call({}), new F() instanceof F, typeof new F());   // expect: undefined undefined false function
function G() { this.target = new.target === G; this.arrow = (() => new.target === G)(); this.inner = (function () { return new.target; })(); }
var g = new G(); console.log(g.target, g.arrow, g.inner);   // expect: true true undefined
function Guard() { if (!new.target) return new Guard(); this.made = true; } console.log(Guard().made, new Guard().made);   // expect: true true
function H() { this.is = new.target === G; } console.log(Reflect.construct(H, [], G).is, new (H.bind())().is);   // expect: true false
function Base() { this.name = new.target.name; } function Derived() { return Reflect.construct(Base, [], new.target); } Derived.prototype = Object.create(Base.prototype); console.log(new Derived().name, new Derived() instanceof Derived, new Base().name);   // expect: Derived true Base
var o = {m() { return new.target; }, get g() { return new.target; }, f: function () { return new.target && 'constructed'; }}; console.log(o.m(), o.g, o.f(), new o.f() instanceof o.f);   // expect: undefined undefined undefined true
function D(a = new.target) { this.d = a === D; } console.log(new D().d);   // expect: true
