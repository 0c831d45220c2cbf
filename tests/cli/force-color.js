// FORCE_COLOR colours what console.log prints to a pipe, and wins over NO_COLOR.
// env: FORCE_COLOR=1
// env: NO_COLOR=1
process.stdout.write = (function (write) {
  return function (text) { return write.call(process.stdout, JSON.stringify(text) + '\n'); };
})(process.stdout.write);
console.log(1);  // expect: "\u001b[33m1\u001b[39m\n"
