// vm/property/structure.c - changes of an object's structure: adding, removing and changing named properties,
// dictionary mode, prototypes.
//
// Objects with a shared shape follow transitions; a change of attributes gives a fresh root for further ones.  The
// shape of a prototype or of the global object is its own and changes in place, under the guard of
// runtime->prototype_epoch.  In dictionary mode the shape says only prototype and flags.
#include "objects/identity.h"
#include "objects/object.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"

static NameDictionary *dictionary_of(Handle object) {
  return (NameDictionary *)value_as_object(field_get(&as_object(object)->properties));
}

// Used by one object only and changed in place: prototypes and the global object.
static bool shape_is_own(const Shape *shape) { return (shape->flags & SHAPE_PROTOTYPE) != 0; }

// What arrays are iterated with, and what their copies are made with.
static void check_protected(VM *vm, Value object, Value key) {
  Runtime *rt = runtime(vm);
  if ((value_same(object, rt->array_prototype) && value_same(key, rt->symbols.iterator)) ||
      (value_same(object, rt->array_iterator_prototype) && value_same(key, rt->names.next))) {
    rt->array_iterator_protected = false;
  }
  if ((value_same(object, rt->array_prototype) && value_same(key, rt->names.constructor)) ||
      (value_same(object, rt->array_constructor) && value_same(key, rt->symbols.species))) {
    rt->array_species_protected = false;
  }
}

static void structure_changed(VM *vm, Value object, Value key) {
  if (!(object_shape(vm, object)->flags & SHAPE_PROTOTYPE)) return;
  runtime(vm)->prototype_epoch++;
  if (runtime(vm)->builtins_ready) check_protected(vm, object, key);
}

void structure_changed_value(VM *vm, Value object, Value key) {
  if (object_shape(vm, object)->flags & SHAPE_PROTOTYPE) check_protected(vm, object, key);
}

bool object_adds_plainly(Value object) { return value_kind(object) != KIND_GLOBAL; }

// ------------------------------------------------------------------------------------------------- dictionary mode

// What the slots inside an object held is elsewhere now; words that say nothing are no matter of the barrier.
static void clear_inobject_slots(JSObject *object, const Shape *shape) {
  Field *slots = (Field *)(void *)object + shape->slots_at;
  for (unsigned i = 0; i < shape->inobject; i++) field_init(&slots[i], VALUE_UNDEFINED);
}

void make_dictionary(VM *vm, Handle object) {
  const Shape *shape = object_shape(vm, *object);
  if (shape->flags & SHAPE_DICTIONARY) return;
  ROOTS(vm, object, dictionary, own, old, key, value);
  r.object = *object;
  r.old = value_pointer(shape);
  uint32_t room = 4;
  while (room < shape->count + shape->count / 2 + 1) room *= 2;
  dictionary_new(vm, room, &r.dictionary);
  for (uint32_t i = 0; i < shape->count; i++) {
    const Descriptor *d = shape_descriptor(shape, (int)i);
    int attributes = descriptor_attributes(d);
    r.key = field_get(&d->key);
    r.value = VALUE_UNDEFINED;
    if (attributes & ATTR_INTERNAL) attributes = value_as_int(field_get(&d->detail));
    else r.value = field_get(object_slot(as_object(&r.object), shape, descriptor_slot(d)));
    dictionary_add(vm, &r.dictionary, &r.key, &r.value, attributes);
  }
  shape_copy(vm, &r.old, SHAPE_DICTIONARY, &r.own);
  as_shape(&r.own)->count = as_shape(&r.own)->slots = 0;
  field_set(vm, as_shape(&r.own), &as_shape(&r.own)->descriptors, runtime(vm)->empty_descriptors);
  heap_object_set_aux(value_as_object(r.dictionary), object_identity_hash_if_any(&r.object));
  field_set(vm, as_object(&r.object), &as_object(&r.object)->properties, r.dictionary);
  object_set_shape(vm, as_object(&r.object), r.own);
  clear_inobject_slots(as_object(&r.object), as_shape(&r.own));
}

// ---------------------------------------------------------------------------------------------------------- adding

static bool too_many(const Shape *shape) {
  if ((shape->flags & SHAPE_PROTOTYPE) || shape->kind == KIND_GLOBAL) return false;
  return shape->slots >= shape->inobject + (uint32_t)MAX_FAST_PROPERTIES;
}

static void add_to_own_shape(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, shape);
  r.shape = value_pointer(object_shape(vm, *object));
  unsigned slot = as_shape(&r.shape)->slots;
  object_reserve_slot(vm, object, as_shape(&r.shape), slot);
  shape_append(vm, &r.shape, key, attributes | (int)(slot << 8));
  object_set_slot(vm, as_object(object), as_shape(&r.shape), slot, *value);
}

static void add_by_transition(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, shape, next);
  r.shape = value_pointer(object_shape(vm, *object));
  shape_add(vm, &r.shape, key, attributes, &r.next);
  const Shape *next = as_shape(&r.next);  // shapes never move
  unsigned slot = next->slots - 1;
  object_reserve_slot(vm, object, next, slot);
  object_set_slot(vm, as_object(object), next, slot, *value);
  object_set_shape(vm, as_object(object), r.next);
}

// One that was replaced.
static void set_dictionary(VM *vm, Handle object, Handle dictionary) {
  if (value_same(field_get(&as_object(object)->properties), *dictionary)) return;
  field_set(vm, as_object(object), &as_object(object)->properties, *dictionary);
}

static void add_to_dictionary(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, dictionary);
  r.dictionary = field_get(&as_object(object)->properties);
  dictionary_add(vm, &r.dictionary, key, value, attributes);
  set_dictionary(vm, object, &r.dictionary);
}

bool add_named_property(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, object, key, value);
  r.object = *object;
  r.key = *key;
  r.value = *value;
  if (too_many(object_shape(vm, r.object))) make_dictionary(vm, &r.object);
  const Shape *shape = object_shape(vm, r.object);
  if (shape->flags & SHAPE_DICTIONARY) add_to_dictionary(vm, &r.object, &r.key, &r.value, attributes);
  else if (shape_is_own(shape)) add_to_own_shape(vm, &r.object, &r.key, &r.value, attributes);
  else add_by_transition(vm, &r.object, &r.key, &r.value, attributes);
  structure_changed(vm, r.object, r.key);
  return true;
}

// -------------------------------------------------------------------------------------------------------- changing

// The object gets a fresh shape of its own even if it had one, so that inline caches that knew the old attributes miss.
static void change_descriptor(VM *vm, Handle object, int index, Handle value, int attributes) {
  ROOTS(vm, shape, own);
  r.shape = value_pointer(object_shape(vm, *object));
  shape_copy(vm, &r.shape, 0, &r.own);
  Shape *own = as_shape(&r.own);  // shapes never move
  Descriptor *descriptor = shape_descriptor(own, index);
  bool internal = (descriptor_attributes(descriptor) & ATTR_INTERNAL) != 0;
  unsigned slot = internal ? own->slots++ : descriptor_slot(descriptor);
  field_init(&descriptor->detail, value_int(attributes | (int)(slot << 8)));
  object_reserve_slot(vm, object, own, slot);
  object_set_shape(vm, as_object(object), r.own);
  object_set_slot(vm, as_object(object), own, slot, *value);
}

// Replaces value and attributes of an own named property.
void change_named_property(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, object, key, value);
  r.object = *object;
  r.key = *key;
  r.value = *value;
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  if (lookup.type == LOOKUP_INTERNAL) internal_release(vm, &r.object, (InternalProperty)lookup.slot);
  if (lookup.type == LOOKUP_SLOT && lookup.attributes == attributes) {
    object_set_slot(vm, as_object(&r.object), object_shape(vm, r.object), lookup.slot, r.value);
    structure_changed(vm, r.object, r.key);
    return;
  }
  if (object_shape(vm, r.object)->flags & SHAPE_DICTIONARY) {
    int entry = dictionary_find(dictionary_of(&r.object), r.key);
    NameDictionary *d = dictionary_of(&r.object);
    field_set(vm, d, &d->entries[entry].value, r.value);
    field_init(&d->entries[entry].detail, value_int(attributes));
    structure_changed(vm, r.object, r.key);
    return;
  }
  change_descriptor(vm, &r.object, lookup.index, &r.value, attributes);
  structure_changed(vm, r.object, r.key);
}

// ---------------------------------------------------------------------------------------------------------- removing

static bool remove_last(VM *vm, Handle object, const Shape *shape, const Lookup *lookup) {
  Value parent = field_get(&shape->parent);
  if (shape_is_own(shape) || !value_is_pointer(parent) || (uint32_t)lookup->index + 1 != shape->count) return false;
  if (lookup->type != LOOKUP_SLOT) return false;
  object_set_slot(vm, as_object(object), shape, lookup->slot, VALUE_UNDEFINED);
  object_set_shape(vm, as_object(object), parent);
  return true;
}

static void remove_in_place(VM *vm, Handle object, const Lookup *lookup) {
  ROOTS(vm, shape);
  r.shape = value_pointer(object_shape(vm, *object));
  if (lookup->type == LOOKUP_SLOT) {
    object_set_slot(vm, as_object(object), as_shape(&r.shape), lookup->slot, VALUE_UNDEFINED);
    if (lookup->slot + 1 == as_shape(&r.shape)->slots) as_shape(&r.shape)->slots--;
  }
  shape_remove_at(vm, &r.shape, lookup->index);
}

// Slots of removed properties that an object may keep before it becomes a dictionary: to remove one in place takes time
// that grows with the number of properties.
static uint32_t most_lost_slots(uint32_t count) {
  return MAX_FAST_PROPERTIES + (count < MAX_FAST_PROPERTIES ? count : MAX_FAST_PROPERTIES);
}

// Of an own, configurable named property.
void remove_named_property(VM *vm, Handle object, Handle key) {
  ROOTS(vm, object, key, dictionary);
  r.object = *object;
  r.key = *key;
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  if (lookup.type == LOOKUP_INTERNAL) internal_release(vm, &r.object, (InternalProperty)lookup.slot);
  const Shape *shape = object_shape(vm, r.object);
  if (!(shape->flags & SHAPE_DICTIONARY)) {
    if (remove_last(vm, &r.object, shape, &lookup)) return;
    if (shape_is_own(shape) && shape->slots < shape->count + most_lost_slots(shape->count)) {
      remove_in_place(vm, &r.object, &lookup);
      structure_changed(vm, r.object, r.key);
      return;
    }
    make_dictionary(vm, &r.object);
  }
  r.dictionary = field_get(&as_object(&r.object)->properties);
  dictionary_remove(vm, &r.dictionary, dictionary_find(dictionary_of(&r.object), r.key));
  set_dictionary(vm, &r.object, &r.dictionary);
  structure_changed(vm, r.object, r.key);
}

// ------------------------------------------------------------------------------------- prototypes and extensibility

Value object_prototype(VM *vm, Handle object) { return field_get(&object_shape(vm, *object)->prototype); }

static bool chain_contains(VM *vm, Value start, Value object) {
  while (value_is_object(start)) {
    if (value_same(start, object)) return true;
    start = field_get(&object_shape(vm, start)->prototype);
  }
  return false;
}

bool set_prototype(VM *vm, Handle object, Handle prototype, bool *ok) {
  *ok = true;
  if (value_same(object_prototype(vm, object), *prototype)) return true;
  if (!is_extensible(vm, object) || chain_contains(vm, *prototype, *object) ||
      value_same(*object, runtime(vm)->object_prototype)) {
    *ok = false;
    return true;
  }
  ROOTS(vm, object, prototype, shape, own);
  r.object = *object;
  r.prototype = *prototype;
  if (value_is_object(r.prototype)) object_become_prototype(vm, &r.prototype);
  r.shape = value_pointer(object_shape(vm, r.object));
  bool was_prototype = (as_shape(&r.shape)->flags & SHAPE_PROTOTYPE) != 0;
  shape_copy(vm, &r.shape, 0, &r.own);
  field_set(vm, as_shape(&r.own), &as_shape(&r.own)->prototype, r.prototype);
  object_set_shape(vm, as_object(&r.object), r.own);
  if (was_prototype) runtime(vm)->prototype_epoch++;
  if (value_is_array(r.object)) runtime(vm)->array_elements_protected = false;
  return true;
}

bool is_extensible(VM *vm, Handle object) { return !(object_shape(vm, *object)->flags & SHAPE_NOT_EXTENSIBLE); }

bool prevent_extensions(VM *vm, Handle object) {
  if (!is_extensible(vm, object)) return true;
  ROOTS(vm, object, shape, own);
  r.object = *object;
  elements_to_dictionary(vm, &r.object);
  r.shape = value_pointer(object_shape(vm, r.object));
  shape_copy(vm, &r.shape, SHAPE_NOT_EXTENSIBLE, &r.own);
  object_set_shape(vm, as_object(&r.object), r.own);
  return true;
}
