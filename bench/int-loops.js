// bench/int-loops.js - nested loops over integers
function run() {
  var sum = 0;
  for (var i = 0; i < 4000; i++)
    for (var j = 0; j < 4000; j++) sum = (sum + (i ^ j) * 3) & 0xffffff;
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('int-loops ' + (Date.now() - begin) + ' ' + result);
