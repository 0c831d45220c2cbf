// Reflect.apply and Reflect.construct: array-likes, new.target, long lists, errors.
function P(a, b) { this.a = a; this.b = b; this.q = new.target === Q; }
function Q() {}
Q.prototype.hi = 'hi';
console.log(Reflect.apply(Math.max, null, [1, 5, 3]), Reflect.apply(function () { return this.x + Array.prototype.join.call(arguments); }, {x: 1}, {length: 3, 0: 'a', 2: 'c'}));   // expect: 5 1a,,c
var o = Reflect.construct(P, [1, 2]); console.log(o.a, o.b, o.q, o instanceof P);   // expect: 1 2 false true
o = Reflect.construct(P, [1, 2], Q); console.log(o.a, o.b, o.q, o instanceof P, o.hi);   // expect: 1 2 true false hi
console.log(Reflect.construct(P.bind(null, 7), [8]).b, Reflect.construct(Date, [5], Q) instanceof Q, Reflect.construct(Array, [3]).length);   // expect: 8 true 3
var many = []; for (var i = 0; i < 5000; i++) many.push(i);
console.log(Reflect.apply(Math.max, null, many), Reflect.construct(Array, many).length);   // expect: 4999 5000
function fails(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
fails(function () { Reflect.apply(1); });   // expect: TypeError: Function.prototype.apply was called on 1, which is a number and not a function
fails(function () { Reflect.apply(P); });   // expect: TypeError: CreateListFromArrayLike called on non-object
fails(function () { Reflect.construct(Array); });   // expect: TypeError: CreateListFromArrayLike called on non-object
fails(function () { Reflect.construct(() => 1, []); });   // expect: TypeError: () => 1 is not a constructor
fails(function () { Reflect.construct(Array, [], 1); });   // expect: TypeError: 1 is not a constructor
fails(function () { Reflect.construct({}, []); });   // expect: TypeError: #<Object> is not a constructor
