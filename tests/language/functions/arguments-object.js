// The arguments object: length, elements, callee, iteration, keys, beyond the parameters.
function f() { return arguments; }
var a = f(1, 'b', null);
console.log(a.length, a[1], a[2], a[3], typeof a, Object.prototype.toString.call(a), Array.isArray(a));   // expect: 3 b null undefined object [object Arguments] false
console.log(Object.keys(a).join(), JSON.stringify(a), [].slice.call(a, 1).length, Array.from(a).join(), [...a].length);   // expect: 0,1,2 {"0":1,"1":"b","2":null} 2 1,b, 3
console.log(a.callee === f, Object.getPrototypeOf(a) === Object.prototype, Object.getOwnPropertyNames(a).join(), a.propertyIsEnumerable('length'));   // expect: true true 0,1,2,length,callee false
a.length = 1; a[7] = 'x'; delete a[0]; console.log(a.length, a[7], 0 in a, [].join.call(a) === '');   // expect: 1 x false true
function count() { return arguments.length; } console.log(count(), count(undefined), count(1, 2, 3), count(...[1, 2]), count.apply(null, [1, , 3]));   // expect: 0 1 3 2 3
function extra(p) { return p + arguments[1] + arguments.length; } console.log(extra(1, 2, 3), extra(1));   // expect: 6 NaN
function inner() { return (() => arguments[0])() + (function () { return arguments.length; })(); } console.log(inner('outer', 2));   // expect: outer0
function rest(p, ...r) { return [arguments.length, r.length, arguments[2]].join(); } console.log(rest(1, 2, 3));   // expect: 3,2,3
function defaults(p = 5) { return arguments.length + ':' + arguments[0]; } console.log(defaults(), defaults(undefined), defaults(1));   // expect: 0:undefined 1:undefined 1:1
function passes() { return f.apply(this, arguments).length; } console.log(passes(1, 2, 3, 4));   // expect: 4
function loop() { var s = 0; for (var i = 0; i < arguments.length; i++) s += arguments[i]; return s; } console.log(loop(1, 2, 3), loop());   // expect: 6 0
function kept() { var saved = arguments; return function () { return saved[0]; }; } console.log(kept('alive')());   // expect: alive
console.log((function () { return typeof arguments; })(), (function (a, b, c) { return arguments.length; })(1), (function () { return Symbol.iterator in arguments; })());   // expect: object 1 true
function many() { return arguments[arguments.length - 1]; } console.log(many.apply(null, new Array(1000).fill(0).map(function (_, i) { return i; })));   // expect: 999
