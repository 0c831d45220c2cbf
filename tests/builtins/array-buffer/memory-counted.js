// Array buffers are counted, and freed with their objects.
// flags: --expose-gc
function difference(f) { gc(); var before = process.memoryUsage(); f(); var after = process.memoryUsage();
  return [after.arrayBuffers - before.arrayBuffers, after.external - before.external >= after.arrayBuffers - before.arrayBuffers].join(); }
var keep = [];
console.log(difference(function () { keep.push(new ArrayBuffer(1000000)); }));   // expect: 1000000,true
console.log(difference(function () { keep.push(new Float64Array(1000)); }));   // expect: 8000,true
console.log(difference(function () { keep.push(new Uint8Array(keep[0], 10, 20)); }));   // expect: 0,true
console.log(difference(function () { keep = null; gc(); }));   // expect: -1008000,true
console.log(difference(function () { for (var i = 0; i < 3000; i++) new Uint8Array(1048576); gc(); }));
// expect: 0,true
