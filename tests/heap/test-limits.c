// tests/heap/test-limits.c - limits and policy: reasons of collections, external memory, running out of memory.
#include "tests/child.h"
#include "tests/heap/toy.h"

#define REPORT                        \
  "\n<--- Last few GCs --->\n\n"      \
  "%s\n\n<--- JS stacktrace --->\n\n" \
  "==== toy stack ====\n\n"           \
  "FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory\n"

static void note_line(void *data, const GCEvent *event) {
  char line[100];
  if (event->type != GC_EVENT_END) return;
  snprintf(line, sizeof line, "%u: %s [%s]", event->number, event->reason, event->collector_reason);
  heap_note_gc_line(data, line);
}

// Every array fits but the ninth.
static void nine_big_arrays(void) {
  Toy *toy = toy_create((HeapConfig){0});
  heap_add_listener(toy->heap, note_line, toy->heap);
  for (unsigned i = 0; i < 20; i++) {
    toy->roots[i] = toy_word(toy_new_array(toy, TOY_FLAGGED, 20 * 1024 * 1024));
    if (i >= 8) _exit(1);
  }
}

static void test_nine_big_arrays(void **state) {
  (void)state;
  char *text = output_of_abort(nine_big_arrays);
  const char *end =
      "10: last resort gc [GC in old space requested]\n11: last resort gc [GC in old space requested]\n"
      "\n\n<--- JS stacktrace --->\n\n==== toy stack ====\n\n"
      "FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory\n";
  assert_memory_equal(text, "\n<--- Last few GCs --->\n\n4: allocation failure", 40);
  size_t length = strlen(text);
  if (length < strlen(end) || strcmp(text + length - strlen(end), end) != 0) fail_msg("%s", text);
  free(text);
}

// How much of the limit can be used, in thousandths, by arrays that all live.
static void print_use(unsigned kind, size_t length, size_t limit) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = limit});
  for (unsigned i = 0; i < TOY_ROOTS; i++) {
    fprintf(stderr, "\n%zu", toy_statistics(toy).heap_used * 1000 / limit);
    toy->roots[i] = toy_word(toy_new_array(toy, kind, length));
  }
}

static void arrays_of_160_kb(void) { print_use(TOY_FLAGGED, 20000, 60 * MB); }
static void arrays_of_1_mb(void) { print_use(TOY_ARRAY, 125000, 100 * MB); }
static void texts_of_20_kb(void) { print_use(TOY_DATA, 20000, 50 * MB); }

static void test_room_below_the_limit(void **state) {
  (void)state;
  void (*bodies[])(void) = {arrays_of_160_kb, arrays_of_1_mb, texts_of_20_kb};
  for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
    char *text = output_of_abort(bodies[i]);
    char *end = strstr(text, "\n<--- Last few");
    assert_non_null(end);
    *end = 0;
    int used = atoi(strrchr(text, '\n') + 1);
    if (used < 970) fail_msg("%zu: %d thousandths", i, used);
    free(text);
  }
}

// Arrays without pointers cost nothing to mark, so their garbage does not pile up, whatever holds it.
static void test_large_garbage(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  size_t top = 0;
  for (unsigned i = 0; i < 100; i++) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
    toy->roots[0] = toy_word(pair);
    HeapObject *array = toy_new_array(toy, i % 2 == 0 ? TOY_FLAGGED : TOY_DATA, i % 2 == 0 ? MB : 8 * MB);
    toy_set(toy, toy_object(toy->roots[0]), 1, toy_word(array));
    if (toy_statistics(toy).heap_used > top) top = toy_statistics(toy).heap_used;
  }
  assert_true(top < 18 * MB);
  toy_destroy(toy);
}

// Beside objects that are marked in steps the garbage of large arrays counts as other garbage does.  What is dead in
// new space does not hold it.
static void test_large_garbage_in_steps(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  toy_make_list(toy, 1, 20 * MB / 32, 4);
  size_t top = 0;
  for (unsigned i = 0; i < 1000; i++) {
    toy->roots[0] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
    HeapObject *array = toy_new_array(toy, TOY_FLAGGED, MB / 8);
    toy_set(toy, toy_object(toy->roots[0]), 1, toy_word(array));
    if (toy_statistics(toy).heap_used > top) top = toy_statistics(toy).heap_used;
  }
  assert_true(top < 100 * MB);
  assert_true(log->full < 40);
  assert_non_null(strstr(log->reasons, "finalize incremental marking"));
  assert_true(toy_list_intact(toy, 1, 20 * MB / 32));
  toy_destroy(toy);
  free(log);
}

static void endless_list(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 60 * MB});
  toy_make_list(toy, 0, 100 * 1000 * 1000, 5);
}

static void endless_old_objects(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 30 * MB});
  for (;;) {
    HeapObject *object = toy_new_in(toy, TOY_PAIR, 100, ALLOCATE_OLD);
    toy_words(object)[1] = toy->roots[0];
    toy->roots[0] = toy_word(object);
  }
}

static void endless_strings(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 40 * MB});
  for (size_t i = 0; i < TOY_ROOTS; i++) toy->roots[i] = toy_word(toy_new_array(toy, TOY_DATA, 30000));
}

static void one_huge_object(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 100 * MB});
  toy_new_array(toy, TOY_FLAGGED, 500 * 1024 * 1024);
}

static void endless_limited_memory(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 50 * MB});
  for (unsigned i = 0; i < 49; i++)
    heap_adjust_limited(toy->heap, MB);  // the first page of old space takes half of one
  for (unsigned i = 0; i < 2; i++) heap_adjust_limited(toy->heap, MB);
  _exit(1);
}

// The array alone would fit.
static void array_beside_limited_memory(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 50 * MB});
  heap_adjust_limited(toy->heap, 30 * MB);
  toy->roots[0] = toy_word(toy_new_array(toy, TOY_DATA, 25 * MB));
}

static void tiny_heap(void) {
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 2 * MB});
  toy_make_list(toy, 0, 100 * 1000 * 1000, 5);
}

static void test_out_of_memory(void **state) {
  (void)state;
  void (*bodies[])(void) = {
      endless_list,           endless_old_objects,        endless_strings, one_huge_object, tiny_heap,
      endless_limited_memory, array_beside_limited_memory};
  char wanted[1000];
  snprintf(wanted, sizeof wanted, REPORT, "");
  for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
    char *text = output_of_abort(bodies[i]);
    assert_string_equal(text, wanted);
    free(text);
  }
}

static void allocate_in_no_gc(void) {
  Toy *toy = toy_create((HeapConfig){0});
  heap_no_gc_enter(toy->heap);
  toy_new(toy, TOY_PAIR, 3, 0);
}

static void test_no_gc_region(void **state) {
  (void)state;
  char *text = output_of_abort(allocate_in_no_gc);
  assert_non_null(strstr(text, "an allocation of 24 bytes inside a region without collections"));
  free(text);
  Toy *toy = toy_create((HeapConfig){0});
  heap_no_gc_enter(toy->heap);
  heap_no_gc_enter(toy->heap);
  heap_no_gc_leave(toy->heap);
  heap_no_gc_leave(toy->heap);
  toy_new(toy, TOY_PAIR, 3, 0);
  toy_destroy(toy);
}

// A live set near the limit, and much garbage: the program goes on.
static void test_work_near_the_limit(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 64 * MB, .max_semispace = 2 * MB});
  toy_make_list(toy, 0, 50 * MB / 40, 5);
  for (unsigned i = 0; i < 200; i++) toy_make_list(toy, 1 + i % 10, 10000, 5);
  assert_true(toy_list_intact(toy, 0, 50 * MB / 40));
  assert_true(toy_statistics(toy).heap_total <= (64 + 4) * MB);
  toy_destroy(toy);
}

// Arrays come and go; together they would never fit.
static void test_large_objects_are_given_back(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 105 * MB});
  for (unsigned i = 0; i < 500; i++) {
    toy->roots[i % 4] = toy_word(toy_new_array(toy, TOY_FLAGGED, 20 * MB / 8));
    assert_true(toy_statistics(toy).heap_total < 107 * MB);
  }
  toy_destroy(toy);
}

// Small pages that became empty make room for a large object, and fragmented ones after compaction.
static void test_room_by_compaction(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 64 * MB, .max_semispace = 1 * MB, .verify = true});
  for (unsigned i = 0; i < 1500; i++) toy_make_list(toy, i, 1000, 4);
  for (unsigned i = 0; i < 1500; i++) {
    if (i % 5 != 0) toy->roots[i] = 0;
  }
  toy->roots[2000] = toy_word(toy_new_array(toy, TOY_FLAGGED, 45 * MB / 8));
  for (unsigned i = 0; i < 1500; i += 5) assert_true(toy_list_intact(toy, i, 1000));
  assert_true(toy_statistics(toy).heap_total <= 66 * MB);
  toy_destroy(toy);
}

static void check_reasons(bool incremental) {
  Toy *toy = toy_create(
      (HeapConfig){.max_old_generation = 100 * MB, .max_semispace = 4 * MB, .no_incremental_marking = !incremental});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  toy_make_list(toy, 0, 30 * MB / 40, 5);
  assert_non_null(strstr(log->reasons, "s allocation failure: \n"));
  const char *reason = incremental ? "f finalize incremental marking via stack guard: GC in old space requested\n"
                                   : "f allocation failure: promotion limit reached\n";
  assert_non_null(strstr(log->reasons, reason));
  assert_int_equal(log->starts, log->ends);
  log->reasons[0] = 0;
  for (unsigned i = 0; i < 4; i++) toy->roots[1] = toy_word(toy_new_array(toy, TOY_DATA, 30 * MB));
  assert_non_null(strstr(log->reasons, "allocation failure: GC in old space requested\n"));
  toy_destroy(toy);
  free(log);
}

static void test_reasons(void **state) {
  (void)state;
  check_reasons(true);
  check_reasons(false);
}

static void test_external_memory(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){0});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  for (unsigned i = 0; i < 30; i++) heap_adjust_external(toy->heap, 20 * (int64_t)MB);
  assert_int_equal(heap_external(toy->heap), 600 * (int64_t)MB);
  assert_int_equal(log->full, 3);                                           // at 200, 400 and 600 MB
  assert_non_null(strstr(log->reasons, "s external memory pressure: \n"));  // at 60 MB
  assert_string_equal(log->last.reason, "external memory allocation limit reached");
  assert_int_equal(toy_statistics(toy).external, 600 * MB);
  heap_adjust_external(toy->heap, -600 * (int64_t)MB);
  assert_int_equal(heap_external(toy->heap), 0);
  toy_destroy(toy);
  free(log);
}

// Garbage that owns limited memory makes full collections due, which free it: it never comes to the limit.
static void test_limited_memory(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.max_old_generation = 50 * MB});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  toy->limited_each = 64 * KB;
  int64_t most = 0;
  for (unsigned i = 0; i < 5000; i++) {
    HeapObject *pair = toy_new(toy, TOY_PAIR, 3, 0);
    heap_register_finalizer(toy->heap, pair);
    heap_adjust_limited(toy->heap, toy->limited_each);
    if (heap_limited(toy->heap) > most) most = heap_limited(toy->heap);
  }
  assert_true(log->full >= 8 && log->full <= 40);  // 312 MB in all
  assert_true(most > 8 * (int64_t)MB && most < 30 * (int64_t)MB);
  assert_true(toy->finalized > 4500);
  assert_int_equal(heap_limited(toy->heap), (5000 - toy->finalized) * toy->limited_each);
  assert_int_equal(toy_statistics(toy).external, heap_limited(toy->heap));
  heap_collect(toy->heap, GC_MARK_SWEEP, "testing");
  assert_int_equal(heap_limited(toy->heap), 0);
  toy_destroy(toy);
  free(log);
}

// The same allocations give the same collections.
static void test_determinism(void **state) {
  (void)state;
  char *first = NULL;
  for (unsigned round = 0; round < 2; round++) {
    Toy *toy = toy_create((HeapConfig){.max_old_generation = 100 * MB});
    ToyLog *log = calloc(1, sizeof *log);
    heap_add_listener(toy->heap, toy_listen, log);
    for (unsigned i = 0; i < 300; i++) toy_make_list(toy, i % 50, 20000 + i * 10, 4);
    if (first == NULL) first = strdup(log->reasons);
    else assert_string_equal(first, log->reasons);
    toy_destroy(toy);
    free(log);
  }
  free(first);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nine_big_arrays),     cmocka_unit_test(test_room_below_the_limit),
      cmocka_unit_test(test_large_garbage),       cmocka_unit_test(test_large_garbage_in_steps),
      cmocka_unit_test(test_out_of_memory),       cmocka_unit_test(test_no_gc_region),
      cmocka_unit_test(test_work_near_the_limit), cmocka_unit_test(test_large_objects_are_given_back),
      cmocka_unit_test(test_room_by_compaction),  cmocka_unit_test(test_reasons),
      cmocka_unit_test(test_external_memory),     cmocka_unit_test(test_limited_memory),
      cmocka_unit_test(test_determinism),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
