// objects/dictionary.h - properties in dictionary mode (named, in insertion order) and sparse elements (by index).
#ifndef NODULE_OBJECTS_DICTIONARY_H
#define NODULE_OBJECTS_DICTIONARY_H

#include "objects/runtime.h"

// Entries in the order they were added, and a hash of entry numbers behind them.  A deleted entry keeps its place with
// an empty key until the table grows.
typedef struct NameEntry {
  Field key, value, detail;
} NameEntry;

typedef struct NameDictionary {
  HeapObject head;
  uint32_t length;  // words
  uint32_t room;    // entries; the hash has 2 * room places
  Field used;       // integer: entries in use, deleted ones too
  Field live;       // integer
  NameEntry entries[];
} NameDictionary;

static inline uint32_t dictionary_used(const NameDictionary *d) { return (uint32_t)value_as_int(field_get(&d->used)); }

void dictionary_new(VM *vm, uint32_t room, Slot out);
int dictionary_find(const NameDictionary *dictionary, Value key);  // entry or -1
// *dictionary may be replaced by a larger one.
void dictionary_add(VM *vm, Slot dictionary, Handle key, Handle value, int attributes);
void dictionary_remove(VM *vm, Slot dictionary, int entry);  // ... or by a smaller one

// Sparse elements, as NameDictionary has names: entries in the order they were added, then 2 * room places of half a
// word.
typedef struct NumberEntry {
  Field key;  // number; empty: not in use yet; tombstone: deleted
  Field value, detail;
} NumberEntry;

typedef struct NumberDictionary {
  HeapObject head;
  uint32_t no_capacity;  // 0: as Elements it has no fast elements
  uint32_t length;       // words
  Field used;            // integer: entries in use, deleted ones too
  Field live;            // integer
  NumberEntry entries[];
} NumberDictionary;

static inline uint32_t numbers_room(const NumberDictionary *d) { return (d->length - 2) / 4; }
static inline uint32_t numbers_used(const NumberDictionary *d) { return (uint32_t)value_as_int(field_get(&d->used)); }
// The next entry that is added makes it grow.
static inline bool numbers_full(const NumberDictionary *d) { return numbers_used(d) == numbers_room(d); }
void numbers_new(VM *vm, uint32_t room, Slot out);                              // a power of two
NumberEntry *numbers_find(const NumberDictionary *dictionary, uint32_t index);  // or NULL
void numbers_add(VM *vm, Slot dictionary, uint32_t index, Handle value, int attributes);
void numbers_remove(NumberDictionary *dictionary, NumberEntry *entry);
// After removals: a smaller one would do.
bool numbers_mostly_free(const NumberDictionary *dictionary);
void numbers_shrink(VM *vm, Slot dictionary);  // *dictionary is replaced

#endif
