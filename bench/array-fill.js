// bench/array-fill.js - fill an array by index, read it back
function run() {
  var n = 200000, sum = 0;
  for (var round = 0; round < 20; round++) {
    var a = new Array(n);
    for (var i = 0; i < n; i++) a[i] = i;
    for (var j = 0; j < n; j++) sum = (sum + a[j]) | 0;
  }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('array-fill ' + (Date.now() - begin) + ' ' + result);
