// heap/mark-parallel.h - how several markers share their work in the pause.
//
// Each marker has a worklist of its own.  When one has run dry, the others notice (mark_pool_is_hungry) and put the older
// half of their worklists, which holds the bigger parts of the graph, into the pool, from where those that wait take it.
// The same objects are marked as by one marker; only the order differs.
#ifndef NODULE_HEAP_MARK_PARALLEL_H
#define NODULE_HEAP_MARK_PARALLEL_H

#include <pthread.h>

#include "heap/marker.h"

typedef struct Segment {
  struct Segment *next;
  size_t count, slice_count;
  HeapObject **items;
  Slice *slices;
} Segment;

struct MarkPool {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  Segment *segments;
  unsigned markers, idle;  // taking part; waiting for a segment
  bool done;               // all were idle at once
  bool hungry;             // somebody waits and no segment is there; read without the lock
};

static inline bool mark_pool_is_hungry(const MarkPool *pool) { return __atomic_load_n(&pool->hungry, __ATOMIC_RELAXED); }
void mark_pool_share(Marker *m);

#endif
