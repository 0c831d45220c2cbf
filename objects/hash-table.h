// objects/hash-table.h - the hash table of Map and Set, in insertion order.
#ifndef NODULE_OBJECTS_HASH_TABLE_H
#define NODULE_OBJECTS_HASH_TABLE_H

#include "objects/runtime.h"

// Entries in the order of insertion, then a hash of entry numbers:
//
//   | used | live | next | cleared | room * (key, value) | 2 * room places: an entry number, empty where free |
//
// A deleted entry stays, with a tombstone as its key, until the table is made anew; then the old table's `next` points
// to the new one, and iterators follow.
typedef struct HashEntry {
  Field key, value;
} HashEntry;

typedef struct HashTable {
  HeapObject head;
  uint32_t length;  // words
  uint32_t room;    // entries, a power of two
  Field used;       // integer: entries in use, deleted ones too
  Field live;       // integer
  Field next;       // the table that took the place of this one, or empty
  Field cleared;    // boolean: it did so because all was deleted at once
  HashEntry entries[];
} HashTable;

#define HASH_TABLE_ROOM 4               // of a new table
#define HASH_TABLE_MAX_LIVE (1u << 24)  // V8's limit of Map and Set; callers see to it

static inline HashTable *as_hash_table(Handle h) { return (HashTable *)value_as_object(*h); }
static inline uint32_t hash_table_used(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->used)); }
static inline uint32_t hash_table_live(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->live)); }

void hash_table_new(VM *vm, uint32_t room, Slot out);
// The entry with that key (SameValueZero), or -1.
int hash_table_find(VM *vm, Handle table, Handle key);
// These may replace *table.
void hash_table_set(VM *vm, Slot table, Handle key, Handle value);
bool hash_table_delete(VM *vm, Slot table, Handle key);
void hash_table_clear(VM *vm, Slot table);
// The entry at position *index or the next live one; false at the end.  *table and *index follow replaced tables.
bool hash_table_next(Slot table, uint32_t *index);

#endif
