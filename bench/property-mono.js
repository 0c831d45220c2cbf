// bench/property-mono.js - property get and set, one shape
function Point(x, y) { this.x = x; this.y = y; this.z = 0; }
function run() {
  var p = new Point(1, 2);
  for (var i = 0; i < 5000000; i++) { p.x = p.x + p.y; p.z = p.x & 1023; p.x = p.z; }
  return p.x;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('property-mono ' + (Date.now() - begin) + ' ' + result);
