// Descriptors of data properties, accessors, array and function internals, characters.
function d(o, k) { return JSON.stringify(Object.getOwnPropertyDescriptor(o, k)); }
console.log(d({a: 1}, 'a'), d({}, 'a'), d({get a() { return 1; }}, 'a'));   // expect: {"value":1,"writable":true,"enumerable":true,"configurable":true} undefined {"enumerable":true,"configurable":true}
console.log(Object.keys(Object.getOwnPropertyDescriptor({get a() { return 1; }}, 'a')).join());   // expect: get,set,enumerable,configurable
console.log(d([], 'length'), d('abc', 'length'), d('abc', 1), d(new String('abc'), 5));   // expect: {"value":0,"writable":true,"enumerable":false,"configurable":false} {"value":3,"writable":false,"enumerable":false,"configurable":false} {"value":"b","writable":false,"enumerable":true,"configurable":false} undefined
console.log(d(function f(a, b) {}, 'length'), d(function f(a, b) {}, 'name'), d(() => 1, 'prototype'));   // expect: {"value":2,"writable":false,"enumerable":false,"configurable":true} {"value":"f","writable":false,"enumerable":false,"configurable":true} undefined
console.log(d(function () {}, 'prototype'), d(Object, 'prototype'), d(Math, 'PI'), d(Array.prototype, 'push'));   // expect: {"value":{},"writable":true,"enumerable":false,"configurable":false} {"value":{},"writable":false,"enumerable":false,"configurable":false} {"value":3.141592653589793,"writable":false,"enumerable":false,"configurable":false} {"writable":true,"enumerable":false,"configurable":true}
console.log(d(1, 'a'), d(true, 'b'), d({'-1': 0}, -1), d({1.5: 'x'}, 1.5));   // expect: undefined undefined {"value":0,"writable":true,"enumerable":true,"configurable":true} {"value":"x","writable":true,"enumerable":true,"configurable":true}
console.log(d(globalThis, 'undefined'), d(globalThis, 'NaN'), d(globalThis, 'Infinity'));   // expect: {"writable":false,"enumerable":false,"configurable":false} {"value":null,"writable":false,"enumerable":false,"configurable":false} {"value":null,"writable":false,"enumerable":false,"configurable":false}
try { d(null, 'a'); } catch (e) { console.log(e.message); }   // expect: Cannot convert undefined or null to object
var all = Object.getOwnPropertyDescriptors({a: 1, get b() { return 2; }, [Symbol.for('c')]: 3});
console.log(Reflect.ownKeys(all).map(String).join(), all.a.value, typeof all.b.get, all[Symbol.for('c')].value);   // expect: a,b,Symbol(c) 1 function 3
var copy = Object.create(Object.prototype, Object.getOwnPropertyDescriptors({get now() { return 'computed'; }})); console.log(copy.now);   // expect: computed
