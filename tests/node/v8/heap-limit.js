// heap_size_limit follows the flag.
// flags: --max-old-space-size=100
var limit = require('v8').getHeapStatistics().heap_size_limit / 1048576;
console.log(limit >= 100, limit < 200);   // expect: true true
