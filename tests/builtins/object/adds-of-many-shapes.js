// One place adds a property to objects of several shapes.
function init(o, x) { o.x = x; o.y = x + 1; return o; }
function A() { init(this, 1); }
function B() { this.b = 1; init(this, 2); }
function C() { this.b = 1; this.c = 2; init(this, 3); }
function show(o) { return Object.keys(o).join() + '=' + o.x + ',' + o.y; }
for (var i = 0; i < 40; i++) var all = [new A(), new B(), new C(), init({}, 4), init([], 5)];
all.forEach(function (o) { console.log(show(o)); });
// more than fit inside the object
function fill(o) { for (var i = 0; i < 3; i++) { o.p = i; o.q = i; o.r = i; o.s = i; o.t = i; o.u = i; } return o; }
for (i = 0; i < 5; i++) { fill({}); fill({a: 1}); fill(new B()); }
console.log(JSON.stringify(fill({a: 1})), JSON.stringify(fill(new B())));
// a setter on the prototype that comes later
var calls = 0;
Object.defineProperty(B.prototype, 'x', {set: function () { calls++; }, configurable: true});
var b = new B();
console.log(calls, Object.keys(b).join());
Object.freeze(A.prototype);
console.log(show(new A()), show(Object.preventExtensions({z: 1})));
(function () {
  'use strict';
  try { init2(Object.preventExtensions({b: 1})); } catch (e) { console.log(e.message); }
  function init2(o) { o.x = 1; }
})();
