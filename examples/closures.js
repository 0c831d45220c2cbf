// examples/closures.js - what a closure retains.
//
//   nodule examples/closures.js          node --expose-gc examples/closures.js
//
// Closures of one scope share its context: a variable that any of them uses lives as long as any of them; a variable that
// none uses is gone when the function has returned.
require('v8').setFlagsFromString('--expose-gc');   // in nodule, gc is there at once
if (typeof gc !== 'function') {
  console.log('Run it with --expose-gc: without gc() no figure falls.');
  process.exit(1);
}
function used() {
  gc();
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
