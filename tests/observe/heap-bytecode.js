// The listing of one function, not of those inside it.
var heap = require('nodule:heap');
function add(a, b) { return a + b; }
console.log(heap.bytecode(add).split('\n').slice(0, 2).join('|'));   // expect: function add at 3:1, 2 parameters, 5 registers, 0 inline caches, constructor|  registers: r2 a, r3 b
console.log(/ Add +r\d+ r2 r3\n/.test(heap.bytecode(add)));          // expect: true
console.log(heap.bytecode(add.bind(null, 1)) === heap.bytecode(add));   // expect: true
console.log(heap.bytecode(function outer() { return function inner() { }; }).match(/function /g).length);   // expect: 2
