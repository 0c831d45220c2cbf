// examples/closures.js - what a closure retains.  Run with --expose-gc to see the figures fall.
//
// Closures of one scope share its context: a variable that any of them uses lives as long as any of them; a variable that
// none uses is gone when the function has returned.
function used() {
  if (typeof gc === 'function') gc();
  return Math.round(process.memoryUsage().heapUsed / 1e6) + ' MB';
}
function make() {
  var kept = new Array(1e6).fill(0), unused = new Array(1e6).fill(1);
  return function () { return kept.length; };
}
console.log('before', used());
var get = make();
console.log('with the closure (' + get() + ' elements)', used());
get = null;
console.log('without it', used());
