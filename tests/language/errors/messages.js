// The messages of errors: accesses, calls, names, strict mode, builtins.
function msg(f) { try { f(); return 'no error'; } catch (e) { return e.name + ': ' + e.message; } }
var o = {a: {}}, u, n = null;
console.log(msg(function () { u.x; })); console.log(msg(function () { n.y = 1; })); console.log(msg(function () { o.b.c; }));
console.log(msg(function () { o.f(); })); console.log(msg(function () { o.a.g(); })); console.log(msg(function () { u(); }));
console.log(msg(function () { undefinedName; })); console.log(msg(function () { new o.a(); })); console.log(msg(function () { 'use strict'; undeclared = 1; }));
console.log(msg(function () { (void 0)(); })); console.log(msg(function () { o['k'](); })); console.log(msg(function () { [].reduce(function () {}); }));
console.log(msg(function () { 'use strict'; Object.freeze(o.a).x = 1; })); console.log(msg(function () { 'use strict'; delete Object.prototype; }));
console.log(msg(function () { Symbol() + ''; }));
console.log(msg(function () { 'x'.repeat(-1); })); console.log(msg(function () { (1).toFixed(101); })); console.log(msg(function () { for (var x of {}) ; }));
// expect: TypeError: Cannot read properties of undefined (reading 'x')
// expect: TypeError: Cannot set properties of null (setting 'y')
// expect: TypeError: Cannot read properties of undefined (reading 'c')
// expect: TypeError: o.f is not a function
// expect: TypeError: o.a.g is not a function
// expect: TypeError: u is not a function
// expect: ReferenceError: undefinedName is not defined
// expect: TypeError: o.a is not a constructor
// expect: ReferenceError: undeclared is not defined
// expect: TypeError: (void 0) is not a function
// expect: TypeError: o.k is not a function
// expect: TypeError: Reduce of empty array with no initial value
// expect: TypeError: Cannot add property x, object is not extensible
// expect: TypeError: Cannot delete property 'prototype' of function Object() { [native code] }
// expect: TypeError: Cannot convert a Symbol value to a string
// expect: RangeError: Invalid count value: -1
// expect: RangeError: toFixed() digits argument must be between 0 and 100
// expect: TypeError: {} is not iterable
