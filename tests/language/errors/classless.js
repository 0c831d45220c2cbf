// Objects without a prototype are called by their class in messages.
[new Map, new Set, new Date(0), /x/, [1], new Uint8Array(1), new WeakMap, new WeakSet, new WeakRef({}), new FinalizationRegistry(gc => 0),
  Object(1), Object('s'), (function () { return arguments; })(), new ArrayBuffer(1), new DataView(new ArrayBuffer(1)), JSON].forEach(function (m) {
  Object.setPrototypeOf(m, null);
  Object.preventExtensions(m);
  try { Object.setPrototypeOf(m, {}); } catch (e) { console.log(e.message); }
});
