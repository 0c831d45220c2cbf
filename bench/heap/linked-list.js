// bench/heap/linked-list.js - a list of five million nodes built, walked and dropped, several times: everything
// survives, then everything dies.
const bench = require('./lib/bench.js');
const LENGTH = bench.count(5000000), TIMES = 6, UNIT = 1024;

let sum = 0;
for (let time = 0; time < TIMES; time++) {
  let head = null;
  for (let i = 0; i < LENGTH; i++) {
    head = {value: i, next: head};
    if (i % UNIT === 0) bench.tick();
  }
  bench.pause();
  for (let node = head; node !== null; node = node.next) sum += node.value;
}
bench.done('linked-list ' + sum);
