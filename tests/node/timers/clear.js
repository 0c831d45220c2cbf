// clearTimeout and clearInterval, by object, number and text, before and while timers run.
// skip-stress
clearTimeout(setTimeout(function () { console.log('never'); }, 1));
clearTimeout(+setTimeout(function () { console.log('never'); }, 1));
clearInterval(String(+setTimeout(function () { console.log('never'); }, 1)));
clearTimeout(); clearTimeout(null); clearTimeout({}); clearTimeout(12345); clearInterval('x');
var n = 0;
var interval = setInterval(function (x) {
  console.log('interval', x, ++n);
  if (n < 3) return;
  clearInterval(interval);
  several();
}, 1, 'X');
var list = [], last;
function several() {
  for (var i = 0; i < 5; i++) list.push(setTimeout(function (i) { console.log('t' + i); if (i === 1) clearTimeout(list[3]); }, 30, i));
  setTimeout(function () { clearTimeout(last); }, 60);
  last = setTimeout(function () { console.log('never'); }, 2000);
}
// expect: interval X 1
// expect: interval X 2
// expect: interval X 3
// expect: t0
// expect: t1
// expect: t2
// expect: t4
