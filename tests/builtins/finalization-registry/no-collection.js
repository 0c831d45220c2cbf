// Without a collection there is no callback, and a registry does not keep the process alive.
// skip-stress
globalThis.registry = new FinalizationRegistry(function () { console.log('dead'); });
registry.register({}, 1);
setTimeout(function () { console.log('end'); }, 5);   // expect: end
