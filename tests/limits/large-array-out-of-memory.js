// flags: --max-old-space-size=30
// skip-stress
// status: -6
// So does one big allocation.
console.log('begin');   // expect: begin
new Array(3e7).fill(0);
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
