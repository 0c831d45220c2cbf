// tests/heap/test-verify.c - the verifier finds what is wrong: each test damages a heap in a child and reads what it
// says.
#include <limits.h>

#include "heap/heap-internal.h"
#include "tests/child.h"
#include "tests/heap/toy.h"

static void (*damage)(Toy *toy);  // of the case under way

static void damage_a_heap(void) {
  // the stress never comes; it keeps the policy from doing anything of its own
  Toy *toy = toy_create((HeapConfig){.verify = true, .gc_threads = -1, .gc_stress = UINT_MAX});
  toy_make_list(toy, 0, 100, 4);
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_ARRAY, 100));
  toy->roots[2] = toy_word(toy_new_array(toy, TOY_ARRAY, 100000));
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  damage(toy);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
}

static void nothing_wrong(Toy *toy) {
  (void)toy;
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  fputs("all is well", stderr);
  abort();
}

static void forget_barrier(Toy *toy) {
  HeapObject *young = toy_new(toy, TOY_PAIR, 3, 0);
  toy_words(toy_object(toy->roots[1]))[50] = toy_word(young);
}

static void forget_barrier_of_large_object(Toy *toy) {
  HeapObject *young = toy_new(toy, TOY_PAIR, 3, 0);
  toy_words(toy_object(toy->roots[2]))[90000] = toy_word(young);
}

static void point_into_object(Toy *toy) { toy_words(toy_object(toy->roots[1]))[50] = toy->roots[0] + 8; }
static void point_nowhere(Toy *toy) { toy_words(toy_object(toy->roots[1]))[50] = 0x123456789AB8; }
static void root_nowhere(Toy *toy) { toy->roots[7] = toy_word(toy) & ~(Word)7; }
static void break_header(Toy *toy) { toy_object(toy->roots[0])->header = header_make(100, 0, 4, 0); }
static void break_length(Toy *toy) { toy_words(toy_object(toy->roots[1]))[1] = 1000000; }
static void dead_shape(Toy *toy) { toy->roots[7] = toy_word(toy_new(toy, TOY_SHAPED, 3, 77)); }

static void slot_outside_objects(Toy *toy) {
  HeapObject *pair = toy_object(toy->roots[0]);
  heap_write_barrier_slow(toy->heap, pair, toy_words(pair), toy_word(toy_new(toy, TOY_PAIR, 3, 0)));  // its header
}

// The list, the arrays and what they hold are black.  The object in root 3 is white: it came there from an old pair
// that had not been looked at.
static void mark_all_but_one(Toy *toy) {
  toy->roots[4] = toy_word(toy_new_in(toy, TOY_PAIR, 3, ALLOCATE_OLD));
  toy_words(toy_object(toy->roots[4]))[1] = toy_word(toy_new_in(toy, TOY_PAIR, 3, ALLOCATE_OLD));
  marking_start(toy->heap);
  toy->roots[3] = toy_words(toy_object(toy->roots[4]))[1];
  toy_words(toy_object(toy->roots[4]))[1] = 0;
  assert_true(marking_step(toy->heap, SIZE_MAX));
}

static void nothing_wrong_while_marking(Toy *toy) {
  mark_all_but_one(toy);
  toy_set(toy, toy_object(toy->roots[1]), 50, toy->roots[3]);
  toy_set(toy, toy_object(toy->roots[2]), 90000, toy->roots[3]);
  verify_heap(toy->heap, "after");
  fputs("all is well", stderr);
  abort();
}

static void forget_barrier_while_marking(Toy *toy) {
  mark_all_but_one(toy);
  toy_words(toy_object(toy->roots[1]))[50] = toy->roots[3];
  verify_heap(toy->heap, "after");
}

static void forget_barrier_of_large_object_while_marking(Toy *toy) {
  mark_all_but_one(toy);
  toy_words(toy_object(toy->roots[2]))[90000] = toy->roots[3];
  verify_heap(toy->heap, "after");
}

static void forget_shape_barrier(Toy *toy) {
  toy->roots[5] = toy_word(toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE));
  uint32_t id = heap_shape_add(toy->heap, toy_object(toy->roots[5]));
  toy->roots[6] = toy_word(toy_new_in(toy, TOY_SHAPED, 3, ALLOCATE_OLD));
  toy->roots[5] = 0;
  mark_all_but_one(toy);
  heap_object_set_aux(toy_object(toy->roots[6]), id);
  verify_heap(toy->heap, "after");
}

// All that is old moves; an array made meanwhile is on a page that stays.
static void mark_moving(Toy *toy) {
  toy->heap->config.always_compact = true;
  marking_start(toy->heap);
  HeapObject *array = heap_allocate(toy->heap, TOY_ARRAY, 16 + 50 * 8, ALLOCATE_OLD, NULL);
  array->header = header_make(TOY_ARRAY, 0, 0, 0);
  for (unsigned i = 1; i < 52; i++) toy_words(array)[i] = i == 1 ? 50 : 0;
  toy->roots[5] = toy_word(array);
  toy_set(toy, array, 7, toy->roots[0]);
  assert_true(marking_step(toy->heap, SIZE_MAX));
  verify_heap(toy->heap, "after");
}

static void forget_moving_slot(Toy *toy) {
  mark_moving(toy);
  toy_words(toy_object(toy->roots[5]))[10] = toy->roots[0];
  verify_heap(toy->heap, "after");
}

static void forget_moving_slot_of_large_object(Toy *toy) {
  mark_moving(toy);
  toy_words(toy_object(toy->roots[2]))[90000] = toy->roots[0];
  verify_heap(toy->heap, "after");
}

static void stale_mark_bit(Toy *toy) { mark_bit_set(toy_object(toy->roots[0])); }

static void unswept_page(Toy *toy) {
  toy->roots[0] = toy_words(toy_object(toy->roots[0]))[1];
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_true(page_is_unswept(page_of(toy_object(toy->roots[0]))));
}

static void lose_mark_bit_of_unswept_page(Toy *toy) {
  unswept_page(toy);
  mark_bit_clear(toy_words(toy_object(toy->roots[0])) + 3);
}

static void point_to_dead_object_of_unswept_page(Toy *toy) {
  Word dead = toy->roots[0];
  unswept_page(toy);
  toy_words(toy_object(toy->roots[1]))[50] = dead;
}

static void lose_free_block(Toy *toy) {
  sweep_finish(toy->heap);
  old_spaces_close_areas(toy->heap);
  for (unsigned c = 0; c < FREE_CLASSES; c++) {
    Page *page = toy->heap->spaces[SPACE_OLD_POINTER].free_pages[c];
    if (page != NULL) page->free_bytes[c] -= 8;
  }
}

static const char *dislike(void *data, const HeapObject *object) {
  Toy *toy = data;
  return toy_word(object) == toy->roots[1] ? "an array that the embedder dislikes" : NULL;
}

static void displease_embedder(Toy *toy) { toy->heap->embedder.check_object = dislike; }

static void test_verifier(void **state) {
  (void)state;
  const struct {
    void (*body)(Toy *toy);
    const char *text;
  } cases[] = {
      {nothing_wrong, "all is well"},
      {forget_barrier, "a slot is not remembered"},
      {forget_barrier_of_large_object, "a slot is not remembered"},
      {point_into_object, "a pointer to no object"},
      {point_nowhere, "a pointer to no object"},
      {root_nowhere, "root roots[7] = "},
      {break_header, "an object of no known kind"},
      {break_length, "an object reaches beyond its page"},
      {dead_shape, "an object's shape is not in the table"},
      {slot_outside_objects, "a remembered slot is no part of an object"},
      {nothing_wrong_while_marking, "all is well"},
      {forget_barrier_while_marking, "a black object points to a white one"},
      {forget_barrier_of_large_object_while_marking, "a black object points to a white one"},
      {forget_shape_barrier, "the shape of a black object is white"},
      {forget_moving_slot, "a slot that points to a moving page is not recorded"},
      {forget_moving_slot_of_large_object, "a slot that points to a moving page is not recorded"},
      {stale_mark_bit, "a stale mark bit"},
      {lose_mark_bit_of_unswept_page, "mark bits that do not end with their object"},
      {point_to_dead_object_of_unswept_page, "a pointer to no object"},
      {lose_free_block, "bytes do not add up"},
      {displease_embedder, "an array that the embedder dislikes"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    damage = cases[i].body;
    char *text = output_of_abort(damage_a_heap);
    if (strstr(text, cases[i].text) == NULL) fail_msg("wanted \"%s\", got \"%s\"", cases[i].text, text);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_verifier)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
