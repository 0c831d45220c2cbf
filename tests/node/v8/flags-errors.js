// What setFlagsFromString does not take; the program goes on.
var v8 = require('v8');
function message(f) { try { f(); } catch (e) { console.log(e.name + ' ' + e.code + ': ' + e.message); } }
message(function () { v8.setFlagsFromString(); });    // expect: TypeError ERR_INVALID_ARG_TYPE: The "flags" argument must be of type string. Received undefined
message(function () { v8.setFlagsFromString(1); });   // expect: TypeError ERR_INVALID_ARG_TYPE: The "flags" argument must be of type string. Received type number (1)
v8.setFlagsFromString('');
v8.setFlagsFromString('no flag');
v8.setFlagsFromString('--nonsense');
v8.setFlagsFromString('--max-old-space-size=abc');
v8.setFlagsFromString('--trace-gc=false');
console.log('end');                                   // expect: end
// status: 0
// expect error: Error: unrecognized flag --nonsense
// expect error: Error: illegal value for flag --max-old-space-size=abc of type size_t
// expect error: Error: illegal value for flag --trace-gc=false of type bool
