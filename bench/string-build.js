// bench/string-build.js - build strings piece by piece
function run() {
  var total = 0;
  for (var round = 0; round < 10; round++) {
    var s = '';
    for (var i = 0; i < 100000; i++) s += 'item ' + i + ',';
    total += s.length + s.charCodeAt(s.length >> 1);
  }
  return total;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('string-build ' + (Date.now() - begin) + ' ' + result);
