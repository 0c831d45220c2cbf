// tests/heap/model.h - a mirror of a toy heap in plain C memory: for each object of the heap a Node with what the
// object should contain.
//
// Words of Nodes are those of the heap's objects, but where the heap has a pointer to an object they have one to its
// Node.  The mirror learns where objects are as weak tables of an embedder do (model_process_weak), so it keeps nothing
// alive.  A test changes heap and mirror alike (model_store, ...), and model_compare looks whether they still agree:
//
//   reachable from the mirror's roots  =>  in the heap, with the content the Node says
//   dropped by the heap                =>  unreachable, and finalized once if that was asked for
//   after an exact collection          =>  the heap's used bytes are the sum of what is reachable
#ifndef NODULE_TESTS_HEAP_MODEL_H
#define NODULE_TESTS_HEAP_MODEL_H

#include "heap/heap-internal.h"
#include "tests/heap/toy.h"

typedef struct Node {
  HeapObject *address;  // NULL: dropped by the heap
  uint64_t number;      // its own, stands in the object too
  unsigned kind;
  bool finalizable, finalized;
  unsigned reached;    // the last search that came by
  uint32_t length;     // of fields; data: in bytes
  struct Node *shape;  // of objects with a shape
  uint32_t shape_id;   // of shapes
  Word *fields;
} Node;

typedef struct NodeList {
  Node **items;
  size_t count, capacity;
} NodeList;

typedef struct Model {
  Toy toy;            // first: the toy's helpers take it
  const char *title;  // what runs, for messages
  uint64_t seed, round;
  Word roots[TOY_ROOTS];
  NodeList live;  // in the heap
  NodeList dead;  // dropped since the last comparison
  NodeList by_number;
  NodeList work, tables;  // of the search
  unsigned search;
  int64_t external;
  size_t reached_count, reached_bytes;
  size_t numbered;  // objects made before the last search
} Model;

// Fails the test, and says which run it was.
#define MODEL_CHECK(m, condition)                                                          \
  do {                                                                                     \
    if (!(condition)) {                                                                    \
      fail_msg("%s, seed %llu, round %llu: %s", (m)->title, (unsigned long long)(m)->seed, \
               (unsigned long long)(m)->round, #condition);                                \
    }                                                                                      \
  } while (0)

static inline void list_push(NodeList *list, Node *node) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity == 0 ? 1024 : list->capacity * 2;
    list->items = realloc(list->items, list->capacity * sizeof list->items[0]);
  }
  list->items[list->count++] = node;
}

// ---------------------------------------------------------------------------------------------- kinds

// Where the objects of a kind have their number (raw, or an integer word) and their first field.
typedef struct ToyPlaces {
  unsigned number, first;
  bool raw;
} ToyPlaces;

static const ToyPlaces toy_places[TOY_KINDS] = {
    [TOY_PAIR] = {1, 2, false},  [TOY_ARRAY] = {2, 3, false},  [TOY_FLAGGED] = {2, 3, false},
    [TOY_DATA] = {2, 3, true},   [TOY_TABLE] = {2, 4, true},   [TOY_WEAK] = {1, 2, false},
    [TOY_SHAPE] = {3, 1, true},  [TOY_SHAPED] = {1, 2, false}, [TOY_CODE] = {2, 1, true},
    [TOY_CUSTOM] = {2, 3, false}};

static inline bool kind_is_weak(unsigned kind) { return (toy_kinds[kind].flags & KIND_WEAK) != 0; }
static inline bool kind_has_length(unsigned kind) { return toy_kinds[kind].size_mode == SIZE_LENGTH; }

// What word 1 of an array kind says.
static inline uint64_t length_word(unsigned kind, uint32_t length) {
  return kind == TOY_DATA ? length : length + toy_places[kind].first - 2;
}

static inline size_t node_bytes_for(unsigned kind, uint32_t length) {
  if (kind == TOY_SHAPE) return 4 * sizeof(Word);
  if (kind == TOY_CODE) return 3 * sizeof(Word);
  if (kind == TOY_DATA) return 16 + (((size_t)length + 7) & ~(size_t)7);
  return (toy_places[kind].first + (size_t)length) * sizeof(Word);
}
static inline size_t node_bytes(const Node *node) { return node_bytes_for(node->kind, node->length); }

static inline uint64_t number_of(HeapObject *object) {
  unsigned kind = heap_object_kind(object);
  Word word = toy_words(object)[toy_places[kind].number];
  return toy_places[kind].raw ? word : toy_as_int(word);
}

static inline Node *word_node(Word word) { return (Node *)(uintptr_t)word; }
static inline Word node_word(const Node *node) { return (Word)(uintptr_t)node; }
// The heap's word for a word of the model.
static inline Word heap_word(Word word) { return word_is_pointer(word) ? toy_word(word_node(word)->address) : word; }
static inline Word *node_slot(const Node *node, size_t i) {
  return toy_words(node->address) + toy_places[node->kind].first + i;
}
static inline bool node_has_fields(const Node *node) { return node->kind != TOY_DATA && node->length > 0; }

// ---------------------------------------------------------------------------------------------- the embedder

// Whether the pair's key, or the weak word, was found dead: then the heap has put the tombstone there.
static inline bool sync_word(Model *m, Heap *heap, const Node *node, size_t i) {
  Word word = node->fields[i];
  if (!word_is_pointer(word)) return false;
  bool dead = !heap_is_live(heap, word_node(word)->address);
  MODEL_CHECK(m, (*node_slot(node, i) == TOY_TOMBSTONE) == dead);
  return dead;
}

static inline void sync_weak_words(Model *m, Heap *heap, Node *node) {
  size_t step = node->kind == TOY_TABLE ? 2 : 1;
  for (size_t i = 0; i + step <= node->length; i += step) {
    if (!sync_word(m, heap, node, i)) continue;
    for (size_t k = 0; k < step; k++) {
      node->fields[i + k] = TOY_TOMBSTONE;
      MODEL_CHECK(m, *node_slot(node, i + k) == TOY_TOMBSTONE);
    }
  }
}

static inline void model_process_weak(void *data, Heap *heap, WeakPhase phase) {
  Model *m = data;
  for (size_t i = 0; phase == WEAK_AFTER_MARKING && i < m->live.count; i++) {
    Node *node = m->live.items[i];
    bool weak = kind_is_weak(node->kind) || node->kind == TOY_TABLE;
    if (weak && heap_is_live(heap, node->address)) sync_weak_words(m, heap, node);
  }
  size_t kept = 0;
  for (size_t i = 0; i < m->live.count; i++) {
    Node *node = m->live.items[i];
    if (heap_is_live(heap, node->address)) {
      node->address = heap_forwarded(heap, node->address);
      m->live.items[kept++] = node;
    } else {
      node->address = NULL;
      list_push(&m->dead, node);
    }
  }
  m->live.count = kept;
}

static inline void model_process_weak_object(void *data, Heap *heap, HeapObject *object) {
  Model *m = data;
  Word *words = toy_words(object);
  MODEL_CHECK(m, heap_object_kind(object) == TOY_CUSTOM);
  heap_clear_dead(heap, words + 2, words + 2 + words[1], TOY_TOMBSTONE);
}

static inline void model_finalize(void *data, HeapObject *object) {
  Model *m = data;
  uint64_t number = number_of(object);
  MODEL_CHECK(m, number < m->by_number.count && m->by_number.items[number] != NULL);
  Node *node = m->by_number.items[number];
  MODEL_CHECK(m, node->kind == heap_object_kind(object) && node->finalizable && !node->finalized);
  node->finalized = true;
}

static inline Model *model_create(HeapConfig config, const char *title, uint64_t seed) {
  Model *m = calloc(1, sizeof *m);
  *m = (Model){.title = title, .seed = seed, .toy.root_count = TOY_ROOTS};
  list_push(&m->by_number, NULL);  // no object has number 0
  Embedder embedder = {.data = m,
                       .kinds = toy_kinds,
                       .kind_count = TOY_KINDS,
                       .visit_roots = toy_visit_roots,
                       .process_weak = model_process_weak,
                       .process_weak_object = model_process_weak_object,
                       .finalize = model_finalize,
                       .tombstone = TOY_TOMBSTONE};
  m->toy.heap = heap_create(&config, &embedder);
  assert_non_null(m->toy.heap);
  return m;
}

static inline void node_free(Model *m, Node *node) {
  m->by_number.items[node->number] = NULL;
  free(node->fields);
  free(node);
}

static inline void model_destroy(Model *m) {
  heap_destroy(m->toy.heap);
  for (size_t i = 1; i < m->by_number.count; i++) {
    Node *node = m->by_number.items[i];
    if (node == NULL) continue;
    MODEL_CHECK(m, node->finalized == node->finalizable);
    node_free(m, node);
  }
  NodeList *lists[] = {&m->live, &m->dead, &m->by_number, &m->work, &m->tables};
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) free(lists[i]->items);
  free(m);
}

// ---------------------------------------------------------------------------------------------- changes of both

static inline void model_set_root(Model *m, size_t root, Word word) {
  m->roots[root] = word;
  m->toy.roots[root] = heap_word(word);
}

static inline void model_store(Model *m, Node *host, size_t i, Word word) {
  host->fields[i] = word;
  toy_set(&m->toy, host->address, toy_places[host->kind].first + i, heap_word(word));
}

static inline void fill_object(Node *node, bool zeroed) {
  Word *words = toy_words(node->address);
  unsigned first = toy_places[node->kind].first;
  if (node->kind == TOY_DATA) {
    for (size_t i = 2; i < node_bytes(node) / sizeof(Word); i++)
      words[i] = node->number + i - 2;  // odd enough to crash
    return;
  }
  if (node->kind == TOY_TABLE) words[3] = 12345;
  for (size_t i = 0; !zeroed && i < node->length; i++) words[first + i] = 0;
  words[toy_places[node->kind].number] = toy_places[node->kind].raw ? node->number : toy_int(node->number);
}

// A new object, its fields zero, in root `root`.  `shape` is looked at after the allocation and must be rooted.
static inline Node *model_new(Model *m, unsigned kind, uint32_t length, AllocationSpace space, Node *shape,
                              size_t root) {
  Node *node = calloc(1, sizeof *node);
  if (kind == TOY_SHAPE) length = 2, space = ALLOCATE_SHAPE;
  if (kind == TOY_CODE) length = 1, space = ALLOCATE_CODE;
  *node = (Node){.kind = kind, .length = length, .number = m->by_number.count, .finalizable = kind == TOY_CODE};
  if (kind != TOY_DATA) node->fields = calloc(length > 0 ? length : 1, sizeof(Word));
  size_t bytes = node_bytes(node);
  bool zeroed = false;
  bool plain = space == ALLOCATE_YOUNG && bytes <= MAX_REGULAR_OBJECT_SIZE;
  if (plain && shape != NULL) node->address = heap_allocate_shaped(m->toy.heap, kind, bytes, shape->shape_id);
  else if (plain) node->address = heap_allocate_young(m->toy.heap, kind, bytes);
  else node->address = heap_allocate(m->toy.heap, kind, bytes, space, &zeroed);
  unsigned words = kind_has_length(kind) ? 0 : (unsigned)(bytes / sizeof(Word));
  node->address->header = header_make(kind, 0, words, shape != NULL ? shape->shape_id : 0);
  if (kind_has_length(kind)) toy_words(node->address)[1] = length_word(kind, length);
  node->shape = shape;
  fill_object(node, zeroed);
  if (kind == TOY_SHAPE) node->shape_id = heap_shape_add(m->toy.heap, node->address);
  list_push(&m->by_number, node);
  list_push(&m->live, node);
  model_set_root(m, root, node_word(node));
  return node;
}

static inline void model_shrink(Model *m, Node *node, uint32_t length) {
  size_t old_bytes = node_bytes(node), new_bytes = node_bytes_for(node->kind, length);
  heap_shrink_object(m->toy.heap, node->address, old_bytes, new_bytes);
  toy_words(node->address)[1] = length_word(node->kind, length);
  node->length = length;
}

// Moves fields as arrays do that are shifted: a copy, then the barrier for each word that has got a new place.
static inline void model_move(Model *m, Node *node, size_t to, size_t from, size_t count) {
  memmove(node->fields + to, node->fields + from, count * sizeof(Word));
  memmove(node_slot(node, to), node_slot(node, from), count * sizeof(Word));
  for (size_t i = to; i < to + count; i++) {
    heap_write_barrier(m->toy.heap, node->address, node_slot(node, i), *node_slot(node, i));
  }
}

static inline void model_set_shape(Model *m, Node *node, Node *shape) {
  node->shape = shape;
  heap_set_shape(m->toy.heap, node->address, shape->shape_id);
}

static inline void model_finalizer(Model *m, Node *node) {
  if (node->finalizable) return;
  node->finalizable = true;
  heap_register_finalizer(m->toy.heap, node->address);
}

static inline void model_external(Model *m, int64_t delta) {
  m->external += delta;
  heap_adjust_external(m->toy.heap, delta);
}

// How many objects are reachable at most, more or less.
static inline size_t model_population(const Model *m) { return m->reached_count + m->by_number.count - m->numbered; }

// ---------------------------------------------------------------------------------------------- what is reachable

static inline void reach(Model *m, Word word) {
  if (!word_is_pointer(word) || word_node(word)->reached == m->search) return;
  Node *node = word_node(word);
  node->reached = m->search;
  m->reached_count++;
  m->reached_bytes += node_bytes(node);
  list_push(node->kind == TOY_TABLE ? &m->tables : &m->work, node);
}

static inline void follow(Model *m) {
  while (m->work.count > 0) {
    Node *node = m->work.items[--m->work.count];
    if (node->shape != NULL) reach(m, node_word(node->shape));
    if (kind_is_weak(node->kind) || node->fields == NULL) continue;
    for (size_t i = 0; i < node->length; i++) reach(m, node->fields[i]);
  }
}

static inline void follow_pairs(Model *m, const Node *table) {
  for (size_t i = 0; i + 1 < table->length; i += 2) {
    Word key = table->fields[i];
    if (!word_is_pointer(key) || word_node(key)->reached == m->search) reach(m, table->fields[i + 1]);
  }
}

static inline void model_search(Model *m) {
  m->search++;
  m->numbered = m->by_number.count;
  m->reached_count = m->reached_bytes = m->tables.count = 0;
  for (size_t i = 0; i < TOY_ROOTS; i++) reach(m, m->roots[i]);
  size_t before;
  do {
    before = m->reached_count;
    follow(m);
    for (size_t i = 0; i < m->tables.count; i++) follow_pairs(m, m->tables.items[i]);
  } while (m->work.count > 0 || m->reached_count > before);
}

// ---------------------------------------------------------------------------------------------- comparing

static inline void compare_words(Model *m, const Node *node) {
  Word *words = toy_words(node->address);
  if (node->kind == TOY_DATA) {
    for (size_t i = 2; i < node_bytes(node) / sizeof(Word); i++) MODEL_CHECK(m, words[i] == node->number + i - 2);
    return;
  }
  for (size_t i = 0; i < node->length; i++) MODEL_CHECK(m, *node_slot(node, i) == heap_word(node->fields[i]));
  if (node->kind == TOY_TABLE) MODEL_CHECK(m, words[3] == 12345);
}

static inline void compare_node(Model *m, const Node *node) {
  MODEL_CHECK(m, node->address != NULL);
  MODEL_CHECK(m, heap_object_kind(node->address) == node->kind);
  MODEL_CHECK(m, heap_object_size(m->toy.heap, node->address) == node_bytes(node));
  MODEL_CHECK(m, number_of(node->address) == node->number);
  MODEL_CHECK(m, !node->finalized);
  if (node->shape != NULL) {
    MODEL_CHECK(m, heap_shape_at(m->toy.heap, heap_object_aux(node->address)) == node->shape->address);
  }
  if (node->kind == TOY_SHAPE) MODEL_CHECK(m, heap_shape_at(m->toy.heap, node->shape_id) == node->address);
  compare_words(m, node);
}

static inline void compare_dead(Model *m) {
  for (size_t i = 0; i < m->dead.count; i++) {
    Node *node = m->dead.items[i];
    MODEL_CHECK(m, node->reached != m->search);
    MODEL_CHECK(m, node->finalized == node->finalizable);
    HeapObject *entry = node->kind == TOY_SHAPE ? heap_shape_at(m->toy.heap, node->shape_id) : NULL;
    MODEL_CHECK(m, entry == NULL || number_of(entry) != node->number);  // another may have its index by now
  }
  for (size_t i = 0; i < m->dead.count; i++) node_free(m, m->dead.items[i]);
  m->dead.count = 0;
}

// `exact`: a collection that frees all that is unreachable has just been made.
static inline void model_compare(Model *m, bool exact) {
  model_search(m);
  for (size_t i = 0; i < TOY_ROOTS; i++) MODEL_CHECK(m, m->toy.roots[i] == heap_word(m->roots[i]));
  for (size_t i = 0; i < m->live.count; i++) {
    if (m->live.items[i]->reached == m->search) compare_node(m, m->live.items[i]);
  }
  compare_dead(m);
  HeapStatistics statistics = toy_statistics(&m->toy);
  MODEL_CHECK(m, statistics.external == m->external);
  MODEL_CHECK(m, statistics.heap_used >= m->reached_bytes);
  MODEL_CHECK(m, m->live.count >= m->reached_count);
  if (!exact) return;
  MODEL_CHECK(m, m->live.count == m->reached_count);
  MODEL_CHECK(m, statistics.heap_used == m->reached_bytes);
}

#endif
