// An error in a listener of exit is reported, and the status is 1.
// status: 1
process.on('exit', function () { throw new Error('in exit'); });
console.log('main');
// expect: main
// expect error: Error: in exit
