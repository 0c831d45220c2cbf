// examples/globals.js - globals live until the end of the process, unless they are let go.
//
//   nodule examples/globals.js           node --expose-gc examples/globals.js
require('v8').setFlagsFromString('--expose-gc');   // in nodule, gc is there at once
if (typeof gc !== 'function') {
  console.log('Run it with --expose-gc: without gc() no figure falls.');
  process.exit(1);
}
function used() {
  gc();
  return Math.round(process.memoryUsage().heapUsed / 1e6) + ' MB';
}
console.log('before', used());
global.first = new Array(1e6).fill(0);
global.second = new Array(1e6).fill(0);
console.log('two globals', used());
delete global.first;                     // gone
console.log('one deleted', used());
global.second = null;                    // the other way, which keeps the shape of the global object
console.log('the other set to null', used());
