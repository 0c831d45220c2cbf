// A token is held weakly: it may die before the target, and target and token may be one object.
// flags: --expose-gc
var seen = [], target = {}, collected;
globalThis.registry = new FinalizationRegistry(function (held) { seen.push(held); });
(function () {
  var token = {};
  collected = new WeakRef(token);
  registry.register(target, 'outlives its token', token);
  registry.register(target, 'another', token);
  var own = {};
  registry.register(own, 'its own token', own);
})();
setTimeout(function () {
  gc();
  console.log(collected.deref());                       // expect: undefined
  setTimeout(function () {
    console.log(seen);                                  // expect: [ 'its own token' ]
    target = null;
    gc();
    setTimeout(function () { console.log(seen.length); }, 10);   // expect: 3
  }, 10);
}, 1);
