// objects/hash-table.c - the hash table of Map and Set, in insertion order.
//
// Keys are compared by SameValueZero: numbers are brought into one form, strings are compared by their units,
// everything else is itself.  Objects are found by their identity hash, so moving them changes nothing here.
#include "objects/hash-table.h"

#include "objects/identity.h"
#include "objects/roots.h"
#include "objects/string-internal.h"

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

// False for an object that was never a key, which has no hash yet.  May flatten a string.
static bool hash_if_any(VM *vm, Handle key, uint32_t *hash) {
  if (!value_is_pointer(*key)) *hash = mix(normalized(*key).bits);
  else if (value_is_string(*key)) *hash = string_hash(vm, key);
  else if (value_is_symbol(*key)) *hash = heap_object_aux(value_as_object(*key));
  else return (*hash = object_identity_hash_if_any(key)) != 0;
  return true;
}

// Of two keys whose hashes are known: strings are flat then.
static bool same_key(Value a, Value b) {
  if (value_same(a, b)) return true;
  if (!value_is_string(a) || !value_is_string(b)) return false;
  const HeapObject *x = value_as_object(a), *y = value_as_object(b);
  if (heap_object_aux(x) != heap_object_aux(y)) return false;
  if (heap_object_flags(x) & heap_object_flags(y) & STRING_INTERNALIZED) return false;
  StringView v = view_of((const String *)x), w = view_of((const String *)y);
  return view_equals(&v, &w);
}

// ------------------------------------------------------------------------------------------------------------ tables

static Field *hash_places(const HashTable *t) { return (Field *)(uintptr_t)&t->entries[t->room].key; }
static bool is_deleted(const HashEntry *e) { return value_same(field_get(&e->key), VALUE_TOMBSTONE); }

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
  uint32_t hash;
  if (!hash_if_any(vm, key, &hash)) return -1;
  const HashTable *t = as_hash_table(table);  // no allocation below
  const Field *places = hash_places(t);
  Value wanted = normalized(*key);
  uint32_t mask = 2 * t->room - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    Value place = field_get(&places[i]);
    if (value_is_empty(place)) return -1;
    if (same_key(field_get(&t->entries[value_as_int(place)].key), wanted)) return value_as_int(place);
  }
}

// There is room, and the key is not there.  Allocates nothing.
static void append(VM *vm, HashTable *t, Value key, Value value, uint32_t hash) {
  uint32_t used = hash_table_used(t), mask = 2 * t->room - 1, i = hash & mask;
  field_set(vm, t, &t->entries[used].key, key);
  field_set(vm, t, &t->entries[used].value, value);
  Field *places = hash_places(t);
  while (!value_is_empty(field_get(&places[i]))) i = (i + 1) & mask;
  places[i].value_ = value_int((int32_t)used);
  t->used.value_ = value_int((int32_t)used + 1);
  t->live.value_ = value_int(value_as_int(t->live.value_) + 1);
}

// The old table keeps only what iterators need in order to find their place in the new one.
static void replace(VM *vm, HashTable *old, Value fresh) {
  for (uint32_t i = 0; i < hash_table_used(old); i++) {
    if (!is_deleted(&old->entries[i])) old->entries[i].key.value_ = VALUE_UNDEFINED;
    old->entries[i].value.value_ = VALUE_UNDEFINED;
  }
  field_set(vm, old, &old->next, fresh);
}

// Every key has a hash, and strings among them are flat: nothing is allocated but the new table.
static void rehash(VM *vm, Slot table) {
  ROOTS(vm, fresh, key);
  uint32_t live = hash_table_live(as_hash_table(table)), room = HASH_TABLE_ROOM;
  while (room < live + live / 2 + 1 && room < HASH_TABLE_MAX_LIVE) room *= 2;
  hash_table_new(vm, room, &r.fresh);
  for (uint32_t i = 0; i < hash_table_used(as_hash_table(table)); i++) {
    const HashEntry *e = &as_hash_table(table)->entries[i];
    if (is_deleted(e)) continue;
    uint32_t hash = 0;
    r.key = field_get(&e->key);
    (void)hash_if_any(vm, &r.key, &hash);
    append(vm, as_hash_table(&r.fresh), r.key, field_get(&e->value), hash);
  }
  replace(vm, as_hash_table(table), r.fresh);
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
  if (value_is_string(r.key)) string_flatten(vm, &r.key);
  else if (value_is_object(r.key)) (void)object_identity_hash(vm, &r.key);
  if (hash_table_used(as_hash_table(table)) == as_hash_table(table)->room) rehash(vm, table);
  uint32_t hash = 0;
  (void)hash_if_any(vm, &r.key, &hash);
  append(vm, as_hash_table(table), r.key, r.value, hash);
}

bool hash_table_delete(VM *vm, Slot table, Handle key) {
  int entry = hash_table_find(vm, table, key);
  if (entry < 0) return false;
  HashTable *t = as_hash_table(table);
  t->entries[entry].key.value_ = VALUE_TOMBSTONE;
  t->entries[entry].value.value_ = VALUE_UNDEFINED;
  t->live.value_ = value_int(value_as_int(t->live.value_) - 1);
  if (t->room > HASH_TABLE_ROOM && hash_table_live(t) < t->room / 4) rehash(vm, table);
  return true;
}

void hash_table_clear(VM *vm, Slot table) {
  ROOTS(vm, fresh);
  hash_table_new(vm, HASH_TABLE_ROOM, &r.fresh);
  as_hash_table(table)->cleared.value_ = VALUE_TRUE;
  replace(vm, as_hash_table(table), r.fresh);
  *table = r.fresh;
}

// In a new table the deleted entries are gone: as many as were deleted in front of the position.
static uint32_t live_before(const HashTable *t, uint32_t index) {
  uint32_t live = 0;
  for (uint32_t i = 0; i < index && i < hash_table_used(t); i++) live += !is_deleted(&t->entries[i]);
  return live;
}

bool hash_table_next(Slot table, uint32_t *index) {
  const HashTable *t = as_hash_table(table);
  for (; !value_is_empty(field_get(&t->next)); t = as_hash_table(table)) {
    *index = value_is_true(field_get(&t->cleared)) ? 0 : live_before(t, *index);
    *table = field_get(&t->next);
  }
  while (*index < hash_table_used(t) && is_deleted(&t->entries[*index])) ++*index;
  return *index < hash_table_used(t);
}
