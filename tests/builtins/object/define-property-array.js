// Array elements and length as properties.
'use strict';
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function d(o, k) { return JSON.stringify(Object.getOwnPropertyDescriptor(o, k)); }
var a = [1, 2, 3];
console.log(d(a, 'length'), d(a, 0), d(a, 3));   // expect: {"value":3,"writable":true,"enumerable":false,"configurable":false} {"value":1,"writable":true,"enumerable":true,"configurable":true} undefined
Object.defineProperty(a, 1, {value: 'fixed', writable: false});
console.log(d(a, 1), a.join());   // expect: {"value":"fixed","writable":false,"enumerable":true,"configurable":true} 1,fixed,3
t(function () { a[1] = 0; });   // expect: TypeError: Cannot assign to read only property '1' of object '[object Array]'
Object.defineProperty(a, 4, {get: function () { return 'got'; }, enumerable: true, configurable: true});
console.log(a.length, a[4], a.join(), 3 in a);   // expect: 5 got 1,fixed,3,,got false
t(function () { a[4] = 1; });   // expect: TypeError: Cannot set property 4 of [object Array] which has only a getter
t(function () { return Object.defineProperty(a, 'length', {value: 2}).length; });   // expect: 2
t(function () { return Object.defineProperty([1, 2], 'length', {value: -1}); });   // expect: RangeError: Invalid array length
t(function () { return Object.defineProperty([1, 2], 'length', {get: function () {}}); });   // expect: TypeError: Cannot redefine property: length
var f = Object.defineProperty([1, 2], 'length', {writable: false});
t(function () { f.push(3); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { f[2] = 3; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { f.length = 5; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { f[1] = 'ok'; return f.join(); });   // expect: 1,ok
var locked = [1, 2, 3]; Object.defineProperty(locked, 1, {configurable: false});
t(function () { locked.length = 0; });   // expect: TypeError: Cannot delete property '1' of [object Array]
console.log(locked.length, locked.join());   // expect: 2 1,2
