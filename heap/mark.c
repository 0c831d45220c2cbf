// heap/mark.c - marking: finds everything that is reachable, in all spaces, from the roots.
//
// A set mark bit means that the object has been found; objects found but not yet looked at are on a stack, which grows
// as needed, so nothing recurses.  Long arrays are looked at slice by slice, so that the stack holds a slice's elements
// at most and not an array's.  Weak tables and weak objects are put aside and dealt with at the end.
#include <stdlib.h>

#include "heap/ephemerons.h"
#include "heap/heap-internal.h"

#define SLICE_WORDS 1024
#define PREFETCHED 8  // objects taken from the stack ahead, while their headers arrive from memory

typedef struct Slice {
  Word *next, *end;
  Page *page;
} Slice;

typedef struct Marker {
  Heap *heap;
  PointerStack *stack;
  Slice *slices;
  size_t slice_count, slice_capacity;
  PointerStack ephemerons, weak;
  PendingPairs pending;  // filled when all that is reached without ephemerons has been marked
} Marker;

static inline void mark_object(Marker *m, HeapObject *object) {
  if (mark_bit_set(object)) pointer_stack_push(m->heap, m->stack, object);
}

static inline uint64_t mark_words(Marker *m, const Word *p, const Word *end) {
  uint64_t points_to = 0;
  for (; p < end; p++) {
    Word word = *p;
    if (!word_is_pointer(word)) continue;
    points_to |= (uint64_t)1 << (word >> PAGE_SIZE_LOG2 & 63);
    mark_object(m, word_object(word));
  }
  return points_to;
}

static inline void mark_shape(Marker *m, uint32_t id) {
  if (m->heap->shape_live[id]) return;
  m->heap->shape_live[id] = 1;
  mark_object(m, m->heap->fast.shapes[id]);
}

static void push_slice(Marker *m, Slice slice) {
  if (m->slice_count == m->slice_capacity) {
    m->slice_capacity = m->slice_capacity == 0 ? 64 : m->slice_capacity * 2;
    m->slices = heap_realloc(m->heap, m->slices, m->slice_capacity * sizeof m->slices[0]);
  }
  m->slices[m->slice_count++] = slice;
}

static inline void visit_object(Marker *m, HeapObject *object) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(m->heap, header);
  size_t bytes = layout_size(layout, object, header);
  Page *page = page_of(object);
  page->live_bytes += bytes;
  if (layout->flags & KIND_HAS_SHAPE) mark_shape(m, header_aux(header));
  if (UNLIKELY(layout->flags & (KIND_EPHEMERONS | KIND_WEAK))) {
    page->points_to = ~(uint64_t)0;
    pointer_stack_push(m->heap, layout->flags & KIND_WEAK ? &m->weak : &m->ephemerons, object);
    return;
  }
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  if (UNLIKELY(end - p > SLICE_WORDS)) push_slice(m, (Slice){p, end, page});
  else page->points_to |= mark_words(m, p, end);
}

static void mark_values_of(Marker *m, const HeapObject *key) {
  FOR_EACH_PENDING_PAIR(&m->pending, key, i) mark_object(m, m->pending.pairs[i - 1].value);
}

// Empties the stack, but for objects that slices add later.
static void drain_stack(Marker *m) {
  HeapObject *ahead[PREFETCHED] = {NULL};
  unsigned i = 0, idle = 0;
  PointerStack *stack = m->stack;
  while (idle < PREFETCHED) {
    HeapObject *object = ahead[i];
    if (LIKELY(stack->count > 0)) {
      ahead[i] = stack->items[--stack->count];
      __builtin_prefetch(ahead[i]);
      idle = 0;
    } else {
      ahead[i] = NULL;
      idle++;
    }
    i = (i + 1) % PREFETCHED;
    if (object == NULL) continue;
    visit_object(m, object);
    if (UNLIKELY(m->pending.count > 0)) mark_values_of(m, object);
  }
}

static void drain(Marker *m) {
  for (;;) {
    drain_stack(m);
    if (m->stack->count > 0) continue;
    if (m->slice_count == 0) return;
    Slice *slice = &m->slices[m->slice_count - 1];
    Word *start = slice->next, *end = slice->end - start > SLICE_WORDS ? start + SLICE_WORDS : slice->end;
    Page *page = slice->page;
    slice->next = end;
    if (end == slice->end) m->slice_count--;
    page->points_to |= mark_words(m, start, end);
  }
}

// ---------------------------------------------------------------------------------------------- roots

typedef struct MarkVisitor {
  RootVisitor base;
  Marker *marker;
} MarkVisitor;

static void visit_root_range(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)root_name;
  mark_words(((MarkVisitor *)base)->marker, start, end);
}

// ---------------------------------------------------------------------------------------------- weak things

static inline bool word_is_dead(Word word) { return word_is_pointer(word) && !mark_bit_get(word_object(word)); }

static Word *object_pointers(const Heap *heap, HeapObject *object, Word **end) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(heap, header);
  return layout_pointers(layout, object, header, layout_size(layout, object, header), end);
}

// Marks the values whose keys are alive; the others wait for their keys.
static void look_at_pairs(Marker *m, HeapObject *table) {
  Word *end, *p = object_pointers(m->heap, table, &end);
  for (; p + 1 < end; p += 2) {
    if (!word_is_dead(p[1])) continue;
    if (word_is_dead(p[0])) pending_pairs_add(m->heap, &m->pending, word_object(p[0]), word_object(p[1]));
    else mark_object(m, word_object(p[1]));
  }
}

static void mark_ephemerons(Marker *m) {
  for (size_t i = 0; i < m->ephemerons.count; i++) {
    look_at_pairs(m, m->ephemerons.items[i]);
    drain(m);  // may add tables at the end
  }
}

static void clear_dead_pairs(Heap *heap, HeapObject *table) {
  Word *end, *p = object_pointers(heap, table, &end);
  for (; p + 1 < end; p += 2) {
    if (word_is_dead(p[0])) p[0] = p[1] = heap->embedder.tombstone;
  }
}

static void clear_dead_words(Heap *heap, HeapObject *object) {
  Word *end, *p = object_pointers(heap, object, &end);
  for (; p < end; p++) {
    if (word_is_dead(*p)) *p = heap->embedder.tombstone;
  }
}

static void process_weak_things(Marker *m) {
  Heap *heap = m->heap;
  double start = clock_ms();
  mark_ephemerons(m);
  for (size_t i = 0; i < m->ephemerons.count; i++) clear_dead_pairs(heap, m->ephemerons.items[i]);
  for (size_t i = 0; i < m->weak.count; i++) clear_dead_words(heap, m->weak.items[i]);
  shapes_clear_dead(heap);
  finalizers_after_marking(heap);
  heap->weak_state = WEAK_MARKED;
  run_process_weak(heap, WEAK_AFTER_MARKING);
  heap->weak_state = NOT_WEAK;
  heap->event.weak_ms += clock_ms() - start;
}

// ---------------------------------------------------------------------------------------------- all of it

static void prepare_pages(Heap *heap) {
  FOR_EACH_PAGED_SPACE(heap, space) {
    FOR_EACH_PAGE(space, page) page->live_bytes = 0, page->points_to = 0;
  }
  FOR_EACH_PAGE(&heap->large, page) page->live_bytes = 0, page->points_to = 0;
}

void mark_heap(Heap *heap) {
  double start = clock_ms();
  Marker m = {.heap = heap, .stack = &heap->mark_stack};
  prepare_pages(heap);
  shapes_prepare_marking(heap);
  MarkVisitor visitor = {{visit_root_range}, &m};
  heap->embedder.visit_roots(heap->embedder.data, &visitor.base);
  heap->event.roots_ms += clock_ms() - start;
  drain(&m);
  heap->event.mark_ms += clock_ms() - start;
  process_weak_things(&m);
  free(m.slices);
  free(m.ephemerons.items);
  pending_pairs_free(&m.pending);
  free(m.weak.items);
  if (m.stack->capacity > 64 * KB) {
    free(m.stack->items);
    *m.stack = (PointerStack){0};
  }
}
