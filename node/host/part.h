// node/host/part.h - the parts of node/.  Each has a state of its own, which is made when it is first asked for, and
// what it holds of the heap between calls is in the state's persistent cells.
//
//   typedef struct Ticks {
//     PersistentCell last;   // fields named in .cells
//     ...
//   } Ticks;
//   static Ticks *ticks_of(VM *vm) { return node_state(vm, PART_ticks); }
//   const NodePart ticks_part = {.state_size = sizeof(Ticks), .cells = cells, .cell_count = 1, .install = install};
//
// node/modules.def lists them.
#ifndef NODULE_NODE_HOST_PART_H
#define NODULE_NODE_HOST_PART_H

#include <stddef.h>

#include "vm/vm.h"

typedef struct NodeCell {
  size_t offset;     // of the PersistentCell in the state
  const char *name;  // how retaining paths call it; NULL: it holds what is part of nodule
} NodeCell;

typedef struct NodePart {
  const char *name;
  size_t state_size;  // 0: it has none
  const NodeCell *cells;
  size_t cell_count;
  void (*install)(VM *vm);               // at start-up, in the order of the list; or NULL
  void (*destroy)(VM *vm, void *state);  // at the end, in the opposite order, if there is a state; or NULL
} NodePart;

#define NODE_CELLS(table) .cells = (table), .cell_count = sizeof(table) / sizeof((table)[0])

// PART_timers and so on
typedef enum NodePartId {
#define PART(name) PART_##name,
#define NO_PART
#define MODULE(name, script, maker, flags, part) part
#include "node/modules.def"
#undef PART
#undef NO_PART
#undef MODULE
  PART_COUNT
} NodePartId;

const NodePart *node_part(NodePartId id);

// A zeroed state whose cells are undefined; allocates nothing in the heap.
void *part_state_new(VM *vm, const NodePart *part);
void part_state_free(VM *vm, const NodePart *part, void *state);
void parts_install(VM *vm, const NodePart *const parts[], size_t count);
void parts_destroy(VM *vm, const NodePart *const parts[], void *states[], size_t count);

// Those of the list.
void node_parts_install(VM *vm);
void node_parts_destroy(VM *vm);

#endif
