// The error of a listener ends the program at once: 'exit' is not emitted.
// status: 7
process.on('uncaughtException', function () { console.log('listener'); throw new TypeError('in the handler'); });
process.on('exit', function (code) { console.log('exit', code); });
throw new Error('first');
// expect: listener
// expect error: TypeError: in the handler
