// bench/heap/collections.js - Maps and Sets: many small ones born and dropped, and big ones that grow, lose their
// entries and are cleared.
const bench = require('./lib/bench.js');
const SMALL = bench.count(60000), BIG = bench.count(400000), ROUNDS = 4, UNIT = 500;

let sum = 0;
const alive = [];
for (let i = 0; i < SMALL; i++) {
  const map = new Map(), set = new Set();
  for (let k = 0; k < 20; k++) {
    map.set(k, {value: i + k});
    set.add('name' + k % 5);
  }
  sum += map.get(i % 20).value + set.size;
  alive[i % 5000] = map;
  if (i % 16 === 0) bench.tick();
}
bench.pause();

const map = new Map(), set = new Set();
for (let round = 0; round < ROUNDS; round++) {
  for (let i = 0; i < BIG; i++) {
    map.set('key' + i, {round: round});
    set.add(map.get('key' + (i >> 1)));
    if (i % UNIT === 0) bench.tick();
  }
  for (let i = round; i < BIG; i += 2) map.delete('key' + i);
  sum += map.size + set.size;
  set.clear();
  bench.pause();
}
map.forEach(value => { sum += value.round; });
alive.forEach(small => { sum += small.size; });
bench.done('collections ' + sum);
