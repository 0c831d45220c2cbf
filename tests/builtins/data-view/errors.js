// Errors of DataView.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var b = new ArrayBuffer(8), v = new DataView(b, 2, 4);
console.log(v.byteLength, v.byteOffset, v.buffer === b, DataView.length, Object.prototype.toString.call(v));
// expect: 4 2 true 1 [object DataView]
error(function () { return DataView(b); });   // expect: TypeError: Constructor DataView requires 'new'
error(function () { return new DataView(1); });
// expect: TypeError: First argument to DataView constructor must be an ArrayBuffer
error(function () { return new DataView(b, 9); });
// expect: RangeError: Start offset 9 is outside the bounds of the buffer
error(function () { return new DataView(b, -1); });
// expect: RangeError: Start offset -1 is outside the bounds of the buffer
error(function () { return new DataView(b, 4, 5); });   // expect: RangeError: Invalid DataView length 5
error(function () { return v.getInt32(1); });   // expect: RangeError: Offset is outside the bounds of the DataView
error(function () { return v.getInt32(-1); });   // expect: RangeError: Offset is outside the bounds of the DataView
error(function () { return v.getInt8(4); });   // expect: RangeError: Offset is outside the bounds of the DataView
error(function () { return v.setInt32(1, 1); });   // expect: RangeError: Offset is outside the bounds of the DataView
error(function () { return v.setInt8(0, Symbol()); });
// expect: TypeError: Cannot convert a Symbol value to a number
error(function () { return v.getInt8(1e300); });   // expect: RangeError: Offset is outside the bounds of the DataView
