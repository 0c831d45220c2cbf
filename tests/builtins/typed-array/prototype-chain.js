// A typed array as prototype: its elements are inherited, and other numbers end there.
'use strict';
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var typed = new Uint8Array([1, 2]);
var o = Object.create(typed);
Object.prototype[7] = 'seen';
console.log(o[0], o[1], o[2], o[7], 0 in o, 7 in o);   // expect: 1 2 undefined undefined true false
delete Object.prototype[7];
o[5] = 1;
o[0] = 9;
o.name = 'o';
console.log(Object.keys(o).join(), o[0], typed[0], o.name);   // expect: 0,name 9 1 o
console.log(Reflect.set({}, 5, 1, typed), Reflect.set({}, 1, 3, typed), typed[1]);   // expect: false true 3
var target = {};
console.log(Reflect.set(typed, 1, 7, target), target[1], typed[1], Reflect.set(typed, 5, 1), Reflect.set(typed, 5, 1, target));
// expect: true 7 3 true true
var list = [1, , 3];
Object.setPrototypeOf(list, new Uint8Array([10, 20, 30]));
console.log(list[1], list[3]);   // expect: 20 undefined
