// An exception of a callback is an uncaught one; the cells behind it have their turn later.
// flags: --expose-gc
var seen = [], errors = [];
process.on('uncaughtException', function (error) { errors.push(error.message); });
globalThis.registry = new FinalizationRegistry(function (held) {
  seen.push(held);
  if (held % 2) throw new Error('held ' + held);
});
(function () { for (var i = 0; i < 5; i++) registry.register({}, i); })();
setTimeout(function () {
  gc();
  setTimeout(function () { console.log(seen.sort().join(), errors.sort().join()); }, 30);   // expect: 0,1,2,3,4 held 1,held 3
}, 1);
