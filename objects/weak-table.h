// objects/weak-table.h - the hash table of WeakMap and WeakSet.
#ifndef NODULE_OBJECTS_WEAK_TABLE_H
#define NODULE_OBJECTS_WEAK_TABLE_H

#include "objects/runtime.h"

// Open addressing over (key, value) pairs; keys are objects or symbols.  The heap keeps a value alive only while its
// key is, and turns dead pairs into tombstones (heap/heap.h, KIND_EPHEMERONS); so do deletions.
typedef struct WeakEntry {
  Field key, value;
} WeakEntry;

typedef struct WeakTable {
  HeapObject head;
  uint32_t length;  // words
  uint32_t unused;
  uint64_t places;  // a power of two
  uint64_t used;    // places that are not free: tombstones too
  WeakEntry entries[];
} WeakTable;

void weak_table_new(VM *vm, Slot out);
const WeakEntry *weak_table_find(Handle table, Handle key);         // NULL: absent; valid until the next allocation
void weak_table_set(VM *vm, Slot table, Handle key, Handle value);  // may replace *table
bool weak_table_delete(Handle table, Handle key);

#endif
