// tests/heap/test-fragmentation.c - an old space worn full of holes: what cannot be allocated without compaction, what
// compaction makes possible, and memory that goes back to the system.
#include <unistd.h>

#include "heap/policy.h"
#include "tests/child.h"
#include "tests/heap/toy.h"

// ---------------------------------------------------------------------------------------------- holes

#define ARRAYS 3900
#define KEPT 3  // every third array lives: holes of 4 KB
#define ARRAY_WORDS 248
#define ARRAY_BYTES ((size_t)8 * (ARRAY_WORDS + 2))
#define HEAP_SIZE (9 * MB)
#define LIVE_BYTES (ARRAYS / KEPT * ARRAY_BYTES)

static HeapObject *new_old_array(Toy *toy, size_t words) {
  HeapObject *array = heap_allocate(toy->heap, TOY_ARRAY, (words + 2) * 8, ALLOCATE_OLD, NULL);
  array->header = header_make(TOY_ARRAY, 0, 0, 0);
  toy_words(array)[1] = words;
  for (unsigned k = 0; k < words; k++) toy_words(array)[2 + k] = 0;
  return array;
}

// Old space is full, and most arrays in it are dead; those that live know each other.
static void wear_holes(Toy *toy) {
  for (unsigned i = 0; i < ARRAYS; i++) {
    HeapObject *array = new_old_array(toy, ARRAY_WORDS);
    for (unsigned k = 0; k < ARRAY_WORDS; k++) toy_words(array)[2 + k] = toy_int(i);
    toy->roots[i] = toy_word(array);
    if (i >= KEPT) toy_set(toy, array, 2, toy->roots[i - KEPT]);
  }
  for (unsigned i = 0; i < ARRAYS; i++) {
    if (i % KEPT != 0) toy->roots[i] = 0;
  }
}

static void check_arrays(const Toy *toy) {
  for (unsigned i = 0; i < ARRAYS; i += KEPT) {
    Word *words = toy_words(toy_object(toy->roots[i]));
    assert_true(i < KEPT || words[2] == toy->roots[i - KEPT]);
    for (unsigned k = 1; k < ARRAY_WORDS; k++) assert_true(words[2 + k] == toy_int(i));
  }
}

static HeapConfig worn(bool compact) {
  return (HeapConfig){
      .max_old_generation = HEAP_SIZE, .max_semispace = 1 * MB, .verify = true, .never_compact = !compact};
}

// The holes together have nearly twice the room that is asked for, none of them has it.
static void ask_for_big_objects(Toy *toy) {
  for (unsigned i = 0; i < 30; i++) toy->roots[ARRAYS + i] = toy_word(new_old_array(toy, 100 * KB / 8));
}

static void test_holes_serve_what_fits(void **state) {
  (void)state;
  Toy *toy = toy_create(worn(false));
  wear_holes(toy);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  HeapStatistics statistics = toy_statistics(toy);
  assert_int_equal(statistics.heap_used, LIVE_BYTES);
  assert_true(statistics.spaces[SPACE_OLD_POINTER].available > 5 * MB);
  for (unsigned i = 0; i < ARRAYS / KEPT * 3; i++) {  // three into each hole
    HeapObject *pair = toy_new_in(toy, TOY_PAIR, 1000 / 8, ALLOCATE_OLD);
    toy_words(pair)[1] = toy->roots[1];
    toy->roots[1] = toy_word(pair);
  }
  assert_int_equal(toy_list_length(toy, 1), ARRAYS / KEPT * 3);
  size_t committed = statistics.spaces[SPACE_OLD_POINTER].committed;
  assert_int_equal(toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed, committed);
  check_arrays(toy);
  toy_destroy(toy);
}

static void never_compact(void) {
  Toy *toy = toy_create(worn(false));
  wear_holes(toy);
  ask_for_big_objects(toy);
}

static void test_without_compaction_memory_is_out(void **state) {
  (void)state;
  char *text = output_of_abort(never_compact);
  const char *wanted = "FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory";
  if (strstr(text, wanted) == NULL) fail_msg("%s", text);
  free(text);
}

static void test_compaction_makes_room(void **state) {
  (void)state;
  Toy *toy = toy_create(worn(true));
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  wear_holes(toy);
  ask_for_big_objects(toy);
  assert_non_null(strstr(log->reasons, "c "));  // a collection that compacted
  check_arrays(toy);
  assert_true(toy_statistics(toy).heap_total <= HEAP_SIZE + 2 * MB);
  verify_heap(toy->heap, "in the test after");
  toy_destroy(toy);
  free(log);
}

// A request that the limit does not forbid is served by a new page instead: the heap gets bigger than it needs to be.
static void test_without_compaction_the_heap_grows(void **state) {
  (void)state;
  size_t committed[2];
  for (unsigned compact = 0; compact < 2; compact++) {
    HeapConfig config = worn(compact);
    config.max_old_generation = 400 * MB;
    Toy *toy = toy_create(config);
    wear_holes(toy);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    ask_for_big_objects(toy);
    committed[compact] = toy_statistics(toy).heap_total;
    check_arrays(toy);
    toy_destroy(toy);
  }
  assert_true(committed[1] + 3 * MB < committed[0]);
}

// ---------------------------------------------------------------------------------------------- given back

static void test_compaction_gives_memory_back(void **state) {
  (void)state;
  HeapConfig config = worn(true);
  config.verify = false;
  Toy *toy = toy_create(config);
  wear_holes(toy);
  size_t before = toy_resident_bytes(), total = toy_statistics(toy).heap_total;
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  assert_true(toy_statistics(toy).heap_total + 4 * MB < total);
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 3 * MB < before);
  assert_true(toy_statistics(toy).heap_used <= toy_statistics(toy).heap_total);
  check_arrays(toy);
  toy_destroy(toy);
}

// The same when the marking was incremental, at most so much in each pause.
static void test_incremental_compaction_gives_memory_back(void **state) {
  (void)state;
  HeapConfig config = worn(true);
  config.verify = false;
  Toy *toy = toy_create(config);
  wear_holes(toy);
  collect(toy->heap, GC_MARK_SWEEP, COMPACT_NEVER, "test", "");
  size_t before = toy_resident_bytes(), total = toy_statistics(toy).heap_total;
  for (unsigned round = 0; round < 6; round++) {
    marking_start(toy->heap);
    assert_true(marking_step(toy->heap, SIZE_MAX));
    collect(toy->heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "test", "");
  }
  assert_true(toy_statistics(toy).heap_total + 3 * MB < total);
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 2 * MB < before);
  check_arrays(toy);
  toy_destroy(toy);
}

static void test_empty_pages_are_given_back(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB});
  for (unsigned i = 0; i < 200; i++) toy_make_list(toy, i, 5000, 5);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  size_t peak = toy_resident_bytes(), total = toy_statistics(toy).heap_total;
  for (unsigned i = 0; i < 200; i++) toy->roots[i] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(toy_statistics(toy).heap_total + 35 * MB < total);
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 35 * MB < peak);
  toy_destroy(toy);
}

static void test_large_objects_are_freed_at_once(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB});
  for (unsigned i = 0; i < 8; i++) {
    toy->roots[i] = toy_word(toy_new_array(toy, TOY_DATA, 20 * MB));
    memset(toy_words(toy_object(toy->roots[i])) + 2, 1, 20 * MB);
  }
  size_t peak = toy_resident_bytes();
  for (unsigned i = 0; i < 8; i += 2) toy->roots[i] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  HeapStatistics statistics = toy_statistics(toy);
  assert_int_equal(statistics.spaces[SPACE_LARGE].used, 4 * (20 * MB + 16));
  assert_true(statistics.spaces[SPACE_LARGE].committed < 4 * (20 * MB + 64 * KB));
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 78 * MB < peak);
  HeapObject *last = toy_object(toy->roots[1]);
  size_t before = toy_resident_bytes();
  heap_shrink_object(toy->heap, last, 20 * MB + 16, 1 * MB + 16);  // and the tail of one
  toy_words(last)[1] = 1 * MB;
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 18 * MB < before);
  toy_destroy(toy);
}

// The last-resort collections leave neither pooled pages nor a big new space.
static void test_after_a_peak(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB});
  size_t start = toy_resident_bytes();
  for (unsigned round = 0; round < 3; round++) {
    for (unsigned i = 0; i < 300; i++) toy_make_list(toy, i, 5000, 5);
  }
  size_t peak = toy_resident_bytes();
  for (unsigned i = 0; i < 300; i++) toy->roots[i] = 0;
  assert_true(peak > start + 60 * MB);
  policy_last_resort(toy->heap);
  assert_int_equal(toy_statistics(toy).heap_used, 0);
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() < start + 12 * MB);
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_holes_serve_what_fits),
      cmocka_unit_test(test_without_compaction_memory_is_out),
      cmocka_unit_test(test_compaction_makes_room),
      cmocka_unit_test(test_without_compaction_the_heap_grows),
      cmocka_unit_test(test_compaction_gives_memory_back),
      cmocka_unit_test(test_incremental_compaction_gives_memory_back),
      cmocka_unit_test(test_empty_pages_are_given_back),
      cmocka_unit_test(test_large_objects_are_freed_at_once),
      cmocka_unit_test(test_after_a_peak),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
