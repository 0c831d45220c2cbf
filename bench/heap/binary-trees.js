// bench/heap/binary-trees.js - trees of all depths built, walked and dropped, beside a big one that lives.
const bench = require('./lib/bench.js');
const DEPTH = 17, UNIT = 9;  // a tree of depth 9 has 1023 nodes, about 50 kB
const ROUNDS = bench.count(40);

function Tree(left, right) { this.left = left; this.right = right; }

function build(depth) {
  if (depth === 0) return new Tree(null, null);
  const tree = new Tree(build(depth - 1), build(depth - 1));
  if (depth === UNIT) bench.tick();
  return tree;
}

function check(tree) { return tree.left === null ? 1 : 1 + check(tree.left) + check(tree.right); }

const kept = build(DEPTH);
let sum = 0;
for (let round = 0; round < ROUNDS; round++) {
  for (let depth = UNIT; depth <= DEPTH; depth += 2) {
    for (let i = 0; i < 1 << (DEPTH - depth); i++) {
      const tree = build(depth);
      bench.pause();
      sum += check(tree);
    }
  }
}
bench.done('binary-trees ' + (sum + check(kept)));
