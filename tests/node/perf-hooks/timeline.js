// getEntries and its kin, in the order of time; clearMarks, clearMeasures.
performance.mark('late', {startTime: 30});
performance.mark('early', {startTime: 10});
performance.measure('between', 'early', 'late');
performance.mark('early', {startTime: 20});
function names(entries) { return entries.map(function (e) { return e.name + e.startTime; }).join(); }
console.log(names(performance.getEntries()));                          // expect: early10,between10,early20,late30
console.log(names(performance.getEntriesByName('early')));             // expect: early10,early20
console.log(performance.getEntriesByName('early', 'measure').length);  // expect: 0
console.log(names(performance.getEntriesByType('measure')));           // expect: between10
try { performance.getEntriesByType(); } catch (e) { console.log(e.message); }   // expect: The "type" argument must be specified
performance.clearMarks('early');
console.log(names(performance.getEntries()));                          // expect: between10,late30
performance.clearMarks();
performance.clearMeasures('other');
console.log(names(performance.getEntries()));                          // expect: between10
performance.clearMeasures();
console.log(performance.getEntries().length);                          // expect: 0
