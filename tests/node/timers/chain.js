// Ticks that queue ticks, and timers that make timers.
var n = 0;
function tick() { if (++n < 10000) process.nextTick(tick); }
process.nextTick(tick);
var m = 0;
function timer() { if (++m < 20) setTimeout(timer, 0); else console.log(n, m); }
setTimeout(timer, 0);
// expect: 10000 20
// stress-every: 23
