// Memory that is out: output written before is kept; the report has the last collections and the stack.
// flags: --max-old-space-size=20
// skip-stress
// status: -6
console.log('kept');   // expect: kept
function fill(list) { for (;;) list.push({n: list.length}); }
fill([]);
// expect error: <--- Last few GCs --->
// expect error: ms: Mark-
// expect error: <--- JS stacktrace --->
// expect error:     at fill (
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
