// The limit of the old generation can be changed while the program runs.
var v8 = require('v8');
var before = v8.getHeapStatistics().heap_size_limit;
v8.setFlagsFromString('--max-old-space-size=300');
console.log((v8.getHeapStatistics().heap_size_limit - before) / 1048576);   // expect: -1100
