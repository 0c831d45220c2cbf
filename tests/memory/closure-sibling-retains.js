// Closures of one scope share its context: what a sibling uses is retained by each of them.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
function make() {
  var small = 1, big = new Array(1000000).fill(0);
  var sibling = function () { return big; };
  return function () { return small; };
}
var before = used();
var get = make();
console.log(used() - before > 7e6);   // expect: true
console.log(get());                   // expect: 1
get = undefined;
console.log(used() - before < 1e6);   // expect: true
