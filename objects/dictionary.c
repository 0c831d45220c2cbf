// objects/dictionary.c - properties in dictionary mode and sparse elements.
//
// Additions and removals are O(1) amortized: a cache that drops its oldest key for every new one rehashes once for each
// `room` additions.
#include "objects/dictionary.h"

#include "objects/hash-seed.h"
#include "objects/roots.h"

// ------------------------------------------------------------------------------------------------------------ names

#define FEWEST_ENTRIES 4  // of a table that is made anew

static Field *hash_places(const NameDictionary *d) { return (Field *)(uintptr_t)&d->entries[d->room].key; }
static uint32_t key_hash(Value key) { return heap_object_aux(value_as_object(key)); }

void dictionary_new(VM *vm, uint32_t room, Slot out) {
  uint32_t words = 2 + 3 * room + 2 * room;
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_NAME_DICTIONARY, bytes, ALLOCATE_YOUNG, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_NAME_DICTIONARY, 0, 0, 0);
  NameDictionary *d = (NameDictionary *)object;
  d->length = words;
  d->room = room;
  d->used.value_ = d->live.value_ = value_int(0);
  *out = value_pointer(object);
}

int dictionary_find(const NameDictionary *d, Value key) {
  if (d->room == 0) return -1;
  const Field *places = hash_places(d);
  uint32_t mask = 2 * d->room - 1;
  for (uint32_t i = key_hash(key) & mask;; i = (i + 1) & mask) {
    Value place = field_get(&places[i]);
    if (value_is_empty(place)) return -1;
    int entry = value_as_int(place);
    if (value_same(field_get(&d->entries[entry].key), key)) return entry;
  }
}

static void append(VM *vm, NameDictionary *d, Value key, Value value, Value detail) {
  uint32_t used = dictionary_used(d), mask = 2 * d->room - 1;
  field_set(vm, d, &d->entries[used].key, key);
  field_set(vm, d, &d->entries[used].value, value);
  d->entries[used].detail.value_ = detail;
  Field *places = hash_places(d);
  uint32_t i = key_hash(key) & mask;
  while (!value_is_empty(field_get(&places[i]))) i = (i + 1) & mask;
  places[i].value_ = value_int((int32_t)used);
  d->used.value_ = value_int((int32_t)used + 1);
  d->live.value_ = value_int(value_as_int(d->live.value_) + 1);
}

static void rehash(VM *vm, Slot dictionary) {
  ROOTS(vm, old);
  r.old = *dictionary;
  uint32_t live = (uint32_t)value_as_int(as_dictionary(&r.old)->live.value_), room = FEWEST_ENTRIES;
  while (room < live + live / 2 + 1) room *= 2;
  dictionary_new(vm, room, dictionary);
  NameDictionary *from = as_dictionary(&r.old), *to = as_dictionary(dictionary);
  for (uint32_t i = 0; i < dictionary_used(from); i++) {
    const NameEntry *e = &from->entries[i];
    if (!value_is_empty(field_get(&e->key)))
      append(vm, to, field_get(&e->key), field_get(&e->value), field_get(&e->detail));
  }
  heap_object_set_aux(&to->head, heap_object_aux(&from->head));  // the identity hash (objects/identity.h)
}

void dictionary_add(VM *vm, Slot dictionary, Handle key, Handle value, int attributes) {
  NameDictionary *d = as_dictionary(dictionary);
  if (dictionary_used(d) == d->room) {
    ROOTS(vm, key, value);
    r.key = *key;
    r.value = *value;
    rehash(vm, dictionary);
    append(vm, as_dictionary(dictionary), r.key, r.value, value_int(attributes));
    return;
  }
  append(vm, d, *key, *value, value_int(attributes));
}

void dictionary_remove(VM *vm, Slot dictionary, int entry) {
  NameDictionary *d = as_dictionary(dictionary);
  d->entries[entry].key.value_ = VALUE_EMPTY;
  d->entries[entry].value.value_ = VALUE_EMPTY;
  d->live.value_ = value_int(value_as_int(d->live.value_) - 1);
  if (d->room > FEWEST_ENTRIES && (uint32_t)value_as_int(d->live.value_) < d->room / 4) rehash(vm, dictionary);
}

// ---------------------------------------------------------------------------------------------------------- numbers

// A place: the number of an entry.  Two places make one word; the uppermost bit keeps it from looking like a pointer.
#define PLACE_NO_POINTER 0x80000000u
#define PLACE_TAKEN 0x40000000u
#define PLACE_ENTRY 0x3FFFFFFFu
#define FREE_BYTE 0x80  // of which free places consist

static uint32_t *number_places(const NumberDictionary *d) {
  return (uint32_t *)(uintptr_t)&d->entries[numbers_room(d)].key;
}

void numbers_new(VM *vm, uint32_t room, Slot out) {
  uint32_t words = 2 + 4 * room;
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_NUMBER_DICTIONARY, bytes, ALLOCATE_YOUNG, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_NUMBER_DICTIONARY, 0, 0, 0);
  NumberDictionary *d = (NumberDictionary *)object;
  d->length = words;
  d->used.value_ = d->live.value_ = value_int(0);
  memset(number_places(d), FREE_BYTE, room * sizeof(Value));
  *out = value_pointer(object);
}

NumberEntry *numbers_find(const NumberDictionary *d, uint32_t index) {
  const uint32_t *places = number_places(d);
  uint32_t mask = 2 * numbers_room(d) - 1;
  Value key = number_uint32(index);
  for (uint32_t i = hash_number(index) & mask; places[i] & PLACE_TAKEN; i = (i + 1) & mask) {
    const NumberEntry *entry = &d->entries[places[i] & PLACE_ENTRY];
    if (value_same(field_get(&entry->key), key)) return (NumberEntry *)(uintptr_t)entry;
  }
  return NULL;
}

// There is room, and the index is not there.
static void numbers_append(VM *vm, NumberDictionary *d, uint32_t index, Value value, Value detail) {
  uint32_t used = numbers_used(d), mask = 2 * numbers_room(d) - 1, i = hash_number(index) & mask;
  NumberEntry *entry = &d->entries[used];
  entry->key.value_ = number_uint32(index);
  field_set(vm, d, &entry->value, value);
  entry->detail.value_ = detail;
  uint32_t *places = number_places(d);
  while (places[i] & PLACE_TAKEN) i = (i + 1) & mask;
  places[i] = PLACE_NO_POINTER | PLACE_TAKEN | used;
  d->used.value_ = value_int((int32_t)used + 1);
  d->live.value_ = value_int(value_as_int(d->live.value_) + 1);
}

static void numbers_rehash(VM *vm, Slot dictionary) {
  ROOTS(vm, old);
  r.old = *dictionary;
  uint32_t live = (uint32_t)value_as_int(as_numbers(&r.old)->live.value_), room = FEWEST_ENTRIES;
  while (room < live + live / 2 + 1) room *= 2;
  numbers_new(vm, room, dictionary);
  NumberDictionary *from = as_numbers(&r.old), *to = as_numbers(dictionary);
  for (uint32_t i = 0; i < numbers_used(from); i++) {
    uint32_t key;
    const NumberEntry *e = &from->entries[i];
    if (value_as_index(field_get(&e->key), &key))
      numbers_append(vm, to, key, field_get(&e->value), field_get(&e->detail));
  }
}

void numbers_add(VM *vm, Slot dictionary, uint32_t index, Handle value, int attributes) {
  ROOTS(vm, value);
  r.value = *value;
  if (numbers_full(as_numbers(dictionary))) numbers_rehash(vm, dictionary);
  numbers_append(vm, as_numbers(dictionary), index, r.value, value_int(attributes));
}

void numbers_remove(NumberDictionary *d, NumberEntry *entry) {
  entry->key.value_ = VALUE_TOMBSTONE;
  entry->value.value_ = VALUE_EMPTY;
  d->live.value_ = value_int(value_as_int(d->live.value_) - 1);
}

bool numbers_mostly_free(const NumberDictionary *d) {
  return numbers_room(d) > FEWEST_ENTRIES && (uint32_t)value_as_int(field_get(&d->live)) < numbers_room(d) / 4;
}

void numbers_shrink(VM *vm, Slot dictionary) { numbers_rehash(vm, dictionary); }
