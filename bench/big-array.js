// bench/big-array.js - an array of 20 million elements
function run() {
  var size = 20 * 1024 * 1024, a = new Array(size), sum = 0;
  for (var i = 0; i < size; i++) a[i] = 0;
  for (var j = 0; j < size; j += 1024) sum += a[j];
  return sum + a.length;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('big-array ' + (Date.now() - begin) + ' ' + result);
