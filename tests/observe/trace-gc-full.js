// flags: --trace-gc --expose-gc
// skip-stress
gc();
gc(true);
gc({type: 'minor'});
gc({type: 'major'});
