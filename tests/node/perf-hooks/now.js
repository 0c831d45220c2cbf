// performance is a global and a property of the module; its clock starts at timeOrigin.
var hooks = require('perf_hooks');
console.log(performance === hooks.performance, Object.prototype.toString.call(performance));   // expect: true [object Performance]
var a = performance.now(), b = performance.now();
console.log(a > 0, b >= a, a < 60000);                                                         // expect: true true true
console.log(Math.abs(Date.now() - performance.timeOrigin - performance.now()) < 100);          // expect: true
console.log(Object.keys(performance.toJSON()).join());                                         // expect: nodeTiming,timeOrigin,eventLoopUtilization
console.log(performance.nodeTiming.name, performance.nodeTiming.loopStart);                    // expect: node -1
try { performance.now.call({}); } catch (e) { console.log(e.code, e.message); }                // expect: ERR_INVALID_ARG_TYPE The "this" argument must be an instance of Performance. Received an instance of Object
try { new hooks.Performance(); } catch (e) { console.log(e.name, e.code, e.message); }         // expect: TypeError ERR_ILLEGAL_CONSTRUCTOR Illegal constructor
setTimeout(function () {
  var use = performance.eventLoopUtilization();
  console.log(use.idle > 5, use.active > 0, use.utilization > 0 && use.utilization < 1);       // expect: true true true
  console.log(performance.nodeTiming.loopStart > 0, performance.nodeTiming.idleTime > 5);      // expect: true true
}, 20);
