// The stack of an error: functions, methods, constructors, arrow functions, natives, stackTraceLimit.
function a() { b(); }
function b() { throw new Error('deep'); }
try { a(); } catch (e) { console.log(e.stack.split('\n').slice(0, 4).map(function (l) { return l.replace(__dirname + '/', ''); }).join(' ')); }
var o = {m: function () { return new Error('in method').stack.split('\n')[1].replace(__dirname + '/', ''); }}; console.log(o.m());
function C() { this.s = new Error('x').stack.split('\n')[1].replace(__dirname + '/', ''); } console.log(new C().s);
console.log([1].map(function f() { return new Error('y').stack.split('\n').slice(1, 3).join(' ').replace(/x/.source, 'x').split(__dirname + '/').join(''); })[0]);
console.log((() => new Error('arrow').stack.split('\n')[1].replace(__dirname + '/', ''))());
Error.stackTraceLimit = 1; console.log(new Error('z').stack.split('\n').length);
// expect: Error: deep     at b (stack.js:3:22)     at a (stack.js:2:16)     at Object.<anonymous> (stack.js:4:7)
// expect:     at Object.m (stack.js:5:34)
// expect:     at new C (stack.js:6:25)
// expect:     at f (stack.js:7:43)     at Array.map (<anonymous>)
// expect:     at stack.js:8:20
// expect: 2
