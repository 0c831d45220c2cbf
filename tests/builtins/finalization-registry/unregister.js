// unregister takes back all cells of a token, those whose target is dead already as well.
// flags: --expose-gc
var seen = [], token = {}, early = {}, other = Symbol('other');
globalThis.registry = new FinalizationRegistry(function (held) { seen.push(held); });
setTimeout(function () {
  (function () {
    for (var i = 0; i < 3; i++) registry.register({}, 'token' + i, token);
    registry.register({}, 'early', early);
    registry.register({}, 'other', other);
    registry.register({}, 'none');
  })();
  console.log(registry.unregister(early), registry.unregister(early));   // expect: true false
  gc();
  console.log(registry.unregister(token), registry.unregister(token));   // expect: true false
  setTimeout(function () {
    console.log(seen.sort().join());                                     // expect: none,other
    console.log(registry.unregister(other));                             // expect: false
  }, 10);
}, 1);
