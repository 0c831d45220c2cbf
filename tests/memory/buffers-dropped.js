// Scavenges free the memory of Buffers that died young, long before there are 192 MB.
var MB = 1024 * 1024, text = 'x'.repeat(20000), most = 0;
for (var i = 0; i < 4000; i++) {
  if (i % 2 === 0) Buffer.from(text);
  else Buffer.alloc(text.length);
  if (i % 50 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
}
console.log(most < 40 * MB);
// expect: true
