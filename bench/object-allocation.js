// bench/object-allocation.js - short-lived objects
function Vector(x, y) { this.x = x; this.y = y; }
function run() {
  var sum = 0;
  for (var i = 0; i < 3000000; i++) {
    var a = new Vector(i, 1), b = {x: i & 7, y: a.y, next: null}, c = [a.x, b.y];
    sum = (sum + a.x + b.x + c[1]) | 0;
  }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('object-allocation ' + (Date.now() - begin) + ' ' + result);
