// Objects that `new` makes without running the constructor, and all that makes it run it again.
function Point(x, y) { this.x = x; this.y = y; }
function Marked(x) { this.kind = 'marked'; this.count = 0; this.on = true; this.off = false; this.nothing = null; this.none = undefined; this.x = x; this.half = 0.5; }
function Same(x) { this.first = x; this.second = x; }
function Empty() {}
function Swapped(x, y) { this.y = y; this.x = x; }
function Box(value) { this.value = value; }
function Pair(value, other) { Box.call(this, value); this.other = other; }
Pair.prototype = Object.create(Box.prototype, { constructor: { value: Pair } });

const show = o => Object.getPrototypeOf(o).constructor.name + JSON.stringify(Object.entries(o).map(p => [p[0], String(p[1])]));
const makers = [() => new Point(1, 2), () => new Point(1), () => new Point(), () => new Point(1, 2, 3), () => new Point, () => new Marked('m'),
  () => new Same(4), () => new Same(), () => new Empty(), () => new Empty(1, 2), () => new Swapped(1, 2), () => new Box('b'), () => new Pair('v', 'o'),
  () => new Point(new Point(1, 2), new Point(3))];

// Again and again: interpreted, compiled, by the plan.
for (const make of makers) {
  const texts = new Set();
  for (let i = 0; i < 450; i++) { const o = make(); if (i % 9 === 0) texts.add(show(o)); }
  console.log([...texts].join(' | '));
}

// Fields stay one's own, and old ones are not touched.
function points(n) {
  const all = [];
  for (let i = 0; i < n; i++) all.push(new Point(i, all.length ? all[all.length - 1] : null));
  return all;
}
for (let round = 0; round < 4; round++) {
  const all = points(500);
  let wrong = 0;
  for (let i = 0; i < all.length; i++) if (all[i].x !== i || all[i].y !== (i ? all[i - 1] : null)) wrong++;
  console.log(all.length, wrong);
}

// A setter in the prototype, then none.
const make = x => new Point(x, x + 1);
let seen = 0;
for (let i = 0; i < 500; i++) make(i);
Object.defineProperty(Point.prototype, 'x', { set(v) { seen += v; }, configurable: true });
console.log(show(make(1)), seen);
for (let i = 0; i < 500; i++) make(1);
console.log(show(make(1)), seen);
delete Point.prototype.x;
for (let i = 0; i < 500; i++) make(1);
console.log(show(make(1)), seen);

// Another prototype.
Point.prototype = { constructor: Point, length() { return this.x + this.y; } };
for (let i = 0; i < 500; i++) make(1);
console.log(make(3).length(), make(3) instanceof Point, Object.getPrototypeOf(make(3)) === Point.prototype);
Point.prototype = 5;
for (let i = 0; i < 500; i++) make(1);
console.log(Object.getPrototypeOf(make(3)) === Object.prototype);

// A read-only property of Object.prototype is in the way.
Object.defineProperty(Object.prototype, 'second', { value: 'locked', configurable: true });
const same = () => new Same(9);
for (let i = 0; i < 300; i++) same();
console.log(Object.keys(same()).join(), same().second);
delete Object.prototype.second;
for (let i = 0; i < 300; i++) same();
console.log(Object.keys(same()).join(), same().second);

// One call of `new`, many functions; functions from one text share their code.
const factory = () => function Made(v) { this.v = v; };
const first = factory(), other = factory();
other.prototype.tag = 'other';
first.prototype.tag = 'first';
const build = (f, v) => new f(v);
const counts = {};
for (let i = 0; i < 1200; i++) {
  const o = build([first, other, Box, Same][i & 3], i);
  const key = (o.tag || o.constructor.name) + Object.keys(o).join('+');
  counts[key] = (counts[key] || 0) + 1;
}
console.log(JSON.stringify(counts));

// What is no constructor says so.
for (const bad of [() => new (() => 1)(), () => build(undefined), () => build({}), () => build(4), () => build(Math.max), () => build({ m() {} }.m)]) {
  try { for (let i = 0; i < 3; i++) bad(); console.log('?'); } catch (e) { console.log(e.name + ': ' + e.message); }
}

// More fields than fit.
const Wide = new Function('a', Array.from({ length: 60 }, (_, i) => `this.f${i} = ${i % 3 === 0 ? 'a' : i};`).join(' '));
let sum = 0;
for (let i = 0; i < 600; i++) { const w = new Wide(i); sum += w.f0 + w.f59 + Object.keys(w).length; }
console.log(sum);

// Arguments survive collections in between.
function Deep(x, y) { this.x = x; this.y = y; }
function tree(depth) { return depth ? new Same(new Deep(tree(depth - 1), tree(depth - 1))) : new Deep(depth); }
function weight(t) { return t instanceof Same ? (t.first === t.second) + weight(t.first.x) + weight(t.first.y) : t.y === undefined ? 1 : 1000000; }
for (let i = 0; i < 12; i++) console.log(weight(tree(7)));
// stress-every: 23
