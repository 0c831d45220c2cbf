// Buffer.from of lists, buffers and objects.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var bytes = new Uint8Array([1, 2, 3, 4, 5]);
console.log(Buffer.from([1, '2', 257, -1, {}]), Buffer.from(bytes), Buffer.from(new Float32Array([1.5, 2])));
// expect: <Buffer 01 02 01 ff 00> <Buffer 01 02 03 04 05> <Buffer 01 02>
var shared = Buffer.from(bytes.buffer, 1, 3);
shared[0] = 99;
console.log(shared, bytes.join(), shared.byteOffset, Buffer.from(bytes.buffer, 4), Buffer.from(bytes.buffer, 1, -6));
// expect: <Buffer 63 03 04> 1,99,3,4,5 1 <Buffer 05> <Buffer >
console.log(Buffer.from({length: 3, 1: 7}), Buffer.from({length: '3', 1: 7}), Buffer.from({type: 'Buffer', data: [1, 2, 3]}));
// expect: <Buffer 00 07 00> <Buffer > <Buffer 01 02 03>
console.log(Buffer.from(new String('abc')), Buffer.from({[Symbol.toPrimitive]: function () { return 'xyz'; }}), Buffer.of(1, 2, 300));
// expect: <Buffer 61 62 63> <Buffer 78 79 7a> <Buffer 01 02 2c>
console.log(Buffer.from(JSON.parse(JSON.stringify(Buffer.from('round')))).toString(), Buffer.from(new DataView(new ArrayBuffer(3))));
// expect: round <Buffer >
error(function () { return Buffer.from(5); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received type number (5) ERR_INVALID_ARG_TYPE
error(function () { return Buffer.from(); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received undefined ERR_INVALID_ARG_TYPE
error(function () { return Buffer.from({}); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received an instance of Object ERR_INVALID_ARG_TYPE
error(function () { return Buffer.from(true); });
// expect: TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received type boolean (true) ERR_INVALID_ARG_TYPE
error(function () { return Buffer.from(bytes.buffer, 6); });
// expect: RangeError: "offset" is outside of buffer bounds ERR_BUFFER_OUT_OF_BOUNDS
error(function () { return Buffer.from(bytes.buffer, 1, 6); });
// expect: RangeError: "length" is outside of buffer bounds ERR_BUFFER_OUT_OF_BOUNDS
