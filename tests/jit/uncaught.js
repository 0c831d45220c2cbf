// An error that leaves compiled functions, with the place of each.
function inner(n) {
  if (n === 600) throw new Error('not caught');
  return n;
}
function outer(n) { return n + inner(n + 100); }
for (var i = 0; i < 1000; i++) {
  outer(i);
}
// expect error: Error: not caught
// expect error: uncaught.js:3:24)
// expect error: uncaught.js:6:32)
// expect error: uncaught.js:8:3)
