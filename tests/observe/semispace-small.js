// A young generation that is too small is raised to the minimum, and the trace says so.
// flags: --trace_gc --max-new-space-size=1024
// skip-stress
console.log('half of 1024 kB is less than a page');
