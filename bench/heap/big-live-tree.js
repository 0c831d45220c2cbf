// flags: --max-old-space-size=2000
// bench/heap/big-live-tree.js - a binary tree of 1.2 GB; each unit walks down at random, replaces a subtree and
// makes some garbage.
const bench = require('./lib/bench.js');
const DEPTH = Math.max(10, 22 + Math.round(Math.log(bench.count(1000) / 1000) / Math.LN2)), SUBTREE = 8;
const UNITS = bench.count(25000), GARBAGE = 300;

function Tree(left, right, key) {
  this.left = left;
  this.right = right;
  this.key = key;
  this.extra = [key, 1, 2, 3, 4];
}
function build(depth, key) {
  return depth === 0 ? new Tree(null, null, key) : new Tree(build(depth - 1, key + 1), build(depth - 1, key + 2), key);
}

const root = build(DEPTH, 0);
let sum = 0;
bench.phase('churn');
for (let unit = 0; unit < UNITS; unit++) {
  let at = root;
  const way = bench.random(1 << 30);
  for (let depth = DEPTH; depth > SUBTREE + 1; depth--) at = (way >> depth) & 1 ? at.left : at.right;
  sum = (sum + at.left.key) | 0;
  if (way & 1) at.left = build(SUBTREE, unit);
  else at.right = build(SUBTREE, unit);
  let list = null;
  for (let i = 0; i < GARBAGE; i++) list = {value: i, next: list};
  sum = (sum + list.value) | 0;
  bench.tick();
}
bench.done('big-live-tree ' + sum);
