// heap/mark-parallel.c - see mark-parallel.h.
#include "heap/mark-parallel.h"

#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"
#include "heap/workers.h"

#define FEWEST_SHARED 128  // objects: less is not worth waking somebody up
#define ALONE (512 * KB)   // bytes looked at before helpers are called

// ---------------------------------------------------------------------------------------------- segments

static void *taken(Heap *heap, const void *items, size_t bytes) {
  void *copy = heap_realloc(heap, NULL, bytes > 0 ? bytes : 1);
  if (bytes > 0) memcpy(copy, items, bytes);
  return copy;
}

// The older half of the worklist, or all but one slice.
void mark_pool_share(Marker *m) {
  size_t count = m->stack.count / 2, slices = m->slice_count > 1 ? m->slice_count - 1 : 0;
  if (count < FEWEST_SHARED && slices == 0) return;
  Segment *segment = heap_realloc(m->heap, NULL, sizeof *segment);
  *segment = (Segment){.count = count, .slice_count = slices};
  segment->items = taken(m->heap, m->stack.items, count * sizeof m->stack.items[0]);
  segment->slices = taken(m->heap, m->slices, slices * sizeof m->slices[0]);
  m->stack.count -= count;
  if (count > 0) memmove(m->stack.items, m->stack.items + count, m->stack.count * sizeof m->stack.items[0]);
  m->slice_count -= slices;
  if (slices > 0) memmove(m->slices, m->slices + slices, m->slice_count * sizeof m->slices[0]);
  MarkPool *pool = m->pool;
  pthread_mutex_lock(&pool->lock);
  segment->next = pool->segments;
  pool->segments = segment;
  __atomic_store_n(&pool->hungry, false, __ATOMIC_RELAXED);
  pthread_cond_signal(&pool->changed);
  pthread_mutex_unlock(&pool->lock);
}

static void take(Marker *m, Segment *segment) {
  for (size_t i = 0; i < segment->count; i++) pointer_stack_push(m->heap, &m->stack, segment->items[i]);
  if (segment->slice_count > 0) {
    free(m->slices);
    m->slices = segment->slices;
    m->slice_count = m->slice_capacity = segment->slice_count;
  } else {
    free(segment->slices);
  }
  free(segment->items);
  free(segment);
}

// Waits for a segment; false when all markers wait.
static bool get_more(Marker *m) {
  MarkPool *pool = m->pool;
  pthread_mutex_lock(&pool->lock);
  pool->idle++;
  while (pool->segments == NULL && !pool->done) {
    if (pool->idle == pool->markers) {
      pool->done = true;
      pthread_cond_broadcast(&pool->changed);
      break;
    }
    __atomic_store_n(&pool->hungry, true, __ATOMIC_RELAXED);
    pthread_cond_wait(&pool->changed, &pool->lock);
  }
  Segment *segment = pool->done ? NULL : pool->segments;
  if (segment != NULL) {
    pool->segments = segment->next;
    pool->idle--;
  }
  if (pool->idle == 0 || pool->segments != NULL) __atomic_store_n(&pool->hungry, false, __ATOMIC_RELAXED);
  pthread_mutex_unlock(&pool->lock);
  if (segment == NULL) return false;
  take(m, segment);
  return true;
}

// ---------------------------------------------------------------------------------------------- helpers

typedef struct ParallelMarking {
  MarkPool pool;
  Marker *main;
  unsigned mode, helpers;
} ParallelMarking;

static void append(Heap *heap, PointerStack *to, PointerStack *from) {
  for (size_t i = 0; i < from->count; i++) pointer_stack_push(heap, to, from->items[i]);
}

static void add_live_counts(const Marker *m) {
  for (size_t i = 0; i < LIVE_COUNTS; i++) {
    const LiveCount *count = &m->live[i];
    if (count->page != NULL) __atomic_fetch_add(&count->page->live_bytes, count->bytes, __ATOMIC_RELAXED);
  }
}

static void help(void *data) {
  ParallelMarking *p = data;
  LiveCount live[LIVE_COUNTS] = {0};
  Marker m = {.heap = p->main->heap, .pool = &p->pool, .live = live};
  pthread_mutex_lock(&p->pool.lock);
  p->pool.markers++;
  pthread_mutex_unlock(&p->pool.lock);
  while (get_more(&m)) (void)marker_drain(&m, p->mode, SIZE_MAX);
  add_live_counts(&m);
  pthread_mutex_lock(&p->pool.lock);
  p->helpers++;
  append(m.heap, &p->main->ephemerons, &m.ephemerons);
  append(m.heap, &p->main->weak, &m.weak);
  p->main->bytes += m.bytes;
  pthread_mutex_unlock(&p->pool.lock);
  marker_forget(&m);
}

// On two processors the atomic operations cost what the second marker wins (measured; docs/heap.md), so a single helper
// marks only where it was asked for.
static bool helpers_pay(const Heap *heap) {
  unsigned helpers = workers_count(heap->workers);
  return helpers >= 2 || (helpers == 1 && heap->config.gc_threads > 0);
}

void marker_drain_in_parallel(Marker *m, unsigned mode) {
  Heap *heap = m->heap;
  if (marker_drain(m, mode, helpers_pay(heap) ? ALONE : SIZE_MAX)) return;
  ParallelMarking p = {.main = m, .mode = mode | MARK_SHARED, .pool = {.markers = 1}};
  pthread_mutex_init(&p.pool.lock, NULL);
  pthread_cond_init(&p.pool.changed, NULL);
  // A marker of its own, so that helpers may append to the lists of `m` while it works.
  Marker own = *m;
  own.ephemerons = own.weak = (PointerStack){0};
  own.pending = (PendingPairs){0};
  own.bytes = 0;
  own.pool = &p.pool;
  for (size_t i = 0; i < own.stack.count; i++) mark_bit_clear(own.stack.items[i]);  // whoever looks at it sets it
  LiveCount live[LIVE_COUNTS] = {0};
  own.live = live;
  m->stack = (PointerStack){0};
  m->slices = NULL;
  m->slice_count = m->slice_capacity = 0;
  Job job = {.run = help, .data = &p, .wanted = workers_count(heap->workers)};
  workers_post(heap->workers, &job);
  do { (void)marker_drain(&own, p.mode, SIZE_MAX); } while (get_more(&own));
  workers_finish(heap->workers, &job);
  add_live_counts(&own);
  if (heap->event.threads < p.helpers + 1) heap->event.threads = p.helpers + 1;
  append(heap, &m->ephemerons, &own.ephemerons);
  append(heap, &m->weak, &own.weak);
  m->bytes += own.bytes;
  m->stack = own.stack;  // empty
  own.stack = (PointerStack){0};
  marker_forget(&own);
  pthread_mutex_destroy(&p.pool.lock);
  pthread_cond_destroy(&p.pool.changed);
}
