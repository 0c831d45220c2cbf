// instanceof follows every change of what it depends on.
function A() {}
function B() {}
var a = new A();
function test(f) { return a instanceof f; }
for (var i = 0; i < 10; i++) test(A);
console.log(test(A), test(B));  // expect: true false
A.prototype = {};
console.log(test(A));  // expect: false
B.prototype = Object.getPrototypeOf(a);
console.log(test(B));  // expect: true
Object.defineProperty(B, Symbol.hasInstance, {value: function () { return 'yes'; }});
console.log(test(B), test(A));  // expect: true false
Object.setPrototypeOf(a, A.prototype);
console.log(test(A));  // expect: true
A.prototype = 5;
try { test(A); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Function has non-object prototype '5' in instanceof check
function C() {}
Object.setPrototypeOf(C, {});
console.log(test(C));  // expect: false
function D() {}
D.extra = 1;
delete D.extra;
console.log(test(D), new D() instanceof D);  // expect: false true
