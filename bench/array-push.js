// bench/array-push.js - push, pop, index
function run() {
  var sum = 0;
  for (var round = 0; round < 20; round++) {
    var a = [];
    for (var i = 0; i < 100000; i++) a.push(i ^ round);
    for (var j = 0; j < a.length; j++) sum = (sum + a[j]) | 0;
    while (a.length > 50000) sum = (sum + a.pop()) | 0;
  }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('array-push ' + (Date.now() - begin) + ' ' + result);
