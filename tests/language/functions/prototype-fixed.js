// A function whose prototype is defined anew, and can be written no more, makes objects with the new one.
function F() { }
new F(); new F();
Object.defineProperty(F, 'prototype', { value: { x: 1 }, writable: false });
for (var i = 0; i < 3; i++) console.log(new F().x, new F() instanceof F, Object.getPrototypeOf(new F()) === F.prototype);
// expect: 1 true true
// expect: 1 true true
// expect: 1 true true
function make() { return new G(); }
function G() { this.a = 1; }
for (i = 0; i < 10; i++) make();
Object.freeze(G);
console.log(make() instanceof G, make().a);   // expect: true 1
function H() { this.a = 1; }
for (i = 0; i < 10; i++) new H();
var old = H.prototype;
Object.defineProperty(H, 'prototype', { value: null, writable: false });
console.log(Object.getPrototypeOf(new H()) === Object.prototype, old !== H.prototype);   // expect: true true
