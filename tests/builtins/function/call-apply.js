// call and apply: this, argument lists of every kind, what they refuse.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function list() { return typeof this + ':' + Array.prototype.join.call(arguments); }
function strict() { 'use strict'; return typeof this + ':' + arguments.length; }
console.log(list.call(), list.call(null, 1, 2), list.call('s', 'a'), strict.call(), strict.call(5, 1), strict.apply(null));   // expect: object: object:1,2 object:a undefined:0 number:1 object:0
console.log(list.apply({}, [1, 2, 3]), list.apply({}, {length: 2, 0: 'x'}), list.apply({}, [, 1, , 2]), list.apply({}), list.apply({}, null));   // expect: object:1,2,3 object:x, object:,1,,2 object: object:
console.log(list.apply(1, (function () { return arguments; })(7, 8)), list.apply(1, new String('ab')), list.apply(1, {}), list.apply(1, {length: '2'}));   // expect: object:7,8 object:a,b object: object:,
var inherited = Object.create({1: 'proto'}); inherited[0] = 'own'; inherited.length = 3; console.log(list.apply(0, inherited));   // expect: object:own,proto,
console.log(list.apply(0, {length: 2, get 0() { return 'got'; }, 1: 1}), Math.max.apply(null, [3, 9, 2]), Math.max.apply(Math, []));   // expect: object:got,1 9 -Infinity
var changed = (function () { arguments[1] = 'new'; arguments.length = 3; delete arguments[0]; return list.apply(0, arguments); })(1, 2); console.log(changed);   // expect: object:,new,
t(function () { return list.apply(0, 1); });   // expect: TypeError: CreateListFromArrayLike called on non-object
t(function () { return list.apply(0, 'ab'); });   // expect: TypeError: CreateListFromArrayLike called on non-object
t(function () { return list.apply(0, true); });   // expect: TypeError: CreateListFromArrayLike called on non-object
t(function () { return list.apply(0, {get length() { throw new Error('length'); }}); });   // expect: Error: length
try { var big = []; big.length = 5e6; list.apply(0, big); } catch (e) { console.log(e.name); }   // expect: RangeError
try { list.apply(0, {length: 1e9}); } catch (e) { console.log(e.name); }   // expect: RangeError
t(function () { return list.apply(0, new Array(50000).fill(1)).length; });   // expect: 100006
console.log(Function.prototype.call.call(list, 'x', 1), Function.prototype.apply.apply(list, [2, [3, 4]]), list.call.call(list, 0, 9));   // expect: object:1 object:3,4 object:9
console.log(Function.prototype.call.length, Function.prototype.apply.length, Function.prototype.call.name);   // expect: 1 2 call
