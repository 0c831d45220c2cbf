// bench/closures.js - closures: reading, writing and making them
function counter() { var n = 0; return function (k) { n = (n + k) & 0xffff; return n; }; }
function run() {
  var c = counter(), sum = 0, i;
  for (i = 0; i < 4000000; i++) sum = (sum + c(i)) | 0;
  for (i = 0; i < 1000000; i++) { var d = counter(); sum = (sum + d(i)) | 0; }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('closures ' + (Date.now() - begin) + ' ' + result);
