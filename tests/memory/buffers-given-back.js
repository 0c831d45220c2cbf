// The memory of Buffers that are dropped goes back to the system.
// flags: --expose-gc
// skip-stress
var MB = 1024 * 1024, keep = [];
for (var i = 0; i < 10; i++) keep.push(Buffer.alloc(8 * MB, 1));
var full = process.memoryUsage();
keep = null;
gc();
var empty = process.memoryUsage();
console.log((full.arrayBuffers - empty.arrayBuffers) / MB, full.external - empty.external >= 80 * MB, full.rss - empty.rss > 70 * MB);
// expect: 80 true true
