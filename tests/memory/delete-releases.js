// What is deleted or replaced is free, whatever the object's properties are kept in.
// flags: --expose-gc
var stay, weak, failed = [], tried = 0;
function big() { var b = { of: 'nobody' }; weak.push(new WeakRef(b)); return b; }
function hold(make) { weak = []; stay = make(); }
function check(name, make, alive) {
  hold(make);
  later.push(function () {
    gc();
    tried++;
    var count = weak.filter(function (w) { return w.deref() !== undefined; }).length;
    if (count !== (alive || 0)) failed.push(name + ': ' + count);
  });
}
var cases = [], later = [];
function t(name, make, alive) { cases.push([name, make, alive]); }
t('the middle one of a literal', function () { var o = { a: 1, b: big(), c: 2 }; delete o.b; return o; });
t('the first one', function () { var o = { a: big(), b: 1 }; delete o.a; return o; });
t('the last one', function () { var o = { a: 1, b: big() }; delete o.b; return o; });
t('the only one', function () { var o = { b: big() }; delete o.b; return o; });
t('one, another set to null later', function () { var o = { a: 1, b: big(), c: 2 }; delete o.a; o.b = null; return o; });
t('a collection in between', function () { var o = { a: 1, b: big(), c: 2 }; delete o.a; gc(); o.b = null; return o; });
t('one stays', function () { var o = { a: 1, b: big(), c: big() }; delete o.b; return o; }, 1);
t('all', function () { var o = { a: 1, b: big() }; delete o.a; delete o.b; return o; });
t('of a constructor', function () { function F() { this.id = 1; this.data = big(); this.end = 2; } var f = new F(); delete f.data; return f; });
t('of a settled constructor', function () {
  function F() { this.id = 1; this.data = big(); this.end = 2; }
  for (var i = 0; i < 20; i++) var f = new F();
  delete f.data;
  return f;
});
t('added one by one', function () { var o = {}; o.a = 1; o.data = big(); o.end = 2; delete o.data; return o; });
t('outside the object', function () { var o = {}; for (var i = 0; i < 30; i++) o['k' + i] = big(); for (i = 0; i < 30; i++) delete o['k' + i]; return o; });
t('the last ones, outside', function () { var o = {}; for (var i = 0; i < 30; i++) o['k' + i] = big(); for (i = 29; i > 4; i--) delete o['k' + i]; return o; }, 5);
t('JSON.parse', function () { var o = JSON.parse('{"a":1,"b":2,"c":3}'); o.b = big(); delete o.b; return o; });
t('Object.assign', function () { var o = Object.assign({}, { a: 1, b: big(), c: 2 }); delete o.b; return o; });
t('Object.create(null)', function () { var o = Object.create(null); o.a = 1; o.b = big(); o.c = 2; delete o.b; return o; });
t('of an array', function () { var a = [1]; a.x = big(); a.y = 1; delete a.x; return a; });
t('of a function', function () { function f() { } f.x = big(); f.y = 1; delete f.x; return f; });
t('of an error', function () { var e = new Error('x'); e.data = big(); e.code = 1; delete e.data; return e; });
t('of the global object', function () { global.dataOfMine = big(); delete global.dataOfMine; return 0; });
t('Reflect.deleteProperty', function () { var o = { a: 1, b: big(), c: 2 }; Reflect.deleteProperty(o, 'b'); return o; });
t('a cache of two', function () { var c = { one: big(), two: 1 }; delete c.one; c.three = 3; delete c.two; c.four = 4; return c; });
t('many, the first set to null', function () { var o = { a: big() }; for (var i = 0; i < 300; i++) o['k' + i] = i; o.a = null; return o; });
t('becomes an accessor', function () { var o = { a: 1, b: big() }; Object.defineProperty(o, 'b', { get: function () { return 1; } }); return o; });
t('an accessor', function () {
  var o = { a: 1, c: 2 };
  (function (x) { Object.defineProperty(o, 'b', { get: function () { return x; }, configurable: true }); })(big());
  delete o.a;
  delete o.b;
  return o;
});
t('setPrototypeOf', function () { var o = { a: 1, b: big() }; Object.setPrototypeOf(o, { x: 1 }); o.b = 0; return o; });
t('another prototype', function () { var o = Object.create(big()); o.a = 1; Object.setPrototypeOf(o, null); return o; });
t('a prototype', function () { var o = { a: 1, b: big(), c: 1 }, p = Object.create(o); p.x; o.b = 0; return [o, p]; });
t('of a prototype', function () { var o = { a: 1, b: big(), c: 1 }, p = Object.create(o); p.x; delete o.b; return [o, p]; });
t('then a prototype', function () { var o = { a: 1, b: big(), c: 1 }; delete o.a; var p = Object.create(o); delete o.b; return [o, p]; });
t('frozen', function () { var o = { a: big(), b: 1 }; delete o.a; return Object.freeze(o); });
t('the prototype of a function', function () { function F() { } F.prototype = big(); new F(); F.prototype = {}; return F; });
t('fixed', function () { function F() { } F.prototype = big(); new F(); Object.defineProperty(F, 'prototype', { value: {}, writable: false }); return F; });
t('the stack of an error', function () { var e = new Error('x'); e.stack = big(); delete e.stack; return e; });
t('redefined', function () { var e = new Error('x'); e.stack = big(); Object.defineProperty(e, 'stack', { value: 1, enumerable: true }); return e; });
t('elements', function () { var a = [big(), 1, big()]; delete a[0]; return a; }, 1);
t('sparse elements', function () { var a = [big(), 1, big()]; a[1e6] = big(); delete a[0]; a[2] = 0; return a; }, 1);
t('pop', function () { var a = [1, big()]; a.pop(); return a; });
t('shift', function () { var a = [big(), 1]; a.shift(); return a; });
t('splice', function () { var a = [1, big(), big(), 2]; a.splice(1, 2); return a; });
t('a shorter array', function () { var a = [1, big(), big(), 2]; a.length = 1; return a; });
t('an empty array', function () { var a = [1, big(), big(), 2]; a.length = 0; return a; });
t('a shorter sparse array', function () { var a = [1, big()]; a[1e6] = big(); a.length = 1; return a; });
t('an argument', function () { return (function (x) { delete arguments[0]; x = 0; return arguments; })(big()); });
t('a Map', function () { var m = new Map([[1, big()], [big(), 2]]); m.delete(1); m.forEach(function (v, k) { m.delete(k); }); return m; });
t('a Set', function () { var s = new Set([big(), 1]); s.forEach(function (k) { s.delete(k); }); return s; });
t('a WeakMap', function () { var k = {}, m = new WeakMap([[k, big()]]); m.delete(k); return [k, m]; });
t('an entry set anew', function () { var m = new Map([[1, big()]]); m.set(1, 0); return m; });
t('an iterator at the end', function () { var i = [big()].values(); i.next(); i.next(); return i; });
// The targets of WeakRefs live until the job ends: each case is looked at in a job of its own.
(function next() {
  if (later.length) later.pop()();
  if (cases.length) { check.apply(null, cases.shift()); setImmediate(next); }
  else console.log(tried, failed.join('; ') || 'all free');
})();
// expect: 49 all free
