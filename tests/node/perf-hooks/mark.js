// performance.mark and what it makes.
var mark = performance.mark('b', {detail: {x: 1}, startTime: 12});
console.log(mark);
// expect: PerformanceMark {
// expect:   name: 'b',
// expect:   entryType: 'mark',
// expect:   startTime: 12,
// expect:   duration: 0,
// expect:   detail: { x: 1 }
// expect: }
console.log(JSON.stringify(performance.mark('w', {startTime: 3})));   // expect: {"name":"w","entryType":"mark","startTime":3,"duration":0,"detail":null}
console.log(Object.keys(mark).length, Object.prototype.toString.call(mark));   // expect: 0 [object PerformanceMark]
console.log(mark instanceof require('perf_hooks').PerformanceEntry);           // expect: true
console.log(performance.mark('now').startTime > 0, new (require('perf_hooks').PerformanceMark)('z', {startTime: 1}).name);   // expect: true z
function message(f) { try { f(); } catch (e) { console.log(e.name + ' ' + e.code + ': ' + e.message); } }
message(function () { performance.mark(); });                        // expect: TypeError ERR_MISSING_ARGS: The "name" argument must be specified
message(function () { performance.mark('x', {startTime: -1}); });    // expect: TypeError ERR_PERFORMANCE_INVALID_TIMESTAMP: -1 is not a valid timestamp
message(function () { performance.mark('x', {startTime: 'a'}); });   // expect: TypeError ERR_INVALID_ARG_TYPE: The "startTime" argument must be of type number. Received type string ('a')
message(function () { performance.mark('x', 3); });                  // expect: TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type number (3)
message(function () { performance.mark('nodeStart'); });             // expect: TypeError ERR_INVALID_ARG_VALUE: The argument 'name' is invalid. Received 'nodeStart'
