// heap/collect.c - one collection from start to end.
#include "heap/policy.h"

#define PAGES_PER_SCAVENGE 8  // swept for room, before a new page is taken
#define PAGES_IN_ANY_CASE 4   // swept at the end of a scavenge
#define PAGES_PER_PAUSE 4     // swept for room in a full collection

void run_process_weak(Heap *heap, WeakPhase phase) {
  if (heap->embedder.process_weak != NULL) heap->embedder.process_weak(heap->embedder.data, heap, phase);
}

static void collect_fully(Heap *heap, CompactMode mode) {
  heap->full_collection = true;
  heap->saving_memory = heap->forced || mode == COMPACT_MOST;
  if (heap->saving_memory) populate_take_back(heap);
  heap->steps.sweeping = false;
  unmap_finish(heap);
  unmap_pool(heap, !heap->pool_pages);
  old_spaces_close_areas(heap);
  if (mode == COMPACT_MOST) marking_abort(heap);   // incremental marking may have marked what has died since
  bool chosen = heap->marking != MARKING_STOPPED;  // when marking began
  heap->event.incremental = chosen;
  marking_finish(heap);
  bool move = chosen ? heap->moving : moving_choose_after(heap, mode);
  sweep_start(heap);
  scavenge(heap, true);
  if (move) moving_evacuate(heap);
  // After a collection that was to save memory no bump area keeps a page.
  if (mode == COMPACT_MOST) old_spaces_close_areas(heap);
  size_t keep = mode == COMPACT_MOST ? 0 : 1;
  FOR_EACH_PAGED_SPACE(heap, space) old_space_release_empty_pages(heap, space, keep);
  heap->external_base = heap->external;
  heap->full_collection = false;
  heap->size_after_full = old_generation_counted(heap);
  pretenure_forget(heap);
  policy_set_old_limit(heap);
  sweep_go_on(heap);
  unmap_start(heap);
  heap->saving_memory = false;
}

// Where nearly everything survives, keeping some of it in new space for another round is wasted work.
static void collect_young(Heap *heap) {
  bool limited = heap->new_space.limited;
  if (limited) pretenure_count_from(heap);
  scavenge(heap, limited);
  sweep_some(heap, PAGES_IN_ANY_CASE);
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
  heap->sweeping.budget = kind == GC_SCAVENGE ? PAGES_PER_SCAVENGE : PAGES_PER_PAUSE;
  if (kind == GC_SCAVENGE) collect_young(heap);
  else collect_fully(heap, mode);
  heap->external_after_last = heap->external;
  if (heap->config.verify) verify_heap(heap, "after");
  event_end(heap);
  heap->collecting = false;
  if (kind == GC_SCAVENGE) policy_after_scavenge(heap);
}

void heap_collect(Heap *heap, GCKind kind, const char *reason) {
  heap->forced = true;
  CompactMode mode = kind == GC_MARK_COMPACT ? COMPACT_MOST : COMPACT_BY_RULE;
  if (kind != GC_SCAVENGE) marking_abort(heap);  // who asks wants to know what is alive now
  collect(heap, kind, mode, reason, kind == GC_SCAVENGE ? "" : "GC in old space requested");
  heap->forced = false;
}
