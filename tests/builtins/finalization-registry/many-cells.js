// 1e5 cells: registering, unregistering by tokens and dying take linear time, and the memory comes back.
// flags: --expose-gc
// skip-stress
function used() { gc(); return process.memoryUsage().heapUsed; }
var calls = 0, COUNT = 100000;
globalThis.registry = new FinalizationRegistry(function () { calls++; });
var before = used(), kept = {}, tokens = [], one = {}, i;
for (i = 0; i < COUNT; i++) {
  tokens.push({});
  registry.register(kept, i, tokens[i]);
}
for (i = 0; i < COUNT; i++) registry.unregister(tokens[i]);
tokens = null;
for (i = 0; i < COUNT; i++) registry.register(kept, i, one);
console.log(used() - before > 6e6 );                  // expect: true
console.log(registry.unregister(one));                // expect: true
console.log(used() - before < 1e6);                   // expect: true
for (i = 0; i < COUNT; i++) registry.register({}, i);
setTimeout(function () {
  gc();
  setTimeout(function () {
    console.log(calls);                               // expect: 100000
    console.log(used() - before < 1e6);               // expect: true
  }, 10);
}, 1);
