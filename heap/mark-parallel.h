// heap/mark-parallel.h - how several markers share their work in the pause.
//
// Each marker has a worklist of its own.  When one has run dry, the others notice (mark_pool_is_hungry) and put the
// older half of their worklists, which holds the bigger parts of the graph, into the pool, from where those that wait
// take it.  The same objects are marked as by one marker; only the order differs.
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

// Live bytes of pages that a marker has counted and not yet added to the pages' own, which all markers share.
#define LIVE_COUNTS 512
typedef struct LiveCount {
  Page *page;
  size_t bytes;
} LiveCount;

static inline void mark_pool_count_live(Marker *m, Page *page, size_t bytes) {
  LiveCount *count = &m->live[(uintptr_t)page >> PAGE_SIZE_LOG2 & (LIVE_COUNTS - 1)];
  if (count->page != page) {
    if (count->page != NULL) __atomic_fetch_add(&count->page->live_bytes, count->bytes, __ATOMIC_RELAXED);
    *count = (LiveCount){page, 0};
  }
  count->bytes += bytes;
}

static inline bool mark_pool_is_hungry(const MarkPool *pool) {
  return __atomic_load_n(&pool->hungry, __ATOMIC_RELAXED);
}
void mark_pool_share(Marker *m);

#endif
