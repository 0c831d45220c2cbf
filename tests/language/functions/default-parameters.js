// Defaults: evaluation order and scope, undefined and null, earlier parameters, closures.
function f(a, b = a, c = a + b) { return [a, b, c].join(); } console.log(f(1), f(1, 2), f(1, undefined, 9), f(1, null));   // expect: 1,1,2 1,2,3 1,1,9 1,,1
var n = 0; function counted(a = ++n) { return a; } counted(); counted(); counted(5); console.log(n);   // expect: 2
function closures(a = 1, get = () => a, set = v => { a = v; }) { var before = a; set(2); return [before, a, get()].join(); } console.log(closures());   // expect: 1,2,2
function thrown(a = (function () { throw new Error('default'); })()) {} try { thrown(); } catch (e) { console.log(e.message); } thrown(1);   // expect: default
function fn(a, cb = function () { return typeof a; }) { return cb(); } console.log(fn(), fn(1));   // expect: undefined number
var arrow = (a, b = a * 2, ...r) => [a, b, r.length].join(); console.log(arrow(1), arrow(1, 2, 3, 4), arrow.length);   // expect: 1,2,0 1,2,2 1
var o = {m(a = this.d) { return a; }, d: 'this', set s(v = 'unused') { this.got = v; }}; o.s = undefined; console.log(o.m(), o.got);   // expect: this unused
function nested(a = (b = a2 => a2 + 1, b(1)), b) { return a + typeof b; } try { console.log(nested()); } catch (e) { console.log(e.message); }   // expect: Cannot access 'b' before initialization
function order(a = log('a'), b = log('b')) {} function log(v) { order.log = (order.log || '') + v; } order(); order(1); console.log(order.log);   // expect: abb
function withArguments(a = arguments.length, b = arguments[0]) { return a + ',' + b; } console.log(withArguments(), withArguments(undefined, undefined, 1));   // expect: 0,undefined 3,undefined
function fnDecl(a = 1) { function a() {} return typeof a; } console.log(fnDecl());   // expect: function
