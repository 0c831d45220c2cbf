// heap/populate.c - has a helper fetch memory for the pages that promotion will take next.
//
// The first touch of memory makes the system clear it, which takes longer than filling it with objects, and would
// happen in the pauses of scavenges.  So, once a heap is big, a helper makes the next megabytes present while the
// script runs.  What the heap does is the same with and without; only its resident size is a little ahead.
#include <sys/mman.h>

#include "heap/heap-internal.h"

#define MOST_AHEAD (8 * PAGE_SIZE_BYTES)
#define BIG_HEAP (16 * MB)
#define SHARE_AHEAD 8  // of a heap's old generation, one byte in so many

#ifdef MADV_POPULATE_WRITE
static void help(void *data) {
  Populating *p = data;
  madvise(p->start, p->bytes, MADV_POPULATE_WRITE);  // what is present already stays as it is
  atomic_store(&p->busy, false);
}

void populate_behind(Heap *heap, const Page *page) {
  Populating *p = &heap->populating;
  size_t committed = old_generation_committed(heap);
  if (heap->workers == NULL || heap->saving_memory || committed < BIG_HEAP) return;
  size_t ahead = committed / SHARE_AHEAD < MOST_AHEAD ? committed / SHARE_AHEAD & ~PAGE_MASK : MOST_AHEAD;
  char *next = (char *)(uintptr_t)page + PAGE_SIZE_BYTES, *end = page_chunk_end(&heap->pages, page);
  char *present = in_range((Word)(uintptr_t)p->end, next, ahead + 1) ? p->end : next;
  if (present - next >= (ptrdiff_t)(ahead / 2) || atomic_load(&p->busy)) return;
  if (p->posted) workers_finish(heap->workers, &p->job);
  p->start = present;
  p->bytes = (size_t)(end - present) < ahead ? (size_t)(end - present) : ahead;
  if (p->bytes == 0) return;
  p->end = present + p->bytes;
  atomic_store(&p->busy, true);
  p->job = (Job){.run = help, .data = p, .wanted = 1};
  p->posted = true;
  workers_post(heap->workers, &p->job);
}
#else
void populate_behind(Heap *heap, const Page *page) { (void)heap, (void)page; }
#endif

void populate_finish(Heap *heap) {
  if (heap->populating.posted) workers_finish(heap->workers, &heap->populating.job);
  heap->populating.posted = false;
}

void populate_take_back(Heap *heap) {
  Populating *p = &heap->populating;
  populate_finish(heap);
  for (char *page = p->start; page < p->end; page += PAGE_SIZE_BYTES) {
    if (!page_is_taken(&heap->pages, (const Page *)(void *)page)) memory_discard(page, PAGE_SIZE_BYTES);
  }
  p->start = p->end = NULL;
}
