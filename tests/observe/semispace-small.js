// flags: --trace_gc --max-new-space-size=1024
// skip-stress
console.log('half of 1024 kB is less than a page');
