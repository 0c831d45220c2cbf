// setImmediate: those made by immediates run in the next turn; ticks run between them.
setImmediate(function () {
  console.log('1');
  process.nextTick(function () { console.log('tick'); });
  setImmediate(function () { console.log('3'); });
}); process.stdout.write('\x015\n');
setImmediate(function (a, b) { console.log('2', a, b); }, 'x', 'y'); process.stdout.write('\x016\n');
clearImmediate(setImmediate(function () { console.log('never'); })); process.stdout.write('\x017\n');
var second; process.stdout.write('\x018\n');
setImmediate(function () { clearImmediate(second); }); process.stdout.write('\x019\n');
second = setImmediate(function () { console.log('cleared by the one before'); }); process.stdout.write('\x0110\n');
var u = setImmediate(function () {}); process.stdout.write('\x0111\n');
console.log(u.hasRef(), u.unref().hasRef(), u.ref().hasRef(), u.constructor.name); process.stdout.write('\x0112\n');
clearImmediate(); clearImmediate(null); clearImmediate({}); process.stdout.write('\x0113\n');
