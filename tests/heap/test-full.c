// tests/heap/test-full.c - the old generation: marking, sweeping, compaction, the shape table, finalizers, figures.
#include "tests/heap/toy.h"

#define TEST_HEAP ((HeapConfig){.max_old_generation = 400 * MB, .verify = true})

static void collect_until_old(Toy *toy) {
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  heap_collect(toy->heap, GC_SCAVENGE, "test");
}

static void test_full_collection_promotes_and_frees(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  toy_make_list(toy, 0, 100000, 4);
  toy_make_list(toy, 1, 100000, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).spaces[SPACE_NEW].used, 0);
  assert_int_equal(toy_statistics(toy).heap_used, 200000 * 32);
  toy->roots[1] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, 100000 * 32);
  assert_true(toy_list_intact(toy, 0, 100000));
  toy->roots[0] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, 0);
  toy_destroy(toy);
}

// A list a million long would overflow any recursion.
static void test_marking_does_not_recurse(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.verify = false});
  toy_make_list(toy, 0, 3000000, 3);
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  assert_true(toy_list_intact(toy, 0, 3000000));
  toy_destroy(toy);
}

// Swept blocks are used again before the space grows.
static void test_freed_memory_is_used_again(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  for (unsigned i = 0; i < 500; i++) toy_make_list(toy, i, 600, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  size_t committed = toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed;
  for (unsigned round = 0; round < 10; round++) {
    for (unsigned i = round % 2; i < 500; i += 2) toy->roots[i] = 0;
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    for (unsigned i = round % 2; i < 500; i += 2) toy_make_list(toy, i, 600, 4);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  }
  assert_true(toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed <= committed * 3 / 2);
  for (unsigned i = 0; i < 500; i++) assert_true(toy_list_intact(toy, i, 600));
  toy_destroy(toy);
}

// Every eighth of many lists stays, so every page is mostly free; compaction must give most of them back.
static void test_compaction_of_fragmented_space(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  for (unsigned i = 0; i < 4000; i++) toy_make_list(toy, i, 300, 4);
  collect_until_old(toy);
  size_t before = toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed, resident = toy_resident_bytes();
  for (unsigned i = 0; i < 4000; i++) {
    if (i % 8 != 0) toy->roots[i] = 0;
  }
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  size_t after = toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed;
  assert_true(log->last.kind == GC_MARK_COMPACT);
  assert_true(log->last.pages_compacted > 10);
  assert_true(after < before / 2);
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() + 15 * MB < resident);
  for (unsigned i = 0; i < 4000; i += 8) assert_true(toy_list_intact(toy, i, 300));
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  assert_true(toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed < 10 * MB);
  for (unsigned i = 0; i < 4000; i += 8) assert_true(toy_list_intact(toy, i, 300));
  toy_destroy(toy);
  free(log);
}

static void test_never_compact(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.never_compact = true;
  Toy *toy = toy_create(config);
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  for (unsigned i = 0; i < 2000; i++) toy_make_list(toy, i, 300, 4);
  for (unsigned i = 0; i < 2000; i++) {
    if (i % 8 != 0) toy->roots[i] = 0;
  }
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  assert_int_equal(log->last.pages_compacted, 0);
  toy_destroy(toy);
  free(log);
}

// Moved objects that are remembered, and slots that point to moved objects.
static void test_compaction_with_young_objects(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  for (unsigned i = 0; i < 100; i++) toy->roots[i] = toy_word(toy_new_array(toy, TOY_ARRAY, 1000));
  collect_until_old(toy);
  for (unsigned round = 0; round < 10; round++) {
    for (unsigned i = 0; i < 100; i++) {
      for (unsigned k = round; k < 1000; k += 37) {
        HeapObject *pair = toy_new(toy, TOY_PAIR, 4, 0);
        toy_words(pair)[1] = toy->roots[(i + k) % 100];
        toy_words(pair)[2] = toy_int(i * 1000 + k);
        toy_set(toy, toy_object(toy->roots[i]), 2 + k, toy_word(pair));
      }
    }
    Word before = toy->roots[5];
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    assert_true(toy->roots[5] != before);
    for (unsigned i = 0; i < 100; i++) {
      for (unsigned k = round; k < 1000; k += 37) {
        HeapObject *pair = toy_object(toy_words(toy_object(toy->roots[i]))[2 + k]);
        assert_int_equal(toy_as_int(toy_words(pair)[2]), i * 1000 + k);
        assert_true(toy_words(pair)[1] == toy->roots[(i + k) % 100]);
      }
    }
  }
  toy_destroy(toy);
}

static void test_shapes(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  uint32_t ids[1000];
  for (unsigned i = 0; i < 1000; i++) {
    HeapObject *shape = toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE);
    ids[i] = heap_shape_add(toy->heap, shape);
    assert_true(ids[i] != 0);
    assert_ptr_equal(heap_shape_at(toy->heap, ids[i]), shape);
    toy_words(shape)[3] = i;  // raw
    if (i % 10 == 0) toy->roots[i] = toy_word(toy_new(toy, TOY_SHAPED, 3, ids[i]));
  }
  // Shape 0 keeps shape 1 (a transition), and a young object.
  toy_set(toy, heap_shape_at(toy->heap, ids[0]), 1, toy_word(heap_shape_at(toy->heap, ids[1])));
  toy_set(toy, heap_shape_at(toy->heap, ids[0]), 2, toy_word(toy_new(toy, TOY_PAIR, 3, 0)));
  collect_until_old(toy);
  for (unsigned i = 0; i < 1000; i++) assert_non_null(heap_shape_at(toy->heap, ids[i]));
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  for (unsigned i = 0; i < 1000; i++) {
    HeapObject *shape = heap_shape_at(toy->heap, ids[i]);
    if (i % 10 != 0 && i != 1) {
      assert_null(shape);
    } else {
      assert_non_null(shape);
      assert_int_equal(toy_words(shape)[3], i);
    }
  }
  toy_destroy(toy);
}

// Of dead shapes, the lowest first; indexes of live ones never.
static void test_shape_indexes_are_used_again(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  uint32_t ids[1000], most = 0;
  for (unsigned round = 0; round < 5; round++) {
    for (unsigned i = 0; i < 1000; i++) {
      HeapObject *shape = toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE);
      toy_words(shape)[3] = round * 1000 + i;  // raw
      ids[i] = heap_shape_add(toy->heap, shape);
      if (i % 100 == round) toy->roots[round * 10 + i / 100] = toy_word(toy_new(toy, TOY_SHAPED, 3, ids[i]));
      if (round == 0 && ids[i] > most) most = ids[i];
      if (round > 0) assert_true(ids[i] <= most + 10 * round);
    }
    assert_null(heap_shape_at(toy->heap, 0));
    heap_collect(toy->heap, round % 2 == 0 ? GC_MARK_SWEEP : GC_MARK_COMPACT, "test");
    for (unsigned old = 0; old <= round; old++) {
      for (unsigned i = old; i < 1000; i += 100) {
        HeapObject *shape = heap_shape_at(toy->heap, heap_object_aux(toy_object(toy->roots[old * 10 + i / 100])));
        assert_non_null(shape);
        assert_int_equal(toy_words(shape)[3], old * 1000 + i);
      }
    }
  }
  assert_int_equal(heap_shape_add(toy->heap, toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE)), ids[0]);
  toy_destroy(toy);
}

// The table shrinks as well: many shapes, none of which is left.
static void test_shape_table_after_a_flood(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  for (unsigned round = 0; round < 4; round++) {
    for (unsigned i = 0; i < 20000; i++) {
      uint32_t id = heap_shape_add(toy->heap, toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE));
      assert_true(id >= 1 && id <= 20000);
    }
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    toy->roots[0] = toy_word(toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE));
    assert_int_equal(heap_shape_add(toy->heap, toy_object(toy->roots[0])), 1);
    toy->roots[1] = toy_word(toy_new(toy, TOY_SHAPED, 3, 1));
    heap_collect(toy->heap, GC_SCAVENGE, "test");
    assert_ptr_equal(heap_shape_at(toy->heap, 1), toy_object(toy->roots[0]));
    toy->roots[0] = toy->roots[1] = 0;
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  }
  toy_destroy(toy);
}

static void test_finalizers(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  for (unsigned i = 0; i < 200; i++) {
    HeapObject *code = toy_new_in(toy, TOY_CODE, 5, ALLOCATE_CODE);
    toy_words(code)[2] = i;  // raw
    toy->roots[i] = toy_word(code);
  }
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy->finalized, 0);
  for (unsigned i = 0; i < 100; i++) toy->roots[i * 2] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy->finalized, 100);
  assert_int_equal(toy->finalized_sum, 99 * 100);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy->finalized, 100);
  heap_destroy(toy->heap);
  assert_int_equal(toy->finalized, 200);
  free(toy);
}

static void test_shrink(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  size_t sizes[] = {100, 10000, 100000, 500000};
  for (unsigned old = 0; old < 2; old++) {
    for (unsigned i = 0; i < 4; i++) toy->roots[i] = toy_word(toy_new_array(toy, TOY_ARRAY, sizes[i]));
    if (old) collect_until_old(toy);
    for (unsigned i = 0; i < 4; i++) {
      HeapObject *array = toy_object(toy->roots[i]);
      toy_set(toy, array, 2 + sizes[i] / 2, toy_word(toy_new(toy, TOY_PAIR, 3, 0)));  // a slot beyond the new end
      array = toy_object(toy->roots[i]);
      size_t bytes = heap_object_size(toy->heap, array), length = sizes[i] / 3;
      heap_shrink_object(toy->heap, array, bytes, 16 + length * 8);
      toy_words(array)[1] = length;
      assert_int_equal(heap_object_size(toy->heap, array), 16 + length * 8);
    }
    heap_collect(toy->heap, GC_SCAVENGE, "test");
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    size_t used = 0;
    for (unsigned i = 0; i < 4; i++) used += 16 + sizes[i] / 3 * 8;
    assert_int_equal(toy_statistics(toy).heap_used, used);
    heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  }
  toy_destroy(toy);
}

typedef struct Census {
  size_t objects, bytes, in_space[SPACE_COUNT];
} Census;

static void count_object(void *data, HeapObject *object, size_t bytes, Space space) {
  Census *census = data;
  assert_true(heap_object_kind(object) != 0);
  census->objects++;
  census->bytes += bytes;
  census->in_space[space] += bytes;
}

static void test_visitors_and_statistics_agree(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  toy_make_list(toy, 0, 50000, 5);
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_DATA, 5 * MB));
  toy->roots[2] = toy_word(toy_new_in(toy, TOY_CODE, 5, ALLOCATE_CODE));
  for (unsigned round = 0; round < 3; round++) {
    Census census = {0};
    heap_visit_objects(toy->heap, count_object, &census);
    HeapStatistics statistics = toy_statistics(toy);
    assert_int_equal(census.bytes, statistics.heap_used);
    for (int s = 0; s < SPACE_COUNT; s++) assert_int_equal(census.in_space[s], statistics.spaces[s].used);
    if (round == 0) toy_make_list(toy, 3, 1000, 3);
    else heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  }
  toy_destroy(toy);
}

static void test_fresh_heap_is_small(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  HeapStatistics statistics = toy_statistics(toy);
  assert_int_equal(statistics.limit, 1464 * MB);
  assert_int_equal(statistics.heap_total, 2 * MB);  // both semispaces
  toy_new_in(toy, TOY_PAIR, 3, ALLOCATE_OLD);
  toy_new_in(toy, TOY_CODE, 3, ALLOCATE_CODE);
  toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE);
  assert_true(toy_statistics(toy).heap_total < 3 * MB);
  toy_destroy(toy);
}

// The collector's numbers for the program of the memory document: arrays of 20 M elements.
static void test_big_arrays_count_160_megabytes(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  size_t before = toy_statistics(toy).heap_total;
  for (unsigned i = 0; i < 8; i++) {
    toy->roots[i] = toy_word(toy_new_array(toy, TOY_FLAGGED, 20 * 1024 * 1024));
    size_t grown = toy_statistics(toy).heap_total - before;
    assert_in_range(grown, (i + 1) * 160 * MB, (i + 1) * (160 * MB + 20 * KB) + 1 * MB);  // 1 MB: from-space
  }
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");  // must not read the arrays
  assert_true(!TOY_RESIDENT_IS_KNOWN || toy_resident_bytes() < 64 * MB);
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_full_collection_promotes_and_frees),
      cmocka_unit_test(test_marking_does_not_recurse),
      cmocka_unit_test(test_freed_memory_is_used_again),
      cmocka_unit_test(test_compaction_of_fragmented_space),
      cmocka_unit_test(test_never_compact),
      cmocka_unit_test(test_compaction_with_young_objects),
      cmocka_unit_test(test_shapes),
      cmocka_unit_test(test_shape_indexes_are_used_again),
      cmocka_unit_test(test_shape_table_after_a_flood),
      cmocka_unit_test(test_finalizers),
      cmocka_unit_test(test_shrink),
      cmocka_unit_test(test_visitors_and_statistics_agree),
      cmocka_unit_test(test_fresh_heap_is_small),
      cmocka_unit_test(test_big_arrays_count_160_megabytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
