// What no live closure uses is freed, though a closure of the same scope lives.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
var MB8 = 8e6;
function make() {
  var kept = new Array(1000000).fill(0), dropped = new Array(1000000).fill(1);
  return function () { return kept.length; };
}
var before = used();
var get = make();
var held = used() - before;
console.log(held > 0.9 * MB8, held < 1.2 * MB8);   // expect: true true
console.log(get());                                // expect: 1000000
get = null;
console.log(used() - before < 0.1 * MB8);          // expect: true
