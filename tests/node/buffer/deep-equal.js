// assert compares Buffers by their bytes.
var assert = require('assert');
function same(a, b) { try { assert.deepStrictEqual(a, b); return true; } catch (e) { return e.code; } }
console.log(same(Buffer.from('a'), Buffer.from('a')), same(Buffer.from('a'), Buffer.from('b')), same(Buffer.from('a'), new Uint8Array([97])));
// expect: true ERR_ASSERTION ERR_ASSERTION
console.log(same(new Uint8Array([1]), new Int8Array([1])), same(new Float32Array([0]), new Float32Array([-0])), same(new Float32Array([NaN]), new Float32Array([NaN])));
// expect: ERR_ASSERTION ERR_ASSERTION true
console.log(same(new ArrayBuffer(2), new ArrayBuffer(2)), same(new ArrayBuffer(2), new ArrayBuffer(3)), same(new DataView(new ArrayBuffer(2)), new DataView(new ArrayBuffer(2))));
// expect: true ERR_ASSERTION true
var x = new Uint8Array(2), y = new Uint8Array(2);
x.name = 1;
console.log(same(x, y), same([x], [x]), require('util').isDeepStrictEqual(x, y));   // expect: ERR_ASSERTION true false
try { assert.deepEqual(new Float64Array([1]), new Uint8Array([1])); } catch (e) { console.log(e.name); }
// expect: AssertionError
assert.deepEqual(new Float32Array([0]), new Float32Array([-0]));
