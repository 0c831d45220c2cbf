// Reading numbers.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var b = Buffer.from([1, 2, 3, 4, 5, 6, 0xf7, 0xf8]);
console.log(b.readInt8(6), b.readUInt8(6), b.readUInt8(), b.readUint8(2), b.readUInt16LE(1), b.readUInt16BE(1), b.readInt16LE(6), b.readInt16BE(6));
// expect: -9 247 1 3 770 515 -1801 -2056
console.log(b.readInt32LE(4), b.readInt32BE(2), b.readUInt32LE(4), b.readUInt32BE(4), b.readUint32BE(1));
// expect: -118028795 50595078 4176938501 84342776 33752069
console.log(b.readFloatLE(0), b.readFloatBE(0), b.readDoubleLE(0), b.readDoubleBE(0));
// expect: 1.539989614439558e-36 2.387939260590663e-38 -4.982045307368679e+274 8.207880399231696e-304
console.log(b.readUIntLE(1, 3), b.readUIntBE(1, 6), b.readIntLE(3, 5), b.readIntBE(6, 2), b.readUintLE(0, 1), b.readIntBE(7, 1));
// expect: 262914 2211975595767 -30215371516 -2056 1 -8
error(function () { return b.readInt32LE(5); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 and <= 4. Received 5 ERR_OUT_OF_RANGE
error(function () { return b.readInt32LE(-1); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 and <= 4. Received -1 ERR_OUT_OF_RANGE
error(function () { return b.readInt32LE(0.5); });
// expect: RangeError: The value of "offset" is out of range. It must be an integer. Received 0.5 ERR_OUT_OF_RANGE
error(function () { return b.readInt32LE('0'); });
// expect: TypeError: The "offset" argument must be of type number. Received type string ('0') ERR_INVALID_ARG_TYPE
error(function () { return b.readInt32LE(null); });
// expect: TypeError: The "offset" argument must be of type number. Received null ERR_INVALID_ARG_TYPE
error(function () { return b.readInt32LE(NaN); });
// expect: RangeError: The value of "offset" is out of range. It must be an integer. Received NaN ERR_OUT_OF_RANGE
error(function () { return Buffer.alloc(2).readInt32LE(0); });
// expect: RangeError: Attempt to access memory outside buffer bounds ERR_BUFFER_OUT_OF_BOUNDS
error(function () { return b.readUIntLE(0, 7); });
// expect: RangeError: The value of "byteLength" is out of range. It must be >= 1 and <= 6. Received 7 ERR_OUT_OF_RANGE
error(function () { return b.readUIntLE(0); });
// expect: TypeError: The "byteLength" argument must be of type number. Received undefined ERR_INVALID_ARG_TYPE
error(function () { return b.readUIntLE(); });
// expect: TypeError: The "offset" argument must be of type number. Received undefined ERR_INVALID_ARG_TYPE
error(function () { return b.readUIntLE(0, 2.5); });
// expect: RangeError: The value of "byteLength" is out of range. It must be an integer. Received 2.5 ERR_OUT_OF_RANGE
error(function () { return b.readUIntLE(4, 5); });
// expect: RangeError: The value of "offset" is out of range. It must be >= 0 and <= 3. Received 4 ERR_OUT_OF_RANGE
