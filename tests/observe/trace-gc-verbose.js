// --trace-gc-verbose: the sizes of all spaces after a collection.
// flags: --trace_gc --trace_gc_verbose --expose-gc
// skip-stress
gc(true);
