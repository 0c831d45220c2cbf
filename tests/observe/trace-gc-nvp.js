// --trace-gc-nvp: a line of names and values for each collection.
// flags: --trace_gc_nvp --expose-gc
// skip-stress
gc(true);
gc();
