// Hidden classes live no longer than the objects that have them, though the class they were made from lives on.
// flags: --expose-gc
// stress-every: 20000
function used() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

// Each object has a shape of its own, and two on the way to it.
function flood(round, count) {
  var list = [];
  for (var i = 0; i < count; i++) {
    var o = {};
    o['a' + i % 300] = i;
    o['b' + round + '_' + i] = i;
    list.push(o);
  }
  return list.length;
}

flood(0, 1000);
var before = used(), worst = 0;
for (var round = 1; round <= 4; round++) {
  flood(round, 50000);
  worst = Math.max(worst, used() - before);
}
console.log(worst < 512 * 1024);   // expect: true
