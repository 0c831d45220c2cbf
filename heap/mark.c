// heap/mark.c - the marker's loop: takes grey objects from the worklist and makes the white ones they point to grey.
//
// Nothing recurses.  Long arrays are looked at slice by slice, so that the worklist grows by a slice's elements at most
// and a step of incremental marking stays short.  Weak tables and weak objects are put aside for the end of the pause
// (weak.c).
#include <stdlib.h>

#include "heap/heap-internal.h"
#include "heap/mark-parallel.h"

#define VISIT_COST 32  // bytes that an object counts for besides its pointers: pages of text cost no more than a word
#define PREFETCHED 32  // objects taken from the worklist ahead, while they arrive from memory
#define NEXT_LINE 56   // many objects end on the cache line behind that of their header

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// Alone, a marker makes an object grey when it finds it.  Of several, each puts what it finds white on its worklist,
// and the first to look at it makes it black; so there is one atomic operation for an object, and some are put twice.
ALWAYS_INLINE void mark_object(Marker *m, HeapObject *object, const unsigned mode) {
  if (mode & MARK_SHARED ? !mark_bit_get_shared(object) : mark_bit_set(object)) {
    pointer_stack_push(m->heap, &m->stack, object);
  }
}

// Returns false if another marker was faster.
ALWAYS_INLINE bool make_black(HeapObject *object, size_t bytes, bool large, const unsigned mode) {
  if (mode & MARK_SHARED) return large ? mark_bit_set_shared(object) : mark_both_bits_shared(object, bytes);
  if (!large) mark_bit_set(last_word(object, bytes));
  return true;
}

ALWAYS_INLINE void mark_words(Marker *m, Page *host, Word *p, const Word *end, const unsigned mode) {
  Heap *heap = m->heap;
  for (; p < end; p++) {
    Word word = *p;
    if (!word_is_pointer(word)) continue;
    if (!(mode & MARK_YOUNG) && in_new_space(heap, word)) continue;
    if ((mode & MARK_RECORD) && word_is_moving(heap, word)) moving_slots_record(host, p);
    mark_object(m, word_object(word), mode);
  }
}

ALWAYS_INLINE void mark_shape(Marker *m, uint32_t id, const unsigned mode) {
  uint8_t *live = &m->heap->shape_live[id];
  if (__atomic_load_n(live, __ATOMIC_RELAXED)) return;
  __atomic_store_n(live, 1, __ATOMIC_RELAXED);
  mark_object(m, m->heap->fast.shapes[id], mode);
}

static void push_slice(Marker *m, Slice slice) {
  if (m->slice_count == m->slice_capacity) {
    m->slice_capacity = m->slice_capacity == 0 ? 64 : m->slice_capacity * 2;
    m->slices = heap_realloc(m->heap, m->slices, m->slice_capacity * sizeof m->slices[0]);
  }
  m->slices[m->slice_count++] = slice;
}

ALWAYS_INLINE void count_live(Marker *m, Page *page, size_t bytes, const unsigned mode) {
  if (mode & MARK_SHARED) mark_pool_count_live(m, page, bytes);
  else page->live_bytes += bytes;
}

// Grey becomes black (or, a long array, has slices left).
ALWAYS_INLINE void visit_object(Marker *m, HeapObject *object, const unsigned mode) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(m->heap, header);
  size_t bytes = layout_size(layout, object, header);
  Page *page = page_of(object);
  m->bytes += VISIT_COST;
  if (!make_black(object, bytes, UNLIKELY(page->owner == SPACE_LARGE), mode)) return;
  count_live(m, page, bytes, mode);
  if (layout->flags & KIND_HAS_SHAPE) mark_shape(m, header_aux(header), mode);
  if (UNLIKELY(layout->flags & (KIND_EPHEMERONS | KIND_WEAK))) {
    pointer_stack_push(m->heap, layout->flags & KIND_WEAK ? &m->weak : &m->ephemerons, object);
    return;
  }
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  if (UNLIKELY(end - p > SLICE_WORDS)) {
    push_slice(m, (Slice){p, end, page});
    return;
  }
  m->bytes += (size_t)((char *)end - (char *)p);
  mark_words(m, page, p, end, mode);
}

static void mark_values_of(Marker *m, const HeapObject *key) {
  FOR_EACH_PENDING_PAIR(&m->pending, key, i) marker_mark(m, word_object(m->pending.pairs[i - 1][1]));
}

// Empties the stack, but for objects that slices add later, or until m->bytes has come to `enough`.  Objects wait in a
// ring while they arrive; where there are no others to wait for, as along a list, each is looked at at once.
ALWAYS_INLINE void drain_stack(Marker *m, size_t enough, const unsigned mode) {
  HeapObject *ahead[PREFETCHED];
  unsigned first = 0, waiting = 0;
  PointerStack *stack = &m->stack;
  while (m->bytes < enough) {
    if (LIKELY(stack->count > 0)) {
      HeapObject *next = stack->items[--stack->count];
      __builtin_prefetch(next);
      __builtin_prefetch((char *)next + NEXT_LINE);
      ahead[(first + waiting) % PREFETCHED] = next;
      if (++waiting < PREFETCHED) continue;
    } else if (waiting == 0) {
      break;
    }
    HeapObject *object = ahead[first];
    first = (first + 1) % PREFETCHED;
    waiting--;
    visit_object(m, object, mode);
    if (mode & MARK_PAIRS) mark_values_of(m, object);
    if ((mode & MARK_SHARED) && mark_pool_is_hungry(m->pool)) mark_pool_share(m);
  }
  while (waiting > 0) pointer_stack_push(m->heap, stack, ahead[(first + --waiting) % PREFETCHED]);
}

ALWAYS_INLINE bool drain(Marker *m, size_t enough, const unsigned mode) {
  for (;;) {
    drain_stack(m, enough, mode);
    if (m->bytes >= enough) return m->stack.count == 0 && m->slice_count == 0;
    if (m->slice_count == 0) {
      if (m->stack.count == 0) return true;
      continue;
    }
    Slice *slice = &m->slices[m->slice_count - 1];
    Word *start = slice->next, *end = slice->end - start > SLICE_WORDS ? start + SLICE_WORDS : slice->end;
    Page *page = slice->page;
    slice->next = end;
    if (end == slice->end) m->slice_count--;
    m->bytes += (size_t)(end - start) * sizeof(Word);
    mark_words(m, page, start, end, mode);
  }
}

bool marker_drain(Marker *m, unsigned mode, size_t bytes) {
  size_t enough = bytes > SIZE_MAX - m->bytes ? SIZE_MAX : m->bytes + bytes;
  switch (mode) {
  case 0: return drain(m, enough, 0);
  case MARK_RECORD: return drain(m, enough, MARK_RECORD);
  case MARK_YOUNG: return drain(m, enough, MARK_YOUNG);
  case MARK_YOUNG | MARK_RECORD: return drain(m, enough, MARK_YOUNG | MARK_RECORD);
  case MARK_YOUNG | MARK_SHARED: return drain(m, enough, MARK_YOUNG | MARK_SHARED);
  case MARK_YOUNG | MARK_SHARED | MARK_RECORD: return drain(m, enough, MARK_YOUNG | MARK_SHARED | MARK_RECORD);
  case MARK_YOUNG | MARK_PAIRS: return drain(m, enough, MARK_YOUNG | MARK_PAIRS);
  case MARK_YOUNG | MARK_PAIRS | MARK_RECORD: return drain(m, enough, MARK_YOUNG | MARK_PAIRS | MARK_RECORD);
  default: heap_bug("no marker of mode %u", mode);
  }
}

void marker_mark(Marker *m, HeapObject *object) { mark_object(m, object, 0); }
void marker_mark_shape(Marker *m, uint32_t id) { mark_shape(m, id, 0); }

// ---------------------------------------------------------------------------------------------- roots

typedef struct MarkVisitor {
  RootVisitor base;
  Marker *marker;
} MarkVisitor;

static void visit_old_roots(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)root_name;
  mark_words(((MarkVisitor *)base)->marker, NULL, start, end, 0);
}

static void visit_all_roots(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)root_name;
  mark_words(((MarkVisitor *)base)->marker, NULL, start, end, MARK_YOUNG);
}

void marker_mark_roots(Marker *m, unsigned mode) {
  MarkVisitor visitor = {{mode & MARK_YOUNG ? visit_all_roots : visit_old_roots}, m};
  m->heap->embedder.visit_roots(m->heap->embedder.data, &visitor.base);
}

// ---------------------------------------------------------------------------------------------- worklist

void marker_clip_slices(Marker *m, const HeapObject *object, size_t old_bytes, size_t new_bytes) {
  Word *end = (Word *)(uintptr_t)((const char *)object + new_bytes);
  for (size_t i = 0; i < m->slice_count; i++) {
    Slice *slice = &m->slices[i];
    if (!in_range((Word)(uintptr_t)slice->next, (const char *)object, old_bytes)) continue;
    if (slice->end > end) slice->end = end;
    if (slice->next > end) slice->next = end;
  }
}

static void stack_free(PointerStack *stack) {
  free(stack->items);
  *stack = (PointerStack){0};
}

void marker_forget(Marker *m) {
  stack_free(&m->stack);
  stack_free(&m->ephemerons);
  stack_free(&m->weak);
  pending_pairs_free(&m->pending);
  free(m->slices);
  *m = (Marker){.heap = m->heap};
}
