// heap/collect.c - one collection from start to end, and the policy: when to collect, with which collector, and when to
// give up.  The figures are in docs/heap.md; all decisions are made of byte counts, so they repeat exactly.
#include "heap/policy.h"

// ---------------------------------------------------------------------------------------------- limits

size_t promoted_total(const Heap *heap) {
  int64_t external = heap->external - heap->external_base;
  return old_generation_used(heap) + (external > 0 ? (size_t)external : 0);
}

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }
static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

// The old generation may grow by a factor that falls from 4 to 2 as it gets big: a small heap may be generous, and with
// a factor of 2 a full collection marks one byte for each byte promoted since the last.
static size_t grown(size_t size) {
  const size_t small = 8 * MB, big = 64 * MB;
  if (size <= small) return size * 4;
  if (size >= big) return size * 2;
  return size * 4 - size * 2 * (size - small) / (big - small);
}

void policy_set_old_limit(Heap *heap) {
  size_t size = old_generation_used(heap), most = heap->max_old_generation;
  size_t limit = larger(grown(size), 8 * MB) + heap->new_space.capacity;
  heap->old_limit = smaller(limit, size / 2 + most / 2);
}

static size_t used_bytes(const Heap *heap) { return old_generation_used(heap) + new_space_used(heap); }

// Promotion can take free blocks and new pages.
static bool scavenge_might_not_succeed(const Heap *heap) {
  size_t committed = old_generation_committed(heap), most = heap->max_old_generation;
  size_t room = most > committed ? most - committed : 0;
  room += heap->spaces[SPACE_OLD_POINTER].free_bytes + heap->spaces[SPACE_OLD_DATA].free_bytes;
  return room <= new_space_used(heap);
}

// ---------------------------------------------------------------------------------------------- one collection

void run_process_weak(Heap *heap, WeakPhase phase) {
  if (heap->embedder.process_weak != NULL) heap->embedder.process_weak(heap->embedder.data, heap, phase);
}

static void collect_fully(Heap *heap, CompactMode mode) {
  heap->full_collection = true;
  page_pool_trim(&heap->pages, !heap->pool_pages);
  old_spaces_close_areas(heap);
  mark_heap(heap);
  sweep_heap(heap);
  size_t evacuated = compact_choose(heap, mode);
  scavenge(heap, true);
  if (evacuated > 0) compact_evacuate(heap);
  // After a collection that was to save memory no bump area keeps a page.
  if (mode == COMPACT_MOST) old_spaces_close_areas(heap);
  size_t keep = mode == COMPACT_MOST ? 0 : 1;
  FOR_EACH_PAGED_SPACE(heap, space) old_space_release_empty_pages(heap, space, keep);
  heap->external_base = heap->external;
  heap->full_collection = false;
  policy_set_old_limit(heap);
}

void collect(Heap *heap, GCKind kind, CompactMode mode, const char *reason, const char *collector_reason) {
  if (heap->no_gc > 0) heap_bug("a collection inside a region without collections");
  if (heap->collecting) heap_bug("a collection inside a collection");
  heap->collecting = true;
  if (heap->config.never_compact) mode = COMPACT_NEVER;
  if (heap->config.always_compact && mode == COMPACT_BY_RULE) mode = COMPACT_ALL;
  event_begin(heap, kind, reason, collector_reason);
  if (heap->config.verify) verify_heap(heap, "before");
  new_space_grow_if_due(heap);
  if (kind == GC_SCAVENGE) scavenge(heap, false);
  else collect_fully(heap, mode);
  if (heap->config.verify) verify_heap(heap, "after");
  event_end(heap);
  heap->collecting = false;
}

void heap_collect(Heap *heap, GCKind kind, const char *reason) {
  CompactMode mode = kind == GC_MARK_COMPACT ? COMPACT_MOST : COMPACT_BY_RULE;
  collect(heap, kind, mode, reason, kind == GC_SCAVENGE ? "" : "GC in old space requested");
}

// ---------------------------------------------------------------------------------------------- giving up

#define INEFFECTIVE_IN_A_ROW 4

void policy_last_resort(Heap *heap) {
  size_t before;
  int round = 0;
  do {
    before = used_bytes(heap);
    collect(heap, GC_MARK_COMPACT, COMPACT_MOST, "last resort gc", "GC in old space requested");
  } while (++round < 7 && (round < 2 || used_bytes(heap) < before - before / 64));
  new_space_shrink(heap);
}

// A full collection for the sake of an allocation.  When several in a row, near the maximum, have freed nearly nothing,
// the program would only crawl on: the next would be due after a few more bytes.
void policy_collect_fully(Heap *heap, const char *collector_reason) {
  size_t before = used_bytes(heap), most = heap->max_old_generation;
  heap->pool_pages = true;
  collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "allocation failure", collector_reason);
  heap->pool_pages = false;
  size_t after = used_bytes(heap), freed = before > after ? before - after : 0;
  bool near = old_generation_used(heap) > most / 8 * 7;
  heap->ineffective = near && freed < most / 50 ? heap->ineffective + 1 : 0;
  if (heap->ineffective < INEFFECTIVE_IN_A_ROW) return;
  policy_last_resort(heap);
  if (before - used_bytes(heap) < most / 50 || used_bytes(heap) >= before) {
    heap_fatal_out_of_memory(heap, "CALL_AND_RETRY_LAST");
  }
  heap->ineffective = 0;
}

// ---------------------------------------------------------------------------------------------- collecting for room

// To-space is full.
void policy_collect_young(Heap *heap) {
  if (promoted_total(heap) >= heap->old_limit) policy_collect_fully(heap, "promotion limit reached");
  else if (heap->promotion_failed) policy_collect_fully(heap, "old generations exhausted");
  else if (scavenge_might_not_succeed(heap)) policy_collect_fully(heap, "scavenge might not succeed");
  else collect(heap, GC_SCAVENGE, COMPACT_NEVER, "allocation failure", "");
}

#define EXTERNAL_LIMIT ((int64_t)192 * 1024 * 1024)

void heap_adjust_external(Heap *heap, int64_t delta) {
  heap->external += delta;
  if (delta <= 0 || heap->external - heap->external_base <= EXTERNAL_LIMIT) return;
  if (heap->no_gc > 0 || heap->collecting) return;
  collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "external memory allocation limit reached", "GC in old space requested");
}

int64_t heap_external(const Heap *heap) { return heap->external; }

// ---------------------------------------------------------------------------------------------- stress

#define STRESS_FULL_EVERY 16  // collections at least; more for a bigger heap, so that the cost of each stays bounded

// Scavenges move all that is young; full collections move all that can move.
void policy_stress(Heap *heap) {
  if (++heap->stress_allocations < heap->config.gc_stress) return;
  heap->stress_allocations = 0;
  size_t every = larger(STRESS_FULL_EVERY, old_generation_used(heap) / (16 * KB));
  if (++heap->stress_scavenges < every) {
    collect(heap, GC_SCAVENGE, COMPACT_NEVER, "stress", "");
  } else {
    heap->stress_scavenges = 0;
    collect(heap, GC_MARK_COMPACT, COMPACT_ALL, "stress", "GC in old space requested");
  }
}
