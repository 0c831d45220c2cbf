// A linked list without end ends in the report: marking and moving it needs no recursion.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
var list = null;
for (;;) list = {next: list};
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
