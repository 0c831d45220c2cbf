// How objects are named in messages: by their constructor, by their kind, as functions, as errors.
'use strict';
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function Shape() {}
function Named() {} Named.prototype.toString = function () { return 'never called'; };
function fail(v) { t(function () { Reflect.construct(v, []); }); }
fail(new Shape());   // expect: TypeError: #<Shape> is not a constructor
fail(new Named());   // expect: TypeError: [object Object] is not a constructor
fail({});   // expect: TypeError: #<Object> is not a constructor
fail([]);   // expect: TypeError: [object Array] is not a constructor
fail(new Date(0));   // expect: TypeError: [object Date] is not a constructor
fail(/x/);   // expect: TypeError: [object RegExp] is not a constructor
fail(new RangeError('too far'));   // expect: TypeError: RangeError: too far is not a constructor
fail(new Number(1));   // expect: TypeError: [object Number] is not a constructor
fail(Math);   // expect: TypeError: #<Object> is not a constructor
fail(Object.create(null));   // expect: TypeError: [object Object] is not a constructor
fail({[Symbol.toStringTag]: 'Tag'});   // expect: TypeError: #<Object> is not a constructor
fail({constructor: 5});   // expect: TypeError: [object Object] is not a constructor
fail(Symbol('s'));   // expect: TypeError: Symbol(s) is not a constructor
fail('text');   // expect: TypeError: text is not a constructor
fail(-0);   // expect: TypeError: 0 is not a constructor
fail(undefined);   // expect: TypeError: undefined is not a constructor
fail((a, b) => a + b);   // expect: TypeError: (a, b) => a + b is not a constructor
fail(Math.max);   // expect: TypeError: function max() { [native code] } is not a constructor
t(function () { Object.freeze([1]).length = 0; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { Shape.prototype = Object.freeze({a: 1}); new Shape().a = 2; });   // expect: TypeError: Cannot assign to read only property 'a' of object '#<Object>'
t(function () { (function f() { return 1; }).name = 'x'; });   // expect: TypeError: Cannot assign to read only property 'name' of function 'function f() { return 1; }'
t(function () { Math.max.length = 5; });   // expect: TypeError: Cannot assign to read only property 'length' of function 'function max() { [native code] }'
t(function () { Math.PI = 3; });   // expect: TypeError: Cannot assign to read only property 'PI' of object '#<Object>'
t(function () { delete Math.PI; });   // expect: TypeError: Cannot delete property 'PI' of #<Object>
t(function () { delete [].length; });   // expect: TypeError: Cannot delete property 'length' of [object Array]
t(function () { delete Object.prototype; });   // expect: TypeError: Cannot delete property 'prototype' of function Object() { [native code] }
t(function () { 'abc'.length = 1; });   // expect: TypeError: Cannot assign to read only property 'length' of string 'abc'
t(function () { 'abc'[1] = 'x'; });   // expect: TypeError: Cannot assign to read only property '1' of string 'abc'
t(function () { 'abc'.extra = 1; });   // expect: TypeError: Cannot create property 'extra' on string 'abc'
t(function () { (5).extra = 1; });   // expect: TypeError: Cannot create property 'extra' on number '5'
t(function () { true[0] = 1; });   // expect: TypeError: Cannot create property '0' on boolean 'true'
t(function () { Symbol('q').extra = 1; });   // expect: TypeError: Cannot create property 'extra' on symbol 'Symbol(q)'
t(function () { ({get x() { return 1; }}).x = 2; });   // expect: TypeError: Cannot set property x of #<Object> which has only a getter
t(function () { null.x = 1; });   // expect: TypeError: Cannot set properties of null (setting 'x')
t(function () { undefined[Symbol('k')] = 1; });   // expect: TypeError: Cannot set properties of undefined (setting 'Symbol(k)')
t(function () { return null[0]; });   // expect: TypeError: Cannot read properties of null (reading '0')
t(function () { return undefined[{}]; });   // expect: TypeError: Cannot read properties of undefined (reading '#<Object>')
