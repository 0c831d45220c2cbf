// A function that applies itself to its arguments runs out of stack as any other does, and the stack is usable again.
// skip-stress (it fills the stack)
var most = 0;
function sum() { var s = 0; for (var i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
function forward() { return sum.apply(this, arguments); }
function deep(n) { 'use strict'; most = n; return deep.apply(this, arguments); }
function count() { most++; return count.apply(this, arguments); }
try { count(1, 2, 3); } catch (e) { console.log(e instanceof RangeError, most > 1000); }   // expect: true true
try { deep(1); } catch (e) { console.log(e instanceof RangeError); }   // expect: true
console.log(forward(1, 2, 3));   // expect: 6
var many = [];
for (var i = 0; i < 20000; i++) many.push(1);
console.log(forward.apply(null, many));   // expect: 20000
