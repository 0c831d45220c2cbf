// What strict mode changes at run time.
'use strict';
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
t(function () { return typeof this; });   // expect: undefined
t(function () { return (function () { return this; }).call(5) === 5; });   // expect: true
t(function () { undeclared = 1; });   // expect: ReferenceError: undeclared is not defined
t(function () { return delete Object.freeze({a: 1}).a; });   // expect: TypeError: Cannot delete property 'a' of #<Object>
t(function () { Object.freeze([]).push(1); });   // expect: TypeError: Cannot add property 0, object is not extensible
t(function () { 'text'.x = 1; });   // expect: TypeError: Cannot create property 'x' on string 'text'
t(function () { undefined = 1; });   // expect: TypeError: Cannot assign to read only property 'undefined' of object '#<Object>'
t(function () { NaN = 1; });   // expect: TypeError: Cannot assign to read only property 'NaN' of object '#<Object>'
t(function () { ({get a() { return 1; }}).a = 2; });   // expect: TypeError: Cannot set property a of #<Object> which has only a getter
t(function () { return (function (a) { a = 2; return arguments[0]; })(1); });   // expect: 1
t(function () { return (function (a) { arguments[0] = 'changed'; return a; })('kept'); });   // expect: kept
t(function () { return (() => { return typeof this; })(); });   // expect: undefined
t(function () { Object.defineProperty({}, 'x', {value: 1}).x = 2; });   // expect: TypeError: Cannot assign to read only property 'x' of object '#<Object>'
t(function () { return Function('return typeof this')(); });   // expect: object
t(function () { (function f() { f = 1; })(); });   // expect: TypeError: Assignment to constant variable.
t(function () { Object.preventExtensions({}).y = 1; });   // expect: TypeError: Cannot add property y, object is not extensible
t(function () { return delete [].length; });   // expect: TypeError: Cannot delete property 'length' of [object Array]
t(function () { Math.PI = 3; });   // expect: TypeError: Cannot assign to read only property 'PI' of object '#<Object>'
