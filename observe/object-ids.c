// observe/object-ids.c - a table of addresses, kept up to date by full collections.
#include "observe/object-ids.h"

#include <stdlib.h>

#include "base/memory.h"

typedef struct ObjectIds {
  AddressMap places;           // address -> index in `objects`
  const HeapObject **objects;  // NULL: it has died.  The index says the number
  uint32_t count, capacity;
} ObjectIds;

static void put_again(ObjectIds *ids) {
  address_map_free(&ids->places);
  ids->places = (AddressMap){0};
  for (uint32_t i = 0; i < ids->count; i++) {
    if (ids->objects[i]) address_map_put(&ids->places, ids->objects[i], i);
  }
}

static void update(VM *vm, WeakPhase phase) {
  ObjectIds *ids = vm->object_ids;
  Heap *heap = vm_heap(vm);
  if (phase == WEAK_AFTER_SCAVENGE) return;
  for (uint32_t i = 0; i < ids->count; i++) {
    const HeapObject *object = ids->objects[i];  // inside a collection: no allocation
    if (object == NULL) continue;
    if (phase == WEAK_AFTER_MARKING) ids->objects[i] = heap_is_live(heap, object) ? object : NULL;
    else ids->objects[i] = heap_forwarded(heap, object);
  }
  put_again(ids);
}

static void destroy(VM *vm) {
  ObjectIds *ids = vm->object_ids;
  address_map_free(&ids->places);
  free(ids->objects);
  free(ids);
}

static ObjectIds *ids_of(VM *vm) {
  if (vm->object_ids) return vm->object_ids;
  vm->object_ids = checked_calloc(1, sizeof(ObjectIds));
  vm->update_object_ids = update;
  vm->destroy_object_ids = destroy;
  return vm->object_ids;
}

static uint64_t id_at(uint32_t index) { return FIRST_OBJECT_ID + 2 * (uint64_t)index; }

uint64_t object_id(VM *vm, const HeapObject *object) {
  ObjectIds *ids = ids_of(vm);
  uint32_t index = address_map_find(&ids->places, object);
  if (index != NO_NUMBER) return id_at(index);
  if (ids->count == ids->capacity) {
    ids->capacity = ids->capacity == 0 ? 1024 : ids->capacity * 2;
    ids->objects = checked_realloc(ids->objects, ids->capacity * sizeof *ids->objects);
  }
  // a young object would be lost sight of by the next scavenge: its number is of use only now
  ids->objects[ids->count] = heap_is_young(object) ? NULL : object;
  if (!heap_is_young(object)) address_map_put(&ids->places, object, ids->count);
  return id_at(ids->count++);
}

uint64_t object_bytes_id(VM *vm, const HeapObject *buffer) { return object_id(vm, buffer) + 1; }
