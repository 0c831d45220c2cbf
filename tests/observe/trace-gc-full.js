// The trace of what gc() does for each of its arguments.
// flags: --trace-gc --expose-gc
// skip-stress
gc();
gc(true);
gc({type: 'minor'});
gc({type: 'major'});
