// break and continue with labels out of nested loops, blocks and finally.
var log = [];
outer: for (var i = 0; i < 3; i++) { for (var j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; log.push(i + '' + j); } }
console.log(log.join(), i, j);   // expect: 00,10 2 0
block: { log = ['in']; if (log) break block; log.push('never'); } console.log(log.join());   // expect: in
a: b: for (;;) { break a; } console.log('both labels');   // expect: both labels
var n = 0; again: while (true) { do { n++; if (n < 5) continue again; break again; } while (true); } console.log(n);   // expect: 5
var s = ''; top: for (var k in {x: 1, y: 2}) { for (var v of [1, 2]) { if (v === 2) continue top; s += k + v; } } console.log(s);   // expect: x1y1
log = []; done: try { log.push('try'); break done; } finally { log.push('finally'); } console.log(log.join());   // expect: try,finally
log = []; for (i = 0; i < 3; i++) { inner: { try { if (i === 1) break inner; log.push(i); } finally { log.push('f' + i); } log.push('after'); } } console.log(log.join());   // expect: 0,f0,after,f1,2,f2,after
same: { same2: { break same; } } same: for (;;) { break same; } console.log('a label may be used again');   // expect: a label may be used again
if (true) lab: { break lab; } lab2: ; console.log('ok');   // expect: ok
