// Object.defineProperty changes the value of an element and nothing else of it.
'use strict';
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Uint8Array(2);
Object.defineProperty(a, 0, {value: 300});
Object.defineProperty(a, '1', {value: 7, writable: true, enumerable: true, configurable: true});
console.log(a.join());   // expect: 44,7
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(a, 0)), Object.getOwnPropertyDescriptor(a, 2));
// expect: {"value":44,"writable":true,"enumerable":true,"configurable":true} undefined
error(function () { return Object.defineProperty(a, 2, {value: 1}); });
// expect: TypeError: Invalid typed array index
error(function () { return Object.defineProperty(a, '-0', {value: 1}); });
// expect: TypeError: Invalid typed array index
error(function () { return Object.defineProperty(a, 0, {value: 1, writable: false}); });
// expect: TypeError: Cannot redefine property: 0
error(function () { return Object.defineProperty(a, 0, {value: 1, enumerable: false}); });
// expect: TypeError: Cannot redefine property: 0
error(function () { return Object.defineProperty(a, 0, {value: 1, configurable: false}); });
// expect: TypeError: Cannot redefine property: 0
error(function () { return Object.defineProperty(a, 0, {get: function () {}}); });
// expect: TypeError: Cannot redefine property: 0
console.log(Reflect.defineProperty(a, 0, {value: 5}), Reflect.defineProperty(a, 9, {value: 5}), a[0]);
// expect: true false 5
