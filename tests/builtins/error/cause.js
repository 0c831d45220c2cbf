// The cause option.
function d(o, k) { return JSON.stringify(Object.getOwnPropertyDescriptor(o, k)); }
var inner = new Error('inner'), e = new TypeError('outer', {cause: inner});
console.log(e.cause === inner, d(new Error('x', {cause: 0}), 'cause'), d(new Error('x', {cause: undefined}), 'cause'), 'cause' in new Error('x', {}), 'cause' in new Error('x', 5), 'cause' in new Error('x'));   // expect: true {"value":0,"writable":true,"enumerable":false,"configurable":true} {"writable":true,"enumerable":false,"configurable":true} false false false
console.log(Error('x', Object.create({cause: 'inherited'})).cause, new AggregateError([], 'm', {cause: 'c'}).cause);   // expect: inherited c
try { new Error('x', {get cause() { throw new RangeError('getter'); }}); } catch (e) { console.log(e.name, e.message); }   // expect: RangeError getter
