// What a PerformanceObserver takes, and how it shows itself.
var hooks = require('perf_hooks'), PerformanceObserver = hooks.PerformanceObserver;
function message(f) { try { f(); } catch (e) { console.log(e.name + ' ' + e.code + ': ' + e.message); } }
message(function () { PerformanceObserver(); });        // expect: TypeError undefined: Class constructor PerformanceObserver cannot be invoked without 'new'
message(function () { new PerformanceObserver(); });    // expect: TypeError ERR_INVALID_ARG_TYPE: The "callback" argument must be of type function. Received undefined
var observer = new PerformanceObserver(function () {});
message(function () { observer.observe(); });           // expect: TypeError ERR_MISSING_ARGS: The "options.entryTypes" and "options.type" arguments must be specified
message(function () { observer.observe({entryTypes: 1}); });   // expect: TypeError ERR_INVALID_ARG_TYPE: The "options.entryTypes" property must be string[]. Received type number (1)
message(function () { observer.observe({type: 'gc', entryTypes: ['gc']}); });   // expect: TypeError ERR_INVALID_ARG_VALUE: The property 'options.entryTypes' options.entryTypes can not set with options.type together. Received [ 'gc' ]
observer.observe({entryTypes: ['nonsense']});
console.log(observer);   // expect: PerformanceObserver { connected: false, pending: false, entryTypes: [], buffer: [] }
observer.observe({entryTypes: ['mark', 'gc', 'nonsense']});
message(function () { observer.observe({type: 'gc'}); });   // expect: InvalidModificationError 13: PerformanceObserver can not change to single observation
console.log(require('util').inspect(observer, {breakLength: Infinity}));   // expect: PerformanceObserver { connected: true, pending: false, entryTypes: [ 'mark', 'gc' ], buffer: [] }
observer.disconnect();
observer.observe({type: 'mark'});
message(function () { observer.observe({entryTypes: ['gc']}); });   // expect: InvalidModificationError 13: PerformanceObserver can not change to multiple observations
observer.disconnect();
console.log(['gc', 'mark', 'measure'].every(function (type) { return PerformanceObserver.supportedEntryTypes.indexOf(type) >= 0; }));   // expect: true
message(function () { new hooks.PerformanceObserverEntryList(); });   // expect: TypeError ERR_ILLEGAL_CONSTRUCTOR: Illegal constructor
