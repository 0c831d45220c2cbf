// observe/trace-gc.h - one line for each collection: --trace_gc, --trace_gc_verbose, --trace_gc_nvp, and the last few
// of them in the report when memory is out.
#ifndef NODULE_OBSERVE_TRACE_GC_H
#define NODULE_OBSERVE_TRACE_GC_H

#include "heap/heap.h"

typedef struct TraceGC {
  bool lines;          // --trace_gc
  bool verbose;        // --trace_gc_verbose: a table of the spaces after each
  bool nvp;            // --trace_gc_nvp: name=value pairs instead
  bool fragmentation;  // --trace_fragmentation: how the free bytes of the old spaces lie, after each full collection
} TraceGC;

typedef struct GCTracer GCTracer;

// Listens to the heap from now on.
GCTracer *trace_gc_start(Heap *heap, const TraceGC *trace);
void trace_gc_change(GCTracer *tracer, const TraceGC *trace);  // from the next collection on
void trace_gc_stop(GCTracer *tracer);                          // and frees it
// A line in the same place and form: "[pid:heap] text".
void trace_gc_note(const GCTracer *tracer, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
