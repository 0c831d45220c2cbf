// flags: --max-old-space-size=2000
// bench/heap/scavenge-old.js - what a scavenge costs with nothing old behind it, with 1.2 GB behind it, and with
// 1.2 GB into which young objects are stored at random: the same young objects in all three phases, so that the
// runner can compare their scavenges.
const bench = require('./lib/bench.js');
const RECORDS = bench.count(11000000), UNITS = bench.count(15000), PER_UNIT = 500, RING = 20000;

const ring = new Array(RING);
let at = 0, sum = 0;

function churn(table) {
  for (let i = 0; i < RING; i++) ring[i] = null;
  at = 0;
  for (let unit = 0; unit < UNITS; unit++) {
    for (let i = 0; i < PER_UNIT; i++) {
      const one = {value: i, other: {value: unit, other: null}};
      sum = (sum + one.other.value) | 0;
      if (i % 20 !== 0) continue;
      ring[at] = one;
      at = at + 1 === RING ? 0 : at + 1;
    }
    if (table !== null) {
      for (let i = 0; i < 20; i++) {
        const place = bench.random(RECORDS);
        table[(place / 1000) | 0][place % 1000].other = ring[bench.random(RING)];
      }
    }
    bench.tick();
  }
}

bench.phase('empty');
churn(null);
bench.phase('build');
const table = [];
for (let block = 0; block < RECORDS; block += 1000) {
  const rows = [];
  for (let i = 0; i < 1000; i++) rows.push({value: i, other: [i]});
  table.push(rows);
}
bench.phase('behind 1.2 GB');
churn(null);
bench.phase('stores into it');
churn(table);
bench.done('scavenge-old ' + sum);
