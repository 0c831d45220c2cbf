// observe/graph.h - the objects of the heap and who points to whom, with names: what snapshots, retaining paths and
// retained sizes are made from.
//
// A graph is a picture of one moment.  It holds raw pointers, so it is made, used and freed inside NO_GC; its memory is
// outside the heap.  Nodes are what is reachable from the roots, in breadth-first order:
//
//   0                the root              -> global object, node 1
//   1                (GC roots)            -> one node for each kind of roots
//   2 ...            (Stack roots), ...    -> objects
//   from there on    objects, and the memory of ArrayBuffers
//
// The value of a WeakMap's entry is reachable when the map and the key are; an edge from the key leads to it, as well
// as one from the table (NAME_PAIR_OF_TABLE).  Other weak references are edges of type EDGE_WEAK, which make nothing
// reachable.
#ifndef NODULE_OBSERVE_GRAPH_H
#define NODULE_OBSERVE_GRAPH_H

#include <stdlib.h>

#include "base/memory.h"
#include "observe/dominators.h"
#include "vm/vm.h"

// In the order of the numbers in .heapsnapshot files.
typedef enum EdgeType {
  EDGE_CONTEXT,
  EDGE_ELEMENT,
  EDGE_PROPERTY,
  EDGE_INTERNAL,
  EDGE_HIDDEN,
  EDGE_SHORTCUT,
  EDGE_WEAK
} EdgeType;

typedef enum EdgeForm {
  NAME_TEXT,   // text
  NAME_INDEX,  // index
  NAME_KEY,    // key: a string or symbol
  NAME_GETTER,
  NAME_SETTER,  // key: of the property
  NAME_MAP_KEY,
  NAME_MAP_VALUE,  // key: of the entry of a Map or Set
  NAME_PAIR,
  NAME_PAIR_OF_TABLE  // value of a WeakMap, from its key and from the table; key: the key
} EdgeForm;

typedef struct GraphEdge {
  uint32_t to;
  uint8_t type, form;
  union {
    const char *text;
    uint64_t index;
    Value key;
  };
} GraphEdge;

// An object; the memory of an ArrayBuffer: its address + 1; roots: 0.
typedef struct GraphNode {
  uintptr_t word;
  size_t first_edge;
} GraphNode;

static inline bool node_is_roots(const GraphNode *node) { return node->word == 0; }
static inline bool node_is_bytes(const GraphNode *node) { return (node->word & 1) != 0; }
static inline bool node_is_object(const GraphNode *node) { return !node_is_roots(node) && !node_is_bytes(node); }
static inline const HeapObject *node_object(const GraphNode *node) {  // of bytes: the ArrayBuffer that owns them
  return (const HeapObject *)(node->word & ~(uintptr_t)1);
}

// How firmly a root holds: where retaining paths begin is looked for in this order.
typedef enum Hold {
  HOLD_LASTING,  // globals, loaded modules, timers, queues
  HOLD_RUNNING,  // variables of functions under way
  HOLD_RUNTIME,  // what the runtime keeps for itself
  HOLD_PASSING,  // intermediate values, what native functions have at hand, the session's `_`
  HOLD_CALL,     // arguments of the call that asks
  HOLD_COUNT,
} Hold;

typedef struct GraphRoot {
  const Value *slot;
  uint32_t node;  // that it points to
  uint8_t kind;   // the node of its kind of roots is FIRST_KIND_OF_ROOTS + kind
  uint8_t hold;   // Hold
} GraphRoot;

#define FIRST_KIND_OF_ROOTS 2
#define MOST_KINDS_OF_ROOTS 16

// Addresses of heap objects and a number for each.  An object is two words long at least, so a page of the heap has one
// place for every two words; that takes less time and memory than a hash of objects, and neighbours stay neighbours.
typedef struct AddressPage {
  uintptr_t page;     // its address; 0: a free place of the table
  uint32_t *numbers;  // 1 + number; 0: none
} AddressPage;

typedef struct AddressMap {
  AddressPage *pages;  // an open-addressed table
  size_t mask, count;
} AddressMap;
#define NO_NUMBER UINT32_MAX

uint32_t address_map_find(const AddressMap *map, const void *address);  // NO_NUMBER: not there
void address_map_put(AddressMap *map, const void *address, uint32_t number);
void address_map_free(AddressMap *map);

typedef struct Graph {
  VM *vm;
  GraphNode *nodes;  // one more than node_count when it is complete, so that edges end where the next node's begin
  uint32_t node_count, node_capacity;
  GraphEdge *edges;
  size_t edge_count, edge_capacity;
  GraphRoot *roots;
  size_t root_count, root_capacity;
  const char *kinds_of_roots[MOST_KINDS_OF_ROOTS];
  unsigned kind_count;
  AddressMap numbers;       // of the nodes that are objects
  struct Pending *pending;  // edges whose target may yet turn out to be reachable
  size_t pending_count, pending_capacity;
  AddressMap waiting;  // keys of WeakMaps -> 1 + the last entry of `pending` with that key
  uint32_t done;       // nodes whose edges are known
} Graph;

Graph *graph_new(VM *vm);
void graph_free(Graph *graph);

// Of a place on the stack: the frame it belongs to (NULL: C code has pushed it); the variable or parameter that it is,
// or NULL.
const Frame *graph_frame_of(const VM *vm, const Value *slot);
const Atom *graph_register_name(const Frame *frame, const Value *slot);

static inline uint32_t graph_find(const Graph *g, const HeapObject *object) {
  return address_map_find(&g->numbers, object);
}
static inline bool edge_retains(const GraphEdge *edge) { return edge->type != EDGE_WEAK; }
size_t graph_node_size(const Graph *g, uint32_t node);  // bytes of its own

// ---- graph-edges.c: the edges of one object
void graph_add_edges_of(Graph *g, const HeapObject *object);
// For it; a value that is no pointer has no edge.
void graph_add_edge(Graph *g, Value to, EdgeType type, EdgeForm form, GraphEdge name);
void graph_add_weak_edge(Graph *g, Value to, GraphEdge name);
void graph_add_pair(Graph *g, Value key, Value value);
void graph_add_bytes(Graph *g, const HeapObject *buffer);

// ---- graph-names.c: UTF-8 text
#define NAME_LIMIT 1024                                                   // characters of a string that are shown
void graph_print_node(FILE *out, const Graph *g, uint32_t node);          // "Array", "get", a string's text, ...
void graph_print_edge(FILE *out, const Graph *g, const GraphEdge *edge);  // its name
void graph_print_root(FILE *out, const Graph *g, const GraphRoot *root);  // in words
void graph_print_key(FILE *out, Value key);
void graph_print_closure(FILE *out, Value function);      // "closure get"; where, if it has no name
void graph_print_class(FILE *out, VM *vm, Value object);  // the name of its constructor
// `result` becomes what the statement `print` writes to `out`; malloc'd.
#define TEXT_OF(result, out, print)                     \
  do {                                                  \
    size_t length_;                                     \
    FILE *out = checked_memstream(&(result), &length_); \
    print;                                              \
    checked_memclose(out, &(result));                   \
  } while (0)

// ---- the dominator tree, and what follows from it
// Bytes that would be free if the node were not there, for each node; malloc'd.  What only passing roots hold besides
// others is not held by them.
size_t *graph_retained_sizes(const Graph *g);

#endif
