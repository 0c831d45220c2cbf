// heap/ephemerons.h - pairs of weak tables whose keys the marker has not found yet: key -> values to be marked with it.
//
// With this map each pair is looked at once, however long the chains are in which one pair's value is the next one's
// key; going over all tables until nothing changes would take quadratic time.  A pair takes 16 bytes in the map, no
// more than its words in the table.
#ifndef NODULE_HEAP_EPHEMERONS_H
#define NODULE_HEAP_EPHEMERONS_H

#include "heap/heap.h"

typedef struct PendingPairs {
  Word **pairs;    // in their tables: the key, and behind it the value
  uint32_t *next;  // 1 + index of the next pair in the same bucket; 0 at the end
  size_t count, capacity;
  uint32_t *buckets;  // at least as many as there is capacity for pairs, a power of two
  size_t bucket_mask;
} PendingPairs;

void pending_pairs_reserve(Heap *heap, PendingPairs *pending, size_t more);  // room for so many more pairs
void pending_pairs_add(PendingPairs *pending, Word *pair);                   // for which there is room
void pending_pairs_free(PendingPairs *pending);

static inline size_t pending_pairs_bucket(const PendingPairs *pending, const HeapObject *key) {
  return ((uintptr_t)key >> 3) * 0x9E3779B97F4A7C15u >> 32 & pending->bucket_mask;
}

// For the pairs of `key`: i is 1 + the index of each.
#define FOR_EACH_PENDING_PAIR(pending, object, i)                                                                  \
  for (uint32_t i = (pending)->buckets[pending_pairs_bucket(pending, object)]; i != 0; i = (pending)->next[i - 1]) \
    if (*(pending)->pairs[i - 1] == (Word)(uintptr_t)(object))

#endif
