// Subclasses, in the way of functions, and Symbol.species.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function Mine(...args) { return Reflect.construct(Uint8Array, args, Mine); }
Object.setPrototypeOf(Mine, Uint8Array);
Mine.prototype = Object.create(Uint8Array.prototype, {constructor: {value: Mine}});
var m = new Mine([1, 2, 3]);
console.log(m instanceof Mine, m.map(function (v) { return v + 1; }) instanceof Mine, m.slice(1) instanceof Mine);
// expect: true true true
console.log(m.subarray(1) instanceof Mine, m.filter(Boolean) instanceof Mine, m.toSorted() instanceof Mine, Mine.of(1) instanceof Mine);
// expect: true true false true
var a = new Uint8Array(4);
a.constructor = {[Symbol.species]: Float64Array};
console.log(a.slice(1).constructor.name, a.slice(1).length);   // expect: Float64Array 3
a.constructor = {[Symbol.species]: function () { return new Uint8Array(1); }};
error(function () { return a.slice(1); });
// expect: TypeError: Derived TypedArray constructor created an array which was too small
a.constructor = {[Symbol.species]: function () { return []; }};
error(function () { return a.slice(1); });
// expect: TypeError: Method %TypedArray%.prototype.slice called on incompatible receiver [object Array]
a.constructor = {[Symbol.species]: 5};
error(function () { return a.slice(1); });
// expect: TypeError: object.constructor[Symbol.species] is not a constructor
a.constructor = undefined;
console.log(Object.getPrototypeOf(a.slice(1)) === Uint8Array.prototype);   // expect: true
