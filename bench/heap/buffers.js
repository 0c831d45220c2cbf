// bench/heap/buffers.js - drops Buffers of 200 MB in a loop: only the collector can give the memory back, and
// nothing in the JavaScript heap tells it that it is time.
const bench = require('./lib/bench.js');
const SIZE = bench.count(200) * 1024 * 1024, TIMES = 60;

if (typeof Buffer === 'undefined') {
  console.log('skipped: there is no Buffer');
} else {
  let sum = 0;
  for (let time = 0; time < TIMES; time++) {
    const buffer = Buffer.alloc(SIZE);
    for (let i = 0; i < SIZE; i += 4096) buffer[i] = time;  // so that every page is there
    sum += buffer[4096 * time] + buffer.length;
    bench.tick();
  }
  bench.done('buffers ' + sum);
}
