// heap/verify.c - checks the whole heap: sizes and kinds, every pointer, the remembered set, the mark bits.
//
// Between collections all mark bits are clear, so the verifier uses them: first it sets the bit of every object's first
// word, then a pointer is right exactly when it points into a known page at a word whose bit is set.
#include <stdlib.h>

#include "heap/heap-internal.h"

// The pages of the heap, as an open-addressed set of addresses.
typedef struct PageTable {
  const Page **slots;
  size_t mask;
} PageTable;

typedef struct Verifier {
  Heap *heap;
  PageTable table;
  const char *when;
  const Page *last;  // known to be a page
  size_t slots;      // remembered slots found in the objects of the page being checked
} Verifier;

static size_t page_hash(const Page *page) { return ((uintptr_t)page >> PAGE_SIZE_LOG2) * 0x9E3779B97F4A7C15u >> 20; }

static void table_add(PageTable *table, const Page *page) {
  size_t i = page_hash(page) & table->mask;
  while (table->slots[i] != NULL) i = (i + 1) & table->mask;
  table->slots[i] = page;
}

static bool table_has(const PageTable *table, const Page *page) {
  size_t i = page_hash(page) & table->mask;
  while (table->slots[i] != NULL && table->slots[i] != page) i = (i + 1) & table->mask;
  return table->slots[i] == page;
}

static void table_create(Verifier *v) {
  Heap *heap = v->heap;
  size_t count = heap->large.count + heap->new_space.capacity / PAGE_SIZE_BYTES, size = 64;
  FOR_EACH_PAGED_SPACE(heap, space) count += space->page_count;
  while (size < count * 2) size *= 2;
  v->table = (PageTable){calloc(size, sizeof(Page *)), size - 1};
  if (v->table.slots == NULL) heap_fatal_out_of_memory(heap, "Heap verification");
  FOR_EACH_NEW_PAGE(heap, page) table_add(&v->table, page);
  FOR_EACH_PAGED_SPACE(heap, space) {
    FOR_EACH_PAGE(space, page) table_add(&v->table, page);
  }
  FOR_EACH_PAGE(&heap->large, page) table_add(&v->table, page);
}

static _Noreturn void fail(const Verifier *v, const void *where, const char *what) {
  const char *name = where != NULL && table_has(&v->table, page_of(where))
                       ? heap_space_name((Space)page_of(where)->owner) : "no space";
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

static void set_starts(const Verifier *v, Page *page, char *end) {
  for (size_t c = 0; c < (size_t)(end - (char *)page + 511) / 512 && c < PAGE_CELLS; c++) {
    if (page->marks[c] != 0) fail(v, page, "a stale mark bit");
  }
  for (char *p = page->area_start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    p += check_object(v, object, end);
    if (header_kind(object->header) != KIND_FREE_SPACE) mark_bit_set(object);
  }
}

static void set_large_start(const Verifier *v, Page *page) {
  HeapObject *object = large_object(page);
  if (mark_bit_get(object)) fail(v, page, "a stale mark bit");
  // The object's end may have been cut off.
  if (check_object(v, object, page->area_end) > page->allocated) fail(v, object, "a large object of the wrong size");
  mark_bit_set(object);
}

static bool is_object(Verifier *v, Word word) {
  const Page *page = page_of(word_object(word));
  if (page != v->last) {
    if (!table_has(&v->table, page)) return false;
    v->last = page;
  }
  return word % 8 == 0 && mark_bit_get(word_object(word));
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
  for (; p < end; p++) {
    if (page->slot_index != 0 && slot_set_contains(page, p)) v->slots++;
    if (!word_is_pointer(*p)) continue;
    if (!is_object(v, *p)) fail(v, p, "a pointer to no object");
    if (!young && heap_is_young(word_object(*p)) && !slot_set_contains(page, p)) fail(v, p, "a slot is not remembered");
  }
  if (page->owner == SPACE_OLD_DATA && !(layout->flags & KIND_DATA)) fail(v, object, "pointers in old data space");
}

// A remembered slot that is no tagged word of an object would be taken for one by the next scavenge.
static void check_slots(Verifier *v, const Page *page) {
  size_t recorded = 0, sets = (page->committed + PAGE_MASK) >> PAGE_SIZE_LOG2;
  for (size_t s = 0; page->slot_index != 0 && s < sets; s++) {
    const SlotSet *set = page->slot_sets[s];
    for (unsigned c = 0; set != NULL && c < PAGE_CELLS; c++) {
      if (set->buckets >> (c / 64) & 1) recorded += (size_t)__builtin_popcountll(set->cells[c]);
      else if (set->cells[c] != 0) fail(v, page, "a slot in an empty bucket");
    }
  }
  if (recorded != v->slots) fail(v, page, "a remembered slot is no part of an object");
  v->slots = 0;
}

static void check_area(Verifier *v, const Page *page, char *end) {
  for (char *p = page->area_start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    size_t bytes = object_size(v->heap, object);
    check_words(v, page, object, bytes);
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
    for (unsigned class = 0; class < FREE_CLASSES; class++) free_on_page += page->free_bytes[class];
    if (page->allocated + free_on_page + page->wasted != (size_t)(page->area_end - page->area_start)) {
      fail(v, page, "a page's bytes do not add up");
    }
    allocated += page->allocated;
    free_bytes += free_on_page;
    wasted += page->wasted;
    pages++;
  }
  bool right = allocated == space->allocated && free_bytes == space->free_bytes && wasted == space->wasted;
  if (!right || pages != space->page_count) fail(v, space->first, "a space's bytes do not add up");
}

void verify_heap(Heap *heap, const char *when) {
  Verifier v = {.heap = heap, .when = when};
  table_create(&v);
  FOR_EACH_NEW_PAGE(heap, page) set_starts(&v, page, new_page_top(heap, page));
  FOR_EACH_PAGED_SPACE(heap, space) {
    old_space_fill_area(space);
    check_sums(&v, space);
    FOR_EACH_PAGE(space, page) set_starts(&v, page, page->area_end);
  }
  FOR_EACH_PAGE(&heap->large, page) set_large_start(&v, page);

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

  FOR_EACH_NEW_PAGE(heap, page) page_clear_marks(page, new_page_top(heap, page));
  FOR_EACH_PAGED_SPACE(heap, space) {
    FOR_EACH_PAGE(space, page) page_clear_marks(page, page->area_end);
  }
  FOR_EACH_PAGE(&heap->large, page) {
    page->marks[page_word_index(large_object(page)) >> 6] = 0;
  }
  free((void *)v.table.slots);
}
