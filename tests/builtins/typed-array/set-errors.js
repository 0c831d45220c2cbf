// set refuses what does not fit.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Uint8Array(2);
error(function () { a.set([1, 2, 3]); });   // expect: RangeError: offset is out of bounds
error(function () { a.set([1], -1); });   // expect: RangeError: offset is out of bounds
error(function () { a.set(new Uint8Array(2), 1); });   // expect: RangeError: offset is out of bounds
error(function () { a.set([1], Infinity); });   // expect: RangeError: offset is out of bounds
console.log(a.join());   // expect: 0,0
