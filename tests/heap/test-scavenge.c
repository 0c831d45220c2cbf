// tests/heap/test-scavenge.c - new space: copying, promotion rules, remembered slots, growth of the semispaces.
#include "tests/heap/toy.h"

#define SMALL_HEAP ((HeapConfig){.max_old_generation = 200 * MB, .verify = true})

static void test_second_scavenge_promotes(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  toy_make_list(toy, 0, 100, 4);
  HeapObject *first = toy_object(toy->roots[0]);
  assert_true(heap_is_young(first));
  assert_int_equal(heap_object_age(toy->heap, first), 0);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  HeapObject *second = toy_object(toy->roots[0]);
  assert_ptr_not_equal(first, second);
  assert_true(heap_is_young(second));
  assert_int_equal(heap_object_age(toy->heap, second), 1);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  HeapObject *third = toy_object(toy->roots[0]);
  assert_false(heap_is_young(third));
  assert_int_equal(heap_space_of(toy->heap, third), SPACE_OLD_POINTER);
  assert_true(toy_list_intact(toy, 0, 100));
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_ptr_equal(toy_object(toy->roots[0]), third);
  toy_destroy(toy);
}

// Of 600 KB that survive in a semispace of 1 MB, a quarter is copied and the rest promoted.
static void test_quarter_full_to_space_promotes(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  toy_make_list(toy, 0, 600 * 1024 / 32, 4);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_in_range(log->last.copied, 250 * KB, 260 * KB);
  assert_int_equal(log->last.copied + log->last.promoted, 600 * KB);
  assert_int_equal(log->last.nodes_copied + log->last.nodes_promoted, 600 * 1024 / 32);
  assert_true(toy_list_intact(toy, 0, 600 * 1024 / 32));
  heap_remove_listener(toy->heap, toy_listen, log);
  toy_destroy(toy);
  free(log);
}

static void test_data_goes_to_old_data(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_DATA, 1000));
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_FLAGGED, 100));  // no pointers yet, but it may get some
  memset(toy_words(toy_object(toy->roots[0])) + 2, 'x', 1000);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_int_equal(heap_space_of(toy->heap, toy_object(toy->roots[0])), SPACE_OLD_DATA);
  assert_int_equal(heap_space_of(toy->heap, toy_object(toy->roots[1])), SPACE_OLD_POINTER);
  const char *text = (const char *)(toy_words(toy_object(toy->roots[0])) + 2);
  assert_true(text[0] == 'x' && text[999] == 'x');
  toy_destroy(toy);
}

// A slot that is remembered keeps its object, moves with it, and is forgotten when it points young no more.
static void test_remembered_slots(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_ARRAY, 1000));
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_false(heap_is_young(toy_object(toy->roots[0])));
  for (unsigned round = 0; round < 20; round++) {
    for (unsigned i = 0; i < 1000; i += 1 + round) {
      HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
      toy_words(pair)[2] = toy_int(i + round);
      toy_set(toy, toy_object(toy->roots[0]), 2 + i, toy_word(pair));
    }
    heap_collect(toy->heap, GC_SCAVENGE, "test");
    for (unsigned i = 0; i < 1000; i += 1 + round) {
      Word word = toy_words(toy_object(toy->roots[0]))[2 + i];
      assert_true(word_is_pointer(word));
      assert_int_equal(toy_as_int(toy_words(toy_object(word))[2]), i + round);
    }
  }
  toy_destroy(toy);
}

static void test_large_object_slots(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  size_t length = 1000000;  // eight pages
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_FLAGGED, length));
  assert_int_equal(heap_space_of(toy->heap, toy_object(toy->roots[0])), SPACE_LARGE);
  for (size_t i = 0; i < length; i += 997) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
    toy_words(pair)[2] = toy_int(i);
    toy_set(toy, toy_object(toy->roots[0]), 2 + i, toy_word(pair));
  }
  for (unsigned round = 0; round < 3; round++) {
    heap_collect(toy->heap, round == 2 ? GC_MARK_COMPACT : GC_SCAVENGE, "test");
    for (size_t i = 0; i < length; i++) {
      Word word = toy_words(toy_object(toy->roots[0]))[2 + i];
      if (i % 997 == 0) assert_int_equal(toy_as_int(toy_words(toy_object(word))[2]), i);
      else if (word != 0) fail();
    }
  }
  toy_destroy(toy);
}

// One object in a hundred survives each scavenge.
static void test_semispace_stays(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  for (unsigned i = 0; i < 60 * 1000; i++) toy->roots[0] = toy_word(toy_new_array(toy, TOY_DATA, 10 * 1000));
  assert_int_equal(toy_statistics(toy).semispace, 1 * MB);
  toy_destroy(toy);
}

static void test_semispace_grows(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 400 * MB, .max_semispace = 8 * MB, .verify = true});
  assert_int_equal(toy_statistics(toy).semispace, 1 * MB);
  for (unsigned i = 0; i < 4000; i++) {
    toy_make_list(toy, i % 800, 100, 4);
    toy_make_list(toy, 900, 150, 4);  // dies at once
  }
  assert_int_equal(toy_statistics(toy).semispace, 8 * MB);
  for (unsigned i = 0; i < 800; i++) assert_true(toy_list_intact(toy, i, 100));
  // Nearly everything survives: new space is held small.
  for (unsigned i = 0; i < 40; i++) toy_make_list(toy, 1000 + i, 20000, 4);
  assert_int_equal(toy_statistics(toy).semispace, 1 * MB);
  for (unsigned i = 0; i < 40; i++) assert_true(toy_list_intact(toy, 1000 + i, 20000));
  toy_destroy(toy);
}

static void test_short_lived_garbage_keeps_heap_small(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  for (unsigned i = 0; i < 1000000; i++) toy->roots[0] = toy_word(toy_new(toy, TOY_PAIR, 7, 0));
  HeapStatistics statistics = toy_statistics(toy);
  assert_int_equal(statistics.semispace, 1 * MB);
  assert_true(statistics.heap_total < 6 * MB);
  toy_destroy(toy);
}

static void test_weak_slot(void **state) {
  (void)state;
  Toy *toy = toy_create(SMALL_HEAP);
  toy->roots[0] = toy->weak_slot = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_true(toy->weak_slot == toy->roots[0]);
  toy->roots[0] = 0;
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_true(toy->weak_slot == 0);
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_second_scavenge_promotes),
      cmocka_unit_test(test_quarter_full_to_space_promotes),
      cmocka_unit_test(test_data_goes_to_old_data),
      cmocka_unit_test(test_remembered_slots),
      cmocka_unit_test(test_large_object_slots),
      cmocka_unit_test(test_semispace_grows),
      cmocka_unit_test(test_semispace_stays),
      cmocka_unit_test(test_short_lived_garbage_keeps_heap_small),
      cmocka_unit_test(test_weak_slot),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
