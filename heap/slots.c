// heap/slots.c - the remembered set: which slots of the old generation hold pointers to new space.
//
// Slots are bits in the slot sets of their page, so each is kept once however often it is written.  Pages with slots
// are on a list, so a scavenge looks at no other page.
#include <stdlib.h>

#include "heap/heap-internal.h"

static SlotSet **slot_set_at(Heap *heap, Page *page, size_t megabyte) {
  if (page->slot_sets == NULL) {  // a large object's first slot
    size_t count = (page->committed + PAGE_MASK) >> PAGE_SIZE_LOG2;
    page->slot_sets = heap_realloc(heap, NULL, count * sizeof page->slot_sets[0]);
    for (size_t i = 0; i < count; i++) page->slot_sets[i] = NULL;
  }
  SlotSet **set = &page->slot_sets[megabyte];
  if (*set == NULL) {
    *set = calloc(1, sizeof **set);
    if (*set == NULL) heap_fatal_out_of_memory(heap, "Remembered set");
  }
  return set;
}

void slots_list_page(Heap *heap, Page *page) {
  if (page->slot_index != 0) return;
  if (heap->slot_page_count == heap->slot_page_capacity) {
    heap->slot_page_capacity = heap->slot_page_capacity == 0 ? 64 : heap->slot_page_capacity * 2;
    heap->slot_pages = heap_realloc(heap, heap->slot_pages, heap->slot_page_capacity * sizeof heap->slot_pages[0]);
  }
  heap->slot_pages[heap->slot_page_count++] = page;
  page->slot_index = (uint32_t)heap->slot_page_count;
}

void slots_record(Heap *heap, Page *host_page, Word *slot) {
  size_t offset = (size_t)((char *)slot - (char *)host_page), index = page_word_index(slot);
  SlotSet *set = *slot_set_at(heap, host_page, offset >> PAGE_SIZE_LOG2);
  set->cells[index >> 6] |= (uint64_t)1 << (index & 63);
  set->buckets |= (uint32_t)1 << (index >> 12);
  if (UNLIKELY(host_page->slot_index == 0)) slots_list_page(heap, host_page);
}

// Page flags have said that `host` is old and `value` young.  (The hook of incremental marking, when that comes: pages
// are then flagged so that every store of a pointer arrives here.)
void heap_write_barrier_slow(Heap *heap, HeapObject *host, Word *slot, Word value) {
  (void)value;
  slots_record(heap, page_of(host), slot);
}

void slots_forget_page(Heap *heap, Page *page) {
  if (page->slot_index != 0) {
    Page *last = heap->slot_pages[--heap->slot_page_count];
    heap->slot_pages[page->slot_index - 1] = last;
    last->slot_index = page->slot_index;
    page->slot_index = 0;
  }
  slot_sets_free(page);
}

Page **slots_take_list(Heap *heap, size_t *count) {
  Page **list = heap->slot_pages;
  *count = heap->slot_page_count;
  for (size_t i = 0; i < *count; i++) list[i]->slot_index = 0;
  heap->slot_pages = NULL;
  heap->slot_page_count = heap->slot_page_capacity = 0;
  return list;
}

static bool slot_set_is_empty(SlotSet *set) {
  for (unsigned b = 0; b < 32; b++) {
    if (!(set->buckets >> b & 1)) continue;
    for (unsigned i = 0; i < 64; i++) {
      if (set->cells[b * 64 + i] != 0) return false;
    }
    set->buckets &= ~((uint32_t)1 << b);
  }
  return true;
}

// After sweeping, which clears the slots of dead objects, many sets are empty; their memory is given back.
void slots_drop_empty(Heap *heap) {
  size_t count;
  Page **list = slots_take_list(heap, &count);
  for (size_t p = 0; p < count; p++) {
    Page *page = list[p];
    size_t sets = (page->committed + PAGE_MASK) >> PAGE_SIZE_LOG2;
    bool any = false;
    for (size_t i = 0; i < sets; i++) {
      SlotSet *set = page->slot_sets[i];
      if (set == NULL) continue;
      if (slot_set_is_empty(set)) {
        free(set);
        page->slot_sets[i] = NULL;
      } else {
        any = true;
      }
    }
    if (any) slots_list_page(heap, page);
  }
  free(list);
}
