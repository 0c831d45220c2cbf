// objects/identity.c - identity hashes of objects.
#include "objects/identity.h"

#include "objects/dictionary.h"
#include "objects/roots.h"

static uint32_t *hash_place(Handle object) {
  HeapObject *properties = value_as_object(field_get(&as_object(object)->properties));
  // a dictionary has no spare word, but its header's aux is not a shape or a hash of anything else
  if (heap_object_kind(properties) == KIND_NAME_DICTIONARY) return (uint32_t *)(void *)properties + 1;
  return &((Properties *)properties)->unused;
}

uint32_t object_identity_hash_if_any(Handle object) { return *hash_place(object); }

uint32_t object_identity_hash(VM *vm, Handle object) {
  if (*hash_place(object)) return *hash_place(object);
  if (value_same(field_get(&as_object(object)->properties), runtime(vm)->empty_properties)) {
    HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_PROPERTIES, sizeof(Properties));
    fresh->header = header_make(KIND_PROPERTIES, 0, 0, 0);
    ((Properties *)fresh)->capacity = 0;
    ((Properties *)fresh)->unused = 0;
    field_set(vm, as_object(object), &as_object(object)->properties, value_pointer(fresh));
  }
  runtime(vm)->next_identity += 0x9E3779B9u;
  if (runtime(vm)->next_identity == 0) runtime(vm)->next_identity = 1;
  *hash_place(object) = runtime(vm)->next_identity;
  return runtime(vm)->next_identity;
}
