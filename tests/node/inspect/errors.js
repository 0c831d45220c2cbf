// Errors: the stack, properties, a cause, nesting, odd names.
function made(error, stack) { error.stack = stack; return error; }
var e = made(new Error('boom'), 'Error: boom\n    at foo (file.js:1:1)');
console.log(e);
// expect: Error: boom
// expect:     at foo (file.js:1:1)
console.log([e]);
// expect: [
// expect:   Error: boom
// expect:       at foo (file.js:1:1)
// expect: ]
console.log({a: {b: e}});
// expect: {
// expect:   a: {
// expect:     b: Error: boom
// expect:         at foo (file.js:1:1)
// expect:   }
// expect: }
e.code = 'X'; e.info = {a: 1};
console.log(e);
// expect: Error: boom
// expect:     at foo (file.js:1:1) {
// expect:   code: 'X',
// expect:   info: { a: 1 }
// expect: }
console.log({e: e});
// expect: {
// expect:   e: Error: boom
// expect:       at foo (file.js:1:1) {
// expect:     code: 'X',
// expect:     info: { a: 1 }
// expect:   }
// expect: }
console.log([made(new RangeError('msg'), 'RangeError: msg')], made(new TypeError('none'), undefined));
// expect: [ [RangeError: msg] ] [TypeError: none]
console.log([made(new Error('a\nb'), 'Error: a\nb\n    at x (y:1:2)')]);
// expect: [
// expect:   Error: a
// expect:   b
// expect:       at x (y:1:2)
// expect: ]
console.log(made(new Error(''), 'Error\n    at x (y:1:2)'));
// expect: Error
// expect:     at x (y:1:2)
var renamed = made(new Error('named'), 'Error: named\n    at x (y:1:2)');
renamed.name = 'CustomError';
console.log(renamed);
// expect: Error: named
// expect:     at x (y:1:2) {
// expect:   name: 'CustomError'
// expect: }
var changed = made(new Error('named'), 'Error: named\n    at x (y:1:2)');
changed.message = 'changed';
console.log(changed);
// expect: Error: named
// expect:     at x (y:1:2)
function MyError(m) { this.message = m; this.stack = 'MyError: ' + m + '\n    at q (z:1:1)'; }
MyError.prototype = Object.create(Error.prototype);
MyError.prototype.constructor = MyError;
MyError.prototype.name = 'MyError';
console.log(new MyError('mine'));
// expect: MyError: mine
// expect:     at q (z:1:1)
function OtherError() {}
OtherError.prototype = Object.create(Error.prototype);
OtherError.prototype.constructor = OtherError;
console.log(Object.setPrototypeOf(made(new Error('oth'), 'Error: oth\n    at q (z:1:1)'), OtherError.prototype));
// expect: OtherError: oth
// expect:     at q (z:1:1)
var cause = made(new Error('inner'), 'Error: inner\n    at a (b:1:1)\n    at c (d:1:1)');
var outer = made(new Error('outer', {cause: cause}), 'Error: outer\n    at e (f:1:1)\n    at c (d:1:1)');
console.log(outer);
// expect: Error: outer
// expect:     at e (f:1:1)
// expect:     at c (d:1:1) {
// expect:   [cause]: Error: inner
// expect:       at a (b:1:1)
// expect:       at c (d:1:1)
// expect: }
console.log({x: outer});
// expect: {
// expect:   x: Error: outer
// expect:       at e (f:1:1)
// expect:       at c (d:1:1) {
// expect:     [cause]: Error: inner
// expect:         at a (b:1:1)
// expect:         at c (d:1:1)
// expect:   }
// expect: }
var frames = '\n    at a1 (b)\n    at a2 (b)\n    at a3 (b)\n    at a4 (b)\n    at a5 (b)';
console.log(made(new Error('o2', {cause: made(new Error('i2'), 'Error: i2' + frames)}), 'Error: o2\n    at q (b)' + frames));
// expect: Error: o2
// expect:     at q (b)
// expect:     at a1 (b)
// expect:     ... 3 lines matching cause stack trace ...
// expect:     at a5 (b) {
// expect:   [cause]: Error: i2
// expect:       at a1 (b)
// expect:       at a2 (b)
// expect:       at a3 (b)
// expect:       at a4 (b)
// expect:       at a5 (b)
// expect: }
console.log(made(new Error('c2', {cause: 'str'}), 'Error: c2\n    at a (b:1:1)'));
// expect: Error: c2
// expect:     at a (b:1:1) {
// expect:   [cause]: 'str'
// expect: }
console.log(Object.create(Error.prototype));   // expect: [Error]
console.log(Object.setPrototypeOf(made(new Error('np'), 'Error: np\n    at a (b:1:1)'), null));
// expect: [Error: null prototype]: np
// expect:     at a (b:1:1)
console.log(new Error('own stack').stack.split('\n')[0]);   // expect: Error: own stack
