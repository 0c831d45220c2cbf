// getHeapStatistics has the keys of Node 20 in its order, and figures that agree with one another.
// flags: --expose-gc
var v8 = require('v8'), figures = v8.getHeapStatistics();
console.log(Object.keys(figures).slice(0, 5).join());    // expect: total_heap_size,total_heap_size_executable,total_physical_size,total_available_size,used_heap_size
console.log(Object.keys(figures).slice(5, 9).join());    // expect: heap_size_limit,malloced_memory,peak_malloced_memory,does_zap_garbage
console.log(Object.keys(figures).slice(9).join());       // expect: number_of_native_contexts,number_of_detached_contexts,total_global_handles_size,used_global_handles_size,external_memory
console.log(Object.keys(figures).every(function (key) { return Number.isInteger(figures[key]); }));   // expect: true
console.log(figures.used_heap_size > 0, figures.used_heap_size < figures.total_heap_size);            // expect: true true
console.log(figures.total_heap_size <= figures.total_physical_size);                                  // expect: true
console.log(figures.total_available_size < figures.heap_size_limit);                                  // expect: true
console.log(figures.number_of_native_contexts, figures.does_zap_garbage);                             // expect: 1 0
gc();
var before = v8.getHeapStatistics(), kept = new Array(1000000).fill(0);
gc();
var after = v8.getHeapStatistics();
console.log(after.used_heap_size - before.used_heap_size > 7e6, kept.length);                         // expect: true 1000000
console.log(before.total_available_size - after.total_available_size > 7e6);                          // expect: true
console.log(after.used_heap_size - process.memoryUsage().heapUsed < 100000);                          // expect: true
