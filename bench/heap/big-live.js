// flags: --max-old-space-size=2000
// bench/heap/big-live.js - a table of records, 1.2 GB live, of which each unit replaces some at random while it
// makes as much that dies at once: full collections keep happening, and only a few per cent die in each.
const bench = require('./lib/bench.js');
const RECORDS = bench.count(5500000), UNITS = bench.count(60000), REPLACED = 140, GARBAGE = 400;

function record(n) {
  return {id: n, name: 'record ' + n, tags: [n, n + 1, n + 2, n + 3], owner: {age: n & 127, next: null}};
}

const table = [];
for (let block = 0; block < RECORDS; block += 1000) {
  const rows = [];
  for (let i = 0; i < 1000; i++) rows.push(record(block + i));
  table.push(rows);
}

let sum = 0;
bench.phase('churn');
for (let unit = 0; unit < UNITS; unit++) {
  for (let i = 0; i < REPLACED; i++) {
    const at = bench.random(RECORDS), rows = table[(at / 1000) | 0];
    sum = (sum + rows[at % 1000].id) | 0;
    rows[at % 1000] = record(unit + i);
  }
  let list = null;
  for (let i = 0; i < GARBAGE; i++) list = {value: i, next: list};
  sum = (sum + list.value) | 0;
  bench.tick();
}
bench.done('big-live ' + sum + ' ' + table.length);
