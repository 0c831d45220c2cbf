// The stack's own line is made when the stack is first read.
function first(error) { return error.stack.split('\n')[0]; }
var error = new Error('before');
error.name = 'Renamed';
error.message = 'after';
console.log(first(error));   // expect: Renamed: after
error.message = 'later';
console.log(first(error));   // expect: Renamed: after
var d = Object.getOwnPropertyDescriptor(new Error('x'), 'stack');
console.log(typeof d.value, d.writable, d.enumerable, d.configurable);   // expect: string true false true
console.log(Object.getOwnPropertyNames(new Error('x', {cause: 1})), Object.keys(error));   // expect: [ 'stack', 'message', 'cause' ] [ 'name' ]
error.stack = 'mine';
console.log(error.stack, Object.getOwnPropertyDescriptor(error, 'stack').enumerable);   // expect: mine false
Error.captureStackTrace(error);
console.log(first(error));   // expect: Renamed: later
Object.defineProperty(error, 'stack', {value: 'fixed', enumerable: true});
console.log(error.stack, Object.keys(error));   // expect: fixed [ 'stack', 'name' ]
console.log(delete error.stack, error.stack, 'stack' in error);   // expect: true undefined false
var frozen = Object.freeze(new TypeError('frozen'));
console.log(first(frozen));   // expect: TypeError: frozen
var child = Object.create(new Error('parent'));
child.message = 'child';
console.log(first(child));   // expect: Error: parent
child.stack = 'own';
console.log(child.stack, Object.prototype.hasOwnProperty.call(child, 'stack'));   // expect: own true
var prepared = Object.defineProperty(new Error('accessor'), 'stack', {get: function () { return 'got'; }});
console.log(prepared.stack);   // expect: got
try { Buffer.alloc('x'); } catch (e) { console.log(first(e), e.name); }   // expect: TypeError [ERR_INVALID_ARG_TYPE]: The "size" argument must be of type number. Received type string ('x') TypeError
