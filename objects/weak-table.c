// objects/weak-table.c - the hash table of WeakMap and WeakSet.
//
// Pairs turn into tombstones in full collections, unseen from here, so live pairs are counted only when the table is
// made anew.
#include "objects/weak-table.h"

#include "objects/identity.h"
#include "objects/roots.h"

#define FEWEST_PLACES 8

// 0 for an object that was never a key anywhere.
static uint32_t hash_if_any(Handle key) {
  if (value_is_symbol(*key)) return heap_object_aux(value_as_object(*key));
  return object_identity_hash_if_any(key);
}

static bool entry_is_live(const WeakEntry *e) {
  Value key = field_get(&e->key);
  return !value_is_empty(key) && !value_same(key, VALUE_TOMBSTONE);
}

static void allocate(VM *vm, uint64_t places, Slot out) {
  uint32_t words = (uint32_t)(2 + 2 * places);
  size_t bytes = 16 + (size_t)words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_WEAK_TABLE, bytes, ALLOCATE_YOUNG, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_WEAK_TABLE, 0, 0, 0);
  WeakTable *t = (WeakTable *)object;
  t->length = words;
  t->places = places;
  *out = value_pointer(object);
}

void weak_table_new(VM *vm, Slot out) { allocate(vm, FEWEST_PLACES, out); }

static WeakEntry *find(WeakTable *t, Handle key) {
  uint64_t hash = hash_if_any(key), mask = t->places - 1;
  if (hash == 0) return NULL;
  for (uint64_t i = hash & mask;; i = (i + 1) & mask) {
    Value k = field_get(&t->entries[i].key);
    if (value_same(k, *key)) return &t->entries[i];
    if (value_is_empty(k)) return NULL;
  }
}

const WeakEntry *weak_table_find(Handle table, Handle key) { return find(as_weak_table(table), key); }

// The key has a hash and is not there; there is a free place.
static void insert(VM *vm, WeakTable *t, Handle key, Value value) {
  uint64_t mask = t->places - 1, i = hash_if_any(key) & mask;
  while (entry_is_live(&t->entries[i])) i = (i + 1) & mask;
  if (value_is_empty(field_get(&t->entries[i].key))) t->used++;
  field_set(vm, t, &t->entries[i].key, *key);
  field_set(vm, t, &t->entries[i].value, value);
}

static void rehash(VM *vm, Slot table) {
  ROOTS(vm, fresh, key);
  uint64_t live = 0, places = FEWEST_PLACES;
  for (uint64_t i = 0; i < as_weak_table(table)->places; i++) live += entry_is_live(&as_weak_table(table)->entries[i]);
  while (places < 3 * live) places *= 2;
  allocate(vm, places, &r.fresh);
  for (uint64_t i = 0; i < as_weak_table(table)->places; i++) {
    const WeakEntry *e = &as_weak_table(table)->entries[i];
    if (!entry_is_live(e)) continue;
    r.key = field_get(&e->key);
    insert(vm, as_weak_table(&r.fresh), &r.key, field_get(&e->value));
  }
  *table = r.fresh;
}

void weak_table_set(VM *vm, Slot table, Handle key, Handle value) {
  if (value_is_object(*key)) (void)object_identity_hash(vm, key);
  WeakEntry *entry = find(as_weak_table(table), key);
  if (entry) {
    field_set(vm, as_weak_table(table), &entry->value, *value);
    return;
  }
  if (4 * (as_weak_table(table)->used + 1) > 3 * as_weak_table(table)->places) rehash(vm, table);
  insert(vm, as_weak_table(table), key, *value);
}

bool weak_table_delete(Handle table, Handle key) {
  WeakEntry *entry = find(as_weak_table(table), key);
  if (!entry) return false;
  entry->key.value_ = entry->value.value_ = VALUE_TOMBSTONE;
  return true;
}
