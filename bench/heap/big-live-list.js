// flags: --max-old-space-size=2000
// bench/heap/big-live-list.js - a queue that is one linked list, 1.2 GB long: no marker can go at it from two
// sides.  Each unit takes nodes from the front and appends as many, and makes some garbage.
const bench = require('./lib/bench.js');
const LENGTH = bench.count(31000000), UNITS = bench.count(60000), MOVED = 800, GARBAGE = 300;

let head = {value: 0, next: null}, tail = head, sum = 0;
function append(n) {
  const node = {value: n, next: null};
  tail.next = node;
  tail = node;
}

for (let i = 1; i < LENGTH; i++) append(i);
bench.phase('churn');
for (let unit = 0; unit < UNITS; unit++) {
  for (let i = 0; i < MOVED; i++) {
    sum = (sum + head.value) | 0;
    head = head.next;
    append(unit);
  }
  let list = null;
  for (let i = 0; i < GARBAGE; i++) list = {value: i, next: list};
  sum = (sum + list.value) | 0;
  bench.tick();
}
bench.done('big-live-list ' + sum);
