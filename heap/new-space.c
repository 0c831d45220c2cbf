// heap/new-space.c - where objects are born: two semispaces, one of them in use, and a bump pointer.
//
// All pages of the reservation are young for good; which semispace is from-space is known to the scavenger alone. In
// stress mode the semispaces take turns at several places of the reservation, and those not in use are unreadable, so
// that a stale pointer faults.
#include <string.h>

#include "heap/heap-internal.h"

#define STRESS_SLOTS 8

static char *slot_start(const NewSpace *space, unsigned slot) {
  return space->reservation + slot * (space->reserved / space->slots);
}

static unsigned slot_of(const NewSpace *space, const char *start) {
  return (unsigned)((size_t)(start - space->reservation) / (space->reserved / space->slots));
}

static void page_prepare(Page *page) {
  page->base.flags = PAGE_YOUNG | PAGE_POINTERS_TO_HERE_INTERESTING;
  page->owner = SPACE_NEW;
  page->area_start = page->top = (char *)page + PAGE_OBJECT_START;
  page->area_end = (char *)page + PAGE_SIZE_BYTES;
  page->committed = PAGE_SIZE_BYTES;
}

static void semispace_prepare(char *start, size_t from, size_t to) {
  for (size_t offset = from; offset < to; offset += PAGE_SIZE_BYTES) page_prepare((Page *)(void *)(start + offset));
}

void new_space_set_limit(Heap *heap) {
  bool call_in = heap->config.gc_stress != 0 || heap->config.gc_interval != 0 || heap->no_gc > 0;
  char *end = heap->new_space.page->area_end, *due = heap->steps.due;
  if (call_in) end = heap->fast.new_top;
  else if (steps_go_on(heap) && due < end) end = due > heap->fast.new_top ? due : heap->fast.new_top;
  heap->fast.new_limit = end;
}

void new_space_set_top(Heap *heap, Page *page, char *top, size_t used_before) {
  heap->new_space.page = page;
  heap->new_space.used_before = used_before;
  heap->fast.new_top = top;
  new_space_set_limit(heap);
}

bool new_space_create(Heap *heap) {
  NewSpace *space = &heap->new_space;
  space->reserved = 2 * space->maximum;
  space->slots = 2;
  if (heap->config.gc_stress != 0) {  // small semispaces, so that there are several places for them
    space->maximum = space->initial;
    space->slots = STRESS_SLOTS;
    space->reserved = STRESS_SLOTS * space->maximum;
  }
  space->capacity = space->initial;
  space->reservation = memory_map(space->reserved, space->reserved, 0);
  if (space->reservation == NULL) return false;
  space->to = slot_start(space, 0);
  space->from = slot_start(space, 1);
  semispace_prepare(space->to, 0, space->capacity);
  // Both semispaces count as committed from the start (their memory is not touched), so that the first collection does
  // not show as a step in heapTotal.
  if (space->slots == 2) {
    semispace_prepare(space->from, 0, space->capacity);
    space->from_committed = true;
  }
  Page *page = (Page *)(void *)space->to;
  space->age_mark = page->area_start;
  new_space_set_top(heap, page, page->area_start, 0);
  return true;
}

void new_space_destroy(Heap *heap) {
  if (heap->new_space.reservation != NULL) memory_unmap(heap->new_space.reservation, heap->new_space.reserved);
}

size_t new_space_used(const Heap *heap) {
  const NewSpace *space = &heap->new_space;
  return space->used_before + (size_t)(heap->fast.new_top - space->page->area_start);
}

HeapObject *new_space_allocate(Heap *heap, size_t bytes) {
  NewSpace *space = &heap->new_space;
  char *top = heap->fast.new_top;
  if ((size_t)(space->page->area_end - top) < bytes) {
    Page *next = new_space_next_page(heap, space->to, space->page);
    if (next == NULL) return NULL;
    space->page->top = top;
    top = next->area_start;
    new_space_set_top(heap, next, top, new_space_used(heap));
  }
  heap->fast.new_top = top + bytes;
  if (UNLIKELY(heap->fast.new_limit < heap->fast.new_top)) new_space_set_limit(heap);
  return (HeapObject *)(void *)top;
}

void new_space_grow_if_due(Heap *heap) {
  NewSpace *space = &heap->new_space;
  if (space->limited || space->capacity >= space->maximum || space->survived <= space->capacity) return;
  size_t capacity = space->capacity * 2;
  semispace_prepare(space->to, space->capacity, capacity);
  if (space->from_committed) semispace_prepare(space->from, space->capacity, capacity);
  space->capacity = capacity;
  space->survived = 0;
}

void new_space_reduce(Heap *heap) {
  NewSpace *space = &heap->new_space;
  if (heap->config.gc_stress != 0) return;
  size_t used = (size_t)((char *)space->page - space->to) + PAGE_SIZE_BYTES, capacity = space->capacity;
  while (capacity > space->initial && capacity / 2 >= used && capacity / 2 >= 2 * new_space_used(heap)) capacity /= 2;
  if (capacity == space->capacity) return;
  memory_discard(space->to + capacity, space->capacity - capacity);
  memory_discard(space->from + capacity, space->capacity - capacity);
  space->capacity = capacity;
  space->survived = 0;
}

// After a last-resort collection: twice what is in use, from-space given back.
void new_space_shrink(Heap *heap) {
  if (heap->config.gc_stress != 0) return;
  new_space_reduce(heap);
  memory_discard(heap->new_space.from, heap->new_space.capacity);
  heap->new_space.from_committed = false;
}

void new_space_flip(Heap *heap) {
  NewSpace *space = &heap->new_space;
  space->page->top = heap->fast.new_top;
  char *old = space->to;
  if (space->slots > 2) {
    unsigned slot = (slot_of(space, old) + 1) % space->slots;
    space->from = slot_start(space, slot);
    if (space->protected_slots >> slot & 1) memory_unprotect(space->from, space->capacity);
    space->protected_slots &= ~((uint64_t)1 << slot);
    space->from_committed = false;
  }
  if (!space->from_committed) semispace_prepare(space->from, 0, space->capacity);
  space->from_committed = true;
  space->to = space->from;
  space->from = old;
}

void new_space_leave_from(Heap *heap, char *end) {
  NewSpace *space = &heap->new_space;
  if (space->slots > 2) {
    memory_protect(space->from, space->capacity);
    space->protected_slots |= (uint64_t)1 << slot_of(space, space->from);
  } else if (heap->config.verify) {  // a stale pointer will meet a header of no kind
    for (char *page = space->from; page < end; page += PAGE_SIZE_BYTES) {
      char *start = page + PAGE_OBJECT_START, *stop = page + PAGE_SIZE_BYTES < end ? page + PAGE_SIZE_BYTES : end;
      if (stop > start) memset(start, 0xFB, (size_t)(stop - start));
    }
  }
}
