// Stores that compiled functions make: what they put into old objects, elements, contexts and classes lives on.
// flags: --expose-gc
// stress-every: 211
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function fresh(n) { return {n: n, s: 'text ' + n, a: [n]}; }
function good(o, n) { return o !== undefined && o.n === n && o.s === 'text ' + n && o.a[0] === n; }
function churn() { var r = null; for (var i = 0; i < 300; i++) r = {r: i % 50 ? r : null, t: 'junk' + i}; return r; }
function old(o) { gc(); gc(); return o; }
var minor = {type: 'minor'};
// Each way of storing, into something old.
var holder = old({own: null, list: [null, null, null], add: null});
var stores = {
  own: function (o) { holder.own = o; return function () { return holder.own; }; },
  element: function (o) { holder.list[1] = o; return function () { return holder.list[1]; }; },
  push: function (o) { var l = holder.list; l[l.length] = o; return function () { return l[l.length - 1]; }; },
  key: function (o) { var k = 'key' + (o ? o.n % 5 : 0); holder[k] = o; return function () { return holder[k]; }; },
  captured: (function () { var c = null, get = function () { return c; }; return function (o) { c = o; return get; }; })(),
  captured1: (function () { var c = null, get = function () { return c; }; return function (o) { var own = 1; (function () { c = o; own++; })(); return get; }; })(),
  captured2: (function () { var c = null, get = function () { return c; }; return function (o) { var own = 1; (function () { var mine = own; (function () { c = o; mine++; own++; })(); })(); return get; }; })(),
  let: function (o) { lexical = o; return function () { return lexical; }; },
  global: function (o) { globalThis.kept = o; return function () { return kept; }; },
  globalName: function (o) { kept = o; return function () { return globalThis.kept; }; },
  mapped: (function (p) { var a = arguments; return function (o) { a[0] = o; return function () { return p; }; }; })(null),
  prototype: function (o) { Class.prototype.shared = o; return function () { return new Class().shared; }; },
  setter: function (o) { accessors.value = o; return function () { return accessors.value; }; },
};
var lexical = null, accessors = old({hidden: null, get value() { return this.hidden; }, set value(v) { this.hidden = v; }});
function Class() {} globalThis.kept = null;
old(stores);
Object.keys(stores).forEach(function (name) {
  var store = stores[name], bad = 0;
  for (var i = 0; i < 300; i++) { var get = store(fresh(i)); if (!good(get(), i)) bad++; }
  for (i = 0; i < 12; i++) {
    get = store(fresh(i)); gc(minor); churn(); gc(minor); if (!good(get(), i)) bad++;
    get = store(fresh(i)); if (i % 3 === 0) { gc(); churn(); } if (!good(get(), i)) bad++;
    store(i); store('text' + i); store(null); store(undefined); store(1.5);
  }
  note(name, bad);
});
// Properties that are added to old objects, in and out of their room.
function adds(o, v) { o.p0 = v; o.p1 = v; o.p2 = v; o.p3 = v; o.p4 = v; o.p5 = v; o.p6 = v; o.p7 = v; o.p8 = v; o.p9 = v; return o; }
for (var i = 0; i < 300; i++) adds({}, i);
for (var bad = 0, round = 0; round < 5; round++) {
  var target = old({}); adds(target, fresh(round)); gc(minor); churn(); gc(minor);
  for (i = 0; i < 10; i++) if (!good(target['p' + i], round)) bad++;
}
note('adds', bad);
// A list and a tree that grow while collections go on, and lose what they had.
function Node(v, next) { this.v = v; this.next = next; this.other = null; }
var head = null, length = 0;
for (i = 0; i < 2000; i++) { head = new Node(fresh(i), head); if (i % 3 === 0 && head.next) { head.next.other = head; } if (i % 400 === 0) gc(i % 800 ? minor : undefined); }
for (var node = head, bad = 0; node; node = node.next) { length++; if (!good(node.v, 2000 - length)) bad++; if (node.other && node.other.next !== node) bad++; }
note('list', length, bad);
function insert(t, k) { if (!t) return {k: k, l: null, r: null}; if (k < t.k) t.l = insert(t.l, k); else t.r = insert(t.r, k); return t; }
function walk(t) { return t ? walk(t.l) + '' + (t.k % 10) + walk(t.r) : ''; }
var tree = null; for (i = 0; i < 600; i++) { tree = insert(tree, i * 7919 % 600); if (i % 100 === 0) gc(minor); }
note('tree', walk(tree).length, walk(tree).slice(0, 20));
function rotate(a, n) { for (var i = 0; i < n; i++) { var f = a[0]; for (var j = 1; j < a.length; j++) a[j - 1] = a[j]; a[a.length - 1] = i % 5 ? f : fresh(f.n); } }
var ring = []; for (i = 0; i < 40; i++) ring.push(fresh(i));
old(ring); for (i = 0; i < 5; i++) { rotate(ring, 20); if (i % 3 === 0) gc(minor); }
note('ring', ring.map(function (o) { return good(o, o.n) ? o.n : 'bad'; }).join());
// Collections in the middle of what compiled functions do: operands, arguments, receivers, results of calls.
function collects(n) { if (n % 50 === 0) gc(n % 100 ? minor : undefined); return fresh(n); }
function middle(a, b, c) { var l = fresh(1), s = 'x' + a; var r = [collects(b).n + collects(c).n, collects(b).s + s + l.s, [collects(a), l, fresh(c)].length]; return r.join() + l.n + arguments.length + s; }
for (i = 1; i < 300; i++) middle(i, i + 1, i + 2);
note('middle', middle(50, 100, 150), middle(0, 0, 0));
var thing = {valueOf: function () { gc(minor); return 3; }, toString: function () { gc(minor); return 'key'; }, get got() { gc(minor); return fresh(5); }};
function converts(o, a) { var before = fresh(a); var r = [o * a + o, o < a, `${o}`, o.got.n, {[o]: before}.key.n, o + 'end', -o, o == 3]; r.push(before.s); return r.join(); }
for (i = 0; i < 5; i++) converts(thing, i); for (i = 0; i < 250; i++) converts({valueOf: function () { return 1; }, got: {n: 1}, toString: function () { return 'key'; }}, i);
note('converts', converts(thing, 7));
function iterates() { var r = 0; for (var o of [fresh(1), fresh(2), fresh(3)]) { gc(minor); for (var k in o) { churn(); r += k.length + o.n; } } return r; }
for (i = 0; i < 4; i++) iterates(); note('iterates', iterates());
function throwsOld(n) { try { if (n % 2) { gc(minor); throw fresh(n); } return fresh(n); } catch (e) { churn(); return e; } finally { if (n % 30 === 0) gc(minor); } }
for (i = 0, bad = 0; i < 300; i++) if (!good(throwsOld(i), i)) bad++; note('throws', bad);
console.log(log.join('\n'));
