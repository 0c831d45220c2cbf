// bench/heap/ropes.js - strings built by concatenation, flattened by looking into them, and dropped; some live for
// a while.
const bench = require('./lib/bench.js');
const TEXTS = bench.count(60000), PIECES = 400, KEPT = 500;

let sum = 0;
const kept = [];
for (let i = 0; i < TEXTS; i++) {
  let text = '';
  for (let k = 0; k < PIECES; k++) text += 'piece ' + k + ', ';
  sum = (sum * 31 + text.charCodeAt(i % text.length)) | 0;  // looks inside: the rope becomes flat
  let front = '';
  for (let k = 0; k < PIECES; k++) front = k + ' ' + front;
  sum = (sum + front.indexOf('7 6 5')) | 0;
  kept[i % KEPT] = text + front;
  bench.tick();
}
for (let i = 0; i < kept.length; i++) sum = (sum + kept[i].charCodeAt(i)) | 0;
bench.done('ropes ' + sum);
