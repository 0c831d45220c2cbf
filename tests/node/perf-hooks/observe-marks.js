// Marks and measures come to observers in one list after the job; takeRecords, buffered, disconnect.
var PerformanceObserver = require('perf_hooks').PerformanceObserver;
function names(list) { return list.map(function (e) { return e.name; }).join(); }
var early = performance.mark('early', {startTime: 1});
var all = new PerformanceObserver(function (list) { console.log('all', names(list.getEntries())); });
all.observe({entryTypes: ['mark', 'measure']});
var buffered = new PerformanceObserver(function (list) { console.log('buffered', names(list.getEntries())); });
buffered.observe({type: 'mark', buffered: true});
var gone = new PerformanceObserver(function () { console.log('never'); });
gone.observe({type: 'mark'});
performance.mark('a', {startTime: 20});
performance.mark('c', {startTime: 10});
performance.measure('m', {start: 30, duration: 1});
console.log(names(gone.takeRecords()), gone.takeRecords().length);   // expect: a,c 0
// expect: buffered early,c,a
// expect: all c,a,m
gone.disconnect();
setImmediate(function () { console.log('immediate'); });             // expect: immediate
