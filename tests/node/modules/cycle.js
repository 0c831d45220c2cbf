// Modules that need each other see what is there so far.
require('./fixtures/a');
// expect: in b, a.done = false
// expect: in a, b.done = true
console.log(require('./fixtures/a').done, require('./fixtures/b').done);   // expect: true true
