// Reads of objects in dictionary mode, and of functions' prototypes, are cached; every change is seen.
function read(o) { return o.p; }
function call(o) { return o.m(); }
var d = {m: function () { return 'm' + this.p; }, p: 0};
for (var i = 0; i < 1500; i++) d['k' + i] = i;
for (i = 0; i < 500; i++) delete d['k' + i];
function say() { return [read(d), read(d), call(d), call(d)].join(); }
console.log(say());
d.p = 1; console.log(say());
delete d.p; console.log(say());
d.p = 2; console.log(say());
for (i = 0; i < 3000; i++) d['n' + i] = i;
console.log(say());
for (i = 0; i < 3000; i++) delete d['n' + i];
for (i = 0; i < 3000; i++) d['n' + i] = i;
console.log(say());
Object.defineProperty(d, 'p', {get: function () { return 'got'; }, configurable: true});
console.log(say());
Object.defineProperty(d, 'p', {value: 3, configurable: true, writable: false});
d.p = 4; console.log(say());
delete d.m;
try { call(d); } catch (e) { console.log(e.message); }
Object.prototype.m = function () { return 'inherited'; };
console.log(say());
delete Object.prototype.m;
var others = [{p: 'a'}, {q: 1, p: 'b'}, d, Object.create(d), [], 'text', 5];
for (i = 0; i < 3; i++) console.log(others.map(read).join());
delete d.p;
console.log(others.map(read).join());

function prototypeOf(f) { return f.prototype; }
function F() {}
function G() {}
var same = [];
for (i = 0; i < 3; i++) same.push(prototypeOf(F) === F.prototype, prototypeOf(F).constructor === F);
console.log(same.join());
console.log(prototypeOf(G).constructor === G, prototypeOf(function () {}).constructor !== G);
F.prototype = {is: 'new'};
console.log(prototypeOf(F).is, new F().is);
F.prototype = 7;
console.log(prototypeOf(F), new F() instanceof Object);
console.log(prototypeOf(function () {}.bind()), prototypeOf(Math.max), prototypeOf(() => 1), prototypeOf({prototype: 1}), prototypeOf({}));
Object.defineProperty(G, 'prototype', {writable: false});
G.prototype = 1;
console.log(typeof prototypeOf(G));
// stress-every: 23
