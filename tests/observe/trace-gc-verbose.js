// flags: --trace_gc --trace_gc_verbose --expose-gc
// skip-stress
gc(true);
