// ArrayBuffer.prototype.slice and Symbol.species.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var b = new ArrayBuffer(8);
b.constructor = {[Symbol.species]: function () { return new ArrayBuffer(1); }};
error(function () { return b.slice(0, 4); });
// expect: TypeError: Derived ArrayBuffer constructor created a buffer which was too small
b.constructor = {[Symbol.species]: function () { return b; }};
error(function () { return b.slice(0, 4); });
// expect: TypeError: ArrayBuffer subclass returned this from species constructor
b.constructor = {[Symbol.species]: function (n) { return new ArrayBuffer(n + 2); }};
console.log(b.slice(0, 4).byteLength);   // expect: 6
