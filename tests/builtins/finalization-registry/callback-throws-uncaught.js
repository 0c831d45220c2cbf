// flags: --expose-gc
// Without a listener the program ends.
globalThis.registry = new FinalizationRegistry(function (held) { throw new RangeError('held ' + held); });
(function () { registry.register({}, 1); })();
setTimeout(gc, 1);
setTimeout(function () { console.log('not reached'); }, 1000);
// expect error: RangeError: held 1
