// Memory that is out in a timer's callback ends in the report; what was printed before is there.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
setTimeout(function () {
  var a = [];
  for (;;) a.push([a.length]);
}, 1);
process.on('exit', function () { console.log('never'); });
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
