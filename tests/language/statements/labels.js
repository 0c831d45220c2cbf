// Labels: break and continue out of nested loops and blocks.
outer: for (var i = 0; i < 3; i++) { for (var j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; console.log(i, j); } }
block: { console.log('in'); break block; }
a: b: while (true) { break a; }
console.log('done');
// expect: 0 0
// expect: 1 0
// expect: in
// expect: done
