// The trace of collections goes on and off while the program runs; '-' and '_' are the same, as is --no in front.
// flags: --expose-gc
// skip-stress
var v8 = require('v8');
gc();
v8.setFlagsFromString('--trace_gc');
gc();
v8.setFlagsFromString('--notrace_gc');
gc();
v8.setFlagsFromString(' --trace-gc  --expose-gc ');
gc({type: 'minor'});
v8.setFlagsFromString('--no-trace-gc');
gc();
console.log('end');
