// bench/heap/splay.js - a splay tree whose nodes carry small trees of arrays and strings, some 200 MB live; each
// unit inserts new keys and removes others, so that old memory dies in no order.
const bench = require('./lib/bench.js');
const SIZE = bench.count(100000), UNITS = bench.count(30000), PER_UNIT = 10;

function Node(key, value) {
  this.key = key;
  this.value = value;
  this.left = null;
  this.right = null;
}

function payload(depth, tag) {
  if (depth === 0) return {numbers: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], text: 'leaf of ' + tag};
  return {left: payload(depth - 1, tag), right: payload(depth - 1, tag)};
}

let root = null;
const rest = new Node(0, null);  // collects, in its sides, what the descent leaves behind

// Top-down splaying: the node of the key, or the last one on the way to it, becomes the root.
function splay(key) {
  let left = rest, right = rest, current = root;
  rest.left = rest.right = null;
  for (;;) {
    if (key < current.key) {
      let child = current.left;
      if (child === null) break;
      if (key < child.key) {
        current.left = child.right;
        child.right = current;
        current = child;
        child = current.left;
        if (child === null) break;
      }
      right.left = current;
      right = current;
      current = child;
    } else if (key > current.key) {
      let child = current.right;
      if (child === null) break;
      if (key > child.key) {
        current.right = child.left;
        child.left = current;
        current = child;
        child = current.right;
        if (child === null) break;
      }
      left.right = current;
      left = current;
      current = child;
    } else break;
  }
  left.right = current.left;
  right.left = current.right;
  current.left = rest.right;
  current.right = rest.left;
  root = current;
}

function insert(key) {
  const node = new Node(key, payload(3, key));
  if (root !== null) {
    splay(key);
    if (root.key === key) return false;
    if (key > root.key) {
      node.left = root;
      node.right = root.right;
      root.right = null;
    } else {
      node.right = root;
      node.left = root.left;
      root.left = null;
    }
  }
  root = node;
  return true;
}

function remove(key) {
  splay(key);
  if (root.key !== key) return false;
  if (root.left === null) root = root.right;
  else {
    const right = root.right;
    root = root.left;
    splay(key);
    root.right = right;
  }
  return true;
}

// Keys of the tree by age in a ring, so that one at random can be replaced.
const keys = new Array(SIZE);
function insertFresh() {
  for (;;) {
    const key = bench.random(1 << 30);
    if (insert(key)) return key;
  }
}

for (let i = 0; i < SIZE; i++) {
  keys[i] = insertFresh();
  if (i % PER_UNIT === 0) bench.tick();
}
let removed = 0;
for (let unit = 0; unit < UNITS; unit++) {
  for (let i = 0; i < PER_UNIT; i++) {
    const at = bench.random(SIZE);
    if (remove(keys[at])) removed++;
    keys[at] = insertFresh();
  }
  bench.tick();
}
splay(keys[0]);
bench.done('splay ' + removed + ' ' + root.key + ' ' + root.value.left.left.left.text);
