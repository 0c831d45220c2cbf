// Functions in blocks: hoisted in the block, and (sloppy) to the function when the block runs.
console.log(typeof inner); { console.log(inner()); function inner() { return 'in block'; } }
console.log(typeof inner, inner());
if (true) { function cond() { return 'then'; } } else { function cond() { return 'else'; } } console.log(cond());
(function () { 'use strict'; { function local() { return 1; } console.log(typeof local); } console.log(typeof local); })();
function dup() { return 1; } function dup() { return 2; } console.log(dup());
var v = 'var'; function v2() { return 'f'; } var v2; console.log(typeof v2); var v2 = 5; console.log(v2);
console.log(early()); function early() { return 'hoisted'; }
{ function twice() { return 1; } function twice() { return 2; } } console.log(twice());
function param(p) { { function p() { return 'inner'; } } return typeof p; } console.log(param(1));
function shadow() { let q = 'let'; { function q() {} } return typeof q; } console.log(shadow());
for (var n = 0; n < 2; n++) { function perTurn() { return n; } } console.log(perTurn());
switch (1) { case 1: function inSwitch() { return 'switch'; } } console.log(inSwitch());
try { throw 1; } catch (e) { function inCatch() { return 'catch'; } } console.log(inCatch());
// expect: undefined
// expect: in block
// expect: function in block
// expect: then
// expect: function
// expect: undefined
// expect: 2
// expect: function
// expect: 5
// expect: hoisted
// expect: 2
// expect: number
// expect: string
// expect: 2
// expect: switch
// expect: catch
