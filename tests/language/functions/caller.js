// function.caller: the sloppy function that made the innermost call.
function f() { return f.caller; }
function g() { return f(); }
function strict() { 'use strict'; return f(); }
function viaCall() { return f.call(); }
function viaApply() { return f.apply(null, []); }
function viaMap() { return [1].map(f)[0]; }
function recursive(n) { return n ? recursive(n - 1) : recursive.caller; }
function Made() { this.caller = Made.caller; }
function make() { return new Made().caller; }
console.log(g() === g, strict(), viaCall() === viaCall, viaApply() === viaApply, viaMap());   // expect: true null true true null
console.log(recursive(2) === recursive, make() === make, f.caller);   // expect: true true null
