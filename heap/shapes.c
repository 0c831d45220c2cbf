// heap/shapes.c - the table of shapes: objects name their shape by an index in it (the aux half of their headers).
//
// The table grows and its entries are never used twice, so an index held by an inline cache of a dead shape matches no
// object.  The marker clears the entries of shapes that it did not reach.
#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"

void shapes_create(Heap *heap) {
  heap->shape_capacity = 256;
  heap->fast.shapes = heap_realloc(heap, NULL, heap->shape_capacity * sizeof heap->fast.shapes[0]);
  heap->shape_live = heap_realloc(heap, NULL, heap->shape_capacity);
  heap->fast.shapes[0] = NULL;
  heap->shape_count = 1;
}

void shapes_destroy(Heap *heap) {
  free(heap->fast.shapes);
  free(heap->shape_live);
}

uint32_t heap_shape_add(Heap *heap, HeapObject *shape) {
  if (heap->shape_count == heap->shape_capacity) {
    heap->shape_capacity *= 2;
    heap->fast.shapes = heap_realloc(heap, heap->fast.shapes, heap->shape_capacity * sizeof heap->fast.shapes[0]);
    heap->shape_live = heap_realloc(heap, heap->shape_live, heap->shape_capacity);
  }
  heap->fast.shapes[heap->shape_count] = shape;
  heap->shape_live[heap->shape_count] = 0;
  return heap->shape_count++;
}

void shapes_prepare_marking(Heap *heap) {
  memset(heap->shape_live, 0, heap->shape_count);
  heap->shape_live[0] = 1;  // so that the marker never looks at entry 0
}

void shapes_clear_dead(Heap *heap) {
  for (uint32_t i = 1; i < heap->shape_count; i++) {
    HeapObject *shape = heap->fast.shapes[i];
    if (shape != NULL && !mark_bit_get(shape)) heap->fast.shapes[i] = NULL;
  }
}
