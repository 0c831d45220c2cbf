// heap/heap-inl.h - the hot paths: bump allocation and the write barrier.  Included by objects/ and vm/.
//
// A page is 1 MB, aligned to 1 MB, and begins with a header (Page, page.h), so the header of the page of any object is
// found by masking the object's address.  (An object of SPACE_LARGE begins in the first megabyte of its mapping.)
#ifndef NODULE_HEAP_HEAP_INL_H
#define NODULE_HEAP_HEAP_INL_H

#include "heap/heap.h"

#define PAGE_SIZE_LOG2 20
#define PAGE_SIZE_BYTES ((size_t)1 << PAGE_SIZE_LOG2)
#define PAGE_MASK (PAGE_SIZE_BYTES - 1)

// Page flags the barrier looks at.  A young page has POINTERS_TO_HERE; an old page has POINTERS_FROM_HERE.  While
// incremental marking goes on, old pages have both, so one pair of tests serves both purposes.
enum {
  PAGE_POINTERS_TO_HERE_INTERESTING = 1,
  PAGE_POINTERS_FROM_HERE_INTERESTING = 2,
  PAGE_YOUNG = 4,
};

typedef struct PageFlags {
  uint64_t flags;  // the first field of Page
} PageFlags;

static inline PageFlags *page_flags_of(const void *address) {
  return (PageFlags *)((uintptr_t)address & ~(uintptr_t)PAGE_MASK);
}

static inline bool heap_is_young(const HeapObject *object) { return (page_flags_of(object)->flags & PAGE_YOUNG) != 0; }

// The slow half: records `slot` of `host` (and, while marking, keeps the invariant of the colours).
void heap_write_barrier_slow(Heap *heap, HeapObject *host, Word *slot, Word value);

// To be called after `value` has been stored in `slot` of `host`.
static inline void heap_write_barrier(Heap *heap, HeapObject *host, Word *slot, Word value) {
  if (!word_is_pointer(value)) return;
  if (!(page_flags_of((void *)(uintptr_t)value)->flags & PAGE_POINTERS_TO_HERE_INTERESTING)) return;
  if (!(page_flags_of(host)->flags & PAGE_POINTERS_FROM_HERE_INTERESTING)) return;
  heap_write_barrier_slow(heap, host, slot, value);
}

// Bump allocation in new space; falls back to heap_allocate.  `bytes` is a multiple of 8, at most
// MAX_REGULAR_OBJECT_SIZE.  The caller writes the header and all tagged words before the next allocation.
static inline HeapObject *heap_allocate_young(Heap *heap, unsigned kind, size_t bytes) {
  HeapFast *fast = (HeapFast *)heap;
  char *top = fast->new_top;
  if ((size_t)(fast->new_limit - top) >= bytes) {
    fast->new_top = top + bytes;
    return (HeapObject *)top;
  }
  return heap_allocate(heap, kind, bytes, ALLOCATE_YOUNG, NULL);
}

// The same for an object of that shape; it may be born old, so stores of pointers into it need the barrier even while
// it is made.
static inline HeapObject *heap_allocate_shaped(Heap *heap, unsigned kind, size_t bytes, uint32_t shape) {
  if (__builtin_expect(((const HeapFast *)heap)->tenured[shape % TENURED_SHAPES], 0)) {
    return heap_allocate(heap, kind, bytes, ALLOCATE_OLD, NULL);
  }
  return heap_allocate_young(heap, kind, bytes);
}

// Gives `object` another shape, by its index in the shape table.
void heap_shape_barrier(Heap *heap, uint32_t id);
static inline void heap_set_shape(Heap *heap, HeapObject *object, uint32_t id) {
  heap_object_set_aux(object, id);
  if (__builtin_expect(((const HeapFast *)heap)->marking, 0)) heap_shape_barrier(heap, id);
}

// The object of a live index of the shape table; NULL for 0 and for dead shapes.
static inline HeapObject *heap_shape_at(const Heap *heap, uint32_t id) { return ((const HeapFast *)heap)->shapes[id]; }

#endif
