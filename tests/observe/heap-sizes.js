// Own and retained sizes: own is the object itself, retained is all that would be free without it.
var heap = require('nodule:heap');
console.log(heap.sizeOf(1), heap.sizeOf(1.5), heap.sizeOf(true), heap.sizeOf(), heap.retainedSize(null));   // expect: 0 0 0 0 0
console.log(heap.sizeOf({}) <= 56, heap.sizeOf([]));   // expect: true 32
global.big = new Array(1000).fill(0);
console.log(heap.sizeOf(big), heap.retainedSize(big) >= 8032, heap.retainedSize(big) < 8300);   // expect: 32 true true
console.log(heap.sizeOf(new Array(1001).join('x')));   // expect: 1016

// Shared parts belong to neither of their owners.
(function () { var part = new Array(1000).fill(0); global.one = {part: part}; })();
console.log(heap.retainedSize(one) > 8000);   // expect: true
(function () { global.two = {part: one.part}; })();
console.log(heap.retainedSize(one) < 200, heap.retainedSize(two) < 200);   // expect: true true
(function () { global.both = [one, two]; delete global.one; delete global.two; })();
console.log(heap.retainedSize(both) > 8000);   // expect: true

// A list: each node retains the rest of it.
global.first = null;
for (var i = 0; i < 100; i++) first = {next: first};
var node = heap.sizeOf(first);
console.log(heap.retainedSize(first) === 100 * node, heap.retainedSize(first.next) === 99 * node);   // expect: true true

// The memory of buffers is outside the heap and belongs to them.
global.buffer = Buffer.alloc(100000);
console.log(heap.sizeOf(buffer) < 200, heap.retainedSize(buffer) >= 100000, heap.retainedSize(buffer) < 101000);   // expect: true true true

// The value of a WeakMap hangs on both, the map and the key: neither retains it.
global.weak = new WeakMap();
global.key = {};
weak.set(key, new Array(1000).fill(0));
console.log(heap.retainedSize(key) < 1000, heap.retainedSize(weak) < 1000);   // expect: true true
// A variable of this function in a register holds as well as a property does.
(function () { var held = new Array(1000).fill(0); console.log(heap.retainedSize({held: held}) < 200); })();   // expect: true
console.log(heap.retainedSize({held: new Array(1000).fill(0)}) > 8000);   // expect: true
