// preventExtensions, seal, freeze and what they allow; in strict mode refusals throw.
'use strict';
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function state(o) { return [Object.isExtensible(o), Object.isSealed(o), Object.isFrozen(o)].join(); }
console.log(state({}), state([]), state(1), state(Object.preventExtensions({})), state(Object.preventExtensions({a: 1})));   // expect: true,false,false true,false,false false,true,true false,true,true false,false,false
var p = Object.preventExtensions({a: 1}), s = Object.seal({a: 1}), f = Object.freeze({a: 1, n: {x: 1}});
console.log(state(p), state(s), state(f));   // expect: false,false,false false,true,false false,true,true
t(function () { p.b = 1; });   // expect: TypeError: Cannot add property b, object is not extensible
t(function () { p.a = 2; delete p.a; return state(p); });   // expect: false,true,true
t(function () { s.a = 5; return s.a; });   // expect: 5
t(function () { delete s.a; });   // expect: TypeError: Cannot delete property 'a' of #<Object>
t(function () { f.a = 2; });   // expect: TypeError: Cannot assign to read only property 'a' of object '#<Object>'
t(function () { f.n.x = 2; return f.n.x; });   // expect: 2
t(function () { delete f.a; });   // expect: TypeError: Cannot delete property 'a' of #<Object>
t(function () { Object.setPrototypeOf(f, {}); });   // expect: TypeError: #<Object> is not extensible
t(function () { return Object.setPrototypeOf(f, Object.prototype) === f; });   // expect: true
t(function () { p.__proto__ = {}; });   // expect: TypeError: #<Object> is not extensible
var a = Object.freeze([1, 2]);
t(function () { a[0] = 9; });   // expect: TypeError: Cannot assign to read only property '0' of object '[object Array]'
t(function () { a.push(3); });   // expect: TypeError: Cannot add property 2, object is not extensible
t(function () { a.pop(); });   // expect: TypeError: Cannot delete property '1' of [object Array]
t(function () { a.sort(); });   // expect: TypeError: Cannot assign to read only property '0' of object '[object Array]'
t(function () { a.length = 0; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { return a.concat(3).join() + a.slice().join(); });   // expect: 1,2,31,2
var q = Object.seal([1, 2]);
t(function () { q[0] = 9; return q.join(); });   // expect: 9,2
t(function () { q[2] = 9; });   // expect: TypeError: Cannot add property 2, object is not extensible
t(function () { q.pop(); });   // expect: TypeError: Cannot delete property '1' of [object Array]
t(function () { var g = Object.freeze({get x() { return 1; }, set x(v) { this.y = v; }}); g.x = 5; });   // expect: TypeError: Cannot add property y, object is not extensible
t(function () { function F() {} Object.freeze(F); F.prototype = 1; });   // expect: TypeError: Cannot assign to read only property 'prototype' of function 'function F() {}'
t(function () { return state(Object.freeze(function () {})); });   // expect: false,true,true
t(function () { return Object.freeze('x') + Object.seal(7) + Object.preventExtensions(null); });   // expect: x7null
