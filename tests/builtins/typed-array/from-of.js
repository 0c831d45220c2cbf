// from and of.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
console.log(Uint8Array.from([1, 2, 300]).join(), Uint8Array.from('123').join(), Uint8Array.from(5).length);
// expect: 1,2,44 1,2,3 0
console.log(Float32Array.from({length: 3}, function (v, i) { return i / 2; }).join());   // expect: 0,0.5,1
console.log(Int16Array.from(new Set([3, 4]), function (v) { return v * this.k; }, {k: 10}).join());   // expect: 30,40
console.log(Uint8Array.of(1, '2', 257).join(), Uint8Array.of().length);   // expect: 1,2,1 0
error(function () { return Uint8Array.from([1], 1); });   // expect: TypeError: 1 is not a function
error(function () { return Uint8Array.from.call({}, [1]); });   // expect: TypeError: #<Object> is not a constructor
error(function () { return Uint8Array.of.call(Array, 1); });
// expect: TypeError: Method %TypedArray%.of called on incompatible receiver [object Array]
