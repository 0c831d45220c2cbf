// A view keeps the bytes of its buffer.
// flags: --expose-gc
var view = new Uint8Array(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2);
for (var i = 0; i < 1000; i++) new Uint8Array(4).fill(9);
gc();
console.log(view.join(), new Uint8Array(view.buffer).join());   // expect: 2,3 1,2,3,4
