// new: results, prototypes, missing parentheses, many instances, return values.
function A(x) { this.x = x; } A.prototype.get = function () { return this.x; };
console.log(new A(1).get(), new A().x, (new A).x, new A(2).constructor === A, new A(3) instanceof A, Object.keys(new A(1)).join());
function E() {} console.log(typeof new E, Object.getPrototypeOf(new E) === E.prototype, new (function () { this.v = 1; })().v);
function R(v) { this.kept = 1; return v; } console.log([undefined, null, 1, 's', true, Symbol()].every(function (v) { return new R(v).kept === 1; }), new R({o: 1}).o, new R([7]).length, typeof new R(Math.max));
var ns = {inner: {C: A}}; console.log(new ns.inner.C(5).x, new ns['inner'].C(6).x, new (ns.inner.C)(7).x, new (function () { return ns; })().inner === ns.inner);
A.prototype = {other: true}; var late = new A(1); console.log(late.other, late.get, late instanceof A);
function Many(i) { this.a = i; this.b = i; this.c = i; if (i % 2) this.d = i; } var all = []; for (var i = 0; i < 200; i++) all.push(new Many(i)); console.log(all[199].d, all[198].d, 'd' in all[0], all.reduce(function (s, m) { return s + m.a + m.c; }, 0));
function Big() { for (var i = 0; i < 50; i++) this['p' + i] = i; } var b = new Big(); console.log(b.p49, Object.keys(b).length, Object.keys(new Big()).length);
function Child() { A.call(this, 'from parent'); this.own = 1; } Child.prototype = Object.create(A.prototype); Child.prototype.constructor = Child; console.log(new Child().x, new Child() instanceof A, new Child().other);
['x', 5, {}, null, undefined, Math.max, () => 1, {m() {}}.m].forEach(function (v) { try { new v(); console.log('constructed'); } catch (e) { console.log(e.message); } });
E.prototype = 5; console.log(Object.getPrototypeOf(new E) === Object.prototype);
// expect: 1 undefined undefined true true x
// expect: object true 1
// expect: true 1 1 function
// expect: 5 6 7 true
// expect: true undefined true
// expect: 199 undefined false 39800
// expect: 49 50 50
// expect: from parent true true
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: v is not a constructor
// expect: true
