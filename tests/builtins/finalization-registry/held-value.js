// The held value is held strongly: when it refers to the target, that does not die.
// flags: --expose-gc
var seen = [], ref;
globalThis.registry = new FinalizationRegistry(function (held) { seen.push(held); });
(function () {
  var target = {};
  ref = new WeakRef(target);
  registry.register(target, {target: target});
  registry.register({}, new Array(10).fill('held'));
})();
setTimeout(function () {
  gc();
  setTimeout(function () { console.log(typeof ref.deref(), seen.length, seen[0].join('').length); }, 10);   // expect: object 1 40
}, 1);
