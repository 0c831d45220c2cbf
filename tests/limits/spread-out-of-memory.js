// The characters of a long string, spread into an array that does not fit, end in the report.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
[...'x'.repeat(1e8)];
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
