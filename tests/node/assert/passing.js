// Assertions that hold.
var assert = require('assert');
assert(1); assert.ok(true); assert.equal(1, '1'); assert.notEqual(1, 2); assert.strictEqual(NaN, NaN); assert.notStrictEqual(0, -0);
assert.deepEqual({a: 1, b: [1, '2']}, {b: [1, 2], a: '1'}); assert.deepStrictEqual([1, {a: null}], [1, {a: null}]); assert.notDeepStrictEqual({a: 1}, {a: '1'});
assert.throws(function () { throw new TypeError('x'); }); assert.throws(function () { throw new TypeError('x'); }, TypeError);
assert.throws(function () { throw new TypeError('x'); }, {name: 'TypeError', message: 'x'}); assert.throws(function () { throw new Error('y'); }, function (e) { return e.message === 'y'; });
assert.doesNotThrow(function () {}); assert.ifError(null); assert.ifError(undefined);
assert.strict.equal(1, 1); assert.strict.deepEqual([1], [1]);
console.log('all hold', typeof assert.AssertionError, assert.strict === assert.strict.strict);
// expect: all hold function true
try { assert.strict.equal(1, '1'); } catch (e) { console.log(e instanceof assert.AssertionError, e instanceof Error, e.stack.split('\n')[0]); }
// expect: true true AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:
