// status: 7
process.on('uncaughtException', function () { throw new TypeError('in the handler'); });
process.on('exit', function (code) { console.log('exit', code); });
throw new Error('first');
// expect: exit 7
// expect error: TypeError: in the handler
