// How the free memory of each old space lies, after a full collection.
// flags: --expose-gc --trace-fragmentation
// skip-stress
gc();
gc({type: 'minor'});
