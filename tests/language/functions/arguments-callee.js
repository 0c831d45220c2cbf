// arguments.callee is the function, unless it is strict or has defaults, patterns or a rest: then it throws.
function callee(f) {
  var d = Object.getOwnPropertyDescriptor(f(1, 2), 'callee');
  return d.get ? 'throws ' + (d.get === d.set) + d.enumerable + d.configurable : (d.value === f) + '' + d.writable + d.enumerable + d.configurable;
}
console.log(callee(function () { return arguments; }));                       // expect: truetruefalsetrue
console.log(callee(function (a) { return arguments; }));                      // expect: truetruefalsetrue
console.log(callee(function (a) { a = 1; return arguments; }));               // expect: truetruefalsetrue
console.log(callee(function () { 'use strict'; return arguments; }));         // expect: throws truefalsefalse
console.log(callee(function (a = 0) { return arguments; }));                  // expect: throws truefalsefalse
console.log(callee(function (...a) { return arguments; }));                   // expect: throws truefalsefalse
console.log(callee(function (a, b = 2) { a = 1; return arguments; }));        // expect: throws truefalsefalse
console.log(callee(function (a = 0) { return (() => arguments)(); }));        // expect: throws truefalsefalse
console.log(callee(function (a = 0) { return eval('arguments'); }));          // expect: throws truefalsefalse
console.log(typeof arguments.callee, arguments.length);                       // expect: function 5
(function (a = 0) { try { arguments.callee; } catch (e) { console.log(e.message); } })();
// expect: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
function length(a = 0) { return (function (b = 0) { return arguments.length; }).apply(null, arguments); }
console.log(length(1, 2, 3));                                                 // expect: 3
