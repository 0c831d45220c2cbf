// tests/heap/test-incremental.c - incremental marking and compaction, step by step: what the barriers keep, what is
// bounded, what ends a marking.  The tests drive the steps themselves; the verifier looks at the colours between them.
#include <limits.h>

#include "heap/policy.h"
#include "tests/heap/toy.h"

// The stress never comes, and keeps the policy from making steps of its own.
#define TEST_HEAP \
  ((HeapConfig){.max_old_generation = 400 * MB, .verify = true, .gc_threads = -1, .gc_stress = UINT_MAX})

static bool is_marked(Word word) { return mark_bit_get(toy_object(word)); }

static void set_old_pair(Toy *toy, size_t root, uint64_t number) {
  HeapObject *pair = toy_new_in(toy, TOY_PAIR, 4, ALLOCATE_OLD);
  toy_words(pair)[2] = toy_int(number);
  toy->roots[root] = toy_word(pair);
}

static void set_old_array(Toy *toy, size_t root, size_t length) {
  toy->roots[root] = toy_word(toy_new_array(toy, TOY_ARRAY, length));
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_false(heap_is_young(toy_object(toy->roots[root])));
}

static uint64_t number_of_pair(Word pair) { return toy_as_int(toy_words(toy_object(pair))[2]); }
static Word element(const Toy *toy, size_t root, size_t i) { return toy_words(toy_object(toy->roots[root]))[2 + i]; }

// The pause that ends the marking.
static void finish(Toy *toy) { collect(toy->heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "test", ""); }

static void mark_all(Toy *toy) {
  assert_true(marking_step(toy->heap, SIZE_MAX));
  verify_heap(toy->heap, "in the test after");
}

// The old object in `root` becomes one that only an old pair knows, the holder.
#define HOLDER (TOY_ROOTS - 1)
static void hide(Toy *toy, size_t root) {
  set_old_pair(toy, HOLDER, 0);
  toy_set(toy, toy_object(toy->roots[HOLDER]), 1, toy->roots[root]);
  toy->roots[root] = 0;
}

// Starts marking and moves the hidden object from the holder, which has not been looked at, to `root`: roots are not
// watched, so it stays white until the pause.
static void start_with_white(Toy *toy, size_t root) {
  marking_start(toy->heap);
  toy->roots[root] = toy_words(toy_object(toy->roots[HOLDER]))[1];
  toy_words(toy_object(toy->roots[HOLDER]))[1] = 0;
  mark_all(toy);
  assert_false(is_marked(toy->roots[root]));
}

// ---------------------------------------------------------------------------------------------- barriers

static void test_white_object_stored_in_black_one(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_array(toy, 0, 10);
  set_old_pair(toy, 1, 77);
  hide(toy, 1);
  start_with_white(toy, 1);
  assert_true(is_marked(toy->roots[0]));
  toy_set(toy, toy_object(toy->roots[0]), 5, toy->roots[1]);
  assert_true(is_marked(toy->roots[1]));
  assert_int_equal(toy->heap->marker.stack.count, 1);
  verify_heap(toy->heap, "in the test after");
  toy->roots[1] = 0;
  assert_true(marking_step(toy->heap, 1));
  finish(toy);
  assert_int_equal(number_of_pair(element(toy, 0, 3)), 77);
  toy_destroy(toy);
}

// Nothing tells the marker of it before the pause.
static void test_white_object_in_a_root(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_pair(toy, 1, 78);
  hide(toy, 1);
  start_with_white(toy, 1);
  finish(toy);
  assert_int_equal(number_of_pair(toy->roots[1]), 78);
  toy_destroy(toy);
}

// Old objects that young ones know when marking starts are found then; of stores into young ones later the pause
// learns.
static void test_young_objects_know_old_ones(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_pair(toy, 1, 79);
  set_old_pair(toy, 2, 80);
  toy->roots[3] = toy_word(toy_new(toy, TOY_PAIR, 4, 0));
  toy_words(toy_object(toy->roots[3]))[1] = toy->roots[1];
  toy->roots[1] = 0;
  hide(toy, 2);
  start_with_white(toy, 2);
  HeapObject *young = toy_object(toy->roots[3]);
  assert_true(heap_is_young(young));
  assert_false(is_marked(toy->roots[3]));
  assert_true(is_marked(toy_words(young)[1]));
  toy_set(toy, young, 3, toy->roots[2]);
  assert_false(is_marked(toy->roots[2]));
  toy->roots[2] = 0;
  finish(toy);
  assert_int_equal(number_of_pair(toy_words(toy_object(toy->roots[3]))[1]), 79);
  assert_int_equal(number_of_pair(toy_words(toy_object(toy->roots[3]))[3]), 80);
  toy_destroy(toy);
}

// A black object that gets a young one is in the remembered set, so the pause finds what hangs on it.
static void test_young_object_stored_in_black_one(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_array(toy, 0, 10);
  set_old_pair(toy, 1, 81);
  hide(toy, 1);
  start_with_white(toy, 1);
  HeapObject *young = toy_new(toy, TOY_PAIR, 3, 0);
  toy_set(toy, young, 1, toy->roots[1]);
  toy_set(toy, toy_object(toy->roots[0]), 4, toy_word(young));
  toy->roots[1] = 0;
  finish(toy);
  Word pair = element(toy, 0, 2);
  assert_int_equal(number_of_pair(toy_words(toy_object(pair))[1]), 81);
  assert_false(heap_is_young(toy_object(pair)));
  toy_destroy(toy);
}

static void test_shape_given_to_black_object(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  uint32_t ids[2];
  for (unsigned i = 0; i < 2; i++) {
    toy->roots[i] = toy_word(toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE));
    ids[i] = heap_shape_add(toy->heap, toy_object(toy->roots[i]));
  }
  toy->roots[2] = toy_word(toy_new_in(toy, TOY_SHAPED, 4, ALLOCATE_OLD));
  heap_set_shape(toy->heap, toy_object(toy->roots[2]), ids[0]);
  toy->roots[0] = 0;
  hide(toy, 1);
  start_with_white(toy, 1);
  assert_true(mark_bit_get(heap_shape_at(toy->heap, ids[0])));
  heap_set_shape(toy->heap, toy_object(toy->roots[2]), ids[1]);
  assert_true(mark_bit_get(heap_shape_at(toy->heap, ids[1])));
  toy->roots[1] = 0;
  finish(toy);
  assert_non_null(heap_shape_at(toy->heap, ids[1]));
  assert_non_null(heap_shape_at(toy->heap, ids[0]));  // it died after it had been marked
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_non_null(heap_shape_at(toy->heap, ids[1]));
  assert_null(heap_shape_at(toy->heap, ids[0]));
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- new old objects

static void test_promoted_while_marking(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  marking_start(toy->heap);
  mark_all(toy);
  toy_make_list(toy, 0, 1000, 4);
  set_old_pair(toy, 1, 5);
  toy_words(toy_object(toy->roots[0]))[3] = toy->roots[1];
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  for (Word word = toy->roots[0]; word != 0; word = toy_words(toy_object(word))[1]) {
    assert_false(heap_is_young(toy_object(word)));
    assert_true(is_marked(word));
  }
  assert_true(toy->heap->marker.stack.count > 0);
  while (!marking_step(toy->heap, 1)) continue;
  verify_heap(toy->heap, "in the test after");
  finish(toy);
  assert_true(toy_list_intact(toy, 0, 1000));
  toy_destroy(toy);
}

// Large objects are white: those that die before marking ends go with it, those that live are found with all they hold.
static void test_large_while_marking(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_pair(toy, 0, 5);
  marking_start(toy->heap);
  mark_all(toy);
  size_t used = toy_statistics(toy).heap_used;
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_ARRAY, 50000));
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_DATA, 500000));
  toy->roots[1] = 0;
  toy->roots[2] = toy_word(toy_new_array(toy, TOY_ARRAY, 50000));  // held by a root, and holds a list
  assert_false(is_marked(toy->roots[2]));
  toy_make_list(toy, 3, 1000, 4);
  toy_set(toy, toy_object(toy->roots[2]), 40000, toy->roots[3]);
  toy_set(toy, toy_object(toy->roots[0]), 3, toy_word(toy_new_array(toy, TOY_DATA, 300000)));  // held by a black object
  toy->roots[3] = 0;
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  verify_heap(toy->heap, "in the test after");
  finish(toy);
  assert_int_equal(toy_statistics(toy).heap_used, used + 16 + 50000 * 8 + 16 + 300000 + 1000 * 32);
  toy->roots[3] = toy_words(toy_object(toy->roots[2]))[40000];
  assert_true(toy_list_intact(toy, 3, 1000));
  assert_int_equal(toy_words(toy_object(toy_words(toy_object(toy->roots[0]))[3]))[1], 300000);
  toy_destroy(toy);
}

static void test_allocated_while_marking(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  marking_start(toy->heap);
  mark_all(toy);
  toy->roots[0] = toy_word(toy_new_in(toy, TOY_PAIR, 4, ALLOCATE_OLD));
  toy->roots[1] = toy_word(toy_new_in(toy, TOY_CODE, 5, ALLOCATE_CODE));
  toy->roots[2] = toy_word(toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE));
  size_t used = toy_statistics(toy).heap_used;
  for (unsigned i = 0; i < 3; i++) {
    assert_true(is_marked(toy->roots[i]));
    toy->roots[i] = 0;
  }
  finish(toy);
  assert_int_equal(toy_statistics(toy).heap_used, used);  // they stay until the next marking
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, 0);
  assert_int_equal(toy->finalized, 1);
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- long arrays

// Fills the array in root 0 with old pairs that only it knows.
static void fill_with_pairs(Toy *toy, size_t length) {
  for (size_t i = 0; i < length; i++) {
    set_old_pair(toy, 1, i);
    toy_set(toy, toy_object(toy->roots[0]), 2 + i, toy->roots[1]);
  }
  toy->roots[1] = 0;
}

static void shift_left(Toy *toy, size_t length, size_t by) {
  HeapObject *array = toy_object(toy->roots[0]);
  Word *elements = toy_words(array) + 2;
  memmove(elements, elements + by, (length - by) * sizeof(Word));
  for (size_t i = 0; i < length - by; i++) heap_write_barrier(toy->heap, array, elements + i, elements[i]);
}

static void shrink_array(Toy *toy, size_t old_length, size_t length) {
  HeapObject *array = toy_object(toy->roots[0]);
  heap_shrink_object(toy->heap, array, 16 + old_length * 8, 16 + length * 8);
  toy_words(array)[1] = length;
}

// A queue: elements leave at the front while the array is looked at, slice by slice.
static void check_sliced(size_t length, bool compact) {
  HeapConfig config = TEST_HEAP;
  config.always_compact = compact;
  Toy *toy = toy_create(config);
  set_old_array(toy, 0, length);
  fill_with_pairs(toy, length);
  marking_start(toy->heap);
  size_t gone = 0, left = length;
  while (!marking_step(toy->heap, 1) || toy->heap->marker.slice_count > 0) {
    if (toy->heap->steps.count % 512 != 3 || left < 200) continue;
    shift_left(toy, left, 100);
    shrink_array(toy, left, left - 100);
    gone += 100;
    left -= 100;
    verify_heap(toy->heap, "in the test after");
  }
  assert_true(gone >= 500);
  finish(toy);
  for (size_t i = 0; i < left; i++) assert_int_equal(number_of_pair(element(toy, 0, i)), gone + i);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, 16 + left * 8 + left * 32);
  toy_destroy(toy);
}

static void test_long_array_changes_while_it_is_marked(void **state) {
  (void)state;
  check_sliced(9000, false);
  check_sliced(9000, true);
  check_sliced(20000, false);  // a large object
  check_sliced(20000, true);
}

static void test_long_array_shrunk_behind_the_slice(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_array(toy, 0, 9000);
  fill_with_pairs(toy, 9000);
  marking_start(toy->heap);
  while (toy->heap->marker.slice_count == 0) marking_step(toy->heap, 1);
  shrink_array(toy, 9000, 10);
  for (unsigned i = 0; i < 100; i++) toy_words(toy_object(toy->roots[0]))[20 + i] = 12345;  // nobody looks there
  mark_all(toy);
  assert_int_equal(toy->heap->marker.slice_count, 0);
  finish(toy);
  for (size_t i = 0; i < 10; i++) assert_int_equal(number_of_pair(element(toy, 0, i)), i);
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- abort

static unsigned flags_of(Word word) { return (unsigned)page_flags_of(toy_object(word))->flags; }

static void test_abort_and_start_again(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  for (unsigned i = 0; i < 50; i++) toy_make_list(toy, i, 1000, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  set_old_array(toy, 60, 9000);
  size_t used = toy_statistics(toy).heap_used, available = toy_statistics(toy).spaces[SPACE_OLD_POINTER].available;
  unsigned flags = flags_of(toy->roots[0]);
  for (size_t size = 1; size < 100 * MB; size *= 100) {
    marking_start(toy->heap);
    assert_int_equal(flags_of(toy->roots[0]), flags | PAGE_POINTERS_TO_HERE_INTERESTING);
    for (unsigned i = 0; i < 20; i++) marking_step(toy->heap, size);
    marking_abort(toy->heap);
    assert_int_equal(flags_of(toy->roots[0]), flags);
    assert_false(marking_step(toy->heap, 1));
    verify_heap(toy->heap, "in the test after");  // no mark bit is left
    assert_int_equal(toy_statistics(toy).spaces[SPACE_OLD_POINTER].available, available);
  }
  marking_start(toy->heap);
  marking_step(toy->heap, 10000);
  for (unsigned i = 0; i < 50; i += 2) toy->roots[i] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");  // is exact, though a marking was under way
  assert_int_equal(toy->heap->marking, MARKING_STOPPED);
  assert_int_equal(toy_statistics(toy).heap_used, used - 25 * 1000 * 32);
  for (unsigned i = 1; i < 50; i += 2) assert_true(toy_list_intact(toy, i, 1000));
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- policy

// A list that stays, and as much that dies young.
static void work(Toy *toy, size_t root) {
  toy_make_list(toy, root, 200, 10);
  toy_make_list(toy, TOY_ROOTS - 1, 200, 10);
}

static void test_policy_starts_and_finishes(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB, .max_semispace = 2 * MB});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  size_t root = 0;
  while (toy->heap->marking == MARKING_STOPPED) work(toy, root++);
  assert_int_equal(log->full, 0);
  assert_true(old_generation_used(toy->heap) >= 8 * MB);  // a smaller heap is marked in the pause
  unsigned scavenges = log->scavenges;
  while (log->full == 0) work(toy, root++);
  const char *last = strstr(log->reasons, "f ");
  assert_non_null(last);
  assert_string_equal(last, "f finalize incremental marking via stack guard: GC in old space requested\n");
  assert_int_equal(toy->heap->marking, MARKING_STOPPED);
  assert_true(log->scavenges > scavenges);
  assert_true(log->last.steps > 10);
  assert_true(log->last.incremental);
  for (size_t i = 0; i < root; i++) assert_true(toy_list_intact(toy, i, 200));
  toy_destroy(toy);
  free(log);
}

static void test_without_incremental_marking(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB, .no_incremental_marking = true});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  for (size_t root = 0; log->full < 2; root++) {
    toy_make_list(toy, root % 4000, 500, 4);
    assert_int_equal(toy->heap->marking, MARKING_STOPPED);
  }
  assert_int_equal(toy->heap->steps.count, 0);
  assert_non_null(strstr(log->reasons, "f allocation failure: promotion limit reached\n"));
  assert_null(strstr(log->reasons, "incremental"));
  toy_destroy(toy);
  free(log);
}

// ---------------------------------------------------------------------------------------------- scavenges between
// steps

static void test_scavenges_between_steps(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  for (unsigned i = 0; i < 20; i++) toy_make_list(toy, i, 2000, 4);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  marking_start(toy->heap);
  for (unsigned round = 0; round < 40; round++) {
    marking_step(toy->heap, 30000);
    toy_make_list(toy, round % 20, 2000, 4);
    verify_heap(toy->heap, "in the test after");
    if (round % 2 == 1) heap_collect(toy->heap, GC_SCAVENGE, "test");
  }
  finish(toy);
  for (unsigned i = 0; i < 20; i++) assert_true(toy_list_intact(toy, i, 2000));
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, 20 * 2000 * 32);
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- the work of a step

// A step looks at no more than it was told to and one object, or one slice, beyond it.
static void test_work_of_steps_is_bounded(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  set_old_array(toy, 0, 9000);
  fill_with_pairs(toy, 9000);
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_ARRAY, 1000000));
  toy->roots[2] = toy_word(toy_new_array(toy, TOY_DATA, 1000000));
  for (unsigned i = 3; i < 20; i++) toy_make_list(toy, i, 2000, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  const size_t beyond = SLICE_WORDS * sizeof(Word) + 64;
  for (size_t work = 1; work <= 1 * MB; work *= 32) {
    marking_start(toy->heap);
    unsigned steps = 0;
    for (bool done = false; !done; steps++) {
      size_t before = toy->heap->marker.bytes;
      done = marking_step(toy->heap, work);
      assert_true(toy->heap->marker.bytes - before <= work + beyond);
    }
    assert_true(steps >= toy->heap->marker.bytes / (work + beyond));
    assert_int_equal(toy->heap->steps.count, steps + 1);  // the start counts too
    marking_abort(toy->heap);
  }
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- compaction

static size_t moving_pages(Toy *toy) {
  size_t count = 0;
  FOR_EACH_PAGED_SPACE(toy->heap, space) { FOR_EACH_PAGE(space, page) count += page->evacuating; }
  return count;
}

// Lists whose pages are for the most part free; root 3000 has an old array that knows the heads.
static void fragment(Toy *toy, unsigned lists) {
  for (unsigned i = 0; i < lists; i++) toy_make_list(toy, i, 100, 4);
  set_old_array(toy, 3000, lists);
  for (unsigned i = 0; i < lists; i++) {
    if (i % 8 == 0) toy_set(toy, toy_object(toy->roots[3000]), 2 + i, toy->roots[i]);
    else toy->roots[i] = 0;
  }
  collect(toy->heap, GC_MARK_SWEEP, COMPACT_NEVER, "test", "");
  sweep_finish(toy->heap);
}

static void check_fragments(const Toy *toy, unsigned lists) {
  for (unsigned i = 0; i < lists; i += 8) {
    assert_true(toy_list_intact(toy, i, 100));
    assert_true(element(toy, 3000, i) == toy->roots[i]);
  }
}

static void test_incremental_compaction(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  fragment(toy, 2960);
  const OldSpace *space = &toy->heap->spaces[SPACE_OLD_POINTER];
  size_t pages = space->page_count;
  marking_start(toy->heap);
  size_t chosen = moving_pages(toy);
  assert_true(toy->heap->moving);
  assert_true(chosen >= 2 && chosen < pages);
  while (!marking_step(toy->heap, 10000)) {
    toy_make_list(toy, 3500, 50, 4);
    toy_set(toy, toy_object(toy->roots[3000]), 2 + 1, toy->roots[8]);  // the barrier records it
  }
  verify_heap(toy->heap, "in the test after");
  finish(toy);
  assert_int_equal(log->last.pages_compacted, chosen);
  assert_true(log->last.kind == GC_MARK_COMPACT);
  assert_int_equal(moving_pages(toy), 0);
  assert_true(space->page_count < pages - chosen / 2);
  check_fragments(toy, 2960);
  assert_true(element(toy, 3000, 1) == toy->roots[8]);
  toy_destroy(toy);
  free(log);
}

// The free blocks of the chosen pages come back.
static void test_abort_of_incremental_compaction(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  fragment(toy, 2960);
  OldSpace *space = &toy->heap->spaces[SPACE_OLD_POINTER];
  old_space_close_area(space);
  size_t free_bytes = space->free_bytes, wasted = space->wasted;
  marking_start(toy->heap);
  assert_true(moving_pages(toy) > 0);
  assert_true(space->free_bytes < free_bytes);
  marking_step(toy->heap, 100 * KB);
  marking_abort(toy->heap);
  assert_int_equal(moving_pages(toy), 0);
  assert_int_equal(space->free_bytes, free_bytes);
  assert_int_equal(space->wasted, wasted);
  verify_heap(toy->heap, "in the test after");
  check_fragments(toy, 2960);
  toy_destroy(toy);
}

static void test_never_and_always_compact(void **state) {
  (void)state;
  for (unsigned always = 0; always < 2; always++) {
    HeapConfig config = TEST_HEAP;
    if (always) config.always_compact = true;
    else config.never_compact = true;
    Toy *toy = toy_create(config);
    toy_make_list(toy, 0, 10000, 4);
    collect(toy->heap, GC_MARK_SWEEP, COMPACT_NEVER, "test", "");
    marking_start(toy->heap);
    assert_true((moving_pages(toy) > 0) == always);
    mark_all(toy);
    Word before = toy->roots[0];
    finish(toy);
    assert_true((toy->roots[0] != before) == always);
    assert_true(toy_list_intact(toy, 0, 10000));
    toy_destroy(toy);
  }
}

// What an object was shortened by becomes another object: slots recorded there are no slots any more.
static void test_slots_to_moving_pages_of_a_shortened_object(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  toy_make_list(toy, 0, 10, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  marking_start(toy->heap);
  set_old_array(toy, 1, 4000);  // on a page that stays
  for (unsigned i = 0; i < 4000; i++) toy_set(toy, toy_object(toy->roots[1]), 2 + i, toy->roots[0]);
  set_old_pair(toy, 2, 0);
  heap_shrink_object(toy->heap, toy_object(toy->roots[1]), 16 + 4000 * 8, 16 + 8);
  toy_words(toy_object(toy->roots[1]))[1] = 1;
  old_spaces_close_areas(toy->heap);  // the free block is next
  HeapObject *table = heap_allocate(toy->heap, TOY_TABLE, 32 + 1000 * 8, ALLOCATE_OLD, NULL);
  table->header = header_make(TOY_TABLE, 0, 0, 0);
  for (unsigned i = 2; i < 4 + 1000; i++) toy_words(table)[i] = i < 4 ? 12345 : 0;  // raw, raw, pairs
  toy_words(table)[1] = 1002;
  toy->roots[3] = toy_word(table);
  assert_true((char *)table > (char *)toy_object(toy->roots[1]) && toy->roots[3] < toy->roots[2]);
  mark_all(toy);
  finish(toy);
  assert_int_equal(toy_words(toy_object(toy->roots[3]))[2], 12345);
  assert_true(element(toy, 1, 0) == toy->roots[0]);
  assert_true(toy_list_intact(toy, 0, 10));
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- weak things

static void put(Toy *toy, size_t index, Word key, Word value) {
  toy_set(toy, toy_object(toy->roots[0]), 4 + 2 * index, key);
  toy_set(toy, toy_object(toy->roots[0]), 5 + 2 * index, value);
}

// A table that has been marked gets pairs, and keys of it die, before the marking ends.
static void check_weak_table(bool compact) {
  HeapConfig config = TEST_HEAP;
  config.always_compact = compact;
  Toy *toy = toy_create(config);
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_TABLE, 2 + 2 * 100));
  toy_words(toy_object(toy->roots[0]))[2] = 12345;
  for (unsigned i = 0; i < 100; i++) {
    set_old_pair(toy, 10 + i, i);
    toy->roots[1] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
    toy_words(toy_object(toy->roots[1]))[2] = toy_int(i);
    if (i < 50) put(toy, i, toy->roots[10 + i], toy->roots[1]);
  }
  toy->roots[1] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  for (unsigned i = 0; i < 50; i++) {
    if (i % 2 == 0) toy->roots[10 + i] = 0;  // before the marking: its pair goes
  }
  marking_start(toy->heap);
  mark_all(toy);
  for (unsigned i = 50; i < 100; i++) {
    set_old_pair(toy, 1, i);
    put(toy, i, toy->roots[10 + i], toy->roots[1]);
    if (i % 2 == 0) toy->roots[10 + i] = 0;  // marked already: its pair stays until the next marking
  }
  toy->roots[1] = 0;
  mark_all(toy);
  finish(toy);
  for (unsigned round = 0; round < 2; round++) {
    for (unsigned i = 0; i < 100; i++) {
      Word key = element(toy, 0, 2 + 2 * i), value = element(toy, 0, 3 + 2 * i);
      if (i % 2 == 0 && (i < 50 || round == 1)) {
        assert_true(key == TOY_TOMBSTONE && value == TOY_TOMBSTONE);
      } else {
        assert_int_equal(number_of_pair(key), i);
        assert_int_equal(number_of_pair(value), i);
      }
    }
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  }
  toy_destroy(toy);
}

static void test_weak_table(void **state) {
  (void)state;
  check_weak_table(false);
  check_weak_table(true);
}

static void test_weak_cells(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  toy->roots[0] = toy_word(toy_new_in(toy, TOY_WEAK, 4, ALLOCATE_OLD));
  for (unsigned i = 1; i < 4; i++) {
    set_old_pair(toy, i, i);
    toy_set(toy, toy_object(toy->roots[0]), i, toy->roots[i]);
  }
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  toy->roots[1] = 0;
  marking_start(toy->heap);
  mark_all(toy);
  toy->roots[2] = 0;  // has been marked
  finish(toy);
  Word *words = toy_words(toy_object(toy->roots[0]));
  assert_true(words[1] == TOY_TOMBSTONE);
  assert_int_equal(number_of_pair(words[2]), 2);
  assert_true(words[3] == toy->roots[3]);
  assert_int_equal(number_of_pair(words[3]), 3);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(toy_words(toy_object(toy->roots[0]))[2] == TOY_TOMBSTONE);
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_white_object_stored_in_black_one),
      cmocka_unit_test(test_white_object_in_a_root),
      cmocka_unit_test(test_young_objects_know_old_ones),
      cmocka_unit_test(test_young_object_stored_in_black_one),
      cmocka_unit_test(test_shape_given_to_black_object),
      cmocka_unit_test(test_promoted_while_marking),
      cmocka_unit_test(test_allocated_while_marking),
      cmocka_unit_test(test_large_while_marking),
      cmocka_unit_test(test_long_array_changes_while_it_is_marked),
      cmocka_unit_test(test_long_array_shrunk_behind_the_slice),
      cmocka_unit_test(test_abort_and_start_again),
      cmocka_unit_test(test_policy_starts_and_finishes),
      cmocka_unit_test(test_without_incremental_marking),
      cmocka_unit_test(test_scavenges_between_steps),
      cmocka_unit_test(test_work_of_steps_is_bounded),
      cmocka_unit_test(test_incremental_compaction),
      cmocka_unit_test(test_abort_of_incremental_compaction),
      cmocka_unit_test(test_never_and_always_compact),
      cmocka_unit_test(test_slots_to_moving_pages_of_a_shortened_object),
      cmocka_unit_test(test_weak_table),
      cmocka_unit_test(test_weak_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
