// Callbacks of one turn of the loop are jobs of their own: what the first saw may die in the second.
// flags: --expose-gc
var ref;
setImmediate(function () {
  ref = new WeakRef({});
  gc();
  console.log(typeof ref.deref());   // expect: object
});
setImmediate(function () {
  gc();
  console.log(typeof ref.deref());   // expect: undefined
});
