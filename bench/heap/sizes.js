// flags: --expose-gc
// bench/heap/sizes.js - bytes of one thing, by the difference of heapUsed that many of them make.  Prints a line
// of JSON.
const COUNT = 100000, ROUNDS = 3;
const figures = {};

function used() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

let held = null;  // a global: an engine may collect what a local holds after the local's last use

// make(i) is kept in a slot that is there before; the last round counts, when shapes, caches and code are made.
function measure(name, make, count) {
  for (let round = 0; round < ROUNDS; round++) {
    held = new Array(count);
    for (let i = 0; i < count; i++) held[i] = 0;
    const before = used();
    for (let i = 0; i < count; i++) held[i] = make(i);
    figures[name] = Math.round((used() - before) / count * 10) / 10;
    held = null;
  }
}

// One collection of count entries.
function measureEntries(name, make, add, count) {
  for (let round = 0; round < ROUNDS; round++) {
    const before = used();
    held = make();
    for (let i = 0; i < count; i++) add(held, i);
    figures[name] = Math.round((used() - before) / count * 10) / 10;
    held = null;
  }
}

function filled(n) {
  const list = new Array(n);
  for (let i = 0; i < n; i++) list[i] = i;
  return list;
}
function pushed(n) {
  const list = [];
  for (let i = 0; i < n; i++) list.push(i);
  return list;
}
function Point(x, y) { this.x = x; this.y = y; }
const outer = (function () { const base = 1; return () => i => base + i; })();

measure('{}', () => ({}), COUNT);
measure('{a, b}', i => ({a: i, b: i}), COUNT);
measure('{a, b, c, d, e, f}', i => ({a: i, b: i, c: i, d: i, e: i, f: i}), COUNT);
measure('new Point(x, y)', i => new Point(i, i), COUNT);
measure('{} and 6 properties', i => { const o = {}; o.a = o.b = o.c = o.d = o.e = o.f = i; return o; }, COUNT);
measure('object as dictionary, 20 names', i => {
  const o = {};
  for (let k = 0; k < 20; k++) o['k' + k] = i;
  delete o.k3;
  return o;
}, COUNT / 20);
measure('[]', () => [], COUNT);
measure('[i, i, i]', i => [i, i, i], COUNT);
measure('[i / 3, i / 7, i / 9]', i => [i / 3, i / 7, i / 9], COUNT);
measure('new Array(10), filled', () => filled(10), COUNT);
measure('new Array(100), filled', () => filled(100), COUNT / 10);
measure('new Array(1000), filled', () => filled(1000), COUNT / 100);
measure('100 times push', () => pushed(100), COUNT / 10);
measure('1000 times push', () => pushed(1000), COUNT / 100);
measure('closure, scope shared', () => outer(), COUNT);
measure('closure, scope of its own', i => () => i, COUNT);
measure('number with a fraction in a property', i => ({a: i + 0.5}), COUNT);
measure('string of 10 characters', i => String(1000000000 + i), COUNT);
measure('string of 40 characters, a rope', i => 'the first thirty characters, x' + (1000000000 + i), COUNT);
const ninety = new Array(91).join('x');
measure('string of 100 characters, flat', i => JSON.parse('"' + (1000000000 + i) + ninety + '"'), COUNT);
measure('new Map()', () => new Map(), COUNT);
measure('new Set()', () => new Set(), COUNT);
measure('Date', i => new Date(i), COUNT);
measure('Error', () => new Error('x'), COUNT / 20);
measureEntries('Map entry (100000 of them)', () => new Map(), (map, i) => map.set(i, i), 100000);
measureEntries('Set entry (100000 of them)', () => new Set(), (set, i) => set.add(i), 100000);
measureEntries('Map entry (1.5 million)', () => new Map(), (map, i) => map.set(i, i), 1500000);
measureEntries('element of an array by push (1 million)', () => [], (list, i) => list.push(i), 1000000);
console.log(JSON.stringify(figures));
