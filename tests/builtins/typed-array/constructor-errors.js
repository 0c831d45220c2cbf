// Errors of the constructors.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var buffer = new ArrayBuffer(8);
error(function () { return Uint8Array(1); });   // expect: TypeError: Constructor Uint8Array requires 'new'
error(function () { return new Uint8Array(-1); });   // expect: RangeError: Invalid typed array length: -1
error(function () { return new Uint8Array(1e20); });
// expect: RangeError: Invalid typed array length: 100000000000000000000
error(function () { return new Uint8Array(4294967297); });
// expect: RangeError: Invalid typed array length: 4294967297
error(function () { return new Uint8Array({length: 1e20}); });
// expect: RangeError: Invalid typed array length: 9007199254740991
error(function () { return new Float64Array(2e12); });
// expect: RangeError: Invalid typed array length: 2000000000000
error(function () { return new Uint8Array(Symbol()); });
// expect: TypeError: Cannot convert a Symbol value to a number
error(function () { return new Uint8Array([Symbol()]); });
// expect: TypeError: Cannot convert a Symbol value to a number
error(function () { return new Uint8Array({[Symbol.iterator]: 1}); });
// expect: TypeError: TypedArray's constructor requires that the property of the first argument, items[Symbol.iterator], when exists, be a function
error(function () { return new Int32Array(buffer, 1); });
// expect: RangeError: start offset of Int32Array should be a multiple of 4
error(function () { return new Int32Array(buffer, 12); });
// expect: RangeError: Start offset 12 is outside the bounds of the buffer
error(function () { return new Int32Array(buffer, -4); });
// expect: RangeError: Start offset -4 is outside the bounds of the buffer
error(function () { return new Int32Array(buffer, 4, 2); });   // expect: RangeError: Invalid typed array length: 2
error(function () { return new Int32Array(buffer, 0, -1); });   // expect: RangeError: Invalid typed array length: -1
error(function () { return new Int32Array(new ArrayBuffer(7)); });
// expect: RangeError: byte length of Int32Array should be a multiple of 4
error(function () { return new Float64Array(new ArrayBuffer(12), 4); });
// expect: RangeError: start offset of Float64Array should be a multiple of 8
error(function () { return new (Object.getPrototypeOf(Uint8Array))(); });
// expect: TypeError: Abstract class TypedArray not directly constructable
error(function () { return Object.getPrototypeOf(Uint8Array).from([1]); });
// expect: TypeError: Abstract class TypedArray not directly constructable
