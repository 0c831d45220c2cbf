// ArrayBuffer: length, slice, isView, errors.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var b = new ArrayBuffer(8);
new Uint8Array(b).set([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(b.byteLength, new ArrayBuffer().byteLength, new ArrayBuffer('3').byteLength, ArrayBuffer.length);
// expect: 8 0 3 1
console.log(new Uint8Array(b.slice(2, 5)).join(), new Uint8Array(b.slice(-2)).join(), b.slice(5, 2).byteLength, b.slice().byteLength);
// expect: 3,4,5 7,8 0 8
console.log(ArrayBuffer.isView(b), ArrayBuffer.isView(new DataView(b)), ArrayBuffer.isView(new Int8Array(b)), ArrayBuffer.isView());
// expect: false true true false
console.log(Object.prototype.toString.call(b), ArrayBuffer[Symbol.species] === ArrayBuffer, Object.keys(b).length);
// expect: [object ArrayBuffer] true 0
error(function () { return ArrayBuffer(1); });   // expect: TypeError: Constructor ArrayBuffer requires 'new'
error(function () { return new ArrayBuffer(-1); });   // expect: RangeError: Invalid array buffer length
error(function () { return new ArrayBuffer(9007199254740992); });   // expect: RangeError: Invalid array buffer length
error(function () { return new ArrayBuffer(1e13); });   // expect: RangeError: Array buffer allocation failed
error(function () { return ArrayBuffer.prototype.byteLength; });
// expect: TypeError: Method get ArrayBuffer.prototype.byteLength called on incompatible receiver #<ArrayBuffer>
error(function () { return ArrayBuffer.prototype.slice.call(1); });
// expect: TypeError: Method ArrayBuffer.prototype.slice called on incompatible receiver 1
b[0] = 5;
console.log(Object.keys(b).join(), new Uint8Array(b)[0]);   // expect: 0 1
