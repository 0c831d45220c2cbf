// A loop of derefs in one job holds its target once, and the target of each WeakRef.
// flags: --expose-gc
// stress-every: 500
var targets = [], refs = [], i;
globalThis.targets = targets;
for (i = 0; i < 2000; i++) {
  targets.push({index: i});
  refs.push(new WeakRef(targets[i]));
}
var wrong = 0;
for (var round = 0; round < 20; round++) {
  for (i = 0; i < 2000; i++) if (refs[i].deref() !== targets[i]) wrong++;
}
gc();
var before = process.memoryUsage().heapUsed, ref = refs[0];
for (i = 0; i < 100000; i++) ref.deref();
console.log(wrong, process.memoryUsage().heapUsed - before < 100000);   // expect: 0 true
targets.length = 1000;
setTimeout(function () {
  gc();
  console.log(refs.filter(function (r) { return r.deref() !== undefined; }).length);   // expect: 1000
}, 1);
