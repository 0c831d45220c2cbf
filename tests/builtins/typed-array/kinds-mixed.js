// One place of access that sees arrays, typed arrays of several types, strings and plain objects.
function at(o, i) { return o[i]; }
function put(o, i, v) { o[i] = v; return o[i]; }
var things = [[1, 2], new Uint8Array([3, 4]), new Float64Array([5.5, 6.5]), 'ab', {1: 'one'}, new Int16Array([-7, -8])];
for (var round = 0; round < 3; round++) console.log(things.map(function (o) { return at(o, 1); }).join());
// expect: 2,4,6.5,b,one,-8
// expect: 2,4,6.5,b,one,-8
// expect: 2,4,6.5,b,one,-8
things.splice(3, 1);
console.log(things.map(function (o) { return put(o, 1, 300.5); }).join());   // expect: 300.5,44,300.5,300.5,300
console.log(things.map(function (o) { return put(o, 2, 1); }).join());   // expect: 1,,,1,
var i = new Float64Array([0, 1]);
console.log(at([7, 8], i[1]), at(new Uint8Array([7, 8]), i[0]), put(new Uint8Array(2), i[1], 5));   // expect: 8 7 5
