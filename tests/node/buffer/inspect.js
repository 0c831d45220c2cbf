// How Buffers are shown.
var util = require('util'), b = Buffer.from('abc');
console.log(b, Buffer.alloc(0), [Buffer.alloc(2)], {a: Buffer.alloc(2)});
// expect: <Buffer 61 62 63> <Buffer > [ <Buffer 00 00> ] { a: <Buffer 00 00> }
b.foo = 1;
b[Symbol('s')] = 'x';
console.log(b);   // expect: <Buffer 61 62 63, foo: 1, [Symbol(s)]: 'x'>
console.log(Buffer.alloc(51));
// expect: <Buffer 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ... 1 more byte>
console.log(Buffer.alloc(60).inspect().slice(-20), Object.prototype.toString.call(b), Object.keys(b).join());
// expect: 0 ... 10 more bytes> [object Uint8Array] 0,1,2,foo
console.log(util.inspect(Buffer.from('a'), {showHidden: true}), util.inspect(Buffer.from('ab'), {customInspect: false}));
// expect: <Buffer 61> Buffer(2) [Uint8Array] [ 97, 98 ]
require('buffer').INSPECT_MAX_BYTES = 2;
console.log(Buffer.from('abc'), '%s', Buffer.from('x'));   // expect: <Buffer 61 62 ... 1 more byte> %s <Buffer 78>
