// A text beyond the limit is a RangeError, not a crash.
// skip-stress
function attempt(f) {
  try { return f(); } catch (e) { return e.name + ': ' + e.message; }
}
var half = 'x'.repeat(268435500);
console.log(attempt(function () { return half + half; }));  // expect: RangeError: Invalid string length
console.log(attempt(function () { return 'ab'.repeat(536870888); }));  // expect: RangeError: Invalid string length
console.log(attempt(function () { return 'x'.padEnd(536870889); }));  // expect: RangeError: Invalid string length
console.log(attempt(function () { return (half + half.slice(112)).length; }));  // expect: 536870888
console.log(attempt(function () { return 'x'.repeat(536870888).length; }));  // expect: 536870888
console.log(attempt(function () { return ''.repeat(1e300); }));  // expect: 
