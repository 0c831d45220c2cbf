// Registries that watch the same target each hear of it, one registry a task.
// flags: --expose-gc
var seen = [], tasks = 0;
function watch(name) {
  var here = false;
  return new FinalizationRegistry(function (held) {
    seen.push(name + held);
    if (!here) queueMicrotask(function () { here = false; tasks++; });
    here = true;
  });
}
globalThis.registries = ['a', 'b', 'c'].map(watch);
(function () {
  var target = {}, other = {};
  registries.forEach(function (registry) { registry.register(target, 1); registry.register(other, 2); });
  registries[0].register(target, 3);
})();
setTimeout(function () {
  gc();
  setTimeout(function () { console.log(seen.sort().join(), tasks >= 3); }, 20);   // expect: a1,a2,a3,b1,b2,c1,c2 true
}, 1);
