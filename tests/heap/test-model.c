// tests/heap/test-model.c - random changes of a graph of all kinds of objects, under all collectors, against a mirror
// of it (model.h).
//
// The mutator goes from a random root to a random object and works there, as a program does; it looks through weak
// words too.  Between its bursts something is done to the collector: a collection of some kind, a piece of a marking, a
// piece of sweeping; then everything is compared, and the heap's own verifier looks.
//
// SOAK_SECONDS=n (make soak) goes on with fresh seeds for n seconds; SOAK_SEED=s runs one seed.  A failure names its
// seed.
#include <limits.h>
#include <time.h>

#include "heap/policy.h"
#include "tests/heap/model.h"

typedef struct Plan {
  const char *title;
  HeapConfig config;
  size_t objects, rounds;
} Plan;

// ---------------------------------------------------------------------------------------------- randomness

static uint64_t random_state;
static uint64_t random_next(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state * 0x2545F4914F6CDD1Du >> 16;
}
static size_t below(size_t n) { return (size_t)(random_next() % n); }
static bool once_in(size_t n) { return below(n) == 0; }

// ---------------------------------------------------------------------------------------------- the mutator

#define HANDS 4  // the last roots: what the mutator holds
#define HAND(i) (TOY_ROOTS - HANDS + (i))
#define SHAPES 16  // the roots before those: shapes for new objects
#define SHAPE_ROOT(i) (TOY_ROOTS - HANDS - SHAPES + (i))
#define PLAIN_ROOTS (TOY_ROOTS - HANDS - SHAPES)

static size_t random_root(const Plan *plan) {
  size_t roots = plan->objects / 20;
  return below(roots < PLAIN_ROOTS ? roots : PLAIN_ROOTS);
}

// The object that a random path leads to; NULL when its root is empty.  Each step is checked.
static Node *walk(Model *m, const Plan *plan) {
  Word word = m->roots[random_root(plan)];
  if (!word_is_pointer(word)) return NULL;
  for (;;) {
    Node *node = word_node(word);
    MODEL_CHECK(m, node->address != NULL && number_of(node->address) == node->number);
    if (!node_has_fields(node) || once_in(6)) return node;
    size_t i = below(node->length);
    MODEL_CHECK(m, *node_slot(node, i) == heap_word(node->fields[i]));
    if (node->shape != NULL && once_in(20)) word = node_word(node->shape);
    else if (word_is_pointer(node->fields[i])) word = node->fields[i];
    else return node;
  }
}

static Word random_word(Model *m, const Plan *plan) {
  Node *node = once_in(4) ? NULL : walk(m, plan);
  return node != NULL ? node_word(node) : once_in(2) ? 0 : toy_int(below(1000));
}

static uint32_t random_length(const Plan *plan, unsigned kind) {
  size_t most = kind == TOY_DATA ? 200 : 12, longer = kind == TOY_DATA ? 8000 : 3000;
  size_t length = below(most);
  if (kind_has_length(kind) && once_in(60)) length = below(longer);
  if (kind_has_length(kind) && once_in(plan->objects < 1000 ? 150 : 1000)) length = 16384 * (1 + below(9));
  if (kind == TOY_DATA && length > 10000) length *= 8;
  if (kind == TOY_TABLE) length = length % 4000 & ~(size_t)1;
  return (uint32_t)length + (kind == TOY_WEAK ? 1 : kind == TOY_DATA ? 8 : 0);  // the number needs a word
}

static unsigned random_kind(void) {
  static const unsigned char kinds[] = {TOY_PAIR,    TOY_PAIR,    TOY_PAIR,   TOY_PAIR,   TOY_ARRAY, TOY_ARRAY,
                                        TOY_FLAGGED, TOY_FLAGGED, TOY_DATA,   TOY_DATA,   TOY_TABLE, TOY_WEAK,
                                        TOY_CUSTOM,  TOY_SHAPED,  TOY_SHAPED, TOY_SHAPED, TOY_CODE};
  return kinds[below(sizeof kinds)];
}

// The shape is in the third hand.
static Node *random_shape(Model *m) {
  size_t root = SHAPE_ROOT(below(SHAPES));
  if (!word_is_pointer(m->roots[root]) || once_in(100)) model_new(m, TOY_SHAPE, 2, ALLOCATE_SHAPE, NULL, root);
  model_set_root(m, HAND(2), m->roots[root]);
  if (once_in(100)) m->toy.heap->fast.tenured[word_node(m->roots[root])->shape_id % TENURED_SHAPES] = 1;  // born old
  return word_node(m->roots[root]);
}

// A new object in the first hand, with a few fields filled.
static Node *create(Model *m, const Plan *plan) {
  unsigned kind = random_kind();
  Node *shape = kind == TOY_SHAPED ? random_shape(m) : NULL;
  AllocationSpace space = once_in(10) ? ALLOCATE_OLD : ALLOCATE_YOUNG;
  Node *node = model_new(m, kind, random_length(plan, kind), space, shape, HAND(0));
  for (size_t i = below(4); i > 0 && node_has_fields(node); i--) {
    model_store(m, node, below(node->length), random_word(m, plan));
  }
  if (once_in(50)) model_finalizer(m, node);
  return node;
}

static bool is_small(const Model *m, const Plan *plan) { return model_population(m) < plan->objects; }

// Hangs a new object somewhere; while the graph is to grow, nothing is dropped for it.
static void add(Model *m, const Plan *plan) {
  bool grow = is_small(m, plan);
  Node *node = create(m, plan);
  for (unsigned tries = 0; tries < 4; tries++) {
    Node *host = walk(m, plan);
    if (host == NULL || !node_has_fields(host) || kind_is_weak(host->kind)) continue;
    size_t i = below(host->length);
    if (grow && word_is_pointer(host->fields[i])) continue;
    model_store(m, host, i, node_word(node));
    return;
  }
  size_t root = random_root(plan);
  if (!grow || !word_is_pointer(m->roots[root]) || once_in(3)) model_set_root(m, root, node_word(node));
}

static void change_array(Model *m, Node *node) {
  if (once_in(3)) {
    uint32_t step = node->kind == TOY_TABLE ? 2 : 1, length = (uint32_t)below(node->length / step + 1) * step;
    model_shrink(m, node, node->kind == TOY_DATA && length < 8 ? 8 : length);
  } else if (node->kind != TOY_DATA && node->kind != TOY_TABLE) {
    size_t count = 1 + below(node->length), span = node->length - count + 1;
    model_move(m, node, below(span), below(span), count);
  }
}

// Takes a pointer from one object to another: the marker may have been where it goes, but not where it was.
static void carry(Model *m, const Plan *plan, Node *from) {
  size_t i = below(from->length);
  Word word = from->fields[i];
  Node *to = walk(m, plan);
  if (to == NULL || !node_has_fields(to) || kind_is_weak(to->kind) || !word_is_pointer(word)) return;
  model_store(m, from, i, 0);
  model_store(m, to, below(to->length), word);
}

static void mutate(Model *m, const Plan *plan) {
  size_t choice = below(100);
  bool grow = is_small(m, plan);
  for (unsigned i = grow ? 3 : choice<25; i> 0; i--) add(m, plan);
  if (!grow && once_in(50)) model_set_root(m, random_root(plan), 0);
  Node *node = walk(m, plan);
  if (node == NULL) return;
  if (choice < 50 && !grow && node_has_fields(node)) {
    carry(m, plan, node);
  } else if (choice < 70 && node_has_fields(node)) {
    size_t i = below(node->length);
    if (!grow || !word_is_pointer(node->fields[i])) model_store(m, node, i, random_word(m, plan));
  } else if (choice < 78 && kind_has_length(node->kind) && node->length >= 8) {
    change_array(m, node);
  } else if (choice < 85 && node->kind == TOY_SHAPED) {
    model_set_root(m, HAND(0), node_word(node));
    model_set_shape(m, node, random_shape(m));
  } else if (choice < 87) {
    size_t root = random_root(plan);
    if (!grow || !word_is_pointer(m->roots[root])) model_set_root(m, root, node_word(node));
  } else if (choice == 87) {
    model_finalizer(m, node);
  } else if (choice == 88) {
    int64_t delta = (int64_t)below(once_in(50) ? 100 * MB : 100 * KB);
    model_external(m, once_in(2) || m->external < delta ? delta : -delta);
  }
}

// ---------------------------------------------------------------------------------------------- the collector

// Some work of a marking; it may be any amount.  The policy, which would mark on at once, waits for the page's end.
static void step(Heap *heap) {
  static const size_t sizes[] = {1, 1, 1, 100, 100, 1000, 10000, 100 * KB, SIZE_MAX};
  if (heap->marking == MARKING_STOPPED) marking_start(heap);
  else marking_step(heap, sizes[below(sizeof sizes / sizeof sizes[0])]);
  heap->steps.due = heap->new_space.page->area_end;
  heap->steps.old_bytes = 0;
  new_space_set_limit(heap);
}

static void sweep_a_little(Heap *heap) {
  for (size_t i = below(6); i > 0; i--)
    sweep_next(heap, &heap->spaces[once_in(3) ? SPACE_OLD_DATA : SPACE_OLD_POINTER]);
}

static void count_object(void *data, HeapObject *object, size_t bytes, Space space) {
  (void)object;
  if (space != SPACE_NEW) *(size_t *)data += bytes;
}

// What young objects were shortened by counts as used until the next scavenge.

static void visit(Model *m) {
  size_t bytes = 0;
  heap_visit_objects(m->toy.heap, count_object, &bytes);
  MODEL_CHECK(m, bytes == old_generation_used(m->toy.heap));
}

// Returns whether everything unreachable has been freed.
static bool act(Model *m) {
  Heap *heap = m->toy.heap;
  size_t choice = below(48);
  if (choice < 6) {
    heap_collect(heap, GC_SCAVENGE, "test");
  } else if (choice < 8) {
    heap_collect(heap, once_in(2) ? GC_MARK_SWEEP : GC_MARK_COMPACT, "test");
    return true;
  } else if (choice < 10) {
    collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "test", "");  // ends the marking, if there is one
  } else if (choice == 10) {
    marking_abort(heap);
  } else if (choice == 11) {
    visit(m);
  } else if (choice < 15) {
    sweep_a_little(heap);
  } else {
    step(heap);
  }
  return false;
}

static size_t burst_length(const Plan *plan) {
  static const size_t lengths[] = {1, 10, 100, 2000};
  size_t length = below(lengths[below(4)]) + 1;
  return length < plan->objects / 10 ? length : plan->objects / 10;
}

static void grow(Model *m, const Plan *plan) {
  for (unsigned i = 0; i < 4; i++) {
    while (is_small(m, plan)) mutate(m, plan);
    model_search(m);
  }
}

static void run(const Plan *plan, uint64_t seed) {
  random_state = seed * 0x9E3779B97F4A7C15u + 1;
  Model *m = model_create(plan->config, plan->title, seed);
  grow(m, plan);
  for (m->round = 0; m->round < plan->rounds; m->round++) {
    for (size_t i = burst_length(plan); i > 0; i--) mutate(m, plan);
    for (unsigned i = 0; i < HANDS; i++) model_set_root(m, HAND(i), 0);
    bool exact = act(m);
    if (plan->config.verify || once_in(4)) verify_heap(m->toy.heap, "in the test after");
    model_compare(m, exact);
  }
  heap_collect(m->toy.heap, GC_MARK_COMPACT, "test");
  model_compare(m, true);
  for (size_t i = 0; i < TOY_ROOTS; i++) model_set_root(m, i, 0);
  heap_collect(m->toy.heap, GC_MARK_COMPACT, "test");
  model_compare(m, true);
  assert_int_equal(m->live.count, 0);
  model_destroy(m);
}

// ---------------------------------------------------------------------------------------------- plans

#define OLD .max_old_generation = 400 * MB
#define NONE .gc_threads = -1
#define QUIET .gc_stress = UINT_MAX  // a stress that never comes: nothing but what the test asks for
#define INCREMENTAL .gc_stress = 1, .stress_mode = STRESS_INCREMENTAL

static const Plan plans[] = {
    {"small", {OLD, NONE, .verify = true}, 500, 1000},
    {"small, quiet", {OLD, NONE, QUIET, .verify = true}, 500, 2000},
    {"small, always compact", {OLD, NONE, .verify = true, .always_compact = true}, 500, 1000},
    {"small, quiet, always compact", {OLD, NONE, QUIET, .verify = true, .always_compact = true}, 500, 2000},
    {"small, swept in the pause", {OLD, NONE, .verify = true, .no_lazy_sweeping = true}, 500, 300},
    {"small, never compact", {OLD, NONE, .verify = true, .never_compact = true}, 500, 300},
    {"small, one helper", {OLD, .gc_threads = 1}, 500, 1000},
    {"small, helpers, always compact", {OLD, QUIET, .gc_threads = 3, .always_compact = true}, 500, 2000},
    {"middling", {OLD, NONE}, 10000, 150},
    {"middling, quiet, helpers", {OLD, QUIET, .gc_threads = 3}, 10000, 200},
    {"middling, helpers, always compact", {OLD, .gc_threads = 3, .always_compact = true}, 10000, 150},
    {"big", {OLD, NONE}, 100000, 25},
    {"big, helpers", {OLD, QUIET, .gc_threads = 3}, 100000, 25},
    {"stress", {OLD, .gc_stress = 3, NONE, .verify = true}, 100, 40},
    {"incremental stress", {OLD, INCREMENTAL, NONE, .verify = true}, 200, 60},
    {"incremental stress, always compact", {OLD, INCREMENTAL, .always_compact = true, .gc_threads = 1}, 200, 60},
};
#define PLANS (sizeof plans / sizeof plans[0])

// ThreadSanitizer has nothing to find where there is one thread.
#ifdef __SANITIZE_THREAD__
#define WANTS_HELPERS true
#else
#define WANTS_HELPERS false
#endif

static void run_seed(uint64_t seed) {
  for (size_t i = 0; i < PLANS; i++) {
    if (!WANTS_HELPERS || plans[i].config.gc_threads >= 0) run(&plans[i], seed);
  }
}

static void test_fixed_seed(void **state) {
  (void)state;
  run_seed(1);
}

// ---------------------------------------------------------------------------------------------- soaking

// A crash names its seed too: it is printed before the run.
static void test_soak(void **state) {
  (void)state;
  const char *seconds = getenv("SOAK_SECONDS"), *seed = getenv("SOAK_SEED");
  if (seed != NULL) {
    run_seed(strtoull(seed, NULL, 10));
    return;
  }
  time_t end = time(NULL) + strtol(seconds, NULL, 10);
  for (uint64_t next = (uint64_t)time(NULL) * 1000; time(NULL) < end; next++) {
    print_message("SOAK_SEED=%llu\n", (unsigned long long)next);
    fflush(NULL);
    run_seed(next);
  }
}

int main(void) {
  const struct CMUnitTest fixed[] = {cmocka_unit_test(test_fixed_seed)};
  const struct CMUnitTest soak[] = {cmocka_unit_test(test_soak)};
  if (getenv("SOAK_SECONDS") != NULL || getenv("SOAK_SEED") != NULL) return cmocka_run_group_tests(soak, NULL, NULL);
  return cmocka_run_group_tests(fixed, NULL, NULL);
}
