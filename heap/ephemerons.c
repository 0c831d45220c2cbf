// heap/ephemerons.c - the map of pairs that wait for their keys to be marked.
#include "heap/ephemerons.h"

#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"

#define FEWEST_PAIRS 64

static void link_pair(PendingPairs *pending, size_t index) {
  uint32_t *bucket = &pending->buckets[pending_pairs_bucket(pending, word_object(*pending->pairs[index]))];
  pending->next[index] = *bucket;
  *bucket = (uint32_t)index + 1;
}

static void set_capacity(Heap *heap, PendingPairs *pending, size_t capacity) {
  pending->capacity = capacity;
  pending->pairs = heap_realloc(heap, pending->pairs, capacity * sizeof pending->pairs[0]);
  pending->next = heap_realloc(heap, pending->next, capacity * sizeof pending->next[0]);
  size_t count = FEWEST_PAIRS;
  while (count < capacity) count *= 2;
  pending->bucket_mask = count - 1;
  free(pending->buckets);  // first: there is not to be room for both
  pending->buckets = heap_realloc(heap, NULL, count * sizeof pending->buckets[0]);
  memset(pending->buckets, 0, count * sizeof pending->buckets[0]);
  for (size_t i = 0; i < pending->count; i++) link_pair(pending, i);
}

void pending_pairs_reserve(Heap *heap, PendingPairs *pending, size_t more) {
  size_t needed = pending->count + more, half_more = pending->capacity + pending->capacity / 2;
  if (needed <= pending->capacity) return;
  if (needed >= UINT32_MAX) heap_fatal_out_of_memory(heap, "Ephemerons");
  if (needed < half_more) needed = half_more;
  set_capacity(heap, pending, needed < FEWEST_PAIRS ? FEWEST_PAIRS : needed);
}

void pending_pairs_add(PendingPairs *pending, Word *pair) {
  pending->pairs[pending->count] = pair;
  link_pair(pending, pending->count++);
}

void pending_pairs_free(PendingPairs *pending) {
  free(pending->pairs);
  free(pending->next);
  free(pending->buckets);
}
