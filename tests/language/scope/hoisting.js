// var and function hoisting, names of parameters and arguments.
console.log(a, typeof f, f()); var a = 1; function f() { return 'f'; }   // expect: undefined function f
function order() { return typeof x; var x = 1; function x() {} } console.log(order());   // expect: function
function param(p) { var p; return p; } console.log(param(1));   // expect: 1
function param3(p) { function p() {} return typeof p; } console.log(param3(1));   // expect: function
function args() { var arguments; return typeof arguments; } console.log(args());   // expect: object
function args2() { var arguments = 5; return arguments; } console.log(args2());   // expect: 5
function args3(arguments) { return arguments; } console.log(args3(7));   // expect: 7
function args4() { function arguments() {} return typeof arguments; } console.log(args4());   // expect: function
var g = function inner() { return typeof inner; }; console.log(g(), typeof inner);   // expect: function undefined
var h = function self(n) { return n ? n * self(n - 1) : 1; }; console.log(h(5));   // expect: 120
var s = function shadow() { var shadow = 1; return shadow; }; console.log(s());   // expect: 1
for (var i = 0; i < 1; i++) { var inLoop = 'visible'; } console.log(i, inLoop);   // expect: 1 visible
function early() { if (false) { var never; } return never; } console.log(early());   // expect: undefined
(function () { console.log(typeof later, later2); function later() {} var later2 = 1; })();   // expect: function undefined
