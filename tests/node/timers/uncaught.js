// An error in a timer ends the program.
// status: 1
setTimeout(function () { console.log('never'); }, 50);
setTimeout(function () { throw new RangeError('in timer'); }, 1);
console.log('start');   // expect: start
// expect error: RangeError: in timer
