// Numbers of every type, in both orders, at any byte.
var v = new DataView(new ArrayBuffer(16), 1), types = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64'];
types.forEach(function (type) {
// expect: Int8 -1 44 44
// expect: Uint8 255 44 44
// expect: Int16 -1 300 11265
// expect: Uint16 65535 300 11265
// expect: Int32 -1 300 738263040
// expect: Uint32 4294967295 300 738263040
// expect: Float32 -1.5 300.25 2.9926396250829015e-39
// expect: Float64 -1.5 300.25 6.3607513e-317
  v['set' + type](3, -1.5);
  var big = v['get' + type](3);
  v['set' + type](3, 300.25, true);
  console.log(type, big, v['get' + type](3, true), v['get' + type](3));
});
v.setUint32(0, 0x12345678);
console.log(v.getUint8(0).toString(16), v.getUint16(1).toString(16), v.getUint16(1, true).toString(16));
// expect: 12 3456 5634
v.setFloat64(0, Math.PI, true);
console.log(new Uint8Array(v.buffer, 1, 8).join(), v.getFloat64(0, true), v.setInt8(0, '7'), v.getInt8());
// expect: 24,45,68,84,251,33,9,64 3.141592653589793 undefined 7
v.setFloat32(0, NaN);
console.log(v.getFloat32(0), v.getUint32(0).toString(16));   // expect: NaN 7fc00000
