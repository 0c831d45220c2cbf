// A length that cannot be written is an error even when it would stay the same.
function attempt(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
attempt(function () { return Object.freeze([]).pop(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
attempt(function () { return Object.freeze([]).shift(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
attempt(function () { return Object.freeze([]).push(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
attempt(function () { return Object.freeze([]).unshift(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
attempt(function () { return Object.freeze([1]).shift(); });   // expect: TypeError: Cannot delete property '0' of [object Array]
attempt(function () { return Object.seal([1, 2]).shift(); });   // expect: TypeError: Cannot delete property '1' of [object Array]
attempt(function () { 'use strict'; Object.freeze([]).length = 0; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
attempt(function () { var a = [1, 2]; Object.defineProperty(a, 'length', {value: -0}); return Object.is(a.length, 0); });   // expect: true
attempt(function () { return [].splice.call({length: 9007199254740991}, 0, 0, 1); });   // expect: TypeError: Invalid array length
attempt(function () { return [].splice.call({length: 4294967296}, 0); });   // expect: RangeError: Invalid array length
attempt(function () { return [].toSpliced.call({length: 9007199254740991}, 1, 9007199254740989, 'x').length; });   // expect: 3
attempt(function () { return [].toSorted.call({length: 4294967296}); });   // expect: RangeError: Invalid array length
attempt(function () { return [1, 2, 3].with(-1, 'c').join(); });   // expect: 1,2,c
