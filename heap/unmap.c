// heap/unmap.c - gives memory back to the system: at once, or by a helper after the pause.
//
// To unmap a gigabyte takes the system longer than a pause may last.  The figures of the heap change at once in any
// case; what the helper does shows in the resident size of the process only.
#include <stdlib.h>

#include "heap/heap-internal.h"

static bool may_wait(const Heap *heap) {
  return heap->workers != NULL && heap->collecting && !heap->saving_memory && heap->config.gc_stress == 0;
}

static void put_off(Heap *heap, Page *page, size_t bytes, bool regular) {
  Unmapping *list = &heap->unmapping;
  if (list->count == list->capacity) {
    list->capacity = list->capacity == 0 ? 64 : list->capacity * 2;
    list->items = heap_realloc(heap, list->items, list->capacity * sizeof list->items[0]);
  }
  list->items[list->count++] = (Unmapped){page, bytes, regular};
}

void unmap_large_page(Heap *heap, Page *page) {
  if (may_wait(heap)) put_off(heap, page, page->committed, false);
  else memory_unmap(page, page->committed);
}

void unmap_regular_page(Heap *heap, Page *page, bool pooled) {
  if (page_pool(&heap->pages, page, pooled)) return;
  if (may_wait(heap)) {
    put_off(heap, page, PAGE_SIZE_BYTES, true);
  } else {
    memory_discard(page, PAGE_SIZE_BYTES);
    page_give_back(&heap->pages, page);
  }
}

// Gives up the pages of the pool: all, or those that were not needed since the last time.
void unmap_pool(Heap *heap, bool entirely) {
  PageAllocator *pages = &heap->pages;
  size_t excess = entirely ? pages->pool_count : pages->pool_least;
  while (excess-- > 0) unmap_regular_page(heap, pages->pool[--pages->pool_count], false);
  pages->pool_least = pages->pool_count;
}

static void help(void *data) {
  Unmapping *list = data;
  for (size_t i = 0; i < list->count; i++) {
    const Unmapped *item = &list->items[i];
    if (item->regular) memory_discard(item->page, item->bytes);
    else memory_unmap(item->page, item->bytes);
  }
}

void unmap_start(Heap *heap) {
  Unmapping *list = &heap->unmapping;
  if (list->count == 0) return;
  list->job = (Job){.run = help, .data = list, .wanted = 1};
  list->posted = true;
  workers_post(heap->workers, &list->job);
}

void unmap_finish(Heap *heap) {
  Unmapping *list = &heap->unmapping;
  if (!list->posted) return;
  bool begun = workers_finish(heap->workers, &list->job);
  if (!begun) help(list);  // no helper has had the time
  for (size_t i = 0; i < list->count; i++) {
    if (list->items[i].regular) page_give_back(&heap->pages, list->items[i].page);
  }
  list->count = 0;
  list->posted = false;
}
