// A WeakMap that grows without end, whose keys are all kept, ends in the report.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
var map = new WeakMap(), keys = [];
for (;;) {
  keys.push({});
  map.set(keys[keys.length - 1], keys);
}
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
