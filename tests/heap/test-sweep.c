// tests/heap/test-sweep.c - lazy and concurrent sweeping: figures are right when the pause ends, where objects go does
// not depend on who sweeps, and what meets a page that waits for being swept.
#include "heap/policy.h"
#include "tests/heap/toy.h"

#define TEST_HEAP ((HeapConfig){.max_old_generation = 400 * MB, .gc_threads = -1, .never_compact = true})

// Lists on many pages, all old; of every `keep_one_in`th the head stays in its root.
static void fill(Toy *toy, unsigned lists, unsigned keep_one_in) {
  for (unsigned i = 0; i < lists; i++) toy_make_list(toy, i, 300, 4);
  for (unsigned i = 0; i < 10; i++) toy->roots[3900 + i] = toy_word(toy_new_array(toy, TOY_DATA, 100000));
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  sweep_finish(toy->heap);
  for (unsigned i = 0; i < lists; i++) {
    if (i % keep_one_in != 0) toy->roots[i] = 0;
  }
  for (unsigned i = 0; i < 10; i += 2) toy->roots[3900 + i] = 0;
}

static size_t unswept_pages(Toy *toy) {
  size_t count = 0;
  FOR_EACH_PAGED_SPACE(toy->heap, space) { FOR_EACH_PAGE(space, page) count += atomic_load(&page->sweep) != SWEPT; }
  return count;
}

static void check_lists(const Toy *toy, unsigned lists, unsigned keep_one_in) {
  for (unsigned i = 0; i < lists; i += keep_one_in) assert_true(toy_list_intact(toy, i, 300));
}

// ---------------------------------------------------------------------------------------------- figures

static void assert_same_figures(const HeapStatistics *a, const HeapStatistics *b) {
  assert_int_equal(a->heap_used, b->heap_used);
  assert_int_equal(a->heap_total, b->heap_total);
  for (unsigned s = 0; s < SPACE_COUNT; s++) {
    assert_int_equal(a->spaces[s].used, b->spaces[s].used);
    assert_int_equal(a->spaces[s].committed, b->spaces[s].committed);
  }
}

static void test_used_is_right_before_sweeping(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  fill(toy, 1000, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  HeapStatistics before = toy_statistics(toy);
  assert_true(unswept_pages(toy) >= 8);
  assert_int_equal(before.spaces[SPACE_OLD_POINTER].used, 250 * 300 * 32);
  assert_int_equal(before.spaces[SPACE_OLD_DATA].used, 5 * 100016);
  assert_int_equal(log->last.after.heap_used, before.heap_used);
  verify_heap(toy->heap, "in the test after");
  sweep_finish(toy->heap);
  HeapStatistics after = toy_statistics(toy);
  assert_int_equal(unswept_pages(toy), 0);
  assert_same_figures(&before, &after);
  verify_heap(toy->heap, "in the test after");
  check_lists(toy, 1000, 4);
  toy_destroy(toy);
  free(log);
}

static void test_swept_in_the_pause(void **state) {
  (void)state;
  for (int threads = -1; threads < 4; threads += 2) {
    HeapConfig config = TEST_HEAP;
    config.no_lazy_sweeping = true;
    config.gc_threads = threads;
    Toy *toy = toy_create(config);
    fill(toy, 1000, 4);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    assert_int_equal(unswept_pages(toy), 0);
    assert_int_equal(toy_statistics(toy).spaces[SPACE_OLD_POINTER].used, 250 * 300 * 32);
    check_lists(toy, 1000, 4);
    toy_destroy(toy);
  }
}

// Every other array is dead.
static void make_arrays(Toy *toy, unsigned kind, size_t length) {
  for (unsigned i = 0; i < 200; i++) toy->roots[i] = toy_word(toy_new_array(toy, kind, length));
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  for (unsigned i = 1; i < 200; i += 2) toy->roots[i] = 0;
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
}

// What is allocated sweeps on as far as it needs, and takes no page from the system before.
static void test_allocation_sweeps(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  make_arrays(toy, TOY_ARRAY, 5000);
  old_spaces_close_areas(toy->heap);
  size_t committed = toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed, waiting = unswept_pages(toy);
  assert_true(waiting >= 8);
  for (unsigned i = 0; i < 5000; i++) toy_new_in(toy, TOY_PAIR, 25, ALLOCATE_OLD);
  assert_true(unswept_pages(toy) < waiting);
  assert_true(unswept_pages(toy) > waiting / 2);
  assert_int_equal(toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed, committed);
  for (unsigned i = 0; i < 14000; i++) toy_new_in(toy, TOY_PAIR, 25, ALLOCATE_OLD);
  assert_int_equal(toy_statistics(toy).spaces[SPACE_OLD_POINTER].committed, committed);
  assert_true(unswept_pages(toy) <= 1);
  verify_heap(toy->heap, "in the test after");
  toy_destroy(toy);
}

// ---------------------------------------------------------------------------------------------- determinism

// What a run did: all that may differ from run to run has been taken out of it.
typedef struct Trace {
  ToyLog log;
  uint64_t hash;
  Page *known[4096];  // in the order of their first object
  size_t known_count;
} Trace;

static void add_to_trace(Trace *trace, uint64_t value) { trace->hash = (trace->hash ^ value) * 0x100000001B3u; }

// Where the object is: the page by its rank, and the place in it.
static void add_place(Trace *trace, Word word) {
  Page *page = page_of(toy_object(word));
  size_t rank = 0;
  while (rank < trace->known_count && trace->known[rank] != page) rank++;
  if (rank == trace->known_count) trace->known[trace->known_count++] = page;
  add_to_trace(trace, rank << PAGE_SIZE_LOG2 | (word & PAGE_MASK));
}

static void add_event(void *data, const GCEvent *event) {
  Trace *trace = data;
  toy_listen(&trace->log, event);
  if (event->type == GC_EVENT_START) return;
  add_to_trace(trace, event->number);
  add_to_trace(trace, (uint64_t)event->kind);
  add_to_trace(trace, event->promoted);
  add_to_trace(trace, event->copied);
  add_to_trace(trace, event->pages_compacted);
  add_to_trace(trace, event->after.heap_used);
  add_to_trace(trace, event->after.heap_total);
  add_to_trace(trace, event->before.heap_used);
}

static uint64_t pseudo_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

// A program that makes a big heap, wears holes into it and fills them, while collections come as the policy wants.
static Trace *trace_of(HeapConfig config) {
  Trace *trace = calloc(1, sizeof *trace);
  Toy *toy = toy_create(config);
  heap_add_listener(toy->heap, add_event, trace);
  uint64_t random = 12345;
  for (unsigned i = 0; i < 6000; i++) {
    size_t root = pseudo_random(&random) % 1000;
    toy_make_list(toy, root, 50 + pseudo_random(&random) % 300, 4 + (unsigned)(pseudo_random(&random) % 8));
    if (i % 10 == 0) toy->roots[1000 + pseudo_random(&random) % 100] = toy_word(toy_new_array(toy, TOY_DATA, 3000 + i));
    if (i % 100 == 0) toy->roots[1100] = toy_word(toy_new_array(toy, TOY_ARRAY, 30000));
    HeapObject *old = toy_new_in(toy, TOY_PAIR, 20, ALLOCATE_OLD);
    toy->roots[1200 + i % 1000] = toy_word(old);
    add_place(trace, toy_word(old));
    if (i % 500 == 0) add_to_trace(trace, toy_statistics(toy).heap_total);
  }
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  for (size_t i = 0; i < TOY_ROOTS; i++) {
    bool regular = word_is_pointer(toy->roots[i]) && page_of(toy_object(toy->roots[i]))->owner != SPACE_LARGE;
    if (regular) add_place(trace, toy->roots[i]);
  }
  toy_destroy(toy);
  return trace;
}

static void check_determinism(HeapConfig config) {
  Trace *first = NULL;
  const int threads[] = {-1, 1, 3, 3};
  for (unsigned i = 0; i < sizeof threads / sizeof threads[0]; i++) {
    config.gc_threads = threads[i];
    Trace *trace = trace_of(config);
    if (first == NULL) {
      first = trace;
      assert_true(trace->log.full >= 3);
      continue;
    }
    assert_string_equal(trace->log.reasons, first->log.reasons);
    assert_int_equal(trace->known_count, first->known_count);
    assert_true(trace->hash == first->hash);
    free(trace);
  }
  free(first);
}

static void test_determinism(void **state) {
  (void)state;
#define SIZES .max_old_generation = 400 * MB, .max_semispace = 4 * MB
  check_determinism((HeapConfig){SIZES});
  check_determinism((HeapConfig){SIZES, .no_incremental_marking = true});
  check_determinism((HeapConfig){SIZES, .always_compact = true});
  check_determinism((HeapConfig){SIZES, .never_compact = true});
}

// Sweeping in the pause gives the same figures.  (Objects go to other places: a free block is found earlier.)
static void test_lazy_or_not_the_figures_are_the_same(void **state) {
  (void)state;
  HeapStatistics statistics[2];
  for (unsigned lazy = 0; lazy < 2; lazy++) {
    HeapConfig config = TEST_HEAP;
    config.no_lazy_sweeping = !lazy;
    Toy *toy = toy_create(config);
    fill(toy, 1000, 3);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    statistics[lazy] = toy_statistics(toy);
    toy_destroy(toy);
  }
  assert_same_figures(&statistics[0], &statistics[1]);
}

// ---------------------------------------------------------------------------------------------- on unswept pages

static void test_no_sweeping_left_when_marking_starts(void **state) {
  (void)state;
  for (int threads = -1; threads < 4; threads += 2) {
    HeapConfig config = TEST_HEAP;
    config.gc_threads = threads;
    Toy *toy = toy_create(config);
    fill(toy, 1000, 4);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    size_t used = toy_statistics(toy).heap_used;
    marking_start(toy->heap);
    assert_int_equal(unswept_pages(toy), 0);
    assert_false(toy->heap->sweeping.helped);
    verify_heap(toy->heap, "in the test after");
    marking_abort(toy->heap);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");  // and when it is done in the pause
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    assert_int_equal(toy_statistics(toy).heap_used, used);
    check_lists(toy, 1000, 4);
    toy_destroy(toy);
  }
}

// Scavenges sweep too, so that all is swept when marking is due.
static void test_scavenges_sweep(void **state) {
  (void)state;
  Toy *toy = toy_create(TEST_HEAP);
  fill(toy, 2000, 4);
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  size_t waiting = unswept_pages(toy);
  assert_true(waiting >= 18);
  heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_true(unswept_pages(toy) < waiting);
  for (unsigned i = 0; i < 10; i++) heap_collect(toy->heap, GC_SCAVENGE, "test");
  assert_int_equal(unswept_pages(toy), 0);
  check_lists(toy, 2000, 4);
  toy_destroy(toy);
}

// The page is swept first, whoever may be at it, and what is cut off goes to its free list.
static void check_shrinking(unsigned kind, Space space, size_t length, size_t shorter, int threads) {
  HeapConfig config = TEST_HEAP;
  config.gc_threads = threads;
  Toy *toy = toy_create(config);
  make_arrays(toy, kind, length);
  size_t old_bytes = heap_object_size(toy->heap, toy_object(toy->roots[0])), used = toy_statistics(toy).heap_used;
  assert_int_equal(heap_space_of(toy->heap, toy_object(toy->roots[0])), space);
  if (threads < 0) assert_true(page_is_unswept(page_of(toy_object(toy->roots[0]))));
  for (unsigned i = 0; i < 200; i += 2) {
    HeapObject *array = toy_object(toy->roots[i]);
    size_t new_bytes = (16 + (shorter << toy_kinds[kind].element_log2) + 7) & ~(size_t)7;
    heap_shrink_object(toy->heap, array, old_bytes, new_bytes);
    toy_words(array)[1] = shorter;
    used -= old_bytes - new_bytes;
    assert_int_equal(atomic_load(&page_of(array)->sweep), SWEPT);
    assert_int_equal(toy_statistics(toy).heap_used, used);
  }
  verify_heap(toy->heap, "in the test after");
  heap_collect(toy->heap, GC_MARK_SWEEP, "test");
  assert_int_equal(toy_statistics(toy).heap_used, used);
  toy_destroy(toy);
}

static void test_shrinking_on_an_unswept_page(void **state) {
  (void)state;
  for (int threads = -1; threads < 4; threads += 2) {
    check_shrinking(TOY_ARRAY, SPACE_OLD_POINTER, 5000, 100, threads);
    check_shrinking(TOY_ARRAY, SPACE_OLD_POINTER, 5000, 4999, threads);
    check_shrinking(TOY_DATA, SPACE_OLD_DATA, 50000, 3, threads);
  }
}

// The sweeper clears mark bits while the program writes into objects of the page and remembers slots of it.
static void test_stores_into_objects_of_unswept_pages(void **state) {
  (void)state;
  for (int threads = -1; threads < 4; threads += 2) {
    HeapConfig config = TEST_HEAP;
    config.gc_threads = threads;
    Toy *toy = toy_create(config);
    for (unsigned round = 0; round < 20; round++) {
      make_arrays(toy, TOY_ARRAY, 2000);
      for (unsigned i = 0; i < 200; i += 2) {
        HeapObject *pair = toy_new(toy, TOY_PAIR, 4, 0);
        toy_words(pair)[2] = toy_int(i);
        toy_set(toy, toy_object(toy->roots[i]), 2 + i, toy_word(pair));
      }
      heap_collect(toy->heap, GC_SCAVENGE, "test");
      for (unsigned i = 0; i < 200; i += 2) {
        Word pair = toy_words(toy_object(toy->roots[i]))[2 + i];
        assert_true(toy_words(toy_object(pair))[2] == toy_int(i));
      }
    }
    toy_destroy(toy);
  }
}

// Helpers may be anywhere when the heap goes, or when somebody walks it.
static void test_end_in_the_middle_of_sweeping(void **state) {
  (void)state;
  for (unsigned round = 0; round < 20; round++) {
    HeapConfig config = TEST_HEAP;
    config.gc_threads = 3;
    Toy *toy = toy_create(config);
    fill(toy, 200, 4);
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    if (round % 2 == 0) verify_heap(toy->heap, "in the test after");
    toy_destroy(toy);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_used_is_right_before_sweeping),
      cmocka_unit_test(test_swept_in_the_pause),
      cmocka_unit_test(test_allocation_sweeps),
      cmocka_unit_test(test_determinism),
      cmocka_unit_test(test_lazy_or_not_the_figures_are_the_same),
      cmocka_unit_test(test_no_sweeping_left_when_marking_starts),
      cmocka_unit_test(test_scavenges_sweep),
      cmocka_unit_test(test_shrinking_on_an_unswept_page),
      cmocka_unit_test(test_stores_into_objects_of_unswept_pages),
      cmocka_unit_test(test_end_in_the_middle_of_sweeping),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
