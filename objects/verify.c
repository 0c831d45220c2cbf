// objects/verify.c - words that nobody owns hold nothing.
//
// A word that no property, entry or descriptor names any more is visited all the same, so what it points to would live
// as long as its object.  Whoever takes something away, or moves an object to another representation, clears the words.
#include "objects/verify.h"

#include "objects/dictionary.h"
#include "objects/hash-table.h"
#include "objects/object.h"
#include "objects/weak-table.h"

static bool hold_nothing(const Field *fields, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    if (value_is_pointer(field_get(&fields[i]))) return false;
  }
  return true;
}

static bool are_holes(const Field *fields, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    if (!value_is_empty(field_get(&fields[i]))) return false;
  }
  return true;
}

// ---------------------------------------------------------------------------------------------------------- objects

// In-object slots, those of slack that was given back among them, and the slots outside.
static const char *check_slots(const JSObject *object, const Shape *shape) {
  size_t words = header_words(object->head.header), inside = shape->slots, outside = 0;
  if (shape->slots > shape->inobject) {
    inside = shape->inobject;
    outside = shape->slots - shape->inobject;
  }
  if ((size_t)shape->slots_at + shape->inobject > words) return "an object is too short for the slots of its shape";
  if (!hold_nothing((const Field *)(const void *)object, shape->slots_at + inside, words)) {
    return "a slot inside an object, beyond those of its shape, holds something";
  }
  if (shape->flags & SHAPE_DICTIONARY) return NULL;
  uint32_t capacity = properties_capacity(object);
  if (outside > capacity) return "an object has fewer slots than its shape";
  if (capacity == 0) return NULL;
  const Properties *properties = (const Properties *)value_as_object(field_get(&object->properties));
  return hold_nothing(properties->values, outside, capacity)
             ? NULL
             : "a slot outside an object, beyond those of its shape, holds something";
}

static const char *check_array(const JSArray *array) {
  const Elements *elements = (const Elements *)value_as_object(field_get(&array->elements));
  double length = value_as_number(field_get(&array->length));
  if (length >= elements->capacity) return NULL;  // sparse elements have no capacity
  return are_holes(elements->values, (size_t)length, elements->capacity)
             ? NULL
             : "an element beyond an array's length holds something";
}

static const char *check_js_object(VM *vm, const JSObject *object) {
  const char *wrong = check_slots(object, object_shape(vm, value_pointer(object)));
  if (wrong == NULL && heap_object_kind(&object->head) == KIND_ARRAY) wrong = check_array((const JSArray *)object);
  return wrong;
}

// ----------------------------------------------------------------------------------------------------------- tables

static const char *check_name_dictionary(const NameDictionary *d) {
  for (uint32_t i = 0; i < d->room; i++) {
    const NameEntry *e = &d->entries[i];
    bool in_use = i < dictionary_used(d) && !value_is_empty(field_get(&e->key));
    if (!in_use && !hold_nothing(&e->key, 0, 3))
      return "an entry of a property dictionary that is not in use holds something";
  }
  return NULL;
}

static const char *check_number_dictionary(const NumberDictionary *d) {
  for (uint32_t i = 0; i < numbers_room(d); i++) {
    const NumberEntry *e = &d->entries[i];
    bool in_use = value_is_number(field_get(&e->key));
    if (!in_use && !hold_nothing(&e->key, 0, 3))
      return "an entry of an element dictionary that is not in use holds something";
  }
  return NULL;
}

// A table that another one took the place of keeps the tombstones of its keys alone.
static const char *check_hash_table(const HashTable *t) {
  uint32_t words = hash_entry_words(t);
  bool replaced = !value_is_empty(field_get(&t->next));
  for (uint32_t i = 0; i < t->room; i++) {
    bool in_use = !replaced && i < hash_table_used(t) && !value_same(hash_table_key(t, i), VALUE_TOMBSTONE);
    if (!in_use && !hold_nothing(t->words, (size_t)words * i, (size_t)words * (i + 1))) {
      return "an entry of a hash table that is not in use holds something";
    }
  }
  return NULL;
}

static const char *check_weak_table(const WeakTable *t) {
  for (uint64_t i = 0; i < t->places; i++) {
    bool in_use = value_is_pointer(field_get(&t->entries[i].key));
    if (!in_use && !hold_nothing(&t->entries[i].key, 0, 2))
      return "an entry of a weak table that is not in use holds something";
  }
  return NULL;
}

static const char *check_descriptors(const Descriptors *d) {
  size_t used = 2 * (size_t)value_as_int(field_get(&d->used));
  return hold_nothing(&d->entries[0].key, used, 2 * (size_t)d->room)
             ? NULL
             : "a descriptor that is not in use holds something";
}

const char *object_check(VM *vm, const HeapObject *object) {
  switch (heap_object_kind(object)) {
  case KIND_NAME_DICTIONARY: return check_name_dictionary((const NameDictionary *)object);
  case KIND_NUMBER_DICTIONARY: return check_number_dictionary((const NumberDictionary *)object);
  case KIND_HASH_TABLE: return check_hash_table((const HashTable *)object);
  case KIND_WEAK_TABLE: return check_weak_table((const WeakTable *)object);
  case KIND_DESCRIPTORS: return check_descriptors((const Descriptors *)object);
  default: return heap_object_kind(object) >= KIND_OBJECT ? check_js_object(vm, (const JSObject *)object) : NULL;
  }
}
