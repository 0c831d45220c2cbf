// The callback is a task of its own with the held value, after the job of the collection with its ticks and microtasks.
// flags: --expose-gc
var seen = [], kept = {};
globalThis.registry = new FinalizationRegistry(function (held) { seen.push(held); });
function register() {
  registry.register({}, 'a');
  registry.register([], 'b');
  registry.register(function () {});
  registry.register(kept, 'kept');
}
setTimeout(function () {
  register();
  gc();
  console.log('after gc', seen.length);                                    // expect: after gc 0
  process.nextTick(function () { console.log('tick', seen.length); });     // expect: tick 0
  queueMicrotask(function () { console.log('microtask', seen.length); });  // expect: microtask 0
  setTimeout(function () { console.log(seen.sort(), typeof kept); }, 20);  // expect: [ 'a', 'b', undefined ] object
}, 1);
