// vm/property/elements-density.c - which form elements have, and how much room: by density, as V8 decides it.
//
// Elements cost a word for each index up to the capacity; a dictionary costs four to eight for each element (V8's: nine
// and more), and nothing for holes. Density is looked at when the capacity has to grow, when a dictionary has to, and
// now and then when elements are deleted; each time after as many changes as make up for the look.  Figures and rules
// are those of V8 12 (js-objects-inl.h, ShouldConvertToSlowElements; elements.cc, DeleteCommon and SetLengthImpl)
// except where a comment says so.
#include "vm/exec/arguments.h"
#include "vm/property/elements-internal.h"
#include "vm/property/property.h"
#include "vm/roots.h"

#define MAX_GAP 1024               // an index this far beyond the capacity is looked at even if the elements are few
#define UNCHECKED_ROOM 500         // elements of up to this capacity are not looked at when they grow
#define UNCHECKED_ROOM_YOUNG 5000  // those of a young object
#define DICTIONARY_FACTOR 9        // 3 words for a place, and elements are faster: they may take 3 times the room
#define LEAST_ROOM_LOOKED_AT 64    // deletions from smaller elements are not counted
#define LOOKS_PER_ROOM 16          // deletions are looked at each time that so large a part of the capacity was deleted

// The fewest elements for which a dictionary would be no better than so much room.
static uint32_t enough_for(double room) {
  double places = 4;
  while (DICTIONARY_FACTOR * places <= room) places *= 2;
  return (uint32_t)(places / 3) + 1;
}

// Whether there are so many elements that are no holes.
static bool has_elements(Handle object, uint32_t enough) {
  const Elements *elements = fast_elements(object);
  for (uint32_t i = 0, used = 0; i < elements->capacity; i++) {
    if (element_is_there(object, i) && ++used >= enough) return true;
  }
  return false;
}

// V8 takes every gap of MAX_GAP for the beginning of a dictionary; here also such elements stay if they are dense.
bool elements_become_sparse(Handle object, uint32_t index, double room) {
  bool is_young = heap_is_young(value_as_object(*object));
  if (index - fast_elements(object)->capacity < MAX_GAP && room <= (is_young ? UNCHECKED_ROOM_YOUNG : UNCHECKED_ROOM))
    return false;
  return !has_elements(object, enough_for(room));
}

// ------------------------------------------------------------------------------------------------------ conversions

static uint32_t count_elements(Handle object) {
  uint32_t used = 0;
  for (uint32_t i = 0; i < fast_elements(object)->capacity; i++) used += element_is_there(object, i);
  return used;
}

void elements_to_dictionary(VM *vm, Handle object) {
  if (elements_are_sparse(object)) return;
  ROOTS(vm, numbers, value);
  uint32_t count = count_elements(object), room = 4;
  while (room < count + count / 2) room *= 2;
  numbers_new(vm, room, &r.numbers);
  for (uint32_t i = 0; i < fast_elements(object)->capacity; i++) {
    r.value = field_get(&fast_elements(object)->values[i]);
    if (!element_is_there(object, i)) continue;
    if (value_is_empty(r.value)) r.value = VALUE_UNDEFINED;  // of a mapped one, which is kept elsewhere
    numbers_add(vm, &r.numbers, i, &r.value, ATTR_ALL);
  }
  field_set(vm, as_object(object), &as_object(object)->elements, r.numbers);
}

static void elements_from_dictionary(VM *vm, Handle object, uint32_t room) {
  ROOTS(vm, elements);
  elements_new(vm, room, NO_SHAPE, &r.elements);
  const NumberDictionary *d = sparse_elements(object);  // no allocation from here on
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    uint32_t index;
    if (!value_as_index(field_get(&d->entries[i].key), &index)) continue;
    elements_set(vm, (Elements *)value_as_object(r.elements), index, field_get(&d->entries[i].value));
  }
  field_set(vm, as_object(object), &as_object(object)->elements, r.elements);
}

// Attributes, a fixed length and what is not extensible need the dictionary, and so do mapped arguments.
static bool needs_dictionary(VM *vm, Handle object) {
  if (value_is_kind(*object, KIND_ARGUMENTS) || !is_extensible(vm, object)) return true;
  return value_is_array(*object) && !array_length_is_writable(*object);
}

// The room that fast elements would need, or more than there can be if they have attributes.
static double room_needed(const NumberDictionary *d, uint32_t index) {
  double room = index + 1.0;
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    const NumberEntry *entry = &d->entries[i];
    if (!value_is_number(field_get(&entry->key))) continue;
    if (value_as_int(field_get(&entry->detail)) != ATTR_ALL) return INFINITY;
    room = fmax(room, value_as_number(field_get(&entry->key)) + 1);
  }
  return room;
}

// That is looked at when the dictionary is about to grow.  What has just become sparse does not become dense at once.
void elements_become_dense(VM *vm, Handle object, uint32_t index) {
  const NumberDictionary *d = sparse_elements(object);
  if (!numbers_full(d) || needs_dictionary(vm, object)) return;
  double most = DICTIONARY_FACTOR * (value_as_int(field_get(&d->live)) + 1.0);
  double room = index < most ? room_needed(d, index) : INFINITY;
  if (room > most) return;
  if (value_is_array(*object) && array_length(object) <= most) room = fmax(room, array_length(object));
  elements_from_dictionary(vm, object, (uint32_t)room);
}

// --------------------------------------------------------------------------------------------------------- deletions

static void fast_elements_thinned(VM *vm, Handle object) {
  Elements *elements = fast_elements(object);
  if (elements->capacity < LEAST_ROOM_LOOKED_AT || ++elements->count < elements->capacity / LOOKS_PER_ROOM) return;
  elements->count = 0;
  if (!has_elements(object, enough_for(elements->capacity))) elements_to_dictionary(vm, object);
}

static void sparse_elements_thinned(VM *vm, Handle object) {
  bool empty = value_as_int(field_get(&sparse_elements(object)->live)) == 0 && !needs_dictionary(vm, object);
  if (!empty && !numbers_mostly_free(sparse_elements(object))) return;
  ROOTS(vm, numbers);
  r.numbers = elements_value(object);
  if (empty) r.numbers = runtime(vm)->empty_elements;
  else numbers_shrink(vm, &r.numbers);
  field_set(vm, as_object(object), &as_object(object)->elements, r.numbers);
}

void elements_thinned(VM *vm, Handle object) {
  if (elements_are_sparse(object)) sparse_elements_thinned(vm, object);
  else fast_elements_thinned(vm, object);
}

// ----------------------------------------------------------------------------------------------------------- shorter

// Arrays that lose one element at a time are often filled again: they keep up to three quarters of their room unused,
// and all of it while that is little.  (V8's pop gives nothing back.)
static uint32_t room_kept(uint32_t capacity, uint32_t old, uint32_t length) {
  if (old - length > 1) return 2 * (uint64_t)length + 16 <= capacity ? length : capacity;
  return capacity >= LEAST_ROOM_GIVEN_BACK && length <= capacity / 4 ? capacity / 2 : capacity;
}

void elements_shorten(VM *vm, Handle array, uint32_t old, uint32_t length) {
  Elements *elements = fast_elements(array);
  uint32_t capacity = elements->capacity, room = room_kept(capacity, old, length);
  if (room == 0) {
    field_set(vm, as_array(array), &as_array(array)->elements, runtime(vm)->empty_elements);
    return;
  }
  for (uint32_t i = length; i < old && i < room; i++) field_init(&elements->values[i], VALUE_EMPTY);
  if (room == capacity) return;
  size_t word = sizeof(Value);
  heap_shrink_object(vm_heap(vm), &elements->head, sizeof(Elements) + capacity * word, sizeof(Elements) + room * word);
  elements->capacity = room;
}
