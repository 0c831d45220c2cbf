// heap/marking.c - a marking from start to end: incremental marking, its steps and its barrier, and the pause that ends
// it.
//
//            start                 steps, driven by allocation                   the final pause
//   stopped --------> marking ------------------------------> marking complete ------------------> stopped
//      |                                                                               ^
//      +--- without incremental marking, or when gc() wants to know exactly -----------+
//
// The barrier is Dijkstra's: while marking goes on, an old object whose address is stored in an old object becomes
// grey.  Objects that become old meanwhile (promoted, or allocated on old pages) are grey from the start; large ones
// are white, as many die soon.  Roots and young objects are not watched: each scavenge looks at those that survive it,
// and the final pause at all of them.  Old objects that point to young ones are in the remembered set, so the pause
// need not look at black objects again to find those.
#include <string.h>

#include "heap/heap-internal.h"
#include "heap/policy.h"

// ---------------------------------------------------------------------------------------------- page flags

// While marking, every store of a pointer to an old object into an old object takes the slow half of the barrier.
unsigned page_flags_for(const Heap *heap, Space owner) {
  unsigned flags = heap->marking != MARKING_STOPPED ? PAGE_POINTERS_TO_HERE_INTERESTING : 0;
  return flags | (owner == SPACE_OLD_DATA ? 0 : PAGE_POINTERS_FROM_HERE_INTERESTING);
}

static void set_page_flags(Heap *heap) {
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) page->base.flags = page_flags_for(heap, space->id); }
  FOR_EACH_PAGE(&heap->large, page) page->base.flags = page_flags_for(heap, SPACE_LARGE);
}

static void set_state(Heap *heap, MarkingState state) {
  bool was = heap->marking != MARKING_STOPPED, is = state != MARKING_STOPPED;
  heap->marking = state;
  heap->fast.marking = is;
  if (was != is) set_page_flags(heap);
}

// ---------------------------------------------------------------------------------------------- barrier

void heap_write_barrier_slow(Heap *heap, HeapObject *host, Word *slot, Word value) {
  HeapObject *object = word_object(value);
  if (heap_is_young(object)) {
    slots_record(heap, page_of(host), slot);
    return;
  }
  marker_mark(&heap->marker, object);
  if (word_is_moving(heap, value)) moving_slots_record(page_of(host), slot);
}

void heap_shape_barrier(Heap *heap, uint32_t id) { marker_mark_shape(&heap->marker, id); }

void marking_object_allocated(Heap *heap, HeapObject *object) { marker_mark(&heap->marker, object); }

void marking_object_shrunk(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes) {
  marker_clip_slices(&heap->marker, object, old_bytes, new_bytes);
  if (page_of(object)->owner == SPACE_LARGE || !mark_bit_get(last_word(object, old_bytes))) return;
  mark_bit_clear(last_word(object, old_bytes));
  mark_bit_set(last_word(object, new_bytes));
}

// ---------------------------------------------------------------------------------------------- start, abort

static void prepare_pages(Heap *heap) {
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) page->live_bytes = 0; }
  FOR_EACH_PAGE(&heap->large, page) page->live_bytes = 0;
  FOR_EACH_NEW_PAGE(heap, page) page->live_bytes = 0;
}

static void begin(Heap *heap) {
  sweep_finish(heap);
  prepare_pages(heap);
  shapes_prepare_marking(heap);
  heap->marker.heap = heap;
  heap->marker.bytes = 0;
}

// What is in new space holds on to old objects, as roots do.  Later each scavenge tells of those that survive it.
static void mark_from_young(Heap *heap) {
  FOR_EACH_NEW_PAGE(heap, page) {
    char *top = new_page_top(heap, page);
    for (char *p = page->area_start; p < top;) {
      HeapObject *object = (HeapObject *)(void *)p;
      uint64_t header = object->header;
      const Layout *layout = layout_of(heap, header);
      size_t bytes = layout_size(layout, object, header);
      Word *end, *word = layout_pointers(layout, object, header, bytes, &end);
      bool weak = (layout->flags & (KIND_WEAK | KIND_EPHEMERONS)) != 0;
      for (; word < end && !weak; word++) marking_root(heap, *word);
      p += bytes;
    }
  }
}

static void steps_note(Heap *heap, double ms);

void marking_start(Heap *heap) {
  double start = clock_ms();
  begin(heap);
  heap->steps = (MarkingSteps){.start_ms = start, .used = old_generation_used(heap)};
  moving_choose_before(heap);
  set_state(heap, MARKING_ACTIVE);
  marker_mark_roots(&heap->marker, 0);
  mark_from_young(heap);
  steps_note(heap, clock_ms() - start);
  new_space_set_limit(heap);
}

static void clear_marks(Heap *heap) {
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) page_clear_marks(page, page->area_end); }
  FOR_EACH_PAGE(&heap->large, page) mark_bit_clear(page->area_start);
}

void marking_abort(Heap *heap) {
  if (heap->marking == MARKING_STOPPED) return;
  marker_forget(&heap->marker);
  clear_marks(heap);
  moving_forget(heap);
  set_state(heap, MARKING_STOPPED);
  heap->steps = (MarkingSteps){0};
  new_space_set_limit(heap);
}

// ---------------------------------------------------------------------------------------------- steps

static void steps_note(Heap *heap, double ms) {
  MarkingSteps *steps = &heap->steps;
  steps->count++;
  steps->ms += ms;
  if (ms > steps->biggest_ms) steps->biggest_ms = ms;
}

bool marking_step(Heap *heap, size_t bytes) {
  if (heap->marking == MARKING_STOPPED) return false;
  if (heap->marking == MARKING_COMPLETE && heap->marker.stack.count == 0) return true;
  double start = clock_ms();
  bool done = marker_drain(&heap->marker, heap->moving ? MARK_RECORD : 0, bytes);
  heap->marking = done ? MARKING_COMPLETE : MARKING_ACTIVE;
  steps_note(heap, clock_ms() - start);
  return done;
}

// ---------------------------------------------------------------------------------------------- the final pause

static void mark_young_target(void *data, Word *slot) {
  Marker *m = data;
  if (in_new_space(m->heap, *slot)) marker_mark(m, word_object(*slot));
}

void marking_finish(Heap *heap) {
  double start = clock_ms();
  bool incremental = heap->marking != MARKING_STOPPED;
  heap->event.threads = 1;
  unsigned mode = MARK_YOUNG | (heap->moving ? MARK_RECORD : 0);
  Marker *m = &heap->marker;
  if (!incremental) begin(heap);
  marker_mark_roots(m, mode);
  double roots = clock_ms();
  heap->event.roots_ms += roots - start;
  marker_drain_in_parallel(m, mode);
  if (incremental) {  // what became black before the pause was not asked for its young referents
    slots_visit_live(heap, mark_young_target, m);
    marker_drain_in_parallel(m, mode);
  }
  heap->event.mark_ms += clock_ms() - start;
  marker_process_weak(m, mode);
  double filter = clock_ms();
  slots_drop_dead(heap);
  if (heap->moving) {
    FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) moving_slots_drop_dead(page); }
  }
  heap->event.mark_ms += clock_ms() - filter;
  marker_forget(m);
  set_state(heap, MARKING_STOPPED);
}
