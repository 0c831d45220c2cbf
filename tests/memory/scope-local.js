// A variable of a function that returned retains nothing.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
var before = used();
var foo = function () { var local = new Array(1000000).fill(0); return local.length; };
console.log(foo());                    // expect: 1000000
console.log(used() - before < 1e6);    // expect: true
