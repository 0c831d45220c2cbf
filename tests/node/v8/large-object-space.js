// A big array is seen in the space of large objects, and gone after a collection.
// flags: --expose-gc
var v8 = require('v8');
function large() { return v8.getHeapSpaceStatistics().filter(function (s) { return s.space_name === 'large_object_space'; })[0]; }
var before = large().space_used_size, kept = new Array(1000000).fill(0);
console.log(large().space_used_size - before >= 8000000);   // expect: true
kept = null;
gc();
console.log(large().space_used_size - before < 100000);     // expect: true
