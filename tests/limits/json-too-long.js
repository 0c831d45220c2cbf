// skip-stress
// JSON.stringify of more than a string can hold.
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var s = 'x'.repeat(1 << 27);
message(function () { return JSON.stringify([s, s, s, s]); });        // expect: RangeError: Invalid string length
message(function () { return JSON.stringify({a: s, b: [s, s]}); });   // expect: string
