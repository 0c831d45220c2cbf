// The properties functions have, and Function.prototype itself.
function f(a, b) {}
console.log(Object.prototype.hasOwnProperty.call(f, 'prototype'), f.prototype.constructor === f, Object.keys(f.prototype).length, (() => 1).prototype, ({m() {}}).m.prototype, Math.max.prototype);   // expect: true true 0 undefined undefined undefined
console.log(typeof Function.prototype, Function.prototype(), Function.prototype.name === '', Function.prototype.length, 'prototype' in Function.prototype);   // expect: function undefined true 0 false
f.name = 'changed'; f.length = 9; console.log(f.name, f.length);   // expect: f 2
Object.defineProperty(f, 'name', {value: 'renamed'}); Object.defineProperty(f, 'length', {value: 'any'}); console.log(f.name, f.length);   // expect: renamed any
console.log(delete f.name, f.name === '', delete f.length, f.length, delete f.prototype, Object.getOwnPropertyNames(() => 1).join());   // expect: true true true 0 false length,name
f.extra = 1; f[0] = 'zero'; console.log(Object.keys(f).join(), f[0]);   // expect: 0,extra zero
var g = function () {}; g.prototype = 5; console.log(Object.getPrototypeOf(new g()) === Object.prototype, g.prototype);   // expect: true 5
try { new Function.prototype(); } catch (e) { console.log(e.message); }   // expect: Function.prototype is not a constructor
try { new Math.max(); } catch (e) { console.log(e.message); }   // expect: Math.max is not a constructor
