// Writing numbers.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var b = Buffer.alloc(8);
console.log(b.writeInt8(-1, 0), b.writeUInt8(255, 1), b.writeUInt16LE(0x1234, 2), b.writeInt16BE(-2, 4), b.writeUInt16BE(7, 6), b);
// expect: 1 2 4 6 8 <Buffer ff ff 34 12 ff fe 00 07>
console.log(b.writeInt32LE(-2, 0), b.writeUInt32BE(0xdeadbeef, 4), b);
// expect: 4 8 <Buffer fe ff ff ff de ad be ef>
console.log(b.writeFloatBE(1.5, 0), b.writeFloatLE(2.5, 4), b);   // expect: 4 8 <Buffer 3f c0 00 00 00 00 20 40>
console.log(b.writeDoubleBE(Math.PI), b);   // expect: 8 <Buffer 40 09 21 fb 54 44 2d 18>
console.log(b.writeDoubleLE(Math.PI, 0), b);   // expect: 8 <Buffer 18 2d 44 54 fb 21 09 40>
console.log(b.writeUIntLE(0x123456, 0, 3), b.writeIntBE(-5, 3, 5), b);
// expect: 3 8 <Buffer 56 34 12 ff ff ff ff fb>
console.log(b.writeUIntBE(0x123456789abc, 0, 6), b.writeIntLE(-0x1234, 6, 2), b.writeUInt32LE(NaN), b.writeUInt32LE('12', 1), b.writeUint8(9), b);
// expect: 6 8 4 5 1 <Buffer 09 0c 00 00 00 bc cc ed>
error(function () { return b.writeInt8(128); });
// expect: RangeError: The value of "value" is out of range. It must be >= -128 and <= 127. Received 128 ERR_OUT_OF_RANGE
error(function () { return b.writeUInt8(-1); });
// expect: RangeError: The value of "value" is out of range. It must be >= 0 and <= 255. Received -1 ERR_OUT_OF_RANGE
error(function () { return b.writeUInt16LE(65536); });
// expect: RangeError: The value of "value" is out of range. It must be >= 0 and <= 65535. Received 65536 ERR_OUT_OF_RANGE
error(function () { return b.writeInt32LE(2147483648); });
// expect: RangeError: The value of "value" is out of range. It must be >= -2147483648 and <= 2147483647. Received 2147483648 ERR_OUT_OF_RANGE
error(function () { return b.writeUInt32LE(1, 5); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 and <= 4. Received 5 ERR_OUT_OF_RANGE
error(function () { return b.writeUInt32LE(1, '1'); });
// expect: TypeError: The "offset" argument must be of type number. Received type string ('1') ERR_INVALID_ARG_TYPE
error(function () { return b.writeUIntLE(1099511627776, 0, 5); });
// expect: RangeError: The value of "value" is out of range. It must be >= 0 and < 2 ** 40. Received 1_099_511_627_776 ERR_OUT_OF_RANGE
error(function () { return b.writeIntLE(-1099511627776, 0, 5); });
// expect: RangeError: The value of "value" is out of range. It must be >= -(2 ** 39) and < 2 ** 39. Received -1_099_511_627_776 ERR_OUT_OF_RANGE
error(function () { return b.writeIntLE(300, 0, 1); });
// expect: RangeError: The value of "value" is out of range. It must be >= -128 and <= 127. Received 300 ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(4).writeDoubleLE(1); });
// expect: RangeError: Attempt to access memory outside buffer bounds ERR_BUFFER_OUT_OF_BOUNDS
error(function () { return b.writeDoubleLE(1, 1.5); });
// expect: RangeError: The value of "offset" is out of range. It must be an integer. Received 1.5 ERR_OUT_OF_RANGE
