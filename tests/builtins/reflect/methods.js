// Reflect: object operations that answer instead of throwing.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
console.log(Reflect.ownKeys({b: 1, 1: 1, [Symbol('s')]: 1}).map(String).join(), Reflect.has({a: 1}, 'a'), Reflect.has([], 'push'), String(Reflect));   // expect: 1,b,Symbol(s) true true [object Reflect]
console.log(Reflect.get({a: 1}, 'a'), Reflect.get({get x() { return this.y; }, y: 1}, 'x', {y: 2}), Reflect.get([5], 0), Reflect.get({}, 'none'));   // expect: 1 2 5 undefined
var o = {set x(v) { this.seen = v; }}, r = {}; console.log(Reflect.set(o, 'x', 1), o.seen, Reflect.set(o, 'x', 2, r), r.seen, o.seen);   // expect: true 1 true 2 1
console.log(Reflect.set(Object.freeze({a: 1}), 'a', 2), Reflect.set({}, 'a', 1), Reflect.set({}, 'a', 1, 5), Reflect.set({get x() { return 1; }}, 'x', 1));   // expect: false true false false
var receiver = {}; console.log(Reflect.set({a: 1}, 'a', 2, receiver), receiver.a, Reflect.set([], 'length', 3), Reflect.set({}, 'p', 1, Object.freeze({})));   // expect: true 2 true false
console.log(Reflect.defineProperty({}, 'a', {value: 1}), Reflect.defineProperty(Object.freeze({}), 'a', {value: 1}), Reflect.defineProperty(Object.freeze({a: 1}), 'a', {value: 1}));   // expect: true false true
console.log(Reflect.deleteProperty({a: 1}, 'a'), Reflect.deleteProperty(Object.freeze({a: 1}), 'a'), Reflect.deleteProperty([], 'length'), Reflect.deleteProperty({}, 'z'));   // expect: true false false true
console.log(Reflect.getPrototypeOf([]) === Array.prototype, Reflect.setPrototypeOf({}, null), Reflect.setPrototypeOf(Object.freeze({}), {}), Reflect.setPrototypeOf(Object.prototype, {}));   // expect: true true false false
console.log(Reflect.isExtensible({}), Reflect.preventExtensions({}), Reflect.isExtensible(Object.freeze({})), JSON.stringify(Reflect.getOwnPropertyDescriptor({a: 1}, 'a')));   // expect: true true false {"value":1,"writable":true,"enumerable":true,"configurable":true}
console.log(Reflect.apply(function (a, b) { return this.k + a + b; }, {k: 1}, [2, 3]), Reflect.apply(Math.max, null, {length: 2, 0: 4, 1: 7}));   // expect: 6 7
function F(a) { this.a = a; this.t = new.target === F; } function G() {} G.prototype.isG = true;
console.log(Reflect.construct(F, [1]).a, Reflect.construct(F, [1]).t, Reflect.construct(F, [2], G).isG, Reflect.construct(F, [2], G).t, Reflect.construct(F, [2], G) instanceof F);   // expect: 1 true true false false
console.log(Reflect.construct(Date, [0], G).isG, Array.isArray(Reflect.construct(Array, [3], G)), Reflect.construct(Array, [3], G).isG, Reflect.construct(F.bind(null, 5), []).a);   // expect: true true true 5
t(function () { return Reflect.apply(1); });   // expect: TypeError: Function.prototype.apply was called on 1, which is a number and not a function
t(function () { return Reflect.apply(Math.max); });   // expect: TypeError: CreateListFromArrayLike called on non-object
t(function () { return Reflect.construct(() => 1, []); });   // expect: TypeError: () => 1 is not a constructor
t(function () { return Reflect.construct(F, [], Math.max); });   // expect: TypeError: function max() { [native code] } is not a constructor
t(function () { return Reflect.construct(F); });   // expect: TypeError: CreateListFromArrayLike called on non-object
t(function () { return Reflect.get(1, 'a'); });   // expect: TypeError: Reflect.get called on non-object
t(function () { return Reflect.ownKeys('abc'); });   // expect: TypeError: Reflect.ownKeys called on non-object
t(function () { return Reflect.setPrototypeOf({}, 1); });   // expect: TypeError: Object prototype may only be an Object or null: 1
t(function () { return Reflect.getPrototypeOf(1); });   // expect: TypeError: Reflect.getPrototypeOf called on non-object
t(function () { return Reflect.defineProperty({}, 'a', 1); });   // expect: TypeError: Property description must be an object: 1
