// fill, reverse, copyWithin, set.
console.log(new Uint16Array(4).fill(258).join(), new Uint16Array(4).fill(1, 1, -1).join(), new Float64Array(3).fill(1.5, 1).join());
// expect: 258,258,258,258 0,1,1,0 0,1.5,1.5
console.log(new Uint8Array([1, 2, 3, 4]).reverse().join(), new Float32Array([1, 2, 3]).reverse().join());
// expect: 4,3,2,1 3,2,1
console.log(new Uint8Array([1, 2, 3, 4, 5]).copyWithin(0, 3).join(), new Uint8Array([1, 2, 3, 4, 5]).copyWithin(1, 0, 3).join());
// expect: 4,5,3,4,5 1,1,2,3,5
console.log(new Int32Array([1, 2, 3, 4, 5]).copyWithin(-2, -4, -3).join());   // expect: 1,2,3,2,5
var a = new Uint8Array(6);
a.set([1, '2', 3.7]);
a.set(new Float32Array([300, 4.5]), 3);
console.log(a.join());   // expect: 1,2,3,44,4,0
a.set({length: 2, 0: 9, 1: 8}, 1);
a.set('7', 5);
console.log(a.join());   // expect: 1,9,8,44,4,7
