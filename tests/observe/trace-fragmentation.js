// flags: --expose-gc --trace-fragmentation
// skip-stress
// How the free memory of each old space lies, after a full collection.
gc();
gc({type: 'minor'});
