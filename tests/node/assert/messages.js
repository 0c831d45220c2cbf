// assert: what passes, and the messages of what does not.
const assert=require('assert');
function t(f){try{f();console.log('ok')}catch(e){console.log(e.name,'|',e.code,'|',e.message,'|',e.generatedMessage,'|',e.operator)}}

t(()=>assert.ok(0,'msg'));   // expect: AssertionError | ERR_ASSERTION | msg | false | ==
t(()=>assert.equal(1,2));   // expect: AssertionError | ERR_ASSERTION | 1 == 2 | true | ==
t(()=>assert.equal(1,2,'m'));   // expect: AssertionError | ERR_ASSERTION | m | false | ==
t(()=>assert.notEqual(1,1));   // expect: AssertionError | ERR_ASSERTION | 1 != 1 | true | !=
t(()=>assert.strictEqual(1,2));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly equal:
// expect:
// expect: 1 !== 2
// expect:  | true | strictEqual
t(()=>assert.strictEqual('a','b'));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly equal:
// expect:
// expect: 'a' !== 'b'
// expect:  | true | strictEqual
t(()=>assert.strictEqual('a\nb','a\nc'));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly equal:
// expect:
// expect: 'a\nb' !== 'a\nc'
// expect:  | true | strictEqual
t(()=>assert.strictEqual({a:1},{a:1}));
// expect: AssertionError | ERR_ASSERTION | Values have same structure but are not reference-equal:
// expect:
// expect: {
// expect:   a: 1
// expect: }
// expect:  | true | strictEqual
t(()=>assert.notStrictEqual(1,1));
// expect: AssertionError | ERR_ASSERTION | Expected "actual" to be strictly unequal to: 1 | true | notStrictEqual
t(()=>assert.deepEqual({a:1},{a:2}));
// expect: AssertionError | ERR_ASSERTION | Expected values to be loosely deep-equal:
// expect:
// expect: {
// expect:   a: 1
// expect: }
// expect:
// expect: should loosely deep-equal
// expect:
// expect: {
// expect:   a: 2
// expect: } | true | deepEqual
t(()=>assert.deepStrictEqual({a:1,b:[1,2]},{a:1,b:[1,3]}));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly deep-equal:
// expect: + actual - expected
// expect:
// expect:   {
// expect:     a: 1,
// expect:     b: [
// expect:       1,
// expect: +     2
// expect: -     3
// expect:     ]
// expect:   } | true | deepStrictEqual
t(()=>assert.deepStrictEqual([1,2,3],[1,2,4]));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly deep-equal:
// expect: + actual - expected
// expect:
// expect:   [
// expect:     1,
// expect:     2,
// expect: +   3
// expect: -   4
// expect:   ] | true | deepStrictEqual
t(()=>assert.notDeepStrictEqual({a:1},{a:1}));
// expect: AssertionError | ERR_ASSERTION | Expected "actual" not to be strictly deep-equal to:
// expect:
// expect: {
// expect:   a: 1
// expect: }
// expect:  | true | notDeepStrictEqual
t(()=>assert.notDeepEqual({a:1},{a:1}));
// expect: AssertionError | ERR_ASSERTION | Expected "actual" not to be loosely deep-equal to:
// expect:
// expect: {
// expect:   a: 1
// expect: } | true | notDeepEqual
t(()=>assert.throws(()=>{}));
// expect: AssertionError | ERR_ASSERTION | Missing expected exception. | false | throws
t(()=>assert.throws(()=>{throw new Error('x')},TypeError));
// expect: AssertionError | ERR_ASSERTION | The error is expected to be an instance of "TypeError". Received "Error"
// expect:
// expect: Error message:
// expect:
// expect: x | true | throws
t(()=>assert.throws(()=>{throw new Error('x')},{message:'z'}));
// expect: AssertionError | ERR_ASSERTION | Expected values to be strictly deep-equal:
// expect: + actual - expected
// expect:
// expect:   Comparison {
// expect: +   message: 'x'
// expect: -   message: 'z'
// expect:   } | true | throws
t(()=>assert.doesNotThrow(()=>{throw new Error('x')}));
// expect: AssertionError | ERR_ASSERTION | Got unwanted exception.
// expect: Actual message: "x" | false | doesNotThrow
t(()=>assert.fail());   // expect: AssertionError | ERR_ASSERTION | Failed | true | fail
t(()=>assert.fail('m'));   // expect: AssertionError | ERR_ASSERTION | m | false | fail
t(()=>assert.ifError(null));   // expect: ok
t(()=>assert.ifError(new Error('ife')));
// expect: AssertionError | ERR_ASSERTION | ifError got unwanted exception: ife | false | ifError
t(()=>assert());   // expect: AssertionError | ERR_ASSERTION | No value argument passed to `assert.ok()` | true | ==
