// call and apply: this, arrays and array-likes, the arguments object passed on as it is or changed.
function f() { return [this === undefined ? 'u' : typeof this, arguments.length, [].slice.call(arguments).join('|')].join(); }
function g(a, b) { 'use strict'; return [this, a, b].join(); }
console.log(f.call());                                  // expect: object,0,
console.log(f.call(1, 2, 3));                           // expect: object,2,2|3
console.log(g.call('t', 1));                            // expect: t,1,
console.log(g.apply('t', [1, 2, 3]));                   // expect: t,1,2
console.log(g.apply('t', null), g.apply('t'), g.apply());  // expect: t,, t,, ,,
console.log(g.apply(1, [, 2]));                         // expect: 1,,2
console.log(g.apply(1, {length: 2, 0: 'x', 1: 'y'}));   // expect: 1,x,y
console.log((function () { return f.apply(this, arguments); })(7, 8, 9));   // expect: object,3,7|8|9
console.log((function () { arguments.length = 2; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,2,7|8
console.log((function () { arguments.length = 4; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,4,7|8|9|
console.log((function () { delete arguments[1]; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,3,7||9
console.log((function () { arguments.length = 'x'; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,0,
console.log((function () { delete arguments.length; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,0,
console.log((function () { 'use strict'; return f.apply(this, arguments); })(7, 8, 9));   // expect: object,3,7|8|9
console.log((function () { return [...arguments].join() + Object.getOwnPropertyNames(arguments); })(7, 8));   // expect: 7,80,1,length,callee
console.log(f.apply.call(f, 1, [2]));                   // expect: object,1,2
console.log(f.call.call.call(f, 1, 2));                 // expect: object,1,2
console.log(Math.max.apply(null, [1, 5, 3]));           // expect: 5
try { f.apply(1, 2); } catch (e) { console.log(e.message); }   // expect: CreateListFromArrayLike called on non-object
try { f.call.call(1); } catch (e) { console.log(e instanceof TypeError); }  // expect: true
try { f.apply.apply({}, []); } catch (e) { console.log(e instanceof TypeError); }  // expect: true
function thrower() { throw new Error('x'); }
try { thrower.apply(null, [1]); } catch (e) { console.log(e.stack.split('\n')[1].trim().split(' ')[1]); }  // expect: thrower
var deep = 0;
function down() { deep++; down.apply(this, arguments); }
try { down(1, 2, 3); } catch (e) { console.log(e instanceof RangeError, deep > 100); }  // expect: true true
function big() { return arguments.length; }
var many = []; for (var i = 0; i < 20000; i++) many.push(i);
console.log(big.apply(null, many));                     // expect: 20000
