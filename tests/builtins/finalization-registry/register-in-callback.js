// A callback may register again: the new cell waits for a later collection.
// flags: --expose-gc
var seen = [];
globalThis.registry = new FinalizationRegistry(function (held) {
  seen.push(held);
  if (held < 3) registry.register({}, held + 1);
});
(function () { registry.register({}, 1); })();
function round(n) {
  gc();
  setTimeout(function () {
    if (n > 0) round(n - 1);
    else console.log(seen.join());   // expect: 1,2,3
  }, 5);
}
setTimeout(round, 1, 4);
