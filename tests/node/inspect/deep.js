// inspect of a very deep object does not overflow the stack.
// skip-stress
var inspect = require('util').inspect;
var deep = {}, o = deep;
for (var i = 0; i < 100000; i++) o = o.o = {};
console.log(inspect(deep, {depth: 3}));
// expect: {
// expect:   o: { o: { o: { o: [Object] } } }
// expect: }
console.log(inspect(deep, {depth: Infinity}).indexOf('Maximum call stack size exceeded') > 0);   // expect: true
