// A target lives to the end of the job that saw it, with its ticks and microtasks; the next collection frees it.
// flags: --expose-gc
var ref = (function () { return new WeakRef({name: 'target', data: new Array(1000)}); })();
function alive() { gc(); return ref.deref() !== undefined; }
console.log('main', alive());                                     // expect: main true
process.nextTick(function () {
  console.log('tick', alive());                                   // expect: tick true
  queueMicrotask(function () { console.log('microtask', alive()); });  // expect: microtask true
});
setTimeout(function () {
  console.log('timer', alive(), alive());                         // expect: timer false false
}, 1);
