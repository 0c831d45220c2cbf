// performance.measure between marks, times and now.
performance.mark('a', {startTime: 10});
performance.mark('b', {startTime: 25});
performance.mark('b', {startTime: 30});
function show(entry) { console.log(entry.entryType, entry.name, entry.startTime, entry.duration, entry.detail); }
show(performance.measure('marks', 'a', 'b'));                         // expect: measure marks 10 20 null
show(performance.measure('times', {start: 5, duration: 10}));         // expect: measure times 5 10 null
show(performance.measure('back', {end: 'b', duration: 10}));          // expect: measure back 20 10 null
show(performance.measure('detail', {start: 1, end: 2, detail: 7}));   // expect: measure detail 1 1 7
show(performance.measure('number', 3, 4));                            // expect: measure number 0 4 null
console.log(performance.measure('now').duration > 0, performance.measure('since', 'a').startTime);   // expect: true 10
function message(f) { try { f(); } catch (e) { console.log(e.name + ' ' + e.code + ': ' + e.message); } }
message(function () { performance.measure(); });                      // expect: TypeError ERR_MISSING_ARGS: The "name" argument must be specified
message(function () { performance.measure('m', 'nope'); });           // expect: SyntaxError 12: The "nope" performance mark has not been set
message(function () { performance.measure('m', {start: 1, end: 2, duration: 3}); });   // expect: TypeError ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: Must not have options.start, options.end, and options.duration specified
message(function () { performance.measure('m', {start: 1}, 'a'); });  // expect: TypeError ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: endMark must not be specified
