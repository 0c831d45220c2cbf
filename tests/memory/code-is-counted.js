// Bytecode, source and patterns outside the heap are counted as external memory, and are freed with their functions.
// flags: --expose-gc
// skip-stress
function external() {
  gc();
  return process.memoryUsage().external;
}
function bytesOfEach(make) {
  var kept = [], before = external();
  for (var i = 0; i < 1000; i++) kept.push(make(i));
  var bytes = (external() - before) / kept.length;
  kept = null;
  return {each: bytes, left: (external() - before) / 1000};
}
function report(name, figures, least, most) {
  console.log(name, figures.each > least && figures.each < most ? 'counted' : figures.each, figures.left < least / 10 ? 'freed' : figures.left);
}
report('eval', bytesOfEach(function (i) { return eval('(function () { return ' + i + '; })'); }), 300, 1200);   // expect: eval counted freed
report('Function', bytesOfEach(function (i) { return new Function('a', 'return a * ' + i); }), 300, 1500);      // expect: Function counted freed
report('RegExp', bytesOfEach(function (i) {
  var pattern = new RegExp('a' + i + '(b|c)*');
  pattern.test('abc');
  return pattern;
}), 1000, 12000);                                                                                               // expect: RegExp counted freed
var text = '/*' + 'x'.repeat(100000) + '*/';
var of = bytesOfEach(function (i) { return i % 10 === 0 ? eval('(function () { ' + text + ' })') : null; });
report('source', of, 9000, 12000);                                                                              // expect: source counted freed
