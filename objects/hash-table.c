// objects/hash-table.c - the ordered hash table of Map and Set, and the weak one of WeakMap and WeakSet.
#include "objects/hash-table.h"

#include "objects/identity.h"
#include "objects/roots.h"
#include "objects/string.h"

// ----------------------------------------------------------------------------------------------------------- hashing

static uint32_t mix(uint64_t bits) {
  bits ^= bits >> 33;
  bits *= 0xff51afd7ed558ccdu;
  bits ^= bits >> 33;
  return (uint32_t)bits;
}

// Numbers in one form: an integer where there is one, and no -0.
static Value normalized(Value key) {
  if (!value_is_double(key)) return key;
  double d = value_as_double(key);
  return d == 0 ? value_int(0) : number(d);
}

static uint32_t key_hash(VM *vm, Handle key) {
  if (!value_is_pointer(*key)) return mix(normalized(*key).bits);
  if (value_is_string(*key)) return string_hash(vm, key);
  if (value_is_symbol(*key)) return heap_object_aux(value_as_object(*key));
  return mix(object_identity_hash(vm, key));
}

// SameValueZero of normalized keys; flat strings are compared in place, ropes have been flattened by hashing.
static bool same_key(VM *vm, Handle a, Handle b) {
  if (value_same(*a, *b)) return true;
  return value_is_string(*a) && value_is_string(*b) && string_equals(vm, a, b);
}

// ----------------------------------------------------------------------------------------------------------- ordered

static Field *hash_places(const HashTable *t) { return (Field *)(uintptr_t)&t->entries[t->room].key; }

void hash_table_new(VM *vm, uint32_t room, Slot out) {
  uint32_t words = 4 + 2 * room + 2 * room;
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_HASH_TABLE, bytes, ALLOCATE_YOUNG, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_HASH_TABLE, 0, 0, 0);
  HashTable *t = (HashTable *)object;
  t->length = words;
  t->room = room;
  t->used.value_ = t->live.value_ = value_int(0);
  t->cleared.value_ = VALUE_FALSE;
  *out = value_pointer(object);
}

int hash_table_find(VM *vm, Handle table, Handle key) {
  if (as_hash_table(table)->room == 0) return -1;
  ROOTS(vm, table, key, other);
  r.table = *table;
  r.key = normalized(*key);
  uint32_t hash = key_hash(vm, &r.key), mask = 2 * as_hash_table(&r.table)->room - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    Value place = field_get(&hash_places(as_hash_table(&r.table))[i]);
    if (value_is_empty(place)) return -1;
    r.other = field_get(&as_hash_table(&r.table)->entries[value_as_int(place)].key);
    if (same_key(vm, &r.other, &r.key)) return value_as_int(place);
  }
}

static void append(VM *vm, Handle table, Handle key, Handle value, uint32_t hash) {
  HashTable *t = as_hash_table(table);  // no allocation below
  uint32_t used = hash_table_used(t), mask = 2 * t->room - 1, i = hash & mask;
  field_set(vm, t, &t->entries[used].key, *key);
  field_set(vm, t, &t->entries[used].value, *value);
  Field *places = hash_places(t);
  while (!value_is_empty(field_get(&places[i]))) i = (i + 1) & mask;
  places[i].value_ = value_int((int32_t)used);
  t->used.value_ = value_int((int32_t)used + 1);
  t->live.value_ = value_int(value_as_int(t->live.value_) + 1);
}

static void rehash(VM *vm, Slot table) {
  ROOTS(vm, old, fresh, key, value);
  r.old = *table;
  uint32_t live = hash_table_live(as_hash_table(&r.old)), room = 4;
  while (room < live + live / 2 + 1) room *= 2;
  hash_table_new(vm, room, &r.fresh);
  for (uint32_t i = 0; i < hash_table_used(as_hash_table(&r.old)); i++) {
    r.key = field_get(&as_hash_table(&r.old)->entries[i].key);
    if (value_same(r.key, VALUE_TOMBSTONE)) continue;
    r.value = field_get(&as_hash_table(&r.old)->entries[i].value);
    append(vm, &r.fresh, &r.key, &r.value, key_hash(vm, &r.key));
  }
  field_set(vm, as_hash_table(&r.old), &as_hash_table(&r.old)->next, r.fresh);
  *table = r.fresh;
}

void hash_table_set(VM *vm, Slot table, Handle key, Handle value) {
  ROOTS(vm, key, value);
  r.key = normalized(*key);
  r.value = *value;
  int entry = hash_table_find(vm, table, &r.key);
  if (entry >= 0) {
    field_set(vm, as_hash_table(table), &as_hash_table(table)->entries[entry].value, r.value);
    return;
  }
  if (hash_table_used(as_hash_table(table)) == as_hash_table(table)->room) rehash(vm, table);
  uint32_t hash = key_hash(vm, &r.key);
  append(vm, table, &r.key, &r.value, hash);
}

bool hash_table_delete(VM *vm, Handle table, Handle key) {
  int entry = hash_table_find(vm, table, key);
  if (entry < 0) return false;
  HashTable *t = as_hash_table(table);
  t->entries[entry].key.value_ = VALUE_TOMBSTONE;
  t->entries[entry].value.value_ = VALUE_UNDEFINED;
  t->live.value_ = value_int(value_as_int(t->live.value_) - 1);
  return true;
}

// In a new table the deleted entries are gone: as many as were deleted in front of the position.
static uint32_t live_before(const HashTable *t, uint32_t index) {
  uint32_t live = 0;
  for (uint32_t i = 0; i < index && i < hash_table_used(t); i++) {
    live += !value_same(field_get(&t->entries[i].key), VALUE_TOMBSTONE);
  }
  return live;
}

bool hash_table_next(VM *vm, Slot table, uint32_t *index) {
  (void)vm;
  while (!value_is_empty(field_get(&as_hash_table(table)->next))) {
    const HashTable *t = as_hash_table(table);
    *index = value_is_true(field_get(&t->cleared)) ? 0 : live_before(t, *index);
    *table = field_get(&t->next);
  }
  const HashTable *t = as_hash_table(table);
  while (*index < hash_table_used(t) && value_same(field_get(&t->entries[*index].key), VALUE_TOMBSTONE)) ++*index;
  return *index < hash_table_used(t);
}

// -------------------------------------------------------------------------------------------------------------- weak

static uint32_t weak_hash(Handle key) {
  if (value_is_symbol(*key)) return heap_object_aux(value_as_object(*key));
  return mix(object_identity_hash_if_any(key));
}

void weak_table_new(VM *vm, uint32_t places, Slot out) {
  uint32_t words = 2 + 2 * places;
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_WEAK_TABLE, bytes, ALLOCATE_YOUNG, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_WEAK_TABLE, 0, 0, 0);
  ((WeakTable *)object)->length = words;
  ((WeakTable *)object)->places = places;
  *out = value_pointer(object);
}

HashEntry *weak_table_find(VM *vm, Handle table, Handle key) {
  (void)vm;
  WeakTable *t = as_weak_table(table);
  uint64_t mask = t->places - 1;
  if (!value_is_symbol(*key) && object_identity_hash_if_any(key) == 0) return NULL;  // never was a key
  for (uint64_t i = weak_hash(key) & mask;; i = (i + 1) & mask) {
    Value k = field_get(&t->entries[i].key);
    if (value_same(k, *key)) return &t->entries[i];
    if (value_is_empty(k)) return NULL;
  }
}

static void weak_insert(VM *vm, WeakTable *t, Handle key, Handle value) {
  uint64_t mask = t->places - 1, i = weak_hash(key) & mask;
  while (!value_is_empty(field_get(&t->entries[i].key))) i = (i + 1) & mask;
  field_set(vm, t, &t->entries[i].key, *key);
  field_set(vm, t, &t->entries[i].value, *value);
  t->used++;
}

static bool entry_is_live(const HashEntry *e) {
  Value key = field_get(&e->key);
  return !value_is_empty(key) && !value_same(key, VALUE_TOMBSTONE);
}

static void weak_rehash(VM *vm, Slot table) {
  ROOTS(vm, old, fresh, key, value);
  r.old = *table;
  uint64_t live = 0;
  for (uint64_t i = 0; i < as_weak_table(&r.old)->places; i++) live += entry_is_live(&as_weak_table(&r.old)->entries[i]);
  uint32_t places = 8;
  while (places < live * 4) places *= 2;
  weak_table_new(vm, places, &r.fresh);
  for (uint64_t i = 0; i < as_weak_table(&r.old)->places; i++) {
    if (!entry_is_live(&as_weak_table(&r.old)->entries[i])) continue;
    r.key = field_get(&as_weak_table(&r.old)->entries[i].key);
    r.value = field_get(&as_weak_table(&r.old)->entries[i].value);
    weak_insert(vm, as_weak_table(&r.fresh), &r.key, &r.value);
  }
  *table = r.fresh;
}

void weak_table_set(VM *vm, Slot table, Handle key, Handle value) {
  if (!value_is_symbol(*key)) (void)object_identity_hash(vm, key);
  HashEntry *entry = weak_table_find(vm, table, key);
  if (entry) {
    field_set(vm, as_weak_table(table), &entry->value, *value);
    return;
  }
  if (as_weak_table(table)->used * 2 >= as_weak_table(table)->places) weak_rehash(vm, table);
  weak_insert(vm, as_weak_table(table), key, value);
}

bool weak_table_delete(VM *vm, Handle table, Handle key) {
  HashEntry *entry = weak_table_find(vm, table, key);
  if (!entry) return false;
  entry->key.value_ = VALUE_TOMBSTONE;
  entry->value.value_ = VALUE_TOMBSTONE;
  return true;
}
