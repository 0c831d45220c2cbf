// Lengths, lists, iterables, typed arrays and parts of buffers.
console.log(new Uint8Array().length, new Uint8Array(3).join(), new Uint8Array('3').length, new Uint8Array(NaN).length);
// expect: 0 0,0,0 3 0
console.log(new Uint8Array([1, 2.7, '3', null]).join(), new Uint8Array([1, , 3]).join(), new Float32Array([1, , 3]).join());
// expect: 1,2,3,0 1,0,3 1,NaN,3
console.log(new Uint16Array({length: 2, 0: 7}).join(), new Uint8Array(new Set([5, 6])).join());   // expect: 7,0 5,6
console.log(new Int8Array(new Float64Array([1.9, 300, -1])).join(), new Float32Array(new Uint8Array([255])).join());
// expect: 1,44,-1 255
var bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
var part = new Uint16Array(bytes.buffer, 2, 2);
console.log(part.length, part.byteOffset, part.byteLength, part[0].toString(16), part.buffer === bytes.buffer);
// expect: 2 2 4 403 true
part[1] = 0x0a0b;
console.log(bytes.join(), new Uint8Array(bytes.buffer, 6).join(), new Uint8Array(bytes.buffer, 8).length);
// expect: 1,2,3,4,11,10,7,8 7,8 0
console.log(new Uint8Array(bytes).buffer === bytes.buffer);   // expect: false
