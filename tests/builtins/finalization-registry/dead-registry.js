// A registry that nobody can reach is dropped with its cells.
// flags: --expose-gc
var calls = 0;
(function () {
  for (var i = 0; i < 500; i++) {
    var registry = new FinalizationRegistry(function () { calls++; });
    registry.register(globalThis, {});
    registry.register({}, {});
  }
})();
setTimeout(function () {
  registry = null;
  gc();
  setTimeout(function () {
    gc();
    console.log(calls <= 500);   // expect: true
  }, 10);
}, 1);
