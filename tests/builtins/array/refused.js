// Arrays that refuse a change, and receivers that are no objects.
'use strict';
function t(f) { try { f(); console.log('no error'); } catch (e) { console.log(e.name + ': ' + e.message); } }
var readOnly = Object.defineProperty([1, 2], 'length', {writable: false});
t(function () { Object.freeze([]).pop(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { Object.freeze([]).shift(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { Object.freeze([]).length = 0; });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { Object.freeze([1]).shift(); });   // expect: TypeError: Cannot delete property '0' of [object Array]
t(function () { readOnly.pop(); });   // expect: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
t(function () { Object.defineProperty(readOnly, 'length', {value: 2}); });   // expect: no error
var fixed = Object.defineProperty([1, 2], 0, {configurable: false});
t(function () { Object.defineProperty(fixed, 'length', {value: 0}); });   // expect: TypeError: Cannot delete property '0' of [object Array]
console.log(fixed.length);   // expect: 1
t(function () { Object.defineProperty([, 1, 3], 2, {configurable: false}).sort(); });   // expect: TypeError: Cannot delete property '2' of [object Array]
t(function () { Object.defineProperty([, , 3], 2, {configurable: false}).reverse(); });   // expect: TypeError: Cannot delete property '2' of [object Array]
t(function () { Object.defineProperty([1, , ,], 0, {configurable: false}).reverse(); });   // expect: TypeError: Cannot delete property '0' of [object Array]
t(function () { Array.prototype.toSorted.call({length: 4294967296}); });   // expect: RangeError: Invalid array length
t(function () { Array.prototype.splice.call({length: 9007199254740991}, 0, 0, 1); });   // expect: TypeError: Invalid array length
['concat', 'indexOf', 'map', 'reduce', 'find'].forEach(function (name) {
  t(function () { Array.prototype[name].call(null, t); });
});
// expect: TypeError: Array.prototype.concat called on null or undefined
// expect: TypeError: Array.prototype.indexOf called on null or undefined
// expect: TypeError: Array.prototype.map called on null or undefined
// expect: TypeError: Array.prototype.reduce called on null or undefined
// expect: TypeError: Array.prototype.find called on null or undefined
t(function () { Array.prototype.push.call(null, 1); });   // expect: TypeError: Cannot convert undefined or null to object
