// bench/try-catch.js - try without and with throw
function risky(i) { if (i % 100 === 0) throw new Error('x' + i); return i; }
function run() {
  var sum = 0;
  for (var i = 0; i < 3000000; i++) {
    try { sum = (sum + risky(i)) | 0; } catch (e) { sum = (sum + e.message.length) | 0; } finally { sum ^= 1; }
  }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('try-catch ' + (Date.now() - begin) + ' ' + result);
