// A text for eval that declares many variables is compiled in time that grows with their number.
// skip-stress
var text = '';
for (var i = 0; i < 60000; i++) text += 'var v' + i + ' = ' + i + ';';
(0, eval)(text);
console.log(v0 + v59999, Object.getOwnPropertyDescriptor(globalThis, 'v7').configurable);   // expect: 59999 true
