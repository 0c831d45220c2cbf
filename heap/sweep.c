// heap/sweep.c - after marking: turns what is not marked into free blocks, and clears the mark bits.
//
//               sweep_start           some thread takes it          it is done            the space takes its blocks
//   SWEPT ------------> SWEEP_PENDING ----------------> SWEEP_RUNNING -------> SWEEP_READY ------------------> SWEPT
//
// Old pointer and old data space are swept while the script runs: helpers sweep ahead, and the program's thread sweeps
// when an allocation finds no free block.  It takes the pages over in their order whoever has swept them, and waits for
// a page that is being swept, so where objects go does not depend on how fast the helpers are.  Code and shapes, which
// may want to hear of their end, are swept in the pause.
//
// A sweeper looks at the mark bits alone (page.h), never at an object, so it does not mind what the script does to
// them.
#include <sched.h>
#include <stdlib.h>

#include "heap/heap-internal.h"
#include "heap/workers.h"

#define HELPERS_AHEAD 16  // pages left to the program's thread at first, so that it seldom has to wait for a helper

// ---------------------------------------------------------------------------------------------- one page

// Code and shapes may want to hear of their end.
static void finalize_range(Heap *heap, char *start, const char *end) {
  for (char *p = start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    p += object_size(heap, object);
    if (layout_of(heap, object->header)->flags & KIND_FINALIZE) heap->embedder.finalize(heap->embedder.data, object);
  }
}

typedef void (*GapVisitor)(Heap *heap, Page *page, char *start, char *end);

static void visit_gaps(Heap *heap, Page *page, GapVisitor visitor) {
  size_t gap = (size_t)(page->area_start - (char *)page) / sizeof(Word);  // the first word that may be free
  bool inside = false;
  for (size_t c = gap / 64; c < PAGE_CELLS; c++) {
    for (uint64_t bits = page->marks[c]; bits != 0; bits &= bits - 1) {
      size_t word = c * 64 + (unsigned)__builtin_ctzll(bits);
      if (!inside && word > gap) visitor(heap, page, (char *)page + gap * 8, (char *)page + word * 8);
      inside = !inside;
      gap = word + 1;
    }
  }
  char *rest = (char *)page + gap * 8;
  if (rest < page->area_end) visitor(heap, page, rest, page->area_end);
}

static void free_gap(Heap *heap, Page *page, char *start, char *end) {
  (void)heap;
  page_put_block(page, start, (size_t)(end - start));
}

static void finalize_gap(Heap *heap, Page *page, char *start, char *end) {
  (void)page;
  finalize_range(heap, start, end);
}

static void sweep_page(Heap *heap, Page *page) {
  if (!page->clear_only) visit_gaps(heap, page, free_gap);
  page_clear_marks(page, page->area_end);
}

// Sweeps the page if nobody else has begun to.
static bool try_sweep(Heap *heap, Page *page) {
  uint32_t state = SWEEP_PENDING;
  if (!atomic_compare_exchange_strong(&page->sweep, &state, SWEEP_RUNNING)) return false;
  sweep_page(heap, page);
  atomic_store_explicit(&page->sweep, SWEEP_READY, memory_order_release);
  return true;
}

// ---------------------------------------------------------------------------------------------- taking pages over

// The page's blocks enter the free lists of its space.  Objects may have been shortened since they were counted.
static void publish(OldSpace *space, Page *page) {
  if (!page->clear_only) {
    size_t free_bytes = page->wasted;
    for (unsigned class = 0; class < FREE_CLASSES; class ++) free_bytes += page->free_bytes[class];
    for (unsigned class = 0; class < TINY_CLASSES; class ++) free_bytes += page->tiny_bytes[class];
    size_t allocated = (size_t)(page->area_end - page->area_start) - free_bytes;
    space->allocated -= page->allocated - allocated;
    page->allocated = allocated;
    page_list_blocks(space, page);
  }
  atomic_store_explicit(&page->sweep, SWEPT, memory_order_relaxed);
}

static void take_over(Heap *heap, OldSpace *space, Page *page) {
  if (!try_sweep(heap, page)) {
    while (atomic_load_explicit(&page->sweep, memory_order_acquire) != SWEEP_READY) sched_yield();
  }
  publish(space, page);
}

bool sweep_next(Heap *heap, OldSpace *space) {
  Sweeping *sweeping = &heap->sweeping;
  size_t *next = &sweeping->next[space->id];
  if (*next == sweeping->end[space->id]) return false;
  Page *page = sweeping->pages[(*next)++];
  if (atomic_load_explicit(&page->sweep, memory_order_relaxed) != SWEPT) take_over(heap, space, page);
  return true;
}

bool sweep_some(Heap *heap, size_t count) {
  bool left = false;
  for (Space id = SPACE_OLD_POINTER; id <= SPACE_OLD_DATA; id++) {
    for (size_t i = 0; i < count && sweep_next(heap, &heap->spaces[id]); i++) continue;
    left |= heap->sweeping.next[id] < heap->sweeping.end[id];
  }
  return left;
}

void sweep_page_now(Heap *heap, Page *page) {
  if (atomic_load_explicit(&page->sweep, memory_order_relaxed) != SWEPT)
    take_over(heap, &heap->spaces[page->owner], page);
}

static void help_sweeping(void *data) {
  Heap *heap = data;
  Sweeping *sweeping = &heap->sweeping;
  for (;;) {
    size_t i = atomic_fetch_add(&sweeping->helpers_next, 1);
    if (i >= sweeping->count || atomic_load(&sweeping->hurry)) return;
    (void)try_sweep(heap, sweeping->pages[(i + HELPERS_AHEAD) % sweeping->count]);
  }
}

void sweep_call_helpers_back(Heap *heap) {
  Sweeping *sweeping = &heap->sweeping;
  if (!sweeping->helped) return;
  atomic_store(&sweeping->hurry, true);
  workers_finish(heap->workers, &sweeping->job);
  sweeping->helped = false;
}

void sweep_finish(Heap *heap) {
  for (Space id = SPACE_OLD_POINTER; id <= SPACE_OLD_DATA; id++) {
    while (sweep_next(heap, &heap->spaces[id])) continue;
  }
  sweep_call_helpers_back(heap);
}

// ---------------------------------------------------------------------------------------------- after marking

static void sweep_in_pause(Heap *heap, OldSpace *space) {
  FOR_EACH_PAGE(space, page) {
    bool same = page->live_bytes == page->allocated && page->live_bytes > 0;
    page->clear_only = same;
    if (!same) {
      if (heap->embedder.finalize != NULL) visit_gaps(heap, page, finalize_gap);
      page_forget_free(space, page);
    }
    atomic_store_explicit(&page->sweep, SWEEP_PENDING, memory_order_relaxed);
    take_over(heap, space, page);
  }
}

static void add_page(Heap *heap, Page *page) {
  Sweeping *sweeping = &heap->sweeping;
  if (sweeping->count == sweeping->capacity) {
    sweeping->capacity = sweeping->capacity == 0 ? 256 : sweeping->capacity * 2;
    sweeping->pages = heap_realloc(heap, sweeping->pages, sweeping->capacity * sizeof sweeping->pages[0]);
  }
  sweeping->pages[sweeping->count++] = page;
}

// Pages that are to be evacuated are not swept; of the others, those without a live object are free as they are.
static void put_off(Heap *heap, OldSpace *space) {
  Sweeping *sweeping = &heap->sweeping;
  sweeping->next[space->id] = sweeping->count;
  old_space_restart_tiny(space);
  FOR_EACH_PAGE(space, page) {
    bool same = page->live_bytes == page->allocated && page->live_bytes > 0;
    page->clear_only = same;
    space->allocated -= page->allocated - page->live_bytes;
    page->allocated = page->live_bytes;
    if (!same) page_forget_free(space, page);
    if (page->evacuating) continue;
    if (page->live_bytes == 0) {
      page_put_block(page, page->area_start, (size_t)(page->area_end - page->area_start));
      page_list_blocks(space, page);
      continue;
    }
    atomic_store_explicit(&page->sweep, SWEEP_PENDING, memory_order_relaxed);
    add_page(heap, page);
  }
  sweeping->end[space->id] = sweeping->count;
}

void sweep_start(Heap *heap) {
  double start = clock_ms();
  heap->sweeping.count = 0;
  put_off(heap, &heap->spaces[SPACE_OLD_POINTER]);
  put_off(heap, &heap->spaces[SPACE_OLD_DATA]);
  sweep_in_pause(heap, &heap->spaces[SPACE_CODE]);
  sweep_in_pause(heap, &heap->spaces[SPACE_SHAPE]);
  large_sweep(heap);
  FOR_EACH_NEW_PAGE(heap, page) page_clear_marks(page, new_page_top(heap, page));
  heap->event.sweep_ms += clock_ms() - start;
}

void sweep_go_on(Heap *heap) {
  double start = clock_ms();
  Sweeping *sweeping = &heap->sweeping;
  if (heap->config.no_lazy_sweeping) {
    sweep_finish(heap);
  } else if (heap->workers != NULL && sweeping->count > 0) {
    sweeping->job = (Job){.run = help_sweeping, .data = heap, .wanted = workers_count(heap->workers)};
    atomic_store(&sweeping->helpers_next, 0);
    atomic_store(&sweeping->hurry, false);
    sweeping->helped = true;
    workers_post(heap->workers, &sweeping->job);
  }
  heap->event.sweep_ms += clock_ms() - start;
}

void sweep_destroy(Heap *heap) {
  sweep_call_helpers_back(heap);
  free(heap->sweeping.pages);
}
