// vm/property/own-keys.c - [[OwnPropertyKeys]] (ECMA-262 section 10.1.11): indexes ascending, strings, symbols in order
// of creation; and the integrity levels, which go through all keys.
#include <stdlib.h>

#include "base/memory.h"
#include "objects/object.h"
#include "vm/convert.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"

static bool push_index(VM *vm, Handle keys, uint32_t index) {
  ROOTS(vm, text);
  number_to_string(vm, number_uint32(index), &r.text);
  return array_push(vm, keys, &r.text);
}

#define MAX_INDEX_KEYS 4294967295.0  // of a typed array: an array of keys cannot be longer

static int compare_indexes(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static bool sparse_keys(VM *vm, Handle object, int flags, Handle keys) {
  NumberDictionary *d = (NumberDictionary *)value_as_object(field_get(&as_object(object)->elements));
  uint32_t count = 0, *indexes = checked_malloc(((size_t)value_as_int(field_get(&d->live)) + 1) * sizeof *indexes);
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    bool enumerable = value_is_number(field_get(&d->entries[i].key)) &&
                      (value_as_int(field_get(&d->entries[i].detail)) & ATTR_ENUMERABLE);
    if ((flags & KEYS_ENUMERABLE_ONLY) && !enumerable) continue;
    if (value_as_index(field_get(&d->entries[i].key), &indexes[count])) count++;
  }
  qsort(indexes, count, sizeof *indexes, compare_indexes);
  bool ok = true;
  for (uint32_t i = 0; i < count && ok; i++) ok = push_index(vm, keys, indexes[i]);
  free(indexes);
  return ok;
}

static bool typed_keys(VM *vm, Handle array, Handle keys) {
  double length = typed_array_length(array);
  if (length > MAX_INDEX_KEYS) return throw_range(vm, "Invalid array length");
  for (uint32_t i = 0; i < length; i++) TRY(push_index(vm, keys, i));
  return true;
}

static bool index_keys(VM *vm, Handle object, int flags, Handle keys) {
  if (value_is_kind(*object, KIND_TYPED_ARRAY)) return typed_keys(vm, object, keys);
  if (value_is_kind(*object, KIND_STRING_OBJECT)) {
    Value string = field_get(&as_wrapper(object)->value);
    uint32_t length = string_length(&string);
    for (uint32_t i = 0; i < length; i++) TRY(push_index(vm, keys, i));
  }
  if (value_is_kind(field_get(&as_object(object)->elements), KIND_NUMBER_DICTIONARY))
    return sparse_keys(vm, object, flags, keys);
  for (uint32_t i = 0; i < ((Elements *)value_as_object(field_get(&as_object(object)->elements)))->capacity; i++) {
    if (element_is_there(object, i)) TRY(push_index(vm, keys, i));
  }
  return true;
}

static bool wanted(Value key, int attributes, bool symbols, int flags) {
  if (value_is_empty(key) || value_is_symbol(key) != symbols) return false;
  return !(flags & KEYS_ENUMERABLE_ONLY) || (attributes & ATTR_ENUMERABLE);
}

static bool named_keys(VM *vm, Handle object, bool symbols, int flags, Handle keys) {
  ROOTS(vm, key, shape);
  r.shape = value_pointer(object_shape(vm, *object));
  if (as_shape(&r.shape)->flags & SHAPE_DICTIONARY) {
    for (uint32_t i = 0;; i++) {
      const NameDictionary *d = (const NameDictionary *)value_as_object(field_get(&as_object(object)->properties));
      if (i >= dictionary_used(d)) return true;
      r.key = field_get(&d->entries[i].key);
      if (wanted(r.key, value_is_empty(r.key) ? 0 : value_as_int(field_get(&d->entries[i].detail)), symbols, flags)) {
        TRY(array_push(vm, keys, &r.key));
      }
    }
  }
  for (uint32_t i = 0; i < as_shape(&r.shape)->count; i++) {
    const Descriptor *d = shape_descriptor(as_shape(&r.shape), (int)i);
    r.key = field_get(&d->key);
    if (wanted(r.key, descriptor_attributes(d), symbols, flags)) TRY(array_push(vm, keys, &r.key));
  }
  return true;
}

bool own_keys(VM *vm, Handle object, int flags, Slot out) {
  ROOTS(vm, object, keys);
  r.object = *object;
  TRY(array_new(vm, 0, &r.keys));
  if (flags & KEYS_STRINGS) {
    if (!(flags & KEYS_NO_INDEXES)) TRY(index_keys(vm, &r.object, flags, &r.keys));
    TRY(named_keys(vm, &r.object, false, flags, &r.keys));
  }
  if (flags & KEYS_SYMBOLS) TRY(named_keys(vm, &r.object, true, flags, &r.keys));
  *out = r.keys;
  return true;
}

// V8 takes the elements of a typed array as sealed, though they say that they are configurable.
static bool has_typed_elements(Value object) {
  return value_is_kind(object, KIND_TYPED_ARRAY) && typed_array_length(&object) > 0;
}

// SetIntegrityLevel and TestIntegrityLevel (ECMA-262 sections 7.3.15 and 7.3.16).
bool set_integrity(VM *vm, Handle object, int level) {
  ROOTS(vm, keys, key, current[3], change[3]);
  bool elements = has_typed_elements(*object);
  TRY(prevent_extensions(vm, object));
  TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_SYMBOLS | (elements ? KEYS_NO_INDEXES : 0), &r.keys));
  uint32_t count = (uint32_t)array_length(&r.keys);
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    PropertyDescriptor current = DESCRIPTOR_IN(r.current), change = DESCRIPTOR_IN(r.change);
    bool found, ok;
    TRY(get_own_property(vm, object, &r.key, &current, &found));
    if (!found) continue;
    change.configurable = 0;
    if (level == INTEGRITY_FROZEN && current.writable >= 0) change.writable = 0;
    TRY(define_own_property(vm, object, &r.key, &change, true, &ok));
  }
  if (elements && level == INTEGRITY_FROZEN) return throw_type(vm, "Cannot freeze array buffer views with elements");
  return true;
}

bool test_integrity(VM *vm, Handle object, int level, bool *out) {
  ROOTS(vm, keys, key, current[3]);
  *out = false;
  bool elements = has_typed_elements(*object);
  if (is_extensible(vm, object) || (elements && level == INTEGRITY_FROZEN)) return true;
  TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_SYMBOLS | (elements ? KEYS_NO_INDEXES : 0), &r.keys));
  uint32_t count = (uint32_t)array_length(&r.keys);
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    PropertyDescriptor current = DESCRIPTOR_IN(r.current);
    bool found;
    TRY(get_own_property(vm, object, &r.key, &current, &found));
    if (found && (current.configurable == 1 || (level == INTEGRITY_FROZEN && current.writable == 1))) return true;
  }
  *out = true;
  return true;
}
