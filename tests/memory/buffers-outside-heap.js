// Buffers that are filled grow the process, not the heap.
// flags: --no-warnings
// skip-stress
// skip-tsan
var MB = 1024 * 1024, size = 20 * MB, total = [], first = process.memoryUsage();
function useMem() {
  var buffer = new Buffer(size);
  for (var i = 0; i < size; i += 512) buffer[i] = 1;
  return buffer;
}
for (var round = 1; round <= 4; round++) {
  total.push(useMem());
  var now = process.memoryUsage(), grown = (now.rss - first.rss) / MB;
  console.log(now.heapTotal - first.heapTotal < MB, now.heapUsed - first.heapUsed < MB, Math.abs(grown - 20 * round) < 4, now.arrayBuffers / MB);
}
// expect: true true true 20
// expect: true true true 40
// expect: true true true 60
// expect: true true true 80
total = null;
