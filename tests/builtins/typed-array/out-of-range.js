// Indexes beyond the end read undefined, and writing there does nothing, in strict code too.
'use strict';
var a = new Int16Array(2);
a[2] = 5;
a[-1] = 5;
a[1.5] = 5;
a['-0'] = 5;
a.NaN = 5;
a.Infinity = 5;
a['1e+21'] = 5;
a['4294967295'] = 5;
console.log(a[2], a[-1], a[1.5], a['-0'], a.NaN, a.Infinity, a['4294967295'], Object.keys(a).join());
// expect: undefined undefined undefined undefined undefined undefined undefined 0,1
Object.getPrototypeOf(Int16Array.prototype)[5] = 'seen';
Object.prototype[-7] = 'seen';
console.log(a[5], a[-7], 5 in a, -7 in a);   // expect: undefined undefined false false
delete Object.getPrototypeOf(Int16Array.prototype)[5];
delete Object.prototype[-7];
