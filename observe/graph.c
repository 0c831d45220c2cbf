// observe/graph.c - walks the heap from its roots.
#include "observe/graph.h"

#include <stdlib.h>

#include "base/memory.h"
#include "vm/exec/interpreter.h"
#include "vm/roots.h"

// An edge whose target becomes a node only when something else reaches it (a weak one), or when its key is reached (the
// value of a WeakMap's entry).
typedef struct Pending {
  const HeapObject *target;
  uint32_t from;
  uint32_t next;  // 1 + the entry before with the same key
  bool is_pair, reached;
  const HeapObject *key;
  GraphEdge edge;
} Pending;

static void *grown(void *memory, size_t count, size_t size) { return checked_realloc(memory, count * size); }

#define MAKE_ROOM(array, count, capacity)                  \
  do {                                                     \
    if ((count) < (capacity)) break;                       \
    (capacity) = (capacity) == 0 ? 64 : (capacity)*2;      \
    (array) = grown((array), (capacity), sizeof *(array)); \
  } while (0)

// ------------------------------------------------------------------------------------------------------ addresses

#define PLACES (PAGE_SIZE_BYTES / (2 * sizeof(Word)))

static AddressPage *page_place(const AddressMap *map, uintptr_t page) {
  size_t i = (page >> PAGE_SIZE_LOG2) & map->mask;
  while (map->pages[i].page != 0 && map->pages[i].page != page) i = (i + 1) & map->mask;
  return &map->pages[i];
}

static size_t place_on_page(const void *address) { return ((uintptr_t)address & PAGE_MASK) / (2 * sizeof(Word)); }

uint32_t address_map_find(const AddressMap *map, const void *address) {
  if (map->count == 0) return NO_NUMBER;
  const AddressPage *page = page_place(map, (uintptr_t)address & ~(uintptr_t)PAGE_MASK);
  return page->page == 0 ? NO_NUMBER : page->numbers[place_on_page(address)] - 1;  // 0 becomes NO_NUMBER
}

static void address_map_grow(AddressMap *map) {
  const AddressMap old = *map;
  map->mask = old.count == 0 ? 63 : old.mask * 2 + 1;
  map->pages = checked_calloc(map->mask + 1, sizeof *map->pages);
  for (size_t i = 0; old.count > 0 && i <= old.mask; i++) {
    if (old.pages[i].page != 0) *page_place(map, old.pages[i].page) = old.pages[i];
  }
  free(old.pages);
}

void address_map_put(AddressMap *map, const void *address, uint32_t number) {
  uintptr_t start = (uintptr_t)address & ~(uintptr_t)PAGE_MASK;
  if (map->count == 0 || map->count * 2 > map->mask) address_map_grow(map);
  AddressPage *page = page_place(map, start);
  if (page->page == 0) {
    *page = (AddressPage){start, checked_calloc(PLACES, sizeof *page->numbers)};
    map->count++;
  }
  page->numbers[place_on_page(address)] = number + 1;
}

void address_map_free(AddressMap *map) {
  for (size_t i = 0; map->count > 0 && i <= map->mask; i++) free(map->pages[i].numbers);
  free(map->pages);
}

// ------------------------------------------------------------------------------------------------------ nodes, edges

static uint32_t add_node(Graph *g, uintptr_t word) {
  if (g->node_count == NO_NUMBER - 1) abort();
  MAKE_ROOM(g->nodes, g->node_count, g->node_capacity);
  g->nodes[g->node_count] = (GraphNode){.word = word};
  return g->node_count++;
}

static uint32_t node_of_object(Graph *g, const HeapObject *object) {
  uint32_t node = graph_find(g, object);
  if (node != NO_NUMBER) return node;
  node = add_node(g, (uintptr_t)object);
  address_map_put(&g->numbers, object, node);
  return node;
}

static void put_edge(Graph *g, uint32_t to, EdgeType type, EdgeForm form, GraphEdge name) {
  MAKE_ROOM(g->edges, g->edge_count, g->edge_capacity);
  name.to = to;
  name.type = (uint8_t)type;
  name.form = (uint8_t)form;
  g->edges[g->edge_count++] = name;
}

void graph_add_edge(Graph *g, Value to, EdgeType type, EdgeForm form, GraphEdge name) {
  if (value_is_pointer(to)) put_edge(g, node_of_object(g, value_as_object(to)), type, form, name);
}

void graph_add_bytes(Graph *g, const HeapObject *buffer) {
  put_edge(g, add_node(g, (uintptr_t)buffer | 1), EDGE_INTERNAL, NAME_TEXT, (GraphEdge){.text = "backing_store"});
}

static Pending *add_pending(Graph *g, Value to, EdgeType type, EdgeForm form, GraphEdge name) {
  MAKE_ROOM(g->pending, g->pending_count, g->pending_capacity);
  name.type = (uint8_t)type;
  name.form = (uint8_t)form;
  g->pending[g->pending_count] = (Pending){.target = value_as_object(to), .from = g->done, .edge = name};
  return &g->pending[g->pending_count++];
}

void graph_add_weak_edge(Graph *g, Value to, GraphEdge name) {
  if (value_is_pointer(to)) add_pending(g, to, EDGE_WEAK, (EdgeForm)name.form, name);
}

static void reach_pair(Graph *g, Pending *pair) {
  pair->reached = true;
  (void)node_of_object(g, pair->target);
}

void graph_add_pair(Graph *g, Value key, Value value) {
  if (!value_is_pointer(key)) return;
  graph_add_weak_edge(g, key, (GraphEdge){.form = NAME_TEXT, .text = "key of WeakMap"});
  if (!value_is_pointer(value)) return;
  Pending *pair = add_pending(g, value, EDGE_INTERNAL, NAME_PAIR_OF_TABLE, (GraphEdge){.key = key});
  pair->is_pair = true;
  pair->key = value_as_object(key);
  uint32_t node = graph_find(g, pair->key), before = address_map_find(&g->waiting, pair->key);
  pair->next = before == NO_NUMBER ? 0 : before;
  address_map_put(&g->waiting, pair->key, (uint32_t)g->pending_count);
  if (node != NO_NUMBER && node < g->done) reach_pair(g, pair);  // else when the key's turn comes
}

static void reach_values_of(Graph *g, const HeapObject *key) {
  uint32_t i = address_map_find(&g->waiting, key);
  for (i = i == NO_NUMBER ? 0 : i; i != 0; i = g->pending[i - 1].next) {
    if (!g->pending[i - 1].reached) reach_pair(g, &g->pending[i - 1]);
  }
}

// ------------------------------------------------------------------------------------------------------ roots

static unsigned kind_of_roots(Graph *g, const char *name) {
  for (unsigned i = 0; i < g->kind_count; i++) {
    if (strcmp(g->kinds_of_roots[i], name) == 0) return i;
  }
  if (g->kind_count == MOST_KINDS_OF_ROOTS) return MOST_KINDS_OF_ROOTS - 1;
  g->kinds_of_roots[g->kind_count] = name;
  return g->kind_count++;
}

static bool is_in(const Value *slot, const Value *start, const Value *end) { return slot >= start && slot < end; }

// The innermost frame that begins at the place or below it; `new_target` lies in its frame itself.
const Frame *graph_frame_of(const VM *vm, const Value *slot) {
  const char *place = (const char *)slot, *frames = (const char *)vm->frames;
  if (place >= frames && place < (const char *)(vm->frame + 1))
    return vm->frames + (size_t)(place - frames) / sizeof(Frame);
  const Frame *low = vm->frames, *high = vm->frame + 1;  // those from `high` on begin behind the place
  while (high - low > 1) {
    const Frame *middle = low + (high - low) / 2;
    if (middle->registers <= slot) low = middle;
    else high = middle;
  }
  return low == vm->frames ? NULL : low;  // the first belongs to C
}

const Atom *graph_register_name(const Frame *frame, const Value *slot) {
  size_t place = (size_t)(slot - frame->registers);
  return frame->code && place < frame->code->register_count ? frame->code->function->register_names[place] : NULL;
}

// Registers without names have intermediate values; but scopes are there, too.  Native functions only pass on what they
// were given.  What the call that asks was given lies on the stack from its frame on.
static Hold hold_of_stack(const VM *vm, const Value *slot) {
  if (!vm->frame->code && slot >= vm->frame->registers) return HOLD_CALL;
  const Frame *frame = graph_frame_of(vm, slot);
  if (frame && !frame->code) return HOLD_PASSING;
  if (!frame || slot - frame->registers < 2 || slot == &frame->new_target) return HOLD_RUNNING;
  return graph_register_name(frame, slot) || value_is_kind(*slot, KIND_CONTEXT) ? HOLD_RUNNING : HOLD_PASSING;
}

static Hold hold_of(const VM *vm, const Value *slot, const char *kind) {
  const Runtime *rt = &vm->runtime;
  if (slot == &rt->global || slot == &rt->script_scope) return HOLD_LASTING;
  if (slot == &rt->kept_alive || slot == &vm->exception) return HOLD_PASSING;
  if (is_in(slot, rt->first_root_, rt->last_root_ + 1)) return HOLD_RUNTIME;
  if (strcmp(kind, "(Global handles)") == 0) {
    const PersistentCell *cell = (const PersistentCell *)(const void *)slot;  // value is its first field
    return cell->passing ? HOLD_PASSING : HOLD_LASTING;
  }
  return strcmp(kind, "(Stack roots)") == 0 ? hold_of_stack(vm, slot) : HOLD_PASSING;
}

typedef struct RootsVisitor {
  RootVisitor base;
  Graph *graph;
} RootsVisitor;

static void note_roots(RootVisitor *base, Word *start, Word *end, const char *name) {
  Graph *g = ((RootsVisitor *)base)->graph;
  unsigned kind = kind_of_roots(g, name);
  for (Word *p = start; p < end; p++) {
    if (!word_is_pointer(*p)) continue;
    const Value *slot = (const Value *)p;
    MAKE_ROOM(g->roots, g->root_count, g->root_capacity);
    Hold hold = hold_of(g->vm, slot, name);
    g->roots[g->root_count++] = (GraphRoot){.slot = slot, .kind = (uint8_t)kind, .hold = (uint8_t)hold};
  }
}

static void add_edges_of_roots(Graph *g, uint32_t node) {
  if (node == 0) {
    graph_add_edge(g, g->vm->runtime.global, EDGE_SHORTCUT, NAME_TEXT, (GraphEdge){.text = "global"});
    put_edge(g, 1, EDGE_ELEMENT, NAME_INDEX, (GraphEdge){.index = 1});
  } else if (node == 1) {
    for (unsigned k = 0; k < g->kind_count; k++) {
      put_edge(g, FIRST_KIND_OF_ROOTS + k, EDGE_ELEMENT, NAME_INDEX, (GraphEdge){.index = k + 1});
    }
  } else {
    uint64_t index = 0;
    for (size_t i = 0; i < g->root_count; i++) {
      GraphRoot *root = &g->roots[i];
      if (FIRST_KIND_OF_ROOTS + (uint32_t)root->kind != node) continue;
      root->node = node_of_object(g, value_as_object(*root->slot));
      put_edge(g, root->node, EDGE_ELEMENT, NAME_INDEX, (GraphEdge){.index = ++index});
    }
  }
}

// ------------------------------------------------------------------------------------------------------ the walk

static void walk(Graph *g) {
  for (; g->done < g->node_count; g->done++) {
    g->nodes[g->done].first_edge = g->edge_count;
    const GraphNode node = g->nodes[g->done];
    if (node_is_roots(&node)) add_edges_of_roots(g, g->done);
    if (!node_is_object(&node)) continue;
    graph_add_edges_of(g, node_object(&node));
    reach_values_of(g, node_object(&node));
  }
}

// The edges that have waited and whose both ends are nodes.
typedef struct LateEdges {
  size_t *at;        // of each node: where they go
  GraphEdge *edges;  // NULL while they are counted
  size_t total;
} LateEdges;

static void add_late_edge(LateEdges *late, uint32_t from, const GraphEdge *edge) {
  late->total++;
  if (late->edges == NULL) late->at[from + 1]++;
  else late->edges[late->at[from]++] = *edge;
}

static void add_late_edges(const Graph *g, LateEdges *late) {
  for (size_t i = 0; i < g->pending_count; i++) {
    const Pending *p = &g->pending[i];
    GraphEdge edge = p->edge;
    edge.to = graph_find(g, p->target);
    if (p->is_pair ? !p->reached : edge.to == NO_NUMBER) continue;
    add_late_edge(late, p->from, &edge);
    if (!p->is_pair) continue;
    edge.form = NAME_PAIR;
    add_late_edge(late, graph_find(g, p->key), &edge);
  }
}

// They go behind the others of their nodes.
static void insert_late_edges(Graph *g) {
  LateEdges late = {.at = checked_calloc((size_t)g->node_count + 1, sizeof(size_t))};
  add_late_edges(g, &late);
  size_t total = g->edge_count + late.total, moved = 0;
  late.edges = grown(NULL, total + 1, sizeof *late.edges);
  for (uint32_t i = 0; i < g->node_count; i++) {
    size_t first = g->nodes[i].first_edge, count = g->nodes[i + 1].first_edge - first, more = late.at[i + 1];
    memcpy(late.edges + first + moved, g->edges + first, count * sizeof *late.edges);
    g->nodes[i].first_edge = first + moved;
    late.at[i] = first + moved + count;
    moved += more;
  }
  g->nodes[g->node_count].first_edge = total;
  add_late_edges(g, &late);
  free(late.at);
  free(g->edges);
  g->edges = late.edges;
  g->edge_count = g->edge_capacity = total;
}

Graph *graph_new(VM *vm) {
  Graph *g = checked_calloc(1, sizeof *g);
  g->vm = vm;
  RootsVisitor visitor = {{note_roots}, g};
  heap_visit_roots(vm_heap(vm), &visitor.base);
  for (unsigned i = 0; i < FIRST_KIND_OF_ROOTS + g->kind_count; i++) add_node(g, 0);
  walk(g);
  MAKE_ROOM(g->nodes, g->node_count, g->node_capacity);
  g->nodes[g->node_count] = (GraphNode){.first_edge = g->edge_count};
  insert_late_edges(g);
  return g;
}

void graph_free(Graph *g) {
  address_map_free(&g->numbers);
  address_map_free(&g->waiting);
  free(g->nodes);
  free(g->edges);
  free(g->roots);
  free(g->pending);
  free(g);
}

// ------------------------------------------------------------------------------------------------------ sizes

size_t graph_node_size(const Graph *g, uint32_t node) {
  const GraphNode *n = &g->nodes[node];
  if (node_is_roots(n)) return 0;
  if (node_is_object(n)) return heap_object_size(vm_heap(g->vm), node_object(n));
  return (size_t)value_as_number(field_get(&((const ArrayBufferObject *)node_object(n))->byte_length));
}

// Which nodes are reached without passing roots.
static uint8_t *mark_held(const Graph *g) {
  uint8_t *held = checked_calloc(g->node_count, 1);
  uint32_t *queue = grown(NULL, g->node_count, sizeof *queue), count = 0;
  for (size_t i = 0; i < g->root_count; i++) {
    uint32_t node = g->roots[i].node;
    if (g->roots[i].hold >= HOLD_PASSING || held[node]) continue;
    held[node] = 1;
    queue[count++] = node;
  }
  for (uint32_t at = 0; at < count; at++) {
    for (size_t e = g->nodes[queue[at]].first_edge; e < g->nodes[queue[at] + 1].first_edge; e++) {
      uint32_t to = g->edges[e].to;
      if (!edge_retains(&g->edges[e]) || held[to]) continue;
      held[to] = 1;
      queue[count++] = to;
    }
  }
  free(queue);
  return held;
}

// For the dominators: all roots hang on node 0, and only edges that retain are there.
static void add_links(const Graph *g, const uint8_t *held, size_t *first, uint32_t *targets) {
  size_t count = 0;
  for (size_t i = 0; i < g->root_count; i++) {
    const GraphRoot *root = &g->roots[i];
    if (root->hold < HOLD_PASSING || !held[root->node]) targets[count++] = root->node;
  }
  for (uint32_t i = 1; i <= g->node_count; i++) {
    first[i] = count;
    if (i == g->node_count || node_is_roots(&g->nodes[i])) continue;
    for (size_t e = g->nodes[i].first_edge; e < g->nodes[i + 1].first_edge; e++) {
      if (edge_retains(&g->edges[e])) targets[count++] = g->edges[e].to;
    }
  }
}

size_t *graph_retained_sizes(const Graph *g) {
  size_t *first = checked_calloc((size_t)g->node_count + 1, sizeof *first);
  size_t *sizes = checked_calloc((size_t)g->node_count + 1, sizeof *sizes);
  uint32_t *targets = grown(NULL, g->root_count + g->edge_count + 1, sizeof *targets);
  uint8_t *held = mark_held(g);
  add_links(g, held, first, targets);
  const Links links = {g->node_count, first, targets};
  Dominators dominators = dominators_find(&links);
  for (uint32_t i = 0; i < g->node_count; i++) sizes[i] = graph_node_size(g, i);
  for (uint32_t i = dominators.reached; i-- > 1;) {
    uint32_t node = dominators.order[i];
    sizes[dominators.immediate[node]] += sizes[node];
  }
  dominators_free(&dominators);
  free(held);
  free(first);
  free(targets);
  return sizes;
}
