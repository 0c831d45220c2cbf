// examples/globals.js - globals live until the end of the process, unless they are let go.
function used() {
  if (typeof gc === 'function') gc();
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
