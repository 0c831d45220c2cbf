// The collector moves the views while they are in use; their bytes stay.
// flags: --gc-stress
var a = Float64Array.from({length: 20}, function (v, i) { return i / 2; });
var sum = 0;
for (var v of a) sum += v + [v].length;
console.log(sum, a.map(function (x) { return [x, x].length + x; }).join());
// expect: 115 2,2.5,3,3.5,4,4.5,5,5.5,6,6.5,7,7.5,8,8.5,9,9.5,10,10.5,11,11.5
console.log(a.subarray(3, 6).map(String).join(), a.filter(function (x) { return x > 8; }).slice(1).join());
// expect: 1.5,2,2.5 9,9.5
console.log(a.sort(function (x, y) { return y - x + [].length; })[0], new Uint8Array(new Uint8Array([1, 2]).buffer).join());
// expect: 9.5 1,2
