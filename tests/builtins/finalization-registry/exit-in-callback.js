// process.exit in a callback of a FinalizationRegistry ends the program.
// flags: --expose-gc
// status: 7
process.on('exit', function (code) { console.log('exit', code); });   // expect: exit 7
globalThis.registry = new FinalizationRegistry(function () { process.exit(7); });
(function () { for (var i = 0; i < 3; i++) registry.register({}, i); })();
setTimeout(gc, 1);
setTimeout(function () { console.log('not reached'); }, 1000);
