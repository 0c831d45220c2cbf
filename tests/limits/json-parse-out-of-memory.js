// JSON.parse of more than fits ends in the report.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
JSON.parse('[' + '[],'.repeat(5e6) + '1]');
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
