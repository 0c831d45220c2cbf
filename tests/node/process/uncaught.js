// process.on('uncaughtException')
process.once('uncaughtException', function (e, origin) { console.log('first', e.message, origin); setTimeout(function () { console.log('goes on'); throw 'a string'; }, 1); });
process.on('uncaughtException', function (e) { console.log('each', e.message || e); });
throw new Error('main');
// expect: first main uncaughtException
// expect: each main
// expect: goes on
// expect: each a string
