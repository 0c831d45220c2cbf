// Sealed and frozen arrays as the standard has them, also where node differs (docs/compatibility.md, Arrays).
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
function state(a) { return [Object.isExtensible(a), Object.isSealed(a), Object.isFrozen(a)].join(); }
function attributes(o, k) { var d = Object.getOwnPropertyDescriptor(o, k); return (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-'); }
// the length of what is not extensible, or sealed, can be written: it is not frozen
console.log(state(Object.preventExtensions([])), state(Object.seal([])), state(Object.freeze([])));   // expect: false,true,false false,true,false false,true,true
var a = Object.seal([]);
Object.defineProperty(a, 'length', { writable: false });
console.log(state(a), attributes(a, 'length'));   // expect: false,true,true ---
a = Object.preventExtensions([1]);
a.pop();
console.log(state(a), a.length);   // expect: false,true,false 0
// freezing what was closed before makes its length read-only all the same
a = Object.freeze(Object.preventExtensions([]));
console.log(state(a), attributes(a, 'length'), t(function () { return a.pop(); }));   // expect: false,true,true --- TypeError: Cannot assign to read only property 'length' of object '[object Array]'
console.log(t(function () { return a.shift(); }));   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
console.log(t(function () { return Object.freeze([]).pop(); }));   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
console.log(Object.seal([]).pop(), Object.preventExtensions([]).shift());   // expect: undefined undefined
// one element that becomes read-only changes no other
a = Object.seal([1, 2]);
Object.defineProperty(a, 1, { writable: false });
console.log(attributes(a, 0), attributes(a, 1), state(a));   // expect: we- -e- false,true,false
console.log(t(function () { 'use strict'; return delete a[0]; }), t(function () { 'use strict'; a[1] = 5; }));
// expect: TypeError: Cannot delete property '0' of [object Array] TypeError: Cannot assign to read only property '1' of object '[object Array]'
a[0] = 7;
Object.freeze(a);
console.log(a.join(), attributes(a, 0), attributes(a, 'length'), state(a));   // expect: 7,2 -e- --- false,true,true
// an element that was read-only before is sealed as it is
a = [1, 2];
Object.defineProperty(a, 0, { writable: false });
Object.seal(a);
console.log(attributes(a, 0), attributes(a, 1), attributes(a, 'length'), state(a));   // expect: -e- we- w-- false,true,false
console.log(t(function () { return Object.defineProperty(a, 0, { value: 1 }) === a; }), t(function () { return Object.defineProperty(a, 0, { value: 2 }); }));   // expect: true TypeError: Cannot redefine property: 0
