// The table of property names keeps none alive.
// flags: --expose-gc
// stress-every: 50000
function used() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

function flood(prefix, count) {
  var o = {};
  for (var i = 0; i < count; i++) o[prefix + i] = i;
  var sum = 0;
  for (var key in o) sum += o[key];
  return sum;
}

flood('w', 100);
var before = used();
console.log(flood('first', 100000));                // expect: 4999950000
console.log(used() - before < 512 * 1024);          // expect: true
console.log(flood('first', 100000) === flood('second', 100000));   // expect: true
console.log(used() - before < 512 * 1024);          // expect: true
