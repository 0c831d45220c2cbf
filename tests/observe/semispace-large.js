// A young generation that is too large is cut to the maximum, and the trace says so.
// flags: --trace_gc --max-new-space-size=65536
// skip-stress
console.log('half of 64 MB is more than 16 MB');
