// examples/outofmemory.js - runs out of memory on purpose.
//
// Each turn keeps an array of 20 million elements, 160 MB.  Eight fit under the default limit of 1400 MB; the ninth ends in
// the report.  Try it with --trace_gc, with --max-old-space-size=1700 (two turns more) or =4000 (all fifteen).
function megabytes(bytes) { return (bytes / 1024 / 1024).toFixed(2) + ' MB'; }

function show() {
  var memory = process.memoryUsage();
  console.log('Process: heapTotal ' + megabytes(memory.heapTotal) + ' heapUsed ' + megabytes(memory.heapUsed) +
    ' rss ' + megabytes(memory.rss));
}

function use() {
  var size = 20 * 1024 * 1024, array = new Array(size);
  for (var i = 0; i < size; i++) array[i] = 0;
  return array;
}

var kept = [];
for (var turn = 0; turn < 15; turn++) {
  show();
  kept.push(use());
}
show();
