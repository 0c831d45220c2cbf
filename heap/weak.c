// heap/weak.c - the end of marking: weak tables, weak objects, and what the embedder and the heap keep without
// retaining.
//
// A pair of a weak table keeps its value alive only while its key is alive otherwise.  The values of pairs whose keys
// are still white wait in a map (ephemerons.h), so that each pair is looked at once.
#include "heap/heap-internal.h"

static inline bool word_is_dead(Word word) { return word_is_pointer(word) && !mark_bit_get(word_object(word)); }

static Word *object_pointers(const Heap *heap, HeapObject *object, Word **end) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(heap, header);
  return layout_pointers(layout, object, header, layout_size(layout, object, header), end);
}

// The value first: that of a set is no pointer, so that the mark of the key, which may be anywhere, is not looked at.
static inline bool pair_is_pending(const Word *pair) { return word_is_dead(pair[1]) && word_is_dead(pair[0]); }

#define PAIRS_AHEAD 16  // distance in pairs at which the marks of keys and values are prefetched

static inline void pair_ahead(const Word *pair, const Word *end, bool values) {
  if (end - pair <= 2 * PAIRS_AHEAD + 1) return;
  const Word *ahead = pair + 2 * PAIRS_AHEAD;
  if (word_is_pointer(ahead[0])) mark_bit_prefetch(word_object(ahead[0]));
  if (values && word_is_pointer(ahead[1])) mark_bit_prefetch(word_object(ahead[1]));
}

static bool has_values(const Word *start, const Word *end) {
  const Word *p = start;
  while (p + 1 < end && !word_is_pointer(p[1])) p += 2;
  return p + 1 < end;
}

static void look_at_pairs(Marker *m, HeapObject *table) {
  Word *end, *start = object_pointers(m->heap, table, &end);
  size_t pending = 0;
  if (!has_values(start, end)) return;
  for (const Word *p = start; p + 1 < end; p += 2) {
    pair_ahead(p, end, true);
    pending += pair_is_pending(p);
  }
  pending_pairs_reserve(m->heap, &m->pending, pending);
  for (Word *p = start; p + 1 < end; p += 2) {
    pair_ahead(p, end, true);
    if (pair_is_pending(p)) pending_pairs_add(&m->pending, p);
    else if (word_is_dead(p[1])) marker_mark(m, word_object(p[1]));
  }
}

static void mark_ephemerons(Marker *m, unsigned mode) {
  for (size_t i = 0; i < m->ephemerons.count; i++) {
    look_at_pairs(m, m->ephemerons.items[i]);
    (void)marker_drain(m, mode | (m->pending.count > 0 ? MARK_PAIRS : 0), SIZE_MAX);  // may add tables at the end
  }
}

// The marker has not recorded the slots of weak objects: what is alive is known only now.
static inline void record_if_moving(Heap *heap, HeapObject *host, Word *slot) {
  if (word_is_pointer(*slot) && word_is_moving(heap, *slot)) moving_slots_record(page_of(host), slot);
}

static void clear_dead_pairs(Heap *heap, HeapObject *table) {
  Word *end, *p = object_pointers(heap, table, &end);
  for (; p + 1 < end; p += 2) {
    pair_ahead(p, end, false);
    if (word_is_dead(p[0])) p[0] = p[1] = heap->embedder.tombstone;
    record_if_moving(heap, table, p);
    record_if_moving(heap, table, p + 1);
  }
}

static void clear_dead_words(Heap *heap, HeapObject *object) {
  Word *end, *p = object_pointers(heap, object, &end);
  for (; p < end; p++) {
    if (word_is_dead(*p)) *p = heap->embedder.tombstone;
    record_if_moving(heap, object, p);
  }
}

// ---------------------------------------------------------------------------------------------- the embedder's part

// Whether a place of a hash table is empty cannot be predicted, so there is no branch on it: for the empty ones some
// other object's mark is looked at.
size_t heap_clear_dead(Heap *heap, Word *start, Word *end, Word cleared) {
  (void)heap;
  size_t count = 0;
  Word *p = start;
  while (p < end && !word_is_pointer(*p)) p++;
  for (Word some = p < end ? *p : 0; p < end; p++) {
    bool pointer = word_is_pointer(*p);
    if (LIKELY(!pointer | mark_bit_get(word_object(pointer ? *p : some)))) continue;
    *p = cleared;
    count++;
  }
  return count;
}

static void record_moving_words(Heap *heap, HeapObject *object) {
  Word *end, *p = object_pointers(heap, object, &end);
  for (; p < end; p++) record_if_moving(heap, object, p);
}

// Black, as after a visit of the marker.
void heap_mark_weakly(Heap *heap, HeapObject *part) {
  if (!mark_bit_set(part)) return;
  size_t bytes = object_size(heap, part);
  Page *page = page_of(part);
  page->live_bytes += bytes;
  if (page->owner != SPACE_LARGE) mark_bit_set(last_word(part, bytes));
  record_moving_words(heap, part);
}

// The sweeper finds what is cut off between the marks of live objects.
void heap_shrink_weakly(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes) {
  old_bytes = (old_bytes + 7) & ~(size_t)7;
  new_bytes = (new_bytes + 7) & ~(size_t)7;
  if (new_bytes >= old_bytes) return;
  Page *page = page_of(object);
  page->live_bytes -= old_bytes - new_bytes;
  if (page->owner == SPACE_LARGE) {
    large_shrink(heap, object, new_bytes);
    return;
  }
  mark_bit_clear(last_word(object, old_bytes));
  mark_bit_set(last_word(object, new_bytes));
}

// ---------------------------------------------------------------------------------------------- the end of marking

#define WEAK_AHEAD 16  // objects looked at later, whose memory is asked for now

static bool is_custom(const Heap *heap, const HeapObject *object) {
  return (layout_of(heap, object->header)->flags & KIND_CUSTOM_WEAK) != 0;
}

static void process_custom(Heap *heap, HeapObject *object) {
  heap->embedder.process_weak_object(heap->embedder.data, heap, object);
  if (heap->moving) record_moving_words(heap, object);
}

void marker_process_weak(Marker *m, unsigned mode) {
  Heap *heap = m->heap;
  double start = clock_ms();
  mark_ephemerons(m, mode);
  for (size_t i = 0; i < m->ephemerons.count; i++) clear_dead_pairs(heap, m->ephemerons.items[i]);
  shapes_clear_dead(heap);
  heap->weak_state = WEAK_MARKED;
  for (size_t i = 0; i < m->weak.count; i++) {
    if (i + WEAK_AHEAD < m->weak.count) __builtin_prefetch(m->weak.items[i + WEAK_AHEAD]);
    if (is_custom(heap, m->weak.items[i])) process_custom(heap, m->weak.items[i]);
    else clear_dead_words(heap, m->weak.items[i]);
  }
  finalizers_after_marking(heap);
  run_process_weak(heap, WEAK_AFTER_MARKING);
  heap->weak_state = NOT_WEAK;
  heap->event.weak_ms += clock_ms() - start;
}
