// bench/method-calls.js - methods on a prototype
function Counter() { this.n = 0; }
Counter.prototype.add = function (k) { this.n = (this.n + k) & 0xffff; return this; };
Counter.prototype.get = function () { return this.n; };
function run() {
  var c = new Counter(), sum = 0;
  for (var i = 0; i < 3000000; i++) { c.add(i).add(3); sum = (sum + c.get()) | 0; }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('method-calls ' + (Date.now() - begin) + ' ' + result);
