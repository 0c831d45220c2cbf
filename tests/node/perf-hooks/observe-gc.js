// Entries of collections come after the job, in one list.
// flags: --expose-gc
// skip-stress
var hooks = require('perf_hooks'), calls = 0;
var observer = new hooks.PerformanceObserver(function (list, self) {
  calls++;
  var entries = list.getEntries();
  console.log(entries.length, self === observer, this === observer);     // expect: 3 true true
  console.log(entries.map(function (e) { return e.detail; }));   // expect: [ { kind: 4, flags: 4 }, { kind: 1, flags: 4 }, { kind: 4, flags: 4 } ]
  console.log(entries[0].name, entries[0].entryType, entries[0].constructor.name);               // expect: gc gc PerformanceNodeEntry
  console.log(entries[0].startTime > before, entries[0].duration > 0, Object.keys(entries[0].toJSON()).join());   // expect: true true name,entryType,startTime,duration,detail
  console.log(entries[1].startTime >= entries[0].startTime + entries[0].duration);               // expect: true
  console.log(list.getEntriesByType('gc').length, list.getEntriesByType('mark').length);         // expect: 3 0
  console.log(list.getEntriesByName('gc').length, list.getEntriesByName('gc', 'mark').length);   // expect: 3 0
  observer.disconnect();
});
observer.observe({entryTypes: ['gc']});
var before = performance.now();
gc();
gc({type: 'minor'});
gc();
if (calls) console.log('too early');
setTimeout(function () {
  gc();
  setTimeout(function () { console.log('calls', calls); }, 10);   // expect: calls 1
}, 10);
