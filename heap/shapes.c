// heap/shapes.c - the table of shapes: objects name their shape by an index in it (the aux half of their headers).
//
// The end of marking clears the entries of shapes that were not reached: no live object has their indexes, as whoever
// marks an object marks its shape.  From then on these indexes are given to new shapes, the lowest first.  The embedder
// has forgotten them by then (heap_shape_add in heap.h).
#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"

#define FEWEST_SHAPES 256u

static void set_capacity(Heap *heap, uint32_t capacity) {
  heap->shape_capacity = capacity;
  heap->fast.shapes = heap_realloc(heap, heap->fast.shapes, capacity * sizeof heap->fast.shapes[0]);
  heap->shape_live = heap_realloc(heap, heap->shape_live, capacity);
}

void shapes_create(Heap *heap) {
  set_capacity(heap, FEWEST_SHAPES);
  heap->fast.shapes[0] = NULL;
  heap->shape_count = heap->shape_unused = 1;
}

void shapes_destroy(Heap *heap) {
  free(heap->fast.shapes);
  free(heap->shape_live);
}

// The search goes on where the last one ended, so it passes each index once between two full collections.
static uint32_t unused_index(Heap *heap) {
  uint32_t index = heap->shape_unused;
  while (index < heap->shape_count && heap->fast.shapes[index] != NULL) index++;
  if (index == heap->shape_capacity) set_capacity(heap, heap->shape_capacity * 2);
  if (index == heap->shape_count) heap->shape_count++;
  heap->shape_unused = index + 1;
  return index;
}

uint32_t heap_shape_add(Heap *heap, HeapObject *shape) {
  uint32_t index = unused_index(heap);
  heap->fast.shapes[index] = shape;
  heap->shape_live[index] = 0;
  return index;
}

// Now nobody asks for entries of the shapes that died in the last marking.
static void shrink_table(Heap *heap) {
  uint32_t capacity = heap->shape_capacity;
  while (capacity > FEWEST_SHAPES && capacity / 8 > heap->shape_count) capacity /= 2;
  if (capacity < heap->shape_capacity) set_capacity(heap, capacity);
}

void shapes_prepare_marking(Heap *heap) {
  shrink_table(heap);
  memset(heap->shape_live, 0, heap->shape_count);
  heap->shape_live[0] = 1;  // so that the marker never looks at entry 0
}

void shapes_clear_dead(Heap *heap) {
  for (uint32_t i = 1; i < heap->shape_count; i++) {
    HeapObject *shape = heap->fast.shapes[i];
    if (shape != NULL && !mark_bit_get(shape)) heap->fast.shapes[i] = NULL;
  }
  while (heap->shape_count > 1 && heap->fast.shapes[heap->shape_count - 1] == NULL) heap->shape_count--;
  heap->shape_unused = 1;
}
