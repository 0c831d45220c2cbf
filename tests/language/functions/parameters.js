// Parameters: defaults, rest, spread arguments, length, too few and too many arguments.
function d(a, b = a + 1, c = () => a + b) { a = 10; return [a, b, c()].join(); } console.log(d(1), d(1, 5), d(1, undefined), d(1, null));
console.log(d.length, ((a, b) => 0).length, (function (...r) {}).length, ((a = 1, b) => 0).length);
function rest(a, ...r) { return r.length + ':' + r.join(); } console.log(rest(1), rest(1, 2, 3));
function tdz(a = b, b) {} try { tdz(); } catch (e) { console.log(e.name); }
function args() { return arguments.length + typeof arguments[1]; } console.log(args(), args(1, 2, 3));
function fewer(a, b, c) { return [a, b, c].length + String(c); } console.log(fewer(1));
console.log(Math.max(...[1, 5, 3], 4, ...'92'), [...'ab', ...[1, [2]]].length);
function spread() { return [].slice.call(arguments).join('-'); } console.log(spread(...[1, 2], 3, ...[]), new Array(...[1, 2, 3]).length);
function strictArgs(a) { 'use strict'; a = 2; return arguments[0]; } console.log(strictArgs(1));
console.log((function () { return arguments.length; }).apply(null, {length: 3}));
var calls = []; function order(a = calls.push('a'), b = calls.push('b')) {} order(); order(1); console.log(calls.join());
// expect: 10,2,12 10,5,15 10,2,12 10,,10
// expect: 1 2 0 0
// expect: 0: 2:2,3
// expect: ReferenceError
// expect: 0undefined 3number
// expect: 3undefined
// expect: 9 4
// expect: 1-2-3 3
// expect: 1
// expect: 3
// expect: a,b,b
