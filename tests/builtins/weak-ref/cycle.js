// A target that refers to its WeakRef, and WeakRefs of WeakRefs, do not keep themselves alive.
// flags: --expose-gc
var outer;
(function () {
  var target = {};
  target.self = new WeakRef(target);
  outer = new WeakRef(target.self);
})();
console.log(outer.deref().deref().self === outer.deref());   // expect: true
setTimeout(function () { gc(); console.log(outer.deref()); }, 1);   // expect: undefined
