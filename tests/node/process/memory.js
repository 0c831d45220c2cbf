// process.memoryUsage
var m = process.memoryUsage();
console.log(Object.keys(m).join(), m.rss > m.heapUsed, m.heapTotal >= m.heapUsed, m.heapUsed > 0, typeof process.memoryUsage.rss());
// expect: rss,heapTotal,heapUsed,external,arrayBuffers true true true number
var keep = new Array(1000000).fill(0);
console.log(process.memoryUsage().heapUsed - m.heapUsed > 7e6, keep.length);   // expect: true 1000000
