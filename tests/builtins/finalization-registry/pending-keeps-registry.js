// A registry that a collection has found callbacks for lives until they are called.
// flags: --expose-gc
// skip-stress (a collection between the one that finds the cells and the callbacks may drop the registry)
var seen = [];
setTimeout(function () {
  var registry = new FinalizationRegistry(function (held) { seen.push(held); if (seen.length === 1) throw new Error('first'); });
  (function () { for (var i = 0; i < 4; i++) registry.register({}, i); })();
  gc();
}, 1);
process.on('uncaughtException', function () { gc(); });
var looks = 0;
setTimeout(function look() {
  if (seen.length < 4 && ++looks < 500) return setTimeout(look, 10);
  console.log(seen.length);   // expect: 4
}, 10);
