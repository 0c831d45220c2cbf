// setImmediate: those made by immediates run in the next turn; ticks run between them.
setImmediate(function () {
  console.log('1');
  process.nextTick(function () { console.log('tick'); });
  setImmediate(function () { console.log('3'); });
});
setImmediate(function (a, b) { console.log('2', a, b); }, 'x', 'y');
clearImmediate(setImmediate(function () { console.log('never'); }));
var second;
setImmediate(function () { clearImmediate(second); });
second = setImmediate(function () { console.log('cleared by the one before'); });
var u = setImmediate(function () {});
console.log(u.hasRef(), u.unref().hasRef(), u.ref().hasRef(), u.constructor.name);
// expect: true false true Immediate
clearImmediate(); clearImmediate(null);
// expect: 1
// expect: tick
// expect: 2 x y
// expect: 3
