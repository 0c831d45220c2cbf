// Default values of parameters do not see what the body declares (ECMA-262 section 10.2.11).
var x = 'outside';
function f1(a = x) { var x = 'inside'; return a + x; } console.log(f1());   // expect: outsideinside
function f2(a = 1, b = () => a) { var a; var c = a; a = 2; return [a, b(), c].join(); }
console.log(f2());   // expect: 2,1,1
function f3(a = 1, b = () => a) { a = 2; return [a, b()].join(); } console.log(f3());   // expect: 2,2
function f4(a, b = () => a) { function a() {} return [typeof a, typeof b()].join(); }
console.log(f4(5));   // expect: function,number
function f5(p = () => x) { var x = 'in'; return [p(), (() => x)()].join(); }
console.log(f5());   // expect: outside,in
function f6(p = arguments) { var arguments; return [p === arguments, typeof arguments].join(); }
console.log(f6());   // expect: true,object
function f7(p = arguments) { function arguments() {} return [typeof p, typeof arguments].join(); }
console.log(f7());   // expect: object,function
function f8(p = arguments) { let arguments; return [typeof p, typeof arguments].join(); }
console.log(f8());   // expect: object,undefined
function f9(a = [1, 2, 3].map(String).join('-') + 'tmp'.length) { var u; var v; return [a, u, v].join('|'); }
console.log(f9());   // expect: 1-2-33||
function g1(a = 1) { if (true) { function a() {} } return typeof a; }
console.log(g1());   // expect: number
function g2(a = 1) { if (true) { function b() {} } return typeof b; }
console.log(g2());   // expect: function
function g3(a = 1, ...rest) { var rest; return rest.join(); }
console.log(g3(1, 2, 3));   // expect: 2,3
function g4(a = eval('1 + 1')) { var b = eval('a + 1'); return b; }
console.log(g4());   // expect: 3
function g5(a = eval('var z = 3; z'), b = z) { return [a, b, typeof z].join(); }
console.log(g5());   // expect: 3,3,number
function g6(a = eval('var z = 3; z'), b = () => z) { var z = 4; return [b(), z].join(); }
console.log(g6());   // expect: 3,4
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
console.log(t(function () { return (function (a = eval('var a = 1')) {})(); }));   // expect: SyntaxError: Identifier 'a' has already been declared
console.log(t(function () { return (function (a = eval('var b = 1'), b) { return b; })(); }));   // expect: SyntaxError: Identifier 'b' has already been declared
console.log(t(function () { return (function (a = eval('var arguments = 1')) { return arguments; })(); }));   // expect: SyntaxError: Identifier 'arguments' has already been declared
console.log(t(function () { return ((a = eval('var arguments = 1; arguments')) => a)(); }));   // expect: 1
console.log(t(function () { return (function (a = 1) { eval('var a = 2'); return a; })(); }));   // expect: 2
console.log(t(function () { return (function (a = 1, b = () => a) { eval('var a = 2'); return [a, b()].join(); })(); }));   // expect: 2,1
console.log(t(function () { return (function (a = 1) { 'no directive'; let b = 2; { let b = 3; var c = b; } return [a, b, c].join(); })(); }));   // expect: 1,2,3
var o = { m(a = x) { var x = 5; return a; }, set s(v = x) { var x = 6; this.q = v; } }; o.s = undefined; console.log(o.m(), o.q);   // expect: outside outside
console.log(((a = x, b = () => x) => { var x = 7; return [a, b(), x].join(); })());   // expect: outside,outside,7
function loop(n = 3) { var fs = []; for (let i = 0; i < n; i++) fs.push(() => i + n); var n2 = n; return fs.map(function (f) { return f(); }).join() + n2; }
console.log(loop());   // expect: 3,4,53
function rec(n = 2, f = rec) { return n ? f(n - 1) : 'end'; } console.log(rec());   // expect: end
console.log((function self(a = self) { var self = 1; return typeof a + typeof self; })());   // expect: functionnumber
console.log((function (a = this) { return () => this === a; }).call(x)() );   // expect: true
new (function K(a = new.target) { var b = a; console.log(b === K, new.target === K); })();   // expect: true true
function tdz(a = b, b) {} console.log(t(tdz));   // expect: ReferenceError: Cannot access 'b' before initialization
function tdz2(a = a) {} console.log(t(tdz2));   // expect: ReferenceError: Cannot access 'a' before initialization
function tdz3(a = c) { let c = 1; } console.log(t(tdz3));   // expect: ReferenceError: c is not defined
function dflt(a = 1) { var a = a + 1; return a; } console.log(dflt(), dflt(5));   // expect: 2 6
function hoisted(a = inner()) { function inner() { return 1; } return a; }
console.log(t(hoisted));   // expect: ReferenceError: inner is not defined
