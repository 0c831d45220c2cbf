// heap/large.c - objects too big for a page: each has a mapping of its own and never moves.
//
// Of the mark bitmap only the bit of the object's first word is used, so the object begins behind that bit's cell: with
// the whole bitmap of a page before it, an array of 160 kB would take a ninth more.  The mapping is zero and is not
// touched here beyond its first 4 KB, so that an array costs memory only where it is written.
#include <stdlib.h>

#include "heap/heap-internal.h"

#define LARGE_OBJECT_START ((size_t)512)

_Static_assert(LARGE_OBJECT_START >=
                   offsetof(Page, marks) + (LARGE_OBJECT_START / sizeof(Word) / 64 + 1) * sizeof(uint64_t),
               "the object lies behind its mark bit");

static size_t large_committed_size(size_t bytes) {
  return (LARGE_OBJECT_START + bytes + OS_PAGE_SIZE - 1) & ~(OS_PAGE_SIZE - 1);
}

// For big objects, huge pages save most of the page faults.  The mapping begins 1 MB before a 2 MB boundary: its first
// megabyte, with the page header, is made of small pages, so an object that is never written stays small.
static Page *map_page(size_t committed) {
  if (committed < HUGE_PAGE_SIZE + PAGE_SIZE_BYTES) return (Page *)(void *)memory_map(committed, PAGE_SIZE_BYTES, 0);
  char *start = memory_map(committed, HUGE_PAGE_SIZE, PAGE_SIZE_BYTES);
  size_t huge = (committed - PAGE_SIZE_BYTES) & ~(HUGE_PAGE_SIZE - 1);
  if (start != NULL) memory_prefer_huge_pages(start + PAGE_SIZE_BYTES, huge);
  return (Page *)(void *)start;
}

HeapObject *large_allocate(Heap *heap, size_t bytes) {
  LargeSpace *space = &heap->large;
  size_t committed = large_committed_size(bytes);
  if (committed < bytes || bytes > old_generation_room(heap)) return NULL;
  Page *page = map_page(committed);
  if (page == NULL) return NULL;
  page->base.flags = page_flags_for(heap, SPACE_LARGE);
  page->owner = SPACE_LARGE;
  page->area_start = (char *)page + LARGE_OBJECT_START;
  page->area_end = (char *)page + committed;
  page->committed = committed;
  page->allocated = bytes;
  page->next = space->first;
  if (space->first != NULL) space->first->previous = page;
  space->first = page;
  space->count++;
  space->committed += committed;
  space->used += bytes;
  return large_object(page);
}

// Drops the slots behind the object's new end: nobody keeps those words up to date any more.
static void forget_slots_from(SlotSet **sets, const Page *page, const char *end) {
  if (sets == NULL) return;
  size_t count = page_megabytes(page);
  size_t megabyte = (size_t)(end - (const char *)page) >> PAGE_SIZE_LOG2, first = page_word_index(end);
  SlotSet *set = megabyte < count ? sets[megabyte] : NULL;
  if (set != NULL) {
    set->cells[first >> 6] &= ((uint64_t)1 << (first & 63)) - 1;
    for (size_t i = (first >> 6) + 1; i < PAGE_CELLS; i++) set->cells[i] = 0;
  }
  for (size_t i = megabyte + 1; i < count; i++) {
    free(sets[i]);
    sets[i] = NULL;
  }
}

void large_shrink(Heap *heap, HeapObject *object, size_t bytes) {
  Page *page = page_of(object);
  size_t committed = large_committed_size(bytes);
  forget_slots_from(page->slot_sets, page, (char *)object + bytes);
  forget_slots_from(page->moving_sets, page, (char *)object + bytes);
  heap->large.used -= page->allocated - bytes;
  page->allocated = bytes;
  if (committed >= page->committed) return;
  size_t kept = (committed + PAGE_MASK) >> PAGE_SIZE_LOG2;
  for (size_t i = kept; i < page_megabytes(page); i++) {  // a set that begins at the new end is empty
    if (page->slot_sets != NULL) free(page->slot_sets[i]), page->slot_sets[i] = NULL;
    if (page->moving_sets != NULL) free(page->moving_sets[i]), page->moving_sets[i] = NULL;
  }
  memory_unmap((char *)page + committed, page->committed - committed);
  heap->large.committed -= page->committed - committed;
  page->committed = committed;
  page->area_end = (char *)page + committed;
}

static void free_page(Heap *heap, Page *page) {
  LargeSpace *space = &heap->large;
  if (page->previous != NULL) page->previous->next = page->next;
  else space->first = page->next;
  if (page->next != NULL) page->next->previous = page->previous;
  space->count--;
  space->committed -= page->committed;
  space->used -= page->allocated;
  slots_forget_page(heap, page);
  unmap_large_page(heap, page);
}

static void finalize(Heap *heap, HeapObject *object) {
  bool wanted = (layout_of(heap, object->header)->flags & KIND_FINALIZE) != 0 && heap->embedder.finalize != NULL;
  if (wanted) heap->embedder.finalize(heap->embedder.data, object);
}

void large_sweep(Heap *heap) {
  for (Page *page = heap->large.first, *next; page != NULL; page = next) {
    next = page->next;
    HeapObject *object = large_object(page);
    size_t index = page_word_index(object);
    uint64_t bit = (uint64_t)1 << (index & 63);
    if (page->marks[index >> 6] & bit) {
      page->marks[index >> 6] &= ~bit;
    } else {
      finalize(heap, object);
      free_page(heap, page);
    }
  }
}

static bool has_pointers(const Heap *heap, HeapObject *object) {
  uint64_t header = object->header;
  Word *end, *p = layout_pointers(layout_of(heap, header), object, header, PAGE_SIZE_BYTES, &end);
  return p < end;
}

size_t large_unmarked(Heap *heap) {
  LargeSpace *space = &heap->large;
  space->unmarked = 0;
  space->unmarked_used = space->used;
  FOR_EACH_PAGE(space, page) {
    if (!has_pointers(heap, large_object(page))) space->unmarked += page->allocated;
  }
  return space->unmarked;
}

void large_destroy(Heap *heap) {
  while (heap->large.first != NULL) {
    finalize(heap, large_object(heap->large.first));
    free_page(heap, heap->large.first);
  }
}
