// flags: --trace_gc_nvp --expose-gc
// skip-stress
gc(true);
gc();
