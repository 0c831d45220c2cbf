// Elements convert to their type on the way in and are numbers on the way out.
var values = [0, -0, 1.9, -1.9, 127, 128, 255, 256, 65536.5, -129, 2147483648, 4294967296 * 3 + 7, 1e20, NaN, Infinity];
[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array]
  .forEach(function (Type) {
// expect: Int8Array 1 0,0,1,-1,127,-128,-1,0,0,127,0,7,0,0,0
// expect: Uint8Array 1 0,0,1,255,127,128,255,0,0,127,0,7,0,0,0
// expect: Uint8ClampedArray 1 0,0,2,0,127,128,255,255,255,0,255,255,255,0,255
// expect: Int16Array 2 0,0,1,-1,127,128,255,256,0,-129,0,7,0,0,0
// expect: Uint16Array 2 0,0,1,65535,127,128,255,256,0,65407,0,7,0,0,0
// expect: Int32Array 4 0,0,1,-1,127,128,255,256,65536,-129,-2147483648,7,1661992960,0,0
// expect: Uint32Array 4 0,0,1,4294967295,127,128,255,256,65536,4294967167,2147483648,7,1661992960,0,0
// expect: Float32Array 4 0,0,1.899999976158142,-1.899999976158142,127,128,255,256,65536.5,-129,2147483648,12884901888,100000002004087730000,NaN,Infinity
// expect: Float64Array 8 0,0,1.9,-1.9,127,128,255,256,65536.5,-129,2147483648,12884901895,100000000000000000000,NaN,Infinity
    var array = new Type(values.length);
    for (var i = 0; i < values.length; i++) array[i] = values[i];
    console.log(Type.name, Type.BYTES_PER_ELEMENT, array.join());
  });
