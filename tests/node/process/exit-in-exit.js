// process.exit in a listener of exit: its status counts, the other listeners are not called.
// status: 8
process.on('exit', function () { console.log('first'); process.exit(8); });
process.on('exit', function () { console.log('never'); });
process.exit(2);
// expect: first
