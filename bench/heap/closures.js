// bench/heap/closures.js - closures made, called and dropped; a ring of them lives for a while, each with its own
// scope.
const bench = require('./lib/bench.js');
const UNITS = bench.count(120000), PER_UNIT = 200, RING = bench.count(200000);

function counter(start) {
  let n = start;
  const step = start & 7;
  return {
    add: k => { n = (n + k * step) & 0xffff; return n; },
    read: () => n
  };
}

const ring = new Array(RING);
for (let i = 0; i < RING; i++) ring[i] = null;
let sum = 0, at = 0;
for (let unit = 0; unit < UNITS; unit++) {
  for (let i = 0; i < PER_UNIT; i++) {
    const one = counter(unit + i);
    sum = (sum + one.add(i)) | 0;
    if (i % 4 !== 0) continue;
    const old = ring[at];
    if (old !== null) sum = (sum + old.read()) | 0;
    ring[at] = one;
    at = at + 1 === RING ? 0 : at + 1;
  }
  bench.tick();
}
bench.done('closures ' + sum);
