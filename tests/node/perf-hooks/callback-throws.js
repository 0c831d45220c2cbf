// An exception of an observer's callback is an uncaught one.
var observer = new (require('perf_hooks').PerformanceObserver)(function () { throw new Error('in observer'); });
observer.observe({entryTypes: ['mark']});
performance.mark('a');
// expect error: Error: in observer
