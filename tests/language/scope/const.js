// const: assignments in all forms throw, contents stay changeable.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
const c = 1, o = {x: 1};
t(function () { c = 2; });   // expect: TypeError: Assignment to constant variable.
t(function () { c += 1; });   // expect: TypeError: Assignment to constant variable.
t(function () { c++; });   // expect: TypeError: Assignment to constant variable.
t(function () { --c; });   // expect: TypeError: Assignment to constant variable.
t(function () { c ||= 5; return 'not reached'; });   // expect: not reached
t(function () { c &&= 5; });   // expect: TypeError: Assignment to constant variable.
t(function () { o.x = 2; o.y = 3; return JSON.stringify(o); });   // expect: {"x":2,"y":3}
t(function () { for (c in {a: 1}) ; });   // expect: TypeError: Assignment to constant variable.
t(function () { for (c of [1]) ; });   // expect: TypeError: Assignment to constant variable.
t(function () { const local = 1; (() => { local = 2; })(); });   // expect: TypeError: Assignment to constant variable.
t(function () { { const c = 'inner'; return c; } });   // expect: inner
t(function () { for (const v of [1, 2]) { v = 3; } });   // expect: TypeError: Assignment to constant variable.
t(function () { return (function named() { named = 1; return typeof named; })(); });   // expect: function
t(function () { return (function named() { 'use strict'; named = 1; })(); });   // expect: TypeError: Assignment to constant variable.
t(function () { c = (function () { throw new Error('the right side first'); })(); });   // expect: Error: the right side first
console.log(c, o.y);   // expect: 1 3
