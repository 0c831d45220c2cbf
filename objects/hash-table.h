// objects/hash-table.h - the ordered hash table of Map and Set, and the weak one of WeakMap and WeakSet.
#ifndef NODULE_OBJECTS_HASH_TABLE_H
#define NODULE_OBJECTS_HASH_TABLE_H

#include "objects/runtime.h"

// Entries in the order of insertion, then a hash of entry numbers.  A deleted entry stays, with a tombstone as its key,
// until the table is made anew; then the old table's `next` points to the new one, and iterators follow.
typedef struct HashEntry {
  Field key, value;
} HashEntry;

typedef struct HashTable {
  HeapObject head;
  uint32_t length;  // words
  uint32_t room;    // entries; the hash has 2 * room places
  Field used;       // integer: entries in use, deleted ones too
  Field live;       // integer
  Field next;       // the table that took the place of this one, or empty
  Field cleared;    // boolean: it did so because of clear()
  HashEntry entries[];
} HashTable;

static inline HashTable *as_hash_table(Handle h) { return (HashTable *)value_as_object(*h); }
static inline uint32_t hash_table_used(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->used)); }
static inline uint32_t hash_table_live(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->live)); }

void hash_table_new(VM *vm, uint32_t room, Slot out);
// The entry with that key (SameValueZero), or -1.
int hash_table_find(VM *vm, Handle table, Handle key);
// Sets or adds; *table may become another one.
void hash_table_set(VM *vm, Slot table, Handle key, Handle value);
bool hash_table_delete(VM *vm, Handle table, Handle key);
// The entry at position *index or the next live one; false at the end.  *table and *index follow replaced tables.
bool hash_table_next(VM *vm, Slot table, uint32_t *index);

// Weak: open addressing, keys are objects (or symbols); dead pairs are tombstones (heap/heap.h, KIND_EPHEMERONS).
typedef struct WeakTable {
  HeapObject head;
  uint32_t length;  // words
  uint32_t unused;
  uint64_t places, used;  // raw; used counts tombstones
  HashEntry entries[];
} WeakTable;

static inline WeakTable *as_weak_table(Handle h) { return (WeakTable *)value_as_object(*h); }
void weak_table_new(VM *vm, uint32_t places, Slot out);
HashEntry *weak_table_find(VM *vm, Handle table, Handle key);  // NULL: absent; valid until the next allocation
void weak_table_set(VM *vm, Slot table, Handle key, Handle value);
bool weak_table_delete(VM *vm, Handle table, Handle key);

#endif
