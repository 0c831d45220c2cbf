// Collections that the program itself makes due: kinds and flags; many of them in one job are all there.
// skip-stress
var hooks = require('perf_hooks'), minor = 0, major = 0, forced = 0;
var observer = new hooks.PerformanceObserver(function (list) {
  list.getEntries().forEach(function (entry) {
    if (entry.detail.kind === hooks.constants.NODE_PERFORMANCE_GC_MINOR) minor++;
    else if (entry.detail.kind === hooks.constants.NODE_PERFORMANCE_GC_MAJOR) major++;
    if (entry.detail.flags === hooks.constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) forced++;
  });
});
observer.observe({type: 'gc'});
var kept = [];
for (var i = 0; i < 1000000; i++) {
  var o = {i: i, a: [i]};
  if (i % 4 === 0) kept.push(o);
}
setTimeout(function () {
  observer.disconnect();
  console.log(minor > 10, major > 0, forced, kept.length);   // expect: true true 0 250000
}, 20);
