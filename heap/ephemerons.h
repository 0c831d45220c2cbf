// heap/ephemerons.h - pairs of weak tables whose keys the marker has not found yet: key -> values to be marked with it.
//
// With this map each pair is looked at once, however long the chains are in which one pair's value is the next one's
// key; going over all tables until nothing changes would take quadratic time.
#ifndef NODULE_HEAP_EPHEMERONS_H
#define NODULE_HEAP_EPHEMERONS_H

#include "heap/heap.h"

typedef struct PendingPair {
  HeapObject *key, *value;
  size_t next;  // 1 + index of the next pair in the same bucket; 0 at the end
} PendingPair;

typedef struct PendingPairs {
  PendingPair *pairs;
  size_t count, capacity;
  size_t *buckets;  // twice as many as there is capacity for pairs
} PendingPairs;

void pending_pairs_add(Heap *heap, PendingPairs *pending, HeapObject *key, HeapObject *value);
void pending_pairs_free(PendingPairs *pending);

static inline size_t pending_pairs_bucket(const PendingPairs *pending, const HeapObject *key) {
  return ((uintptr_t)key >> 3) * 0x9E3779B97F4A7C15u >> 32 & (pending->capacity * 2 - 1);
}

// For the pairs of `key`: i is 1 + the index of each.
#define FOR_EACH_PENDING_PAIR(pending, object, i)                                                           \
  for (size_t i = (pending)->buckets[pending_pairs_bucket(pending, object)]; i != 0; i = (pending)->pairs[i - 1].next) \
    if ((pending)->pairs[i - 1].key == (object))

#endif
