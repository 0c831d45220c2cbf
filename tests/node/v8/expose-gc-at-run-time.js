// --expose-gc takes effect at once: there is no other context that would have it.
// skip-stress
var v8 = require('v8');
console.log(typeof gc);                  // expect: undefined
v8.setFlagsFromString('--trace-gc-nvp');
v8.setFlagsFromString('--notrace-gc-nvp');
console.log(typeof gc);                  // expect: undefined
v8.setFlagsFromString('--expose-gc');
console.log(typeof gc, gc === global.gc, Object.getOwnPropertyDescriptor(global, 'gc').enumerable);   // expect: function true false
v8.setFlagsFromString('--expose_gc');
console.log(typeof gc);                  // expect: function
var kept = new WeakRef({});
setTimeout(function () {
  gc();
  console.log(kept.deref());             // expect: undefined
}, 1);
