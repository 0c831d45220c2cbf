// What is stored is converted like Number does it, with what that runs.
var a = new Uint8Array(6);
a[0] = '7';
a[1] = true;
a[2] = null;
a[3] = undefined;
a[4] = {valueOf: function () { return 9; }};
a[5] = [12];
console.log(a.join());   // expect: 7,1,0,0,9,12
try { a[0] = Symbol('s'); } catch (e) { console.log(e.message); }
// expect: Cannot convert a Symbol value to a number
var ran = 0;
a[99] = {valueOf: function () { ran++; return 1; }};
console.log(ran, a[99], 99 in a);   // expect: 1 undefined false
