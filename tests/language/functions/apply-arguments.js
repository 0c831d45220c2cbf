// Calls f.apply(x, arguments): no arguments object need exist, and nobody can tell.
function sum() { 'use strict'; var s = this.base; for (var i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
function forward() { return sum.apply({base: 100}, arguments); }
console.log(forward(), forward(1), forward(1, 2, 3));   // expect: 100 101 106

// parameters that change: seen by the sloppy function, not by the strict one
function sloppy(a, b) { a = 10; return sum.apply({base: 0}, arguments); }
function strict(a, b) { 'use strict'; a = 10; return sum.apply({base: 0}, arguments); }
console.log(sloppy(1, 2), strict(1, 2), sloppy());   // expect: 12 3 0

// bound and native functions, and what is no function at all
function bound() { return sum.bind({base: 5}, 1).apply(null, arguments); }
function native() { return Math.max.apply(null, arguments); }
function nothing(f) { return f.apply(this, arguments); }
console.log(bound(2), native(3, 9, 4));   // expect: 8 9
try { nothing({}); } catch (e) { console.log(e.message); }   // expect: f.apply is not a function
try { nothing(null); } catch (e) { console.log(e.message); }   // expect: Cannot read properties of null (reading 'apply')

// an apply of one's own gets one arguments object, the same each time
var seen = [];
var own = {apply: function (self, list) { seen.push(list); list[0] = 'changed'; list.length = 1; return sum; }};
function twice() {
  own.apply(this, arguments);
  own.apply(this, arguments);
  return sum.apply({base: ''}, arguments);
}
console.log(twice(1, 2, 3), seen[0] === seen[1], seen[0].callee === twice);   // expect: changed true true
function mapped(a) { own.apply(this, arguments); return a; }
console.log(mapped(1));   // expect: changed
function getter() { return get.apply(this, arguments); }
var get = {get apply() { return function (self, list) { return list.length + ':' + Array.prototype.join.call(list); }; }};
console.log(getter(7, 8));   // expect: 2:7,8

// this, the order of evaluation, and the place in a stack
var log = [];
function order() { return (log.push('f'), sum).apply((log.push('this'), {base: 1}), arguments); }
console.log(order(1), log.join());   // expect: 2 f,this
function fails() { throw new Error('here'); }
function passes() {
  return fails.apply(this, arguments);
}
try { passes(); } catch (e) { console.log(e.stack.split('\n')[2].replace(/.*:(\d+:\d+).*/, '$1')); }   // expect: 40:16

// in closures, arrow functions, with, eval, default values; arguments of one's own
function inner() { return function () { return sum.apply({base: 0}, arguments); }; }
function arrow() { return (() => sum.apply({base: 0}, arguments))(100); }
function within() { with ({arguments: [1, 1]}) return sum.apply({base: 0}, arguments); }
function evaluated() { eval('var arguments = [2, 2]'); return sum.apply({base: 0}, arguments); }
function byDefault(a = sum.apply({base: 0}, arguments)) { return a; }
function variable(a = 1) { var arguments; return sum.apply({base: 0}, arguments); }
function assigned() { arguments = [3, 3]; return sum.apply({base: 0}, arguments); }
function parameter(arguments) { return sum.apply({base: 0}, arguments); }
function optional() { return sum?.apply({base: 0}, arguments) + sum.apply?.({base: 0}, arguments); }
console.log(inner()(1, 2), arrow(1, 2), within(5), evaluated(5));   // expect: 3 3 2 4
console.log(byDefault(undefined, 2), variable(7, 7), assigned(1), parameter([4, 4]), optional(1, 2));   // expect: NaN 14 6 8 6
new (function () { console.log(sum.apply({base: 0}, arguments)); })(1, 2);   // expect: 3

// many arguments
var many = [];
for (var i = 0; i < 200; i++) many.push(1);
console.log(forward.apply(null, many));   // expect: 300
