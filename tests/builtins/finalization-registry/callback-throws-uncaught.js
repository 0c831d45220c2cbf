// An exception of a callback ends the program when nobody listens for it.
// flags: --expose-gc
globalThis.registry = new FinalizationRegistry(function (held) { throw new RangeError('held ' + held); });
(function () { registry.register({}, 1); })();
setTimeout(gc, 1);
setTimeout(function () { console.log('not reached'); }, 1000);
// expect error: RangeError: held 1
