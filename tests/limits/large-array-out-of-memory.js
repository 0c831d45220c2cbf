// One allocation that is larger than the heap ends in the report.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
new Array(3e7).fill(0);
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
