// objects/hash-table.c - the hash table of Map and Set, in insertion order.
//
// Keys are compared by SameValueZero: numbers are brought into one form, strings are compared by their units,
// everything else is itself.  Objects are found by their identity hash, so moving them changes nothing here.
#include "objects/hash-table.h"

#include "objects/hash-seed.h"
#include "objects/identity.h"
#include "objects/roots.h"
#include "objects/string-internal.h"

// ----------------------------------------------------------------------------------------------------------- hashing

// Numbers in one form: an integer where there is one, and no -0.
static Value normalized(Value key) {
  if (!value_is_double(key)) return key;
  double d = value_as_double(key);
  return d == 0 ? value_int(0) : number(d);
}

// False for an object that was never a key, which has no hash yet.  May flatten a string.
static bool hash_if_any(VM *vm, Handle key, uint32_t *hash) {
  if (!value_is_pointer(*key)) *hash = hash_number(normalized(*key).bits);
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

// A place of the hash: the number of an entry, and some bits of its hash, so that most others need not be looked at.
// Two places make one word; the uppermost bit keeps it from looking like a pointer.
#define PLACE_NO_POINTER 0x80000000u
#define PLACE_TAKEN 0x40000000u
#define PLACE_ENTRY 0x00FFFFFFu
#define FREE_BYTE 0x80  // of which free places consist
_Static_assert(HASH_TABLE_MAX_LIVE <= PLACE_ENTRY + 1, "the number of an entry fits in a place");

static uint32_t place_of(uint32_t entry, uint32_t hash) {
  return PLACE_NO_POINTER | PLACE_TAKEN | (hash >> 26) << 24 | entry;
}

static uint32_t *hash_places(HashTable *t) { return (uint32_t *)(void *)&t->words[hash_entry_words(t) * t->room]; }
static Field *key_field(HashTable *t, uint32_t entry) { return &t->words[hash_entry_words(t) * entry]; }
static bool is_deleted(const HashTable *t, uint32_t entry) {
  return value_same(hash_table_key(t, entry), VALUE_TOMBSTONE);
}
static unsigned flags_of(const HashTable *t) { return heap_object_flags(&t->head) & HASH_TABLE_OF_KEYS; }

// Of a table with values; one of keys has none.
static void set_value(VM *vm, HashTable *t, uint32_t entry, Value value) {
  if (flags_of(t) == 0) field_set(vm, t, &t->words[2 * entry + 1], value);
}

void hash_table_new(VM *vm, uint32_t room, unsigned flags, Slot out) {
  uint32_t entry_words = (flags & HASH_TABLE_OF_KEYS ? 1 : 2) * room, words = 4 + entry_words + room;
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_HASH_TABLE, bytes, ALLOCATE_YOUNG, NULL);
  object->header = header_make(KIND_HASH_TABLE, flags, 0, 0);
  HashTable *t = (HashTable *)object;
  t->length = words;
  t->room = room;
  t->used.value_ = t->live.value_ = value_int(0);
  t->next.value_ = VALUE_EMPTY;
  t->cleared.value_ = VALUE_FALSE;
  memset(t->words, 0, entry_words * sizeof(Value));
  memset(hash_places(t), FREE_BYTE, room * sizeof(Value));
  *out = value_pointer(object);
}

int hash_table_find(VM *vm, Handle table, Handle key) {
  uint32_t hash;
  if (!hash_if_any(vm, key, &hash)) return -1;
  HashTable *t = as_hash_table(table);  // no allocation below
  const uint32_t *places = hash_places(t);
  Value wanted = normalized(*key);
  uint32_t mask = 2 * t->room - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    uint32_t entry = places[i] & PLACE_ENTRY;
    if (!(places[i] & PLACE_TAKEN)) return -1;
    if (places[i] == place_of(entry, hash) && same_key(hash_table_key(t, entry), wanted)) return (int)entry;
  }
}

// There is room, and the key is not there.  Allocates nothing.
static void append(VM *vm, HashTable *t, Value key, Value value, uint32_t hash) {
  uint32_t used = hash_table_used(t), mask = 2 * t->room - 1, i = hash & mask;
  field_set(vm, t, key_field(t, used), key);
  set_value(vm, t, used, value);
  uint32_t *places = hash_places(t);
  while (places[i] & PLACE_TAKEN) i = (i + 1) & mask;
  places[i] = place_of(used, hash);
  t->used.value_ = value_int((int32_t)used + 1);
  t->live.value_ = value_int(value_as_int(t->live.value_) + 1);
}

// The old table keeps only what iterators need in order to find their place in the new one.
static void replace(VM *vm, HashTable *old, Value fresh) {
  for (uint32_t i = 0; i < hash_table_used(old); i++) {
    if (!is_deleted(old, i)) key_field(old, i)->value_ = VALUE_UNDEFINED;
    set_value(vm, old, i, VALUE_UNDEFINED);
  }
  field_set(vm, old, &old->next, fresh);
}

// Every key has a hash, and strings among them are flat: nothing is allocated but the new table.
static void rehash(VM *vm, Slot table) {
  ROOTS(vm, fresh, key);
  uint32_t live = hash_table_live(as_hash_table(table)), room = HASH_TABLE_ROOM;
  while (room < live + live / 2 + 1 && room < HASH_TABLE_MAX_LIVE) room *= 2;
  hash_table_new(vm, room, flags_of(as_hash_table(table)), &r.fresh);
  for (uint32_t i = 0; i < hash_table_used(as_hash_table(table)); i++) {
    const HashTable *old = as_hash_table(table);
    if (is_deleted(old, i)) continue;
    uint32_t hash = 0;
    r.key = hash_table_key(old, i);
    (void)hash_if_any(vm, &r.key, &hash);
    append(vm, as_hash_table(&r.fresh), r.key, hash_table_value(old, i), hash);
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
    set_value(vm, as_hash_table(table), (uint32_t)entry, r.value);
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
  key_field(t, (uint32_t)entry)->value_ = VALUE_TOMBSTONE;
  set_value(vm, t, (uint32_t)entry, VALUE_UNDEFINED);
  t->live.value_ = value_int(value_as_int(t->live.value_) - 1);
  if (t->room > HASH_TABLE_ROOM && hash_table_live(t) < t->room / 4) rehash(vm, table);
  return true;
}

void hash_table_clear(VM *vm, Slot table) {
  ROOTS(vm, fresh);
  hash_table_new(vm, HASH_TABLE_ROOM, flags_of(as_hash_table(table)), &r.fresh);
  as_hash_table(table)->cleared.value_ = VALUE_TRUE;
  replace(vm, as_hash_table(table), r.fresh);
  *table = r.fresh;
}

// In a new table the deleted entries are gone: as many as were deleted in front of the position.
static uint32_t live_before(const HashTable *t, uint32_t index) {
  uint32_t live = 0;
  for (uint32_t i = 0; i < index && i < hash_table_used(t); i++) live += !is_deleted(t, i);
  return live;
}

bool hash_table_next(Slot table, uint32_t *index) {
  const HashTable *t = as_hash_table(table);
  for (; !value_is_empty(field_get(&t->next)); t = as_hash_table(table)) {
    *index = value_is_true(field_get(&t->cleared)) ? 0 : live_before(t, *index);
    *table = field_get(&t->next);
  }
  while (*index < hash_table_used(t) && is_deleted(t, *index)) ++*index;
  return *index < hash_table_used(t);
}
