// Typed arrays with elements cannot be frozen.
'use strict';
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Uint8Array(2);
error(function () { return Object.freeze(a); });   // expect: TypeError: Cannot freeze array buffer views with elements
error(function () { return Object.isFrozen(Object.freeze(new Uint8Array(0))); });   // expect: true
Object.preventExtensions(a);
a[0] = 3;
error(function () { a.x = 1; });   // expect: TypeError: Cannot add property x, object is not extensible
console.log(a[0], Object.isExtensible(a), Object.isSealed(a), Object.isFrozen(a));   // expect: 3 false true false
console.log(Object.isSealed(Object.seal(new Uint8Array(2))), Object.isFrozen(new Uint8Array(2)));
// expect: true false
var named = new Int8Array(1);
named.name = 'n';
error(function () { return Object.freeze(named); });   // expect: TypeError: Cannot freeze array buffer views with elements
console.log(Object.isExtensible(named), JSON.stringify(Object.getOwnPropertyDescriptor(named, 'name')));
// expect: false {"value":"n","writable":false,"enumerable":true,"configurable":false}
