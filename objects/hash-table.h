// objects/hash-table.h - the hash table of Map and Set, in insertion order.
#ifndef NODULE_OBJECTS_HASH_TABLE_H
#define NODULE_OBJECTS_HASH_TABLE_H

#include "objects/runtime.h"

// Entries in the order of insertion, then a hash of entry numbers:
//
//   Map: | used | live | next | cleared | room * (key, value) | 2 * room places of half a word |
//   Set: | used | live | next | cleared | room * key          | 2 * room places of half a word |
//
// A deleted entry stays, with a tombstone as its key, until the table is made anew; then the old table's `next` points
// to the new one, and iterators follow.
typedef struct HashTable {
  HeapObject head;  // with HASH_TABLE_OF_KEYS
  uint32_t length;  // words
  uint32_t room;    // entries, a power of two
  Field used;       // integer: entries in use, deleted ones too
  Field live;       // integer
  Field next;       // the table that took the place of this one, or empty
  Field cleared;    // boolean: it did so because all was deleted at once
  Field words[];
} HashTable;

#define HASH_TABLE_OF_KEYS 1            // header flag: no values
#define HASH_TABLE_ROOM 4               // of a new table
#define HASH_TABLE_MAX_LIVE (1u << 24)  // V8's limit of Map and Set; callers see to it

static inline uint32_t hash_table_used(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->used)); }
static inline uint32_t hash_table_live(const HashTable *t) { return (uint32_t)value_as_int(field_get(&t->live)); }

static inline uint32_t hash_entry_words(const HashTable *t) {
  return heap_object_flags(&t->head) & HASH_TABLE_OF_KEYS ? 1 : 2;
}
static inline Value hash_table_key(const HashTable *t, uint32_t entry) {
  return field_get(&t->words[hash_entry_words(t) * entry]);
}
// In a table of keys: the key.
static inline Value hash_table_value(const HashTable *t, uint32_t entry) {
  uint32_t words = hash_entry_words(t);
  return field_get(&t->words[words * entry + words - 1]);
}

// `flags`: 0 or HASH_TABLE_OF_KEYS.
void hash_table_new(VM *vm, uint32_t room, unsigned flags, Slot out);
// The entry with that key (SameValueZero), or -1.
int hash_table_find(VM *vm, Handle table, Handle key);
// These may replace *table.  In a table of keys `value` is not looked at.
void hash_table_set(VM *vm, Slot table, Handle key, Handle value);
bool hash_table_delete(VM *vm, Slot table, Handle key);
void hash_table_clear(VM *vm, Slot table);
// The entry at position *index or the next live one; false at the end.  *table and *index follow replaced tables.
bool hash_table_next(Slot table, uint32_t *index);

#endif
