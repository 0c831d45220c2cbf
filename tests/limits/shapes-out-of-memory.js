// Ever more objects that all have different keys end in the report.
// flags: --max-old-space-size=30
// skip-stress
// status: -6
console.log('begin');   // expect: begin
var a = [];
for (var o; (o = {});) {
  o['key' + a.length] = o.second = 1;
  a.push(o);
}
console.log('never');
// expect error: <--- Last few GCs --->
// expect error: FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory
