// Elements cannot be deleted; what is not there can.
'use strict';
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Uint8Array(2);
a.x = 1;
error(function () { return delete a[0]; });   // expect: TypeError: Cannot delete property '0' of [object Uint8Array]
error(function () { return delete a['1']; });   // expect: TypeError: Cannot delete property '1' of [object Uint8Array]
console.log(delete a[2], delete a['-0'], delete a.x, Reflect.deleteProperty(a, 0), a.x, a.length);
// expect: true true true false undefined 2
