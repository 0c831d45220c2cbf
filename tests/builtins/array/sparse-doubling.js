// Indexes that double leave ever larger gaps: such an array must not take memory for its holes.
var x = [];
for (var i = 0, k = 2; i < 32; i++, k *= 2) x[k - 2] = k;
console.log(x.length, x[2 ** 20 - 2], Object.keys(x).length, x[4294967294]);   // expect: 4294967295 1048576 32 4294967296
// one that is full stays fast in both directions, and so does one with some holes
var full = [];
for (i = 0; i < 3000; i += 2) full[i] = i;
full[5000] = 1;
console.log(full.length, full[2998], 2999 in full);   // expect: 5001 2998 false
