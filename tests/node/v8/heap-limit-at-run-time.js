// The limit of the heap can be raised while the program runs.
// flags: --max-old-space-size=30
// skip-stress
var v8 = require('v8'), before = v8.getHeapStatistics().heap_size_limit;
v8.setFlagsFromString('--max-old-space-size=200');
console.log((v8.getHeapStatistics().heap_size_limit - before) / 1048576);   // expect: 170
console.log(new Array(10000000).fill(0).length);                            // expect: 10000000
