// tests/heap/toy.h - a toy embedder for the tests of heap/: its kinds of objects, a root array, helpers.
//
// Words of objects are pointers or integers (see toy_int).  Every toy object of kind PAIR has a number in its second
// pointer word, so that a test can tell whether the right object arrived after moving.
#ifndef NODULE_TESTS_HEAP_TOY_H
#define NODULE_TESTS_HEAP_TOY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "heap/heap-inl.h"

enum {
  TOY_FREE,
  TOY_PAIR,
  TOY_ARRAY,
  TOY_FLAGGED,
  TOY_DATA,
  TOY_TABLE,
  TOY_WEAK,
  TOY_SHAPE,
  TOY_SHAPED,
  TOY_CODE,
  TOY_CUSTOM,
  TOY_KINDS
};

static const KindInfo toy_kinds[TOY_KINDS] = {
    [TOY_PAIR] = {"pair", SIZE_WORDS, 0, 1, 0, 0},  // words: left, right, then as many as it is long
    [TOY_ARRAY] = {"array", SIZE_LENGTH, 3, 2, 0, 0},
    [TOY_FLAGGED] = {"flagged array", SIZE_LENGTH, 3, 2, 0, KIND_POINTER_FLAG},
    [TOY_DATA] = {"data", SIZE_LENGTH, 0, 0, 0, KIND_DATA},
    [TOY_TABLE] = {"weak table", SIZE_LENGTH, 3, 4, 0, KIND_EPHEMERONS},  // words 2 and 3 are raw
    [TOY_WEAK] = {"weak cell", SIZE_WORDS, 0, 1, 0, KIND_WEAK},
    [TOY_SHAPE] = {"shape", SIZE_WORDS, 0, 1, 3, 0},  // two pointers, the rest raw
    [TOY_SHAPED] = {"object", SIZE_WORDS, 0, 1, 0, KIND_HAS_SHAPE},
    [TOY_CODE] = {"code", SIZE_WORDS, 0, 1, 2, KIND_FINALIZE},
    [TOY_CUSTOM] = {"custom weak array", SIZE_LENGTH, 3, 2, 0, KIND_WEAK | KIND_CUSTOM_WEAK},
};

#define TOY_ROOTS 4096
#define TOY_TOMBSTONE ((Word)1 << 48 | 8)

typedef struct Toy {
  Heap *heap;
  Word roots[TOY_ROOTS];
  size_t root_count;  // in use
  Word weak_slot;     // a weak reference outside the heap
  unsigned finalized;
  uint64_t finalized_sum;
  int64_t limited_each;                                 // limited off-heap bytes that each finalizer gives back
  void (*custom)(struct Toy *toy, HeapObject *object);  // process_weak_object
} Toy;

static inline Word toy_int(uint64_t n) { return (Word)0xFFFE << 48 | n; }
static inline uint64_t toy_as_int(Word word) { return word & (((uint64_t)1 << 48) - 1); }
static inline bool toy_is_int(Word word) { return word >> 48 == 0xFFFE; }
static inline Word toy_word(const void *object) { return (Word)(uintptr_t)object; }
static inline HeapObject *toy_object(Word word) { return (HeapObject *)(uintptr_t)word; }
static inline Word *toy_words(HeapObject *object) { return (Word *)object; }

static inline void toy_visit_roots(void *data, RootVisitor *visitor) {
  Toy *toy = data;
  visitor->visit(visitor, toy->roots, toy->roots + toy->root_count, "roots");
}

static inline void toy_process_weak(void *data, Heap *heap, WeakPhase phase) {
  Toy *toy = data;
  (void)phase;
  if (!word_is_pointer(toy->weak_slot)) return;
  if (!heap_is_live(heap, toy_object(toy->weak_slot))) toy->weak_slot = 0;
  else toy->weak_slot = toy_word(heap_forwarded(heap, toy_object(toy->weak_slot)));
}

static inline void toy_process_weak_object(void *data, Heap *heap, HeapObject *object) {
  Toy *toy = data;
  (void)heap;
  toy->custom(toy, object);
}

static inline void toy_finalize(void *data, HeapObject *object) {
  Toy *toy = data;
  toy->finalized++;
  toy->finalized_sum += toy_words(object)[2];
  if (toy->limited_each > 0) heap_adjust_limited(toy->heap, -toy->limited_each);
}

static inline void toy_out_of_memory(void *data, FILE *out) {
  (void)data;
  fputs("==== toy stack ====\n", out);
}

static inline Toy *toy_create(HeapConfig config) {
  Toy *toy = calloc(1, sizeof *toy);
  toy->root_count = TOY_ROOTS;
  Embedder embedder = {.data = toy,
                       .kinds = toy_kinds,
                       .kind_count = TOY_KINDS,
                       .visit_roots = toy_visit_roots,
                       .process_weak = toy_process_weak,
                       .process_weak_object = toy_process_weak_object,
                       .finalize = toy_finalize,
                       .out_of_memory = toy_out_of_memory,
                       .tombstone = TOY_TOMBSTONE};
  toy->heap = heap_create(&config, &embedder);
  assert_non_null(toy->heap);
  return toy;
}

static inline void toy_destroy(Toy *toy) {
  heap_destroy(toy->heap);
  free(toy);
}

// An object of `words` words, all but the header the integer 0 (the last root slot keeps nothing: callers root
// results).
static inline HeapObject *toy_new(Toy *toy, unsigned kind, unsigned words, uint32_t aux) {
  HeapObject *object = heap_allocate_young(toy->heap, kind, words * sizeof(Word));
  object->header = header_make(kind, 0, words, aux);
  for (unsigned i = 1; i < words; i++) toy_words(object)[i] = toy_int(0);
  return object;
}

static inline HeapObject *toy_new_in(Toy *toy, unsigned kind, unsigned words, AllocationSpace space) {
  HeapObject *object = heap_allocate(toy->heap, kind, words * sizeof(Word), space, NULL);
  object->header = header_make(kind, 0, words, 0);
  for (unsigned i = 1; i < words; i++) toy_words(object)[i] = toy_int(0);
  return object;
}

// An object of a SIZE_LENGTH kind; large ones stay untouched zero.
static inline HeapObject *toy_new_array(Toy *toy, unsigned kind, size_t length) {
  size_t bytes = (16 + (length << toy_kinds[kind].element_log2) + 7) & ~(size_t)7;
  bool zeroed;
  HeapObject *object = heap_allocate(toy->heap, kind, bytes, ALLOCATE_YOUNG, &zeroed);
  object->header = header_make(kind, 0, 0, 0);
  toy_words(object)[1] = length;
  if (!zeroed) memset(toy_words(object) + 2, 0, bytes - 16);
  return object;
}

static inline void toy_set(Toy *toy, HeapObject *object, size_t index, Word value) {
  if (word_is_pointer(value) && heap_object_kind(object) == TOY_FLAGGED) {
    heap_object_set_flag(object, HEADER_HAS_POINTERS);
  }
  toy_words(object)[index] = value;
  heap_write_barrier(toy->heap, object, toy_words(object) + index, value);
}

// A list of `length` pairs in root `root`, numbered downwards to 0 at its end.
static inline void toy_make_list(Toy *toy, size_t root, size_t length, unsigned words) {
  toy->roots[root] = 0;
  for (size_t i = 0; i < length; i++) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, words, 0);
    toy_words(pair)[1] = toy->roots[root];
    toy_words(pair)[2] = toy_int(i);
    toy->roots[root] = toy_word(pair);
  }
}

static inline size_t toy_list_length(const Toy *toy, size_t root) {
  size_t length = 0;
  for (Word word = toy->roots[root]; word_is_pointer(word); word = toy_words(toy_object(word))[1]) length++;
  return length;
}

// Whether the numbers of a list made by toy_make_list are still right.
static inline bool toy_list_intact(const Toy *toy, size_t root, size_t length) {
  Word word = toy->roots[root];
  for (size_t i = length; i > 0; i--) {
    if (!word_is_pointer(word) || toy_words(toy_object(word))[2] != toy_int(i - 1)) return false;
    word = toy_words(toy_object(word))[1];
  }
  return word == 0;
}

typedef struct ToyLog {
  unsigned starts, ends, scavenges, full;
  GCEvent last;
  char reasons[65536];
} ToyLog;

static inline void toy_listen(void *data, const GCEvent *event) {
  ToyLog *log = data;
  if (event->type == GC_EVENT_MESSAGE) return;
  if (event->type == GC_EVENT_START) {
    log->starts++;
    return;
  }
  log->ends++;
  if (event->kind == GC_SCAVENGE) log->scavenges++;
  else log->full++;
  log->last = *event;
  if (strlen(log->reasons) < sizeof log->reasons - 200) {
    strcat(log->reasons, event->kind == GC_SCAVENGE ? "s " : event->kind == GC_MARK_SWEEP ? "f " : "c ");
    strcat(log->reasons, event->reason);
    strcat(log->reasons, ": ");
    strcat(log->reasons, event->collector_reason);
    strcat(log->reasons, "\n");
  }
}

// What the process has of the machine's memory.  With a sanitizer that is for the most part the sanitizer's, and tells
// nothing.
static inline size_t toy_resident_bytes(void) {
  FILE *statm = fopen("/proc/self/statm", "r");
  unsigned long size = 0, resident = 0;
  assert_int_equal(fscanf(statm, "%lu %lu", &size, &resident), 2);
  fclose(statm);
  return resident * (size_t)sysconf(_SC_PAGESIZE);
}
#if defined __SANITIZE_THREAD__ || defined __SANITIZE_ADDRESS__
#define TOY_RESIDENT_IS_KNOWN false
#else
#define TOY_RESIDENT_IS_KNOWN true
#endif

static inline HeapStatistics toy_statistics(const Toy *toy) {
  HeapStatistics statistics;
  heap_statistics(toy->heap, &statistics);
  return statistics;
}

#endif
