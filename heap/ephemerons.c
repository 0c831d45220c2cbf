// heap/ephemerons.c - the map of pairs that wait for their keys to be marked.
#include "heap/ephemerons.h"

#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"

static void link_pair(PendingPairs *pending, size_t index) {
  size_t *bucket = &pending->buckets[pending_pairs_bucket(pending, pending->pairs[index].key)];
  pending->pairs[index].next = *bucket;
  *bucket = index + 1;
}

static void grow(Heap *heap, PendingPairs *pending) {
  pending->capacity = pending->capacity == 0 ? 64 : pending->capacity * 2;
  pending->pairs = heap_realloc(heap, pending->pairs, pending->capacity * sizeof pending->pairs[0]);
  size_t bytes = pending->capacity * 2 * sizeof pending->buckets[0];
  pending->buckets = heap_realloc(heap, pending->buckets, bytes);
  memset(pending->buckets, 0, bytes);
  for (size_t i = 0; i < pending->count; i++) link_pair(pending, i);
}

void pending_pairs_add(Heap *heap, PendingPairs *pending, HeapObject *key, HeapObject *value) {
  if (pending->count == pending->capacity) grow(heap, pending);
  pending->pairs[pending->count] = (PendingPair){key, value, 0};
  link_pair(pending, pending->count++);
}

void pending_pairs_free(PendingPairs *pending) {
  free(pending->pairs);
  free(pending->buckets);
}
