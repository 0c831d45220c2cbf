// Constructors that only assign fields, when what their sites have seen no longer holds.
'use strict';
function Pair(a, b) { this.a = a; this.b = b; }
function Mixed(a) { this.first = null; this.second = this.third = 7; this.a = a; this.text = 'text'; this.no = false; }
function make(F, n) {
  let last;
  for (let i = 0; i < n; i++) last = new F(i, [i]);
  return last;
}
function show(object) { return JSON.stringify(object) + ' ' + Object.keys(object) + ' ' + (object instanceof Pair); }

console.log(show(make(Pair, 100)), show(make(Mixed, 100)));
console.log(new Pair(1), new Pair(), new Pair(1, 2, 3), Pair.prototype.constructor === Pair);

// A setter comes to the prototype, and goes again.
let calls = 0;
Object.defineProperty(Pair.prototype, 'b', {set(value) { calls++; }, get() { return 'got'; }, configurable: true});
console.log(show(make(Pair, 10)), calls, make(Pair, 1).b);
delete Pair.prototype.b;
console.log(show(make(Pair, 10)), calls);

// In the middle of a chain of assignments.
Object.defineProperty(Mixed.prototype, 'second', {set(value) { calls += value; }, configurable: true});
calls = 0;
console.log(show(make(Mixed, 10)), calls);
delete Mixed.prototype.second;
Object.defineProperty(Mixed.prototype, 'third', {set(value) { calls += value; }, configurable: true});
calls = 0;
console.log(show(make(Mixed, 10)), calls);
delete Mixed.prototype.third;
console.log(show(make(Mixed, 10)));

// A property that may not be written.
Object.defineProperty(Pair.prototype, 'a', {value: 1, writable: false, configurable: true});
try {
  make(Pair, 1);
} catch (error) {
  console.log(error.message, /at new Pair/.test(error.stack), /at make/.test(error.stack));
}
delete Pair.prototype.a;
console.log(show(make(Pair, 10)));

// One text, many functions, each with its own prototype; other prototypes; other values of new.target.
const several = [];
for (let i = 0; i < 5; i++) several.push(function (x) { this.x = x; });
console.log(several.map(F => make(F, 20) instanceof F && make(F, 20).x).join(), make(several[0], 1) instanceof several[1]);
several[2].prototype = {y: 'y'};
console.log(make(several[2], 20).y, make(several[2], 20).x);
console.log(Reflect.construct(Pair, [1, 2], several[3]) instanceof several[3], show(Reflect.construct(Pair, [1, 2])));
function Derived(a) { Pair.call(this, a, a); this.c = a; }
Derived.prototype = Object.create(Pair.prototype);
console.log(show(make(Derived, 10)));

// Objects that refer to each other, over collections.
let list = null;
for (let i = 0; i < 20000; i++) list = new Pair(i, list);
let sum = 0;
for (let at = list; at !== null; at = at.b) sum += at.a;
console.log(sum);

// Itself as an argument, fields by the same name, and a result that is no object.
function Self(self) { this.self = self; this.self = this; }
const self = make(Self, 10);
console.log(self.self === self);
try {
  Pair(1, 2);
} catch (error) {
  console.log(error.message);
}
// stress-every: 23
