// heap/sweep.c - after marking: turns what is not marked into free blocks, and clears the mark bits.
//
// All pages are left walkable: gaps become free-space objects.  Slots of dead objects are dropped from the remembered
// set, since the words there may become anything.
#include "heap/heap-internal.h"

// Code and shapes may want to hear of their end.
static void finalize_range(Heap *heap, char *start, char *end) {
  for (char *p = start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    p += object_size(heap, object);
    if (layout_of(heap, object->header)->flags & KIND_FINALIZE) heap->embedder.finalize(heap->embedder.data, object);
  }
}

static void free_range(Heap *heap, OldSpace *space, Page *page, char *start, char *end, bool finalize) {
  if (start == end) return;
  if (finalize) finalize_range(heap, start, end);
  slot_set_clear_range(page, start, end);
  page_add_free(space, page, start, (size_t)(end - start));
}

static void sweep_page(Heap *heap, OldSpace *space, Page *page, bool finalize) {
  page_forget_free(space, page);
  space->allocated -= page->allocated - page->live_bytes;
  page->allocated = page->live_bytes;
  char *gap = page->area_start;
  for (size_t c = PAGE_OBJECT_START / sizeof(Word) / 64; c < PAGE_CELLS; c++) {
    uint64_t bits = page->marks[c];
    if (bits == 0) continue;
    page->marks[c] = 0;
    for (; bits != 0; bits &= bits - 1) {
      size_t word = c * 64 + (unsigned)__builtin_ctzll(bits);
      char *object = (char *)page + word * sizeof(Word);
      free_range(heap, space, page, gap, object, finalize);
      gap = object + object_size(heap, (HeapObject *)(void *)object);
    }
  }
  free_range(heap, space, page, gap, page->area_end, finalize);
}

static void sweep_space(Heap *heap, OldSpace *space) {
  bool finalize = (space->id == SPACE_CODE || space->id == SPACE_SHAPE) && heap->embedder.finalize != NULL;
  FOR_EACH_PAGE(space, page) {
    // Nothing has died on this page since it was swept last: its free blocks stay as they are.
    if (page->live_bytes == page->allocated && page->live_bytes > 0) page_clear_marks(page, page->area_end);
    else sweep_page(heap, space, page, finalize);
  }
}

void sweep_heap(Heap *heap) {
  double start = clock_ms();
  FOR_EACH_PAGED_SPACE(heap, space) sweep_space(heap, space);
  large_sweep(heap);
  FOR_EACH_NEW_PAGE(heap, page) page_clear_marks(page, new_page_top(heap, page));
  slots_drop_empty(heap);
  heap->event.sweep_ms += clock_ms() - start;
}
