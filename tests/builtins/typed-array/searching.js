// includes, indexOf, lastIndexOf, at.
var a = new Float64Array([1, NaN, -0, 3, 1]);
console.log(a.includes(NaN), a.indexOf(NaN), a.includes(0), a.indexOf(0), a.includes('1'), a.indexOf(undefined));
// expect: true -1 true 2 false -1
console.log(a.indexOf(1, 1), a.indexOf(1, -1), a.lastIndexOf(1), a.lastIndexOf(1, 3), a.lastIndexOf(1, -5), a.lastIndexOf(1, -9));
// expect: 4 4 4 0 0 -1
console.log(a.indexOf(3, 9), a.lastIndexOf(NaN), new Uint8Array(0).includes(0));   // expect: -1 -1 false
console.log(a.at(0), a.at(-1), a.at(5), a.at(-6), a.at('1'), a.at());   // expect: 1 1 undefined undefined NaN 1
