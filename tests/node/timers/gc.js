// Timers, ticks and immediates keep their functions and arguments alive.
// flags: --expose-gc
function payload(n) { return {n: n, list: [n, n + 1]}; }
for (var i = 0; i < 3; i++) {
  setTimeout(function (p) { console.log('timer', p); }, 200 + i, payload(i));
  setImmediate(function (p) { console.log('immediate', p); gc(); }, payload(10 + i));
  process.nextTick(function (p) { console.log('tick', p); gc(); }, payload(20 + i));
}
gc();
// expect: tick { n: 20, list: [ 20, 21 ] }
// expect: tick { n: 21, list: [ 21, 22 ] }
// expect: tick { n: 22, list: [ 22, 23 ] }
// expect: immediate { n: 10, list: [ 10, 11 ] }
// expect: immediate { n: 11, list: [ 11, 12 ] }
// expect: immediate { n: 12, list: [ 12, 13 ] }
// expect: timer { n: 0, list: [ 0, 1 ] }
// expect: timer { n: 1, list: [ 1, 2 ] }
// expect: timer { n: 2, list: [ 2, 3 ] }
