// Globals live until they are deleted or given another value.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
var before = used();
global.one = new Array(1000000).fill(0);
two = new Array(1000000).fill(0);
console.log(used() - before > 15e6);              // expect: true
console.log(delete global.one, used() - before < 9e6);   // expect: true true
two = null;
console.log(used() - before < 1e6);               // expect: true
console.log(typeof one, two);                     // expect: undefined null
