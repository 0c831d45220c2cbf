// Methods and getters of what is no typed array.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var prototype = Uint8Array.prototype;
error(function () { return prototype.fill.call([], 1); });   // expect: TypeError: this is not a typed array.
error(function () { return prototype.entries.call([]); });   // expect: TypeError: this is not a typed array.
error(function () { return prototype.length; });
// expect: TypeError: Method get TypedArray.prototype.length called on incompatible receiver [object Object]
error(function () { return prototype.buffer; });
// expect: TypeError: Method get %TypedArray%.prototype.buffer called on incompatible receiver [object Object]
error(function () { return Object.getOwnPropertyDescriptor(Object.getPrototypeOf(prototype), 'byteLength').get.call([]); });
// expect: TypeError: Method get TypedArray.prototype.byteLength called on incompatible receiver [object Array]
