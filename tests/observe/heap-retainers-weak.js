// Weak references keep nothing: a WeakMap's value is kept through its key, a WeakRef does not count.
// flags: --expose-gc
var heap = require('nodule:heap');
function path(value) { return heap.retainers(value).text; }
global.weak = new WeakMap();
global.keys = [{}, {}];
weak.set(keys[0], {});
console.log(path(weak.get(keys[0])));   // expect: global → keys → [0] → value of WeakMap under this key
weak.set(weak.get(keys[0]), {});        // the value is a key itself
console.log(path(weak.get(weak.get(keys[0]))));   // expect: global → keys → [0] → value of WeakMap under this key → value of WeakMap under this key
(function () {
  var object = {};
  global.reference = new WeakRef(object);
  console.log(path(object));            // expect: running function (anonymous) → variable object
})();
// A key that only its own value points to is held by nothing.
(function () {
  var key = {};
  weak.set(key, {back: key});
  console.log(path(key));               // expect: running function (anonymous) → variable key
})();
