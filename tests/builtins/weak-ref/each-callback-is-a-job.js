// flags: --expose-gc
// Callbacks of one turn of the loop are jobs of their own: what the first saw may die in the second.
var ref = (function () { return new WeakRef({}); })();
setImmediate(function () { console.log(typeof ref.deref()); });       // expect: object
setImmediate(function () { gc(); console.log(typeof ref.deref()); }); // expect: undefined
