// tests/heap/test-random.c - random mutations of a graph, checked against a model of it, under all collections.
//
// The model knows for each root what tree of objects hangs there, as plain C memory: kind, number and children.  After
// each burst of mutations heap and model are compared object by object.
#include "tests/heap/toy.h"

#define TREES 200
#define CHILDREN 4
#define DEPTH 6

typedef struct Node {
  uint64_t number;
  unsigned kind, words;
  struct Node *children[CHILDREN];
} Node;

static uint64_t random_state;
static uint64_t random_next(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}
static size_t random_below(size_t n) { return (size_t)(random_next() % n); }

static void node_free(Node *node) {
  if (node == NULL) return;
  for (unsigned i = 0; i < CHILDREN; i++) node_free(node->children[i]);
  free(node);
}

#define FIRST_FIELD 3  // of arrays and pairs alike: words 1 and 2 are length or left, and the number

static uint64_t next_number = 1;

// Makes one object without children, leaves it in `root`, and returns its model.
static Node *make_node(Toy *toy, size_t root) {
  Node *node = calloc(1, sizeof *node);
  node->number = next_number++;
  size_t choice = random_below(100);
  size_t length = CHILDREN + 1 + random_below(choice == 0 ? 30000 : choice < 5 ? 2000 : 12);
  node->kind = choice % 5 == 0 ? TOY_ARRAY : choice % 5 == 1 ? TOY_FLAGGED : choice % 5 == 2 ? TOY_SHAPED : TOY_PAIR;
  HeapObject *object;
  if (node->kind == TOY_SHAPED) {
    object = toy_new_in(toy, TOY_SHAPE, 4, ALLOCATE_SHAPE);
    toy_words(object)[3] = node->number;  // raw
    toy->roots[root] = toy_word(object);
    object = toy_new(toy, TOY_SHAPED, (unsigned)(length = CHILDREN + 4), 0);
    heap_object_set_aux(object, heap_shape_add(toy->heap, toy_object(toy->roots[root])));
  } else if (node->kind == TOY_PAIR) {
    length = length % 60;
    if (length < CHILDREN + 2) length = CHILDREN + 2;
    object = toy_new(toy, TOY_PAIR, (unsigned)(length + 2), 0);
  } else {
    object = toy_new_array(toy, node->kind, length);
  }
  node->words = (unsigned)length + 2;
  toy_words(object)[2] = toy_int(node->number);
  for (unsigned i = 0; i < CHILDREN; i++) toy_words(object)[FIRST_FIELD + i] = 0;
  toy->roots[root] = toy_word(object);
  return node;
}

static size_t depth_of(const Node *node) {
  size_t depth = 0;
  for (unsigned i = 0; node != NULL && i < CHILDREN; i++) {
    size_t d = depth_of(node->children[i]);
    if (d > depth) depth = d;
  }
  return node == NULL ? 0 : depth + 1;
}

static void compare(const Toy *toy, const Node *node, Word word) {
  if (node == NULL) {
    assert_true(word == 0);
    return;
  }
  assert_true(word_is_pointer(word));
  HeapObject *object = toy_object(word);
  assert_int_equal(heap_object_kind(object), node->kind);
  assert_int_equal(toy_as_int(toy_words(object)[2]), node->number);
  if (node->kind == TOY_SHAPED) {
    HeapObject *shape = heap_shape_at(toy->heap, heap_object_aux(object));
    assert_non_null(shape);
    assert_int_equal(toy_words(shape)[3], node->number);
  }
  for (unsigned i = 0; i < CHILDREN; i++) compare(toy, node->children[i], toy_words(object)[FIRST_FIELD + i]);
}

// A random place in a tree: the object is left in `root`.
static Node *random_place(Toy *toy, Node *tree, size_t tree_root, size_t root) {
  toy->roots[root] = toy->roots[tree_root];
  Node *node = tree;
  for (;;) {
    unsigned i = (unsigned)random_below(CHILDREN);
    if (node->children[i] == NULL || random_below(4) == 0) return node;
    node = node->children[i];
    toy->roots[root] = toy_words(toy_object(toy->roots[root]))[FIRST_FIELD + i];
  }
}

static void mutate(Toy *toy, Node **trees) {
  size_t t = random_below(TREES), place = TREES, fresh = TREES + 1;
  if (trees[t] == NULL || random_below(500) == 0) {
    node_free(trees[t]);
    trees[t] = make_node(toy, t);
    return;
  }
  Node *node = random_place(toy, trees[t], t, place);
  unsigned i = (unsigned)random_below(CHILDREN);
  if (node->children[i] != NULL) {
    if (random_below(3) != 0) return;
    node_free(node->children[i]);
    node->children[i] = NULL;
    toy_words(toy_object(toy->roots[place]))[FIRST_FIELD + i] = 0;
    return;
  }
  if (depth_of(trees[t]) >= DEPTH) {
    if (random_below(8) == 0) {
      node_free(trees[t]);
      trees[t] = NULL;
      toy->roots[t] = 0;
    }
    return;
  }
  node->children[i] = make_node(toy, fresh);
  toy_set(toy, toy_object(toy->roots[place]), FIRST_FIELD + i, toy->roots[fresh]);
  toy->roots[fresh] = 0;
}

static void run(HeapConfig config, uint64_t seed, unsigned bursts, unsigned burst_length, bool explicit_collections) {
  Toy *toy = toy_create(config);
  toy->root_count = TREES + 2;
  Node *trees[TREES] = {NULL};
  random_state = seed * 0x9E3779B97F4A7C15u + 1;
  for (unsigned burst = 0; burst < bursts; burst++) {
    for (unsigned i = 0; i < burst_length; i++) mutate(toy, trees);
    if (explicit_collections) heap_collect(toy->heap, (GCKind)random_below(3), "test");
    for (unsigned t = 0; t < TREES; t++) compare(toy, trees[t], toy->roots[t]);
  }
  for (unsigned t = 0; t < TREES; t++) node_free(trees[t]);
  toy_destroy(toy);
}

static void test_small_heap(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 3; seed++) {
    run((HeapConfig){.max_old_generation = 64 * MB, .max_semispace = 1 * MB, .verify = true}, seed, 60, 2000, true);
  }
}

static void test_policy_alone(void **state) {
  (void)state;
  run((HeapConfig){.max_old_generation = 96 * MB, .verify = true}, 11, 100, 10000, false);
}

static void test_always_compact(void **state) {
  (void)state;
  run((HeapConfig){.max_old_generation = 96 * MB, .always_compact = true, .verify = true}, 21, 60, 2000, true);
}

static void test_never_compact(void **state) {
  (void)state;
  run((HeapConfig){.max_old_generation = 96 * MB, .never_compact = true, .verify = true}, 31, 60, 2000, true);
}

static void test_stress(void **state) {
  (void)state;
  run((HeapConfig){.gc_stress = 1, .verify = true}, 41, 4, 300, true);
  run((HeapConfig){.gc_stress = 1}, 42, 10, 1000, false);
  run((HeapConfig){.gc_stress = 7}, 43, 20, 2000, true);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_small_heap), cmocka_unit_test(test_policy_alone),
                                     cmocka_unit_test(test_always_compact), cmocka_unit_test(test_never_compact),
                                     cmocka_unit_test(test_stress)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
