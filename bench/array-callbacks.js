// bench/array-callbacks.js - map, filter, reduce, forEach, sort
function run() {
  var a = [], sum = 0, seed = 1;
  for (var i = 0; i < 20000; i++) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; a.push(seed % 10007); }
  for (var round = 0; round < 10; round++) {
    sum = (sum + a.map(function (x) { return x * 2; }).filter(function (x) { return x % 3; })
      .reduce(function (s, x) { return (s + x) | 0; }, 0)) | 0;
    a.forEach(function (x, i) { sum = (sum + x * i) | 0; });
  }
  a.sort(function (x, y) { return x - y; });
  return sum + a[100];
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('array-callbacks ' + (Date.now() - begin) + ' ' + result);
