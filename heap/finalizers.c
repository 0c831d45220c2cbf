// heap/finalizers.c - objects that own something outside the heap: the embedder hears of their end, once.
//
// They are on two lists, by age, so that a scavenge looks at the young ones only.  Entries of dead objects leave the
// list in the collection that finds them dead, before their memory becomes anything else.
#include <stdlib.h>

#include "heap/heap-internal.h"

void heap_register_finalizer(Heap *heap, HeapObject *object) {
  pointer_stack_push(heap, heap_is_young(object) ? &heap->young_finalizers : &heap->old_finalizers, object);
}

static void finalize(Heap *heap, HeapObject *object) {
  if (heap->embedder.finalize != NULL) heap->embedder.finalize(heap->embedder.data, object);
}

void finalizers_after_scavenge(Heap *heap) {
  PointerStack *list = &heap->young_finalizers;
  size_t count = list->count;
  list->count = 0;
  for (size_t i = 0; i < count; i++) {
    HeapObject *object = list->items[i];
    if (!header_is_forwarded(object->header)) finalize(heap, object);
    else heap_register_finalizer(heap, forwarding_address(object->header));  // at most where this entry was
  }
}

static void drop_unmarked(Heap *heap, PointerStack *list) {
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++) {
    if (mark_bit_get(list->items[i])) list->items[kept++] = list->items[i];
    else finalize(heap, list->items[i]);
  }
  list->count = kept;
}

void finalizers_after_marking(Heap *heap) {
  drop_unmarked(heap, &heap->young_finalizers);
  drop_unmarked(heap, &heap->old_finalizers);
}

void finalizers_after_moving(Heap *heap) {
  for (size_t i = 0; i < heap->old_finalizers.count; i++) {
    heap->old_finalizers.items[i] = heap_forwarded(heap, heap->old_finalizers.items[i]);
  }
}

void finalizers_destroy(Heap *heap) {
  PointerStack *lists[] = {&heap->young_finalizers, &heap->old_finalizers};
  for (size_t l = 0; l < 2; l++) {
    for (size_t i = 0; i < lists[l]->count; i++) finalize(heap, lists[l]->items[i]);
    free(lists[l]->items);
  }
}
