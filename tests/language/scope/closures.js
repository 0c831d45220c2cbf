// Closures: variables of their own, shared variables, parameters, names of function expressions.
function counter() { var n = 0; return {inc: function () { return ++n; }, get: function () { return n; }}; }
var a = counter(), b = counter(); a.inc(); a.inc(); b.inc(); console.log(a.get(), b.get());
var fs = []; for (var i = 0; i < 3; i++) fs.push(function () { return i; }); console.log(fs[0](), fs[2]());
var g = (function (x) { return function (y) { return function (z) { return x + y + z; }; }; })(1)(2); console.log(g(3));
function param(p) { var get = function () { return p; }; p = 'changed'; return get(); } console.log(param('given'));
function shadow(x) { return (function () { var x = 'inner'; return x; })() + x; } console.log(shadow('outer'));
function self() { return typeof self; } console.log(self());
var fact = function f(n) { return n < 2 ? 1 : n * f(n - 1); }; console.log(fact(5), typeof f);
(function named() { named = 1; console.log(typeof named); })();
function hoist() { return inner(); function inner() { return v; } var v = 1; } console.log(hoist());
var deep = (function () { var a = 1; return function () { var b = 2; return function () { var c = 3; return function () { a++; b++; c++; return a + b + c; }; }; }; })()()(); console.log(deep(), deep());
// expect: 2 1
// expect: 3 3
// expect: 6
// expect: changed
// expect: innerouter
// expect: function
// expect: 120 undefined
// expect: function
// expect: undefined
// expect: 9 12
