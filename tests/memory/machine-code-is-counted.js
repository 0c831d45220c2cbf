// Machine code is external memory; with the function it dies.
// flags: --expose-gc --always-sparkplug
// skip-flags
// skip-stress
function external() {
  gc();
  return process.memoryUsage().external;
}
function make(i) {
  var f = new Function('a', 'return a * ' + i);
  f(1);
  return f;
}
function bare(i) { return new Function('a', 'return a * ' + i); }
function bytesOfEach(create) {
  var before = external(), kept = [];
  for (var i = 0; i < 500; i++) kept.push(create(i));
  return (external() - before) / kept.length;
}
var without = bytesOfEach(bare), before = external(), withCode = bytesOfEach(make);
console.log(withCode - without > 50, withCode - without < 2000);   // expect: true true
console.log(external() - before < 20000);                          // expect: true
