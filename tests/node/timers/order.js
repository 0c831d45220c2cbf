// Order: main script, ticks, microtasks, timers by the time they are due, immediates.
// skip-stress
var seen = [];
function busy(ms) { var start = process.hrtime(), d; do d = process.hrtime(start); while (d[0] * 1e3 + d[1] / 1e6 < ms); }
function make(ms, name) { setTimeout(function () { seen.push(name); process.nextTick(function () { seen.push('tick' + name); }); }, ms); }
make(10, 'A'); make(5, 'B'); make(1, 'C'); make(7, 'D'); make(5, 'E'); make(10, 'F'); make(0, 'G'); make(3, 'H');
process.nextTick(function () { seen.push('tick1'); queueMicrotask(function () { seen.push('micro2'); }); process.nextTick(function () { seen.push('tick2'); }); });
queueMicrotask(function () { seen.push('micro1'); process.nextTick(function () { seen.push('tick3'); }); });
busy(40);
setTimeout(function () { console.log(seen.join(' ')); }, 80);
seen.push('main');
// expect: main tick1 tick2 micro1 micro2 tick3 C tickC G tickG H tickH B tickB E tickE D tickD A tickA F tickF
