// bench/heap/lru.js - two caches of strings that forget what was used least lately: one is a Map in order of use,
// the other a doubly linked list with a Map beside it.  Half a million entries each; gets and sets, most of them
// evict.
const bench = require('./lib/bench.js');
const SIZE = bench.count(500000), CHURN = bench.count(1500000), KEYS = SIZE * 2, UNIT = 200;

function value(n) { return 'value ' + n + '/' + n * 7; }

function MapCache(size) {
  this.size = size;
  this.map = new Map();
  this.oldest = this.map.keys();  // stays where it is: all before it was evicted, what is used again goes to the end
}
MapCache.prototype.get = function (key) {
  const found = this.map.get(key);
  if (found === undefined) return found;
  this.map.delete(key);
  this.map.set(key, found);
  return found;
};
MapCache.prototype.set = function (key, text) {
  if (this.map.size >= this.size) this.map.delete(this.oldest.next().value);
  this.map.set(key, text);
};

function Entry(key, text) {
  this.key = key;
  this.text = text;
  this.older = null;
  this.newer = null;
}

function ListCache(size) {
  this.size = size;
  this.map = new Map();
  this.ends = new Entry('', '');  // newer: the oldest entry; older: the newest
  this.ends.older = this.ends.newer = this.ends;
}
ListCache.prototype.append = function (entry) {
  entry.older = this.ends.older;
  entry.newer = this.ends;
  entry.older.newer = entry;
  this.ends.older = entry;
};
ListCache.prototype.unlink = function (entry) {
  entry.older.newer = entry.newer;
  entry.newer.older = entry.older;
};
ListCache.prototype.get = function (key) {
  const entry = this.map.get(key);
  if (entry === undefined) return entry;
  this.unlink(entry);
  this.append(entry);
  return entry.text;
};
ListCache.prototype.set = function (key, text) {
  if (this.map.size >= this.size) {
    const oldest = this.ends.newer;
    this.unlink(oldest);
    this.map.delete(oldest.key);
  }
  const entry = new Entry(key, text);
  this.map.set(key, entry);
  this.append(entry);
};

function churn(cache) {
  let hits = 0, length = 0;
  for (let i = 0; i < SIZE; i++) {
    cache.set('key ' + i, value(i));
    if (i % UNIT === 0) bench.tick();
  }
  for (let i = 0; i < CHURN; i++) {
    const n = bench.random(KEYS), key = 'key ' + n, found = cache.get(key);
    if (found === undefined) cache.set(key, value(n));
    else {
      hits++;
      length += found.length;
    }
    if (i % UNIT === 0) bench.tick();
  }
  bench.pause();
  return hits + ' ' + length;
}

const first = new MapCache(SIZE), second = new ListCache(SIZE);
const one = churn(first), two = churn(second);
bench.done('lru ' + one + ' ' + two + ' ' + (first.map.size + second.map.size));
