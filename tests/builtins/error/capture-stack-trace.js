// Error.captureStackTrace and Error.stackTraceLimit.
function first(stack, n) { return stack.split('\n').slice(0, n).map(function (l) { return l.split(__dirname + '/').join(''); }).join('|'); }
function outer() { return inner(); }
function inner() { var o = {name: 'Custom', message: 'msg'}; Error.captureStackTrace(o); return o; }
function hidden() { var o = {}; Error.captureStackTrace(o, hidden); return o; }
function caller() { return hidden(); }
console.log(first(outer().stack, 3));   // expect: Custom: msg|    at inner (capture-stack-trace.js:4:68)|    at outer (capture-stack-trace.js:3:27)
console.log(first(caller().stack, 2));   // expect: Error|    at caller (capture-stack-trace.js:6:28)
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(hidden(), 'stack').enumerable), Object.getOwnPropertyNames(hidden()).join());   // expect: false stack
console.log(Error.captureStackTrace({}), Error.stackTraceLimit, Error.captureStackTrace.length);   // expect: undefined 10 2
Error.stackTraceLimit = 1; console.log(outer().stack.split('\n').length);   // expect: 2
Error.stackTraceLimit = 0; console.log(new Error('none').stack);   // expect: Error: none
Error.stackTraceLimit = 100; function deep(n) { return n ? deep(n - 1) : new Error('deep'); } console.log(deep(60).stack.split('\n').length > 60);   // expect: true
delete Error.stackTraceLimit; console.log(new Error('x').stack);   // expect: undefined
Error.stackTraceLimit = 'many'; console.log(new Error('x').stack);   // expect: undefined
Error.stackTraceLimit = 10; try { Error.captureStackTrace(1); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError invalid_argument
var e = new Error('x'); e.stack = 'mine'; console.log(e.stack);   // expect: mine
