// tests/heap/test-weak.c - ephemeron tables, weak words, weak references from outside the heap.
#include "heap/heap-internal.h"
#include "tests/heap/toy.h"

#define TEST_HEAP ((HeapConfig){.max_old_generation = 400 * MB, .verify = true})

static HeapObject *table_of(Toy *toy, size_t root) { return toy_object(toy->roots[root]); }

// A table with room for `pairs` pairs in `root`.
static void make_table(Toy *toy, size_t root, size_t pairs) {
  HeapObject *table = toy_new_array(toy, TOY_TABLE, 2 + 2 * pairs);
  toy_words(table)[2] = 12345;  // raw, and odd enough to crash whoever takes it for a pointer
  toy->roots[root] = toy_word(table);
}

static void put(Toy *toy, size_t root, size_t index, Word key, Word value) {
  toy_set(toy, table_of(toy, root), 4 + 2 * index, key);
  toy_set(toy, table_of(toy, root), 5 + 2 * index, value);
}

static Word key_at(Toy *toy, size_t root, size_t index) { return toy_words(table_of(toy, root))[4 + 2 * index]; }
static Word value_at(Toy *toy, size_t root, size_t index) { return toy_words(table_of(toy, root))[5 + 2 * index]; }

static void test_pairs_live_as_long_as_their_keys(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  make_table(toy, 0, 100);
  for (unsigned i = 0; i < 100; i++) {
    HeapObject *key = toy_new(toy, TOY_PAIR, 3, 0);
    toy->roots[1] = toy_word(key);
    if (i % 3 == 0) toy->roots[10 + i] = toy_word(key);
    HeapObject *value = toy_new(toy, TOY_PAIR, 3, 0);
    toy_words(value)[2] = toy_int(i);
    put(toy, 0, i, toy->roots[1], toy_word(value));
  }
  toy->roots[1] = 0;
  heap_collect(toy->heap, GC_SCAVENGE, "test");  // strong
  for (unsigned i = 0; i < 100; i++) assert_true(word_is_pointer(key_at(toy, 0, i)));
  for (unsigned round = 0; round < 2; round++) {
    heap_collect(toy->heap, round == 0 ? GC_MARK_SWEEP : GC_MARK_COMPACT, "test");
    for (unsigned i = 0; i < 100; i++) {
      if (i % 3 == 0) {
        assert_true(key_at(toy, 0, i) == toy->roots[10 + i]);
        assert_true(toy_words(toy_object(value_at(toy, 0, i)))[2] == toy_int(i));
      } else {
        assert_true(key_at(toy, 0, i) == TOY_TOMBSTONE);
        assert_true(value_at(toy, 0, i) == TOY_TOMBSTONE);
      }
    }
  }
  toy_destroy(toy);
}

// value i is key i + 1, in an order that makes each pass over the table find only one; only the first key is alive.
static void chain(size_t length, bool alive) {
  Toy *toy = toy_create((HeapConfig){.verify = length < 1000});
  make_table(toy, 0, length);
  toy->roots[1] = toy->roots[2] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  for (size_t i = 0; i < length; i++) {
    HeapObject *value = toy_new(toy, TOY_PAIR, 3, 0);
    toy_words(value)[2] = toy_int(i);
    put(toy, 0, length - 1 - i, toy->roots[2], toy_word(value));
    toy->roots[2] = toy_word(value);
  }
  toy->roots[2] = 0;
  if (!alive) toy->roots[1] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  for (size_t i = 0; i < length; i++) {
    Word value = value_at(toy, 0, length - 1 - i);
    if (alive) assert_true(toy_words(toy_object(value))[2] == toy_int(i));
    else assert_true(value == TOY_TOMBSTONE);
  }
  toy_destroy(toy);
}

static void test_chain_of_ephemerons(void **state) {
  (void)state;
  chain(100, true);
  chain(100, false);
}

static void test_long_chain_of_ephemerons_is_not_quadratic(void **state) {
  (void)state;
  chain(200000, true);
}

// The map of pairs whose keys have not been found: as much memory as the pairs need, and all pairs of a key.
static void test_pending_pairs(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  static Word pairs[3000][2];
  for (size_t i = 0; i < 3000; i++) pairs[i][0] = 0x100000 + i % 1000 * 16;
  PendingPairs pending = {0};
  pending_pairs_reserve(toy->heap, &pending, 2000);
  assert_int_equal(pending.capacity, 2000);
  assert_int_equal(pending.bucket_mask, 2047);
  for (size_t i = 0; i < 2000; i++) pending_pairs_add(&pending, pairs[i]);
  pending_pairs_reserve(toy->heap, &pending, 1000);
  assert_int_equal(pending.capacity, 3000);
  for (size_t i = 2000; i < 3000; i++) pending_pairs_add(&pending, pairs[i]);
  for (size_t key = 0; key < 1000; key++) {
    size_t found = 0;
    FOR_EACH_PENDING_PAIR(&pending, toy_object(pairs[key][0]), i) {
      assert_int_equal((size_t)(pending.pairs[i - 1] - pairs[0]) / 2 % 1000, key);
      found++;
    }
    assert_int_equal(found, 3);
  }
  pending_pairs_free(&pending);
  toy_destroy(toy);
}

// The value refers to its own key: that does not keep it.
static void test_value_refers_to_key(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  make_table(toy, 0, 1);
  toy->roots[1] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  HeapObject *value = toy_new(toy, TOY_PAIR, 3, 0);
  toy_words(value)[1] = toy->roots[1];
  put(toy, 0, 0, toy->roots[1], toy_word(value));
  toy->roots[1] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(key_at(toy, 0, 0) == TOY_TOMBSTONE);
  toy_destroy(toy);
}

// A table found only as the value of another table's pair.
static void test_table_in_table(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  make_table(toy, 0, 2);
  make_table(toy, 1, 2);
  toy->roots[2] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  put(toy, 0, 1, toy->roots[2], toy->roots[1]);
  put(toy, 1, 0, toy->roots[2], toy_word(toy_new(toy, TOY_PAIR, 5, 0)));
  toy->roots[1] = 0;
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  toy->roots[1] = value_at(toy, 0, 1);
  assert_true(word_is_pointer(value_at(toy, 1, 0)));
  assert_int_equal(heap_object_size(toy->heap, toy_object(value_at(toy, 1, 0))), 40);
  toy_destroy(toy);
}

static void test_immediate_keys_stay(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  make_table(toy, 0, 2);
  put(toy, 0, 0, toy_int(7), toy_word(toy_new(toy, TOY_PAIR, 3, 0)));
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(key_at(toy, 0, 0) == toy_int(7));
  assert_true(word_is_pointer(value_at(toy, 0, 0)));
  toy_destroy(toy);
}

static void test_weak_words(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  toy->roots[0] = toy_word(toy_new(toy, TOY_WEAK, 4, 0));
  toy->roots[1] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  HeapObject *other = toy_new(toy, TOY_PAIR, 3, 0);
  toy_set(toy, toy_object(toy->roots[0]), 1, toy->roots[1]);
  toy_set(toy, toy_object(toy->roots[0]), 2, toy_word(other));
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_true(word_is_pointer(toy_words(toy_object(toy->roots[0]))[2]));
  for (unsigned round = 0; round < 2; round++) {
    heap_collect(toy->heap, round == 0 ? GC_MARK_SWEEP : GC_MARK_COMPACT, "test");
    Word *words = toy_words(toy_object(toy->roots[0]));
    assert_true(words[1] == toy->roots[1]);
    assert_true(words[2] == TOY_TOMBSTONE);
    assert_true(words[3] == toy_int(0));
  }
  toy_destroy(toy);
}

// Some die young, some old, some when the heap ends; each is finalized once.
static void test_finalizers(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  for (unsigned i = 0; i < 300; i++) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
    toy_words(pair)[2] = toy_int(i);
    heap_register_finalizer(toy->heap, pair);
    if (i % 3 != 0) toy->roots[i] = toy_word(pair);
  }
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_int_equal(toy->finalized, 100);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  for (unsigned i = 0; i < 300; i++) {
    if (i % 3 == 1) toy->roots[i] = 0;
  }
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_int_equal(toy->finalized, 100);
  for (unsigned round = 0; round < 3; round++) heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  assert_int_equal(toy->finalized, 200);
  for (unsigned i = 2; i < 300; i += 3) assert_true(toy_words(toy_object(toy->roots[i]))[2] == toy_int(i));
  heap_destroy(toy->heap);
  assert_int_equal(toy->finalized, 300);
  uint64_t sum = 0;
  for (unsigned i = 0; i < 300; i++) sum += toy_int(i);
  assert_true(toy->finalized_sum == sum);
  free(toy);
}

// ---- KIND_CUSTOM_WEAK: an array whose first word is its part, an array of weak pairs too that nobody else refers to.

static bool is_dead(Toy *toy, Word word) { return word_is_pointer(word) && !heap_is_live(toy->heap, toy_object(word)); }

static size_t clear_dead_words(Toy *toy, HeapObject *array) {
  return heap_clear_dead(toy->heap, toy_words(array) + 2, toy_words(array) + 2 + toy_words(array)[1], TOY_TOMBSTONE);
}

// The part is reached from its array alone.
static void keep_part(Toy *toy, HeapObject *object) {
  Word part = toy_words(object)[2];
  if (!is_dead(toy, part)) return;
  (void)clear_dead_words(toy, toy_object(part));
  heap_mark_weakly(toy->heap, toy_object(part));
}

static void while_being_made(Toy *toy, HeapObject *object) {
  keep_part(toy, object);
  (void)clear_dead_words(toy, object);
}

// Live words move to the front, the array becomes as short as they permit.
static void drop_dead_words(Toy *toy, HeapObject *object) {
  Word *words = toy_words(object) + 2;
  keep_part(toy, object);
  size_t length = toy_words(object)[1], live = 1;
  for (size_t i = 1; i < length; i++) {
    if (is_dead(toy, words[i])) words[i] = toy_int(0);
    else if (live != i) toy_set(toy, object, 2 + live, words[i]);
    live += word_is_pointer(words[i]);
  }
  heap_shrink_weakly(toy->heap, object, 16 + length * 8, 16 + live * 8);
  toy_words(object)[1] = live;
}

// Roots: 0 the array, from 10 on every third of the pairs; pair i is word i + 1 of the array and word i of its part.
static void make_custom(Toy *toy, size_t length) {
  toy->custom = while_being_made;
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_CUSTOM, length + 1));
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_ARRAY, length));
  toy_set(toy, toy_object(toy->roots[0]), 2, toy->roots[1]);
  for (size_t i = 0; i < length; i++) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
    toy_words(pair)[2] = toy_int(i);
    if (i % 3 == 0) toy->roots[10 + i / 3] = toy_word(pair);
    toy_set(toy, toy_object(toy->roots[0]), 3 + i, toy_word(pair));
    toy_set(toy, toy_object(toy->roots[1]), 2 + i, toy_word(pair));
  }
  toy->roots[1] = 0;
  toy->custom = drop_dead_words;
}

static void check_custom(Toy *toy, size_t length) {
  Word *words = toy_words(toy_object(toy->roots[0])), *part = toy_words(toy_object(words[2]));
  size_t live = (length + 2) / 3;
  assert_int_equal(words[1], live + 1);
  assert_int_equal(part[1], length);
  for (size_t i = 0; i < live; i++) {
    assert_true(words[3 + i] == toy->roots[10 + i]);
    assert_true(toy_words(toy_object(words[3 + i]))[2] == toy_int(3 * i));
  }
  for (size_t i = 0; i < length; i++) assert_true(part[2 + i] == (i % 3 == 0 ? toy->roots[10 + i / 3] : TOY_TOMBSTONE));
}

static void custom(HeapConfig config, size_t length) {
  Toy *toy = toy_create(config);
  make_custom(toy, length);
  for (unsigned round = 0; round < 6; round++) {
    heap_collect(toy->heap, round == 3 ? GC_SCAVENGE : round % 2 ? GC_MARK_SWEEP : GC_MARK_COMPACT, "test");
    check_custom(toy, length);
    toy_make_list(toy, 2, 1000, 4);  // what was cut off is used again
  }
  toy->roots[0] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  toy_destroy(toy);
}

static void test_custom_weak_objects(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  custom(config, 20);
  custom(config, 9000);  // large
  config.always_compact = true;
  custom(config, 20);
  custom(config, 9000);
  config.gc_stress = 37;
  config.stress_mode = STRESS_FULL;
  config.always_compact = false;
  custom(config, 20);
}

// Old objects with slots to moving pages, marked step by step; the pairs are young, old, or dead when the pause comes.
static void test_custom_weak_objects_incrementally(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.gc_stress = 3;
  config.stress_mode = STRESS_INCREMENTAL;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  make_custom(toy, 300);
  toy_make_list(toy, 2, 3000, 4);
  for (unsigned round = 0; round < 20; round++) {
    toy_make_list(toy, 2, 500, 4);
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);  // takes the place of the last one
    toy->roots[109] = toy_word(pair);
    toy_words(pair)[2] = toy_int(297);
    Word *words = toy_words(toy_object(toy->roots[0]));
    toy_set(toy, toy_object(toy->roots[0]), 1 + words[1], toy->roots[109]);
    toy_set(toy, toy_object(words[2]), 2 + 297, toy->roots[109]);
  }
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  check_custom(toy, 300);
  toy_destroy(toy);
}

static void test_weak_reference_from_outside(void **state) {
  (void)state;
  HeapConfig config = TEST_HEAP;
  config.always_compact = true;
  Toy *toy = toy_create(config);
  toy->roots[0] = toy->weak_slot = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  for (unsigned round = 0; round < 4; round++) {
    heap_collect(toy->heap, round == 3 ? GC_SCAVENGE : GC_MARK_COMPACT, "test");
    assert_true(toy->weak_slot == toy->roots[0]);
  }
  toy->roots[0] = 0;
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_true(word_is_pointer(toy->weak_slot));  // it is old
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(toy->weak_slot == 0);
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_pairs_live_as_long_as_their_keys),
      cmocka_unit_test(test_chain_of_ephemerons),
      cmocka_unit_test(test_long_chain_of_ephemerons_is_not_quadratic),
      cmocka_unit_test(test_pending_pairs),
      cmocka_unit_test(test_value_refers_to_key),
      cmocka_unit_test(test_table_in_table),
      cmocka_unit_test(test_immediate_keys_stay),
      cmocka_unit_test(test_weak_words),
      cmocka_unit_test(test_custom_weak_objects),
      cmocka_unit_test(test_custom_weak_objects_incrementally),
      cmocka_unit_test(test_finalizers),
      cmocka_unit_test(test_weak_reference_from_outside),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
