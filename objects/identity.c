// objects/identity.c - identity hashes of objects.
#include "objects/identity.h"

#include "objects/dictionary.h"

// Where the hash is: in place of the empty properties, as an integer; else in the properties.
static uint32_t *hash_place(HeapObject *properties) {
  // a dictionary has no spare word, but its header's aux is not a shape or a hash of anything else
  if (heap_object_kind(properties) == KIND_NAME_DICTIONARY) return (uint32_t *)(void *)properties + 1;
  return &((Properties *)properties)->identity_hash;
}

uint32_t object_identity_hash_if_any(Handle object) {
  Value properties = field_get(&as_object(object)->properties);
  return value_is_int(properties) ? (uint32_t)value_as_int(properties) : *hash_place(value_as_object(properties));
}

uint32_t object_identity_hash(VM *vm, Handle object) {
  uint32_t hash = object_identity_hash_if_any(object);
  if (hash != 0) return hash;
  runtime(vm)->next_identity += 0x9E3779B9u;
  if (runtime(vm)->next_identity == 0) runtime(vm)->next_identity = 1;
  hash = runtime(vm)->next_identity;
  Field *properties = &as_object(object)->properties;
  if (value_same(properties->value_, runtime(vm)->empty_properties)) properties->value_ = value_int((int32_t)hash);
  else *hash_place(value_as_object(properties->value_)) = hash;
  return hash;
}
