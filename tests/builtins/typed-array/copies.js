// slice, subarray, toReversed, toSorted, with.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Uint8Array([3, 1, 2, 5]);
var slice = a.slice(1, 3), view = a.subarray(1, -1);
slice[0] = 99;
view[1] = 77;
console.log(slice.join(), view.join(), a.join(), view.byteOffset, view.buffer === a.buffer, slice.buffer === a.buffer);
// expect: 99,2 1,77 3,1,77,5 1 true false
console.log(a.subarray(2, 1).length, a.slice(-2).join(), a.subarray().length, view.subarray(1).byteOffset);
// expect: 0 77,5 4 2
console.log(a.toReversed().join(), a.toSorted().join(), a.with(-1, 256).join(), a.join());
// expect: 5,77,1,3 1,3,5,77 3,1,77,0 3,1,77,5
error(function () { return a.with(4, 1); });   // expect: RangeError: Invalid typed array index
error(function () { return a.with(-5, 1); });   // expect: RangeError: Invalid typed array index
