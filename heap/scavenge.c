// heap/scavenge.c - Cheney's copying collection of new space.
//
// Young objects reached from the roots, the slot sets and each other are copied to the other semispace, or promoted to
// the old generation when they have survived a scavenge already (they lie below the age mark), when to-space is more
// than a quarter full, or when the caller wants everything promoted.  The old copy's header becomes the address of the
// new one.  Work still to be done is what lies between a scan pointer and an allocation pointer: in to-space, and in
// old pointer space, where the bump areas that promotion filled are scanned like to-space.
#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"

#define CELLS_AHEAD 8  // of a slot set, while the slots they stand for arrive from memory
#define SURVIVORS_FADE 64

// A finished bump area with promoted objects that have not been scanned.
typedef struct Region {
  char *start, *end;
} Region;

typedef struct Scavenger {
  Heap *heap;
  char *from, *to;
  size_t semispace;
  char *age_mark;    // objects in from-space below it are promoted
  char *copy_limit;  // of to-space: beyond, objects are promoted
  char *to_top, *to_end;
  Page *to_page;
  size_t to_used_before;
  OldSpace *pointers, *data;
  char *old_scan;  // in the bump area of old pointer space
  Region *regions;
  size_t region_count, region_capacity;
  size_t copied_objects, promoted_objects;
  bool promotion_failed;
  bool counting;  // the survivors of each shape
  bool marking;   // incremental marking goes on: what is promoted is grey
  bool moving;    // in the pause that ends it: slots that point to moving pages are recorded
} Scavenger;

static inline bool in_from(const Scavenger *s, Word word) { return in_range(word, s->from, s->semispace); }
static inline bool in_to(const Scavenger *s, Word word) { return in_range(word, s->to, s->semispace); }

// ---------------------------------------------------------------------------------------------- room for copies

static char *to_space_refill(Scavenger *s, size_t bytes) {
  Page *next = new_space_next_page(s->heap, s->to, s->to_page);
  if (next == NULL) return NULL;
  s->to_page->top = s->to_top;
  s->to_used_before += (size_t)(s->to_top - s->to_page->area_start);
  s->to_page = next;
  s->to_end = next->area_end;
  s->to_top = next->area_start + bytes;
  return next->area_start;
}

static inline char *to_space_take(Scavenger *s, size_t bytes) {
  char *target = s->to_top;
  if (UNLIKELY((size_t)(s->to_end - target) < bytes)) return to_space_refill(s, bytes);
  s->to_top = target + bytes;
  return target;
}

static __attribute__((noinline)) char *promotion_refill(Scavenger *s, OldSpace *space, size_t bytes, Room room) {
  char *start = s->old_scan, *end = space->top;
  if (!old_space_refill(s->heap, space, bytes, room)) return NULL;
  if (space == s->pointers) {
    if (start < end) {
      if (s->region_count == s->region_capacity) {
        s->region_capacity = s->region_capacity == 0 ? 64 : s->region_capacity * 2;
        s->regions = heap_realloc(s->heap, s->regions, s->region_capacity * sizeof s->regions[0]);
      }
      s->regions[s->region_count++] = (Region){start, end};
    }
    s->old_scan = space->top;
  }
  char *target = space->top;
  space->top += bytes;
  return target;
}

static inline char *promotion_take(Scavenger *s, OldSpace *space, size_t bytes, Room room) {
  char *target = space->top;
  if (UNLIKELY((size_t)(space->limit - target) < bytes)) return promotion_refill(s, space, bytes, room);
  space->top = target + bytes;
  return target;
}

// ---------------------------------------------------------------------------------------------- copying

static inline void copy_words(char *target, const HeapObject *source, size_t bytes) {
  uint64_t *to = (uint64_t *)(void *)target;
  const uint64_t *from = (const uint64_t *)source;
  if (LIKELY(bytes <= 128)) {
    size_t i = 0, words = bytes / sizeof(uint64_t);
    for (; i + 2 <= words; i += 2) memcpy(to + i, from + i, 16);
    if (i < words) to[i] = from[i];
  } else {
    memcpy(target, source, bytes);
  }
}

static inline HeapObject *evacuate(Scavenger *s, HeapObject *object, uint64_t header) {
  const Layout *layout = layout_of(s->heap, header);
  size_t bytes = layout_size(layout, object, header);
  OldSpace *space = layout->flags & KIND_DATA ? s->data : s->pointers;
  char *target;
  bool promote = (char *)object < s->age_mark || s->to_top + bytes > s->copy_limit;
  if (promote && (target = promotion_take(s, space, bytes, ROOM_UNDER_MAXIMUM)) != NULL) {
    s->promoted_objects++;
  } else if ((target = to_space_take(s, bytes)) != NULL) {
    s->promotion_failed |= promote;
    s->copied_objects++;
  } else {
    // Neither the old generation nor to-space (which wastes page ends differently) has room.  There is no way back, so
    // the maximum is exceeded; the next allocation will find that out.
    target = promotion_take(s, space, bytes, ROOM_BY_FORCE);
    if (target == NULL) heap_fatal_out_of_memory(s->heap, "Evacuation");
    s->promotion_failed = true;
    s->promoted_objects++;
  }
  if (UNLIKELY(s->counting) && (layout->flags & KIND_HAS_SHAPE)) pretenure_count(s->heap, header_aux(header), bytes);
  copy_words(target, object, bytes);
  object->header = (uint64_t)(uintptr_t)target;
  if (UNLIKELY(s->marking) && !in_to(s, (Word)(uintptr_t)target)) {
    marking_object_allocated(s->heap, (HeapObject *)(void *)target);
  }
  return (HeapObject *)(void *)target;
}

// The new address of the object in from-space that `word` points to.
static inline Word forward(Scavenger *s, Word word) {
  HeapObject *object = word_object(word);
  uint64_t header = object->header;
  if (header_is_forwarded(header)) return header;
  return object_word(evacuate(s, object, header));
}

static inline void scan_words(Scavenger *s, Word *p, const Word *end) {
  for (; p < end; p++) {
    if (in_from(s, *p)) *p = forward(s, *p);
    else if (UNLIKELY(s->marking)) marking_root(s->heap, *p);
  }
}

static inline size_t scan_young(Scavenger *s, HeapObject *object) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(s->heap, header);
  size_t bytes = layout_size(layout, object, header);
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  scan_words(s, p, end);
  return bytes;
}

static inline void scan_promoted(Scavenger *s, HeapObject *object, size_t bytes) {
  uint64_t header = object->header;
  Word *end, *p = layout_pointers(layout_of(s->heap, header), object, header, bytes, &end);
  for (; p < end; p++) {
    if (!in_from(s, *p)) {
      bool record = UNLIKELY(s->moving) && word_is_pointer(*p) && word_is_moving(s->heap, *p);
      if (record) moving_slots_record(page_of(object), p);
      continue;
    }
    Word word = forward(s, *p);
    *p = word;
    if (in_to(s, word)) slots_record(s->heap, page_of(object), p);
  }
}

// ---------------------------------------------------------------------------------------------- roots and slots

typedef struct ScavengeVisitor {
  RootVisitor base;
  Scavenger *scavenger;
} ScavengeVisitor;

static void visit_root_range(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)root_name;
  scan_words(((ScavengeVisitor *)base)->scavenger, start, end);
}

// Returns the bits of the slots that still point to new space.
static uint64_t scavenge_cell(Scavenger *s, Word *base, uint64_t bits) {
  uint64_t kept = bits;
  for (uint64_t rest = bits; rest != 0; rest &= rest - 1) {
    __builtin_prefetch(word_object(base[__builtin_ctzll(rest)]));
  }
  for (uint64_t rest = bits; rest != 0; rest &= rest - 1) {
    unsigned i = (unsigned)__builtin_ctzll(rest);
    Word word = base[i];
    if (in_from(s, word)) {
      word = forward(s, word);
      base[i] = word;
    }
    if (!in_to(s, word)) kept &= ~((uint64_t)1 << i);
  }
  return kept;
}

// Slots are scattered over memory that was written long ago.
static inline void fetch_slots(const Word *base, uint64_t bits) {
  for (; bits != 0; bits &= bits - 1) __builtin_prefetch(base + __builtin_ctzll(bits));
}

static bool scavenge_slot_set(Scavenger *s, SlotSet *set, Word *words) {
  for (uint32_t buckets = set->buckets; buckets != 0; buckets &= buckets - 1) {
    unsigned b = (unsigned)__builtin_ctz(buckets);
    uint64_t any = 0;
    unsigned end = b * 64 + 64, last = end - CELLS_AHEAD;
    for (unsigned i = b * 64; i < end; i++) {
      if (i < last) fetch_slots(words + (size_t)(i + CELLS_AHEAD) * 64, set->cells[i + CELLS_AHEAD]);
      if (set->cells[i] != 0) any |= set->cells[i] = scavenge_cell(s, words + (size_t)i * 64, set->cells[i]);
    }
    if (any == 0) set->buckets &= ~((uint32_t)1 << b);
  }
  return set->buckets != 0;
}

static void scavenge_slots(Scavenger *s) {
  size_t count;
  Page **list = slots_take_list(s->heap, &count);
  for (size_t p = 0; p < count; p++) {
    Page *page = list[p];
    size_t sets = page_megabytes(page);
    bool any = false;
    for (size_t i = 0; i < sets; i++) {
      if (page->slot_sets[i] == NULL) continue;
      any |= scavenge_slot_set(s, page->slot_sets[i], (Word *)(void *)((char *)page + i * PAGE_SIZE_BYTES));
    }
    if (any) slots_list_page(s->heap, page);
  }
  free(list);
}

// ---------------------------------------------------------------------------------------------- the closure

static void scan_to_space(Scavenger *s, Page **page, char **scan) {
  for (;;) {
    while (*page != s->to_page) {
      char *p = *scan;
      while (p < (*page)->top) p += scan_young(s, (HeapObject *)(void *)p);
      *page = new_space_next_page(s->heap, s->to, *page);
      *scan = (*page)->area_start;
    }
    Page *current = s->to_page;
    char *p = *scan;
    while (p < s->to_top && s->to_page == current) p += scan_young(s, (HeapObject *)(void *)p);
    *scan = p;
    if (s->to_page == current) return;
  }
}

static void scan_promoted_regions(Scavenger *s) {
  for (;;) {
    if (s->region_count > 0) {
      Region region = s->regions[--s->region_count];
      for (char *p = region.start; p < region.end;) {
        HeapObject *object = (HeapObject *)(void *)p;
        size_t bytes = object_size(s->heap, object);
        scan_promoted(s, object, bytes);
        p += bytes;
      }
    } else if (s->old_scan < s->pointers->top) {
      HeapObject *object = (HeapObject *)(void *)s->old_scan;
      size_t bytes = object_size(s->heap, object);
      s->old_scan += bytes;  // first: scanning may close this area
      scan_promoted(s, object, bytes);
    } else {
      return;
    }
  }
}

static bool work_left(const Scavenger *s, const Page *page, const char *scan) {
  return page != s->to_page || scan < s->to_top || s->region_count > 0 || s->old_scan < s->pointers->top;
}

void scavenge(Heap *heap, bool promote_all) {
  NewSpace *space = &heap->new_space;
  double start = clock_ms();
  char *age_mark = space->age_mark, *from_end = heap->fast.new_top;
  size_t old_before = old_generation_used(heap);
  new_space_flip(heap);
  Page *page = (Page *)(void *)space->to;
  size_t usable = space->capacity / PAGE_SIZE_BYTES * PAGE_AREA_SIZE;
  Scavenger s = {.heap = heap,
                 .from = space->from,
                 .to = space->to,
                 .semispace = space->capacity,
                 .age_mark = age_mark,
                 .to_top = page->area_start,
                 .to_end = page->area_end,
                 .to_page = page,
                 .pointers = &heap->spaces[SPACE_OLD_POINTER],
                 .data = &heap->spaces[SPACE_OLD_DATA],
                 .counting = space->limited && !heap->full_collection,
                 .marking = heap->marking != MARKING_STOPPED,
                 .moving = heap->moving && heap->full_collection};
  s.old_scan = s.pointers->top;
  s.copy_limit = promote_all ? space->to : page->area_start + usable / 4;
  char *scan = page->area_start;

  ScavengeVisitor visitor = {{visit_root_range}, &s};
  const Embedder *embedder = &heap->embedder;
  (embedder->visit_young_roots != NULL ? embedder->visit_young_roots : embedder->visit_roots)(embedder->data,
                                                                                              &visitor.base);
  heap->event.roots_ms += clock_ms() - start;
  scavenge_slots(&s);
  while (work_left(&s, page, scan)) {
    scan_to_space(&s, &page, &scan);
    scan_promoted_regions(&s);
  }
  free(s.regions);
  new_space_set_top(heap, s.to_page, s.to_top, s.to_used_before);
  heap->promotion_failed = s.promotion_failed;

  heap->weak_state = WEAK_SCAVENGED;
  run_process_weak(heap, WEAK_AFTER_SCAVENGE);
  finalizers_after_scavenge(heap);
  heap->weak_state = NOT_WEAK;
  new_space_leave_from(heap, from_end);

  space->age_mark = s.to_top;
  size_t promoted = old_generation_used(heap) - old_before, copied = new_space_used(heap);
  // What survived long ago fades, or a program that keeps nothing would have the largest semispaces in the end.
  space->survived += promoted + copied - space->survived / SURVIVORS_FADE;
  heap->event.promoted += promoted;
  heap->event.copied += copied;
  heap->event.nodes_promoted += s.promoted_objects;
  heap->event.nodes_copied += s.copied_objects;
  heap->event.evacuate_ms += clock_ms() - start;
}
