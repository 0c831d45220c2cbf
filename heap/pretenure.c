// heap/pretenure.c - objects that will survive anyway are born old.
//
// When nearly all of new space survives scavenge after scavenge (NewSpace.limited), the shapes that make up much of the
// survivors are noted, and objects of those shapes are allocated in old space from then on, so that nobody copies them.
// The notes hold until the next full collection, and for so many bytes of such objects: then they are born young again
// until the next scavenge decides anew, so what has changed its ways does not fill old space.
// (V8 3.28 does this by allocation site, reference/v8-heap.md section 3; a shape stands for a site here.)
#include <string.h>

#include "heap/heap-internal.h"

#define FEWEST_SURVIVORS 85  // percent of new space
#define LEAST_SHARE 16       // a shape has to make up one in so many bytes

#define TEST_EVERY (32 * MB)

void pretenure_forget(Heap *heap) {
  memset(heap->fast.tenured, 0, sizeof heap->fast.tenured);
  heap->born_old = 0;
}

void pretenure_born_old(Heap *heap, size_t bytes) {
  heap->born_old += bytes;
  if (heap->born_old >= TEST_EVERY) pretenure_forget(heap);
}

void pretenure_count_from(Heap *heap) { memset(heap->survivors, 0, sizeof heap->survivors); }

static void tenure(Heap *heap, uint32_t id) {
  if (id != 0) heap->fast.tenured[id % TENURED_SHAPES] = 1;
}

void pretenure_decide(Heap *heap, size_t used, size_t survived) {
  if (survived < used / 100 * FEWEST_SURVIVORS) return;
  for (size_t i = 0; i < TENURED_SHAPES; i++) {
    const Survivors *s = &heap->survivors[i];
    if (s->bytes < used / LEAST_SHARE) continue;
    tenure(heap, s->shape);
    HeapObject *shape = heap->fast.shapes[s->shape];
    if (heap->embedder.birth_shape != NULL) tenure(heap, heap->embedder.birth_shape(heap->embedder.data, shape));
  }
}
