// slice copies byte by byte, forward, into what its species gives, even if that overlaps.
var bytes = new Uint8Array([10, 20, 30, 40, 50, 60]);
bytes.constructor = {};
bytes.constructor[Symbol.species] = function () { return new Uint8Array(bytes.buffer, 2); };
console.log(bytes.slice(1, 4).join());   // expect: 20,20,20,60
// what is set on an object behind a typed array is converted once, though it is out of bounds
var receiver = new Int32Array(10), calls = 0;
console.log(Reflect.set(Object.create(receiver), 100, {valueOf: function () { calls++; return 1; }}, receiver), calls);   // expect: true 1
// toLocaleString does not ask for the length
Object.defineProperty(Uint8Array.prototype, 'length', {get: function () { calls++; return 0; }});
console.log(new Uint8Array([1, 2]).toLocaleString(), calls);   // expect: 1,2 1
