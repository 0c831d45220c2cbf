// Errors in callbacks are uncaught exceptions; with a listener the rest goes on.
process.on('uncaughtException', function (e, origin) { console.log('caught', e.message, origin); });
process.nextTick(function () { throw new Error('in tick'); });
process.nextTick(function () { console.log('tick after'); });
queueMicrotask(function () { console.log('micro after'); });
setImmediate(function () { throw new Error('in immediate'); });
setImmediate(function () { console.log('immediate after'); });
setTimeout(function () { throw new Error('in timer'); }, 50);
setTimeout(function () { console.log('timer after'); }, 50);
throw new Error('main');
// expect: caught main uncaughtException
// expect: caught in tick uncaughtException
// expect: tick after
// expect: micro after
// expect: caught in immediate uncaughtException
// expect: immediate after
// expect: caught in timer uncaughtException
// expect: timer after
