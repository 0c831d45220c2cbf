// What is due when nothing keeps the loop alive is done before beforeExit; the loop goes on if that starts more.
// flags: --expose-gc
globalThis.registry = new FinalizationRegistry(function (held) {
  console.log('dead', held);                                        // expect: dead 1
  setTimeout(function () { console.log('timer'); }, 1);             // expect: timer
});
process.on('beforeExit', function () { console.log('beforeExit'); });   // expect: beforeExit
process.on('exit', function () { console.log('exit'); });               // expect: exit
(function () { registry.register({}, 1); })();
gc();
