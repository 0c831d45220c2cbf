// A callback may take back the cells that wait behind it.
// flags: --expose-gc
var calls = 0, token = {};
globalThis.registry = new FinalizationRegistry(function () {
  calls++;
  console.log(registry.unregister(token));   // expect: true
});
setTimeout(function () {
  (function () { for (var i = 0; i < 10; i++) registry.register({}, i, token); })();
  gc();
  setTimeout(function () { console.log(calls); }, 10);   // expect: 1
}, 1);
