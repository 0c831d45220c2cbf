// The warning comes once, and says how to see where it comes from.
var first = new Buffer(1), second = Buffer('x');
process.on('warning', function (w) { console.log(w.name, w.code); });   // expect: DeprecationWarning DEP0005
// expect error: [DEP0005] DeprecationWarning: Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.
// expect error: (Use `nodule --trace-deprecation ...` to show where the warning was created)
// status: 0
