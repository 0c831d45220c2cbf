// heap/verify.c - checks the whole heap: sizes and kinds, every pointer, the sets of slots, the colours, the free
// lists; and what the embedder knows of its objects.
//
// First it notes where objects begin, in bitmaps of its own; then a pointer is right exactly when it points to such a
// place.  On pages that wait to be swept only the objects with complete mark bits count, the others are dead.
#include <stdlib.h>

#include "heap/heap-internal.h"

// A page and where its objects begin.
typedef struct Known {
  Page *page;
  uint64_t *starts;
  bool grey;  // a large object on the marker's worklist
} Known;

// The pages of the heap, as an open-addressed set of addresses.
typedef struct PageTable {
  Known *places;
  size_t mask;
} PageTable;

typedef struct Verifier {
  Heap *heap;
  PageTable table;
  const char *when;
  const Known *last;  // found last
  size_t slots;       // remembered slots found in the objects of the page being checked
} Verifier;

static size_t page_hash(const Page *page) { return ((uintptr_t)page >> PAGE_SIZE_LOG2) * 0x9E3779B97F4A7C15u >> 20; }

static Known *table_find(const PageTable *table, const Page *page) {
  size_t i = page_hash(page) & table->mask;
  while (table->places[i].page != NULL && table->places[i].page != page) i = (i + 1) & table->mask;
  return &table->places[i];
}

static void table_add(PageTable *table, Page *page) {
  Known *place = table_find(table, page);
  *place = (Known){page, checked_calloc(PAGE_CELLS, sizeof place->starts[0]), false};
}

static void table_create(Verifier *v) {
  Heap *heap = v->heap;
  size_t count = heap->large.count + heap->new_space.capacity / PAGE_SIZE_BYTES, size = 64;
  FOR_EACH_PAGED_SPACE(heap, space) count += space->page_count;
  while (size < count * 2) size *= 2;
  v->table = (PageTable){checked_calloc(size, sizeof(Known)), size - 1};
  FOR_EACH_NEW_PAGE(heap, page) table_add(&v->table, page);
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) table_add(&v->table, page); }
  FOR_EACH_PAGE(&heap->large, page) table_add(&v->table, page);
}

static void table_destroy(PageTable *table) {
  for (size_t i = 0; i <= table->mask; i++) free(table->places[i].starts);
  free(table->places);
}

static _Noreturn void fail(const Verifier *v, const void *where, const char *what) {
  const char *name = where != NULL && table_find(&v->table, page_of(where))->page != NULL
                         ? heap_space_name((Space)page_of(where)->owner)
                         : "no space";
  heap_bug("verification %s collection %u: %s (at %p, %s)", v->when, v->heap->collection_number, what, where, name);
}

// ---------------------------------------------------------------------------------------------- object starts

static size_t check_object(const Verifier *v, const HeapObject *object, const char *end) {
  uint64_t header = object->header;
  if (header_is_forwarded(header)) fail(v, object, "a forwarding address where an object should begin");
  if (header_kind(header) >= v->heap->embedder.kind_count) fail(v, object, "an object of no known kind");
  size_t bytes = object_size(v->heap, object), least = header_kind(header) == KIND_FREE_SPACE ? 8 : 16;
  if (bytes < least || bytes % 8 != 0) fail(v, object, "an object of impossible size");
  if (bytes > (size_t)(end - (const char *)object)) fail(v, object, "an object reaches beyond its page");
  return bytes;
}

static void note_start(const Verifier *v, const HeapObject *object) {
  size_t index = page_word_index(object);
  table_find(&v->table, page_of(object))->starts[index >> 6] |= (uint64_t)1 << (index & 63);
}

static bool may_have_marks(const Verifier *v, const Page *page) {
  return page->owner != SPACE_NEW &&
         (v->heap->marking != MARKING_STOPPED || atomic_load(&page->sweep) == SWEEP_PENDING);
}

static void check_no_marks(const Verifier *v, const Page *page, const char *end) {
  for (size_t c = 0; c < (size_t)(end - (const char *)page + 511) / 512 && c < PAGE_CELLS; c++) {
    if (page->marks[c] != 0) fail(v, page, "a stale mark bit");
  }
}

static void note_starts(const Verifier *v, Page *page, char *end) {
  if (!may_have_marks(v, page)) check_no_marks(v, page, end);
  if (page_is_unswept(page)) {
    FOR_EACH_MARKED(page, object) {
      size_t bytes = check_object(v, object, end);
      if (!mark_bit_get(last_word(object, bytes))) fail(v, object, "mark bits that do not end with their object");
      note_start(v, object);
    }
    return;
  }
  for (char *p = page->area_start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    p += check_object(v, object, end);
    if (header_kind(object->header) != KIND_FREE_SPACE) note_start(v, object);
  }
}

static void note_large_start(const Verifier *v, Page *page) {
  HeapObject *object = large_object(page);
  if (v->heap->marking == MARKING_STOPPED && mark_bit_get(object)) fail(v, page, "a stale mark bit");
  // The object's end may have been cut off.
  if (check_object(v, object, page->area_end) > page->allocated) fail(v, object, "a large object of the wrong size");
  note_start(v, object);
}

static void note_grey_large_objects(const Verifier *v) {
  const PointerStack *stack = &v->heap->marker.stack;
  for (size_t i = 0; i < stack->count; i++) {
    Known *known = table_find(&v->table, page_of(stack->items[i]));
    if (known->page == NULL) fail(v, stack->items[i], "a grey object that is none");
    known->grey = true;
  }
}

static bool is_object(Verifier *v, Word word) {
  const Page *page = page_of(word_object(word));
  if (v->last == NULL || page != v->last->page) {
    const Known *known = table_find(&v->table, page);
    if (known->page == NULL) return false;
    v->last = known;
  }
  size_t index = page_word_index(word_object(word));
  return word % 8 == 0 && (v->last->starts[index >> 6] >> (index & 63) & 1) != 0;
}

// ---------------------------------------------------------------------------------------------- colours

static bool in_slices(const Verifier *v, const Word *slot) {
  const Marker *m = &v->heap->marker;
  for (size_t i = 0; i < m->slice_count; i++) {
    if (slot >= m->slices[i].next && slot < m->slices[i].end) return true;
  }
  return false;
}

// Black objects of the old generation point to no white ones there, and their slots that point to moving pages are
// known.
static void check_black(const Verifier *v, const HeapObject *object, size_t bytes, const Word *p, const Word *end) {
  const Page *page = page_of(object);
  bool large = page->owner == SPACE_LARGE;
  bool grey = large ? table_find(&v->table, page)->grey : !mark_bit_get(last_word(object, bytes));
  if (!mark_bit_get(object) || grey) return;
  if (layout_of(v->heap, object->header)->flags & (KIND_WEAK | KIND_EPHEMERONS)) return;
  if (layout_of(v->heap, object->header)->flags & KIND_HAS_SHAPE) {
    if (!v->heap->shape_live[header_aux(object->header)]) fail(v, object, "the shape of a black object is white");
  }
  for (; p < end; p++) {
    if (!word_is_pointer(*p) || heap_is_young(word_object(*p)) || in_slices(v, p)) continue;
    if (!mark_bit_get(word_object(*p))) fail(v, p, "a black object points to a white one");
    if (!word_is_moving(v->heap, *p) || page->evacuating) continue;
    if (!moving_slot_is_recorded(page, p)) fail(v, p, "a slot that points to a moving page is not recorded");
  }
}

// ---------------------------------------------------------------------------------------------- pointers

static void check_words(Verifier *v, const Page *page, HeapObject *object, size_t bytes) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(v->heap, header);
  bool young = page->owner == SPACE_NEW;
  if (layout->flags & KIND_HAS_SHAPE) {
    uint32_t id = header_aux(header);
    if (id >= v->heap->shape_count) fail(v, object, "an object's shape is not in the table");
    HeapObject *shape = v->heap->fast.shapes[id];
    if (id != 0 && (shape == NULL || !is_object(v, object_word(shape)))) fail(v, object, "an object's shape is dead");
  }
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  if (!young && v->heap->marking != MARKING_STOPPED) check_black(v, object, bytes, p, end);
  for (; p < end; p++) {
    if (page->slot_index != 0 && slot_set_contains(page, p)) v->slots++;
    if (!word_is_pointer(*p)) continue;
    if (!is_object(v, *p)) fail(v, p, "a pointer to no object");
    if (!young && heap_is_young(word_object(*p)) && !slot_set_contains(page, p)) fail(v, p, "a slot is not remembered");
  }
  if (page->owner == SPACE_OLD_DATA && !(layout->flags & KIND_DATA)) fail(v, object, "pointers in old data space");
  const Embedder *embedder = &v->heap->embedder;
  const char *wrong = embedder->check_object == NULL ? NULL : embedder->check_object(embedder->data, object);
  if (wrong != NULL) fail(v, object, wrong);
}

// A remembered slot that is no tagged word of an object would be taken for one by the next scavenge.
static void check_slots(Verifier *v, const Page *page) {
  size_t recorded = 0;
  for (size_t s = 0; page->slot_index != 0 && s < page_megabytes(page); s++) {
    const SlotSet *set = page->slot_sets[s];
    for (unsigned c = 0; set != NULL && c < PAGE_CELLS; c++) {
      if (set->buckets >> (c / 64) & 1) recorded += (size_t)__builtin_popcountll(set->cells[c]);
      else if (set->cells[c] != 0) fail(v, page, "a slot in an empty bucket");
    }
  }
  if (recorded != v->slots) fail(v, page, "a remembered slot is no part of an object");
  v->slots = 0;
}

static void check_area(Verifier *v, Page *page, char *end) {
  if (page_is_unswept(page)) {
    FOR_EACH_MARKED(page, object) check_words(v, page, object, object_size(v->heap, object));
    return;
  }
  for (char *p = page->area_start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    size_t bytes = object_size(v->heap, object);
    if (header_kind(object->header) != KIND_FREE_SPACE) check_words(v, page, object, bytes);
    p += bytes;
  }
}

typedef struct VerifyVisitor {
  RootVisitor base;
  Verifier *verifier;
} VerifyVisitor;

static void check_roots(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  Verifier *v = ((VerifyVisitor *)base)->verifier;
  for (Word *p = start; p < end; p++) {
    if (!word_is_pointer(*p) || is_object(v, *p)) continue;
    heap_bug("verification %s collection %u: root %s[%td] = %llx points to no object", v->when,
             v->heap->collection_number, root_name, p - start, (unsigned long long)*p);
  }
}

// ---------------------------------------------------------------------------------------------- sums

static void check_sums(const Verifier *v, OldSpace *space) {
  size_t allocated = 0, free_bytes = 0, wasted = 0, pages = 0;
  FOR_EACH_PAGE(space, page) {
    size_t free_on_page = 0;
    pages++;
    allocated += page->allocated;
    if (!page_is_listed(page)) continue;
    for (unsigned class = 0; class < FREE_CLASSES; class ++) free_on_page += page->free_bytes[class];
    for (unsigned class = 0; class < TINY_CLASSES; class ++) free_on_page += page->tiny_bytes[class];
    bool complete = page->allocated + free_on_page + page->wasted == (size_t)(page->area_end - page->area_start);
    if (!complete && !page->evacuating) fail(v, page, "a page's bytes do not add up");
    free_bytes += free_on_page;
    wasted += page->wasted;
  }
  bool right = allocated == space->allocated && free_bytes == space->free_bytes && wasted == space->wasted;
  if (!right || pages != space->page_count) fail(v, space->first, "a space's bytes do not add up");
}

void verify_heap(Heap *heap, const char *when) {
  Verifier v = {.heap = heap, .when = when};
  sweep_call_helpers_back(heap);
  table_create(&v);
  FOR_EACH_NEW_PAGE(heap, page) note_starts(&v, page, new_page_top(heap, page));
  FOR_EACH_PAGED_SPACE(heap, space) {
    old_space_fill_area(space);
    check_sums(&v, space);
    FOR_EACH_PAGE(space, page) note_starts(&v, page, page->area_end);
  }
  FOR_EACH_PAGE(&heap->large, page) note_large_start(&v, page);
  note_grey_large_objects(&v);

  VerifyVisitor visitor = {{check_roots}, &v};
  heap->embedder.visit_roots(heap->embedder.data, &visitor.base);
  FOR_EACH_NEW_PAGE(heap, page) check_area(&v, page, new_page_top(heap, page));
  FOR_EACH_PAGED_SPACE(heap, space) {
    FOR_EACH_PAGE(space, page) {
      check_area(&v, page, page->area_end);
      check_slots(&v, page);
    }
  }
  FOR_EACH_PAGE(&heap->large, page) {
    check_words(&v, page, large_object(page), object_size(heap, large_object(page)));
    check_slots(&v, page);
  }
  table_destroy(&v.table);
}
