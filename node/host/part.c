// node/host/part.c - see part.h.
#include "node/host/part.h"

#include <stdlib.h>

#include "base/memory.h"
#include "node/host/node.h"

#define PART(name) extern const NodePart name##_part;
#define NO_PART
#define MODULE(name, script, maker, flags, part) part
#include "node/modules.def"
#undef PART

#define PART(name) &name##_part,
static const NodePart *const parts[PART_COUNT] = {
#include "node/modules.def"
};

const NodePart *node_part(NodePartId id) { return parts[id]; }

static PersistentCell *cell_at(void *state, const NodeCell *cell) {
  return (PersistentCell *)(void *)((char *)state + cell->offset);
}

void *part_state_new(VM *vm, const NodePart *part) {
  void *state = checked_calloc(1, part->state_size);
  for (size_t i = 0; i < part->cell_count; i++) {
    const char *name = part->cells[i].name;
    persistent_attach(vm, cell_at(state, &part->cells[i]), name ? name : "nodule");
  }
  return state;
}

void part_state_free(VM *vm, const NodePart *part, void *state) {
  for (size_t i = 0; i < part->cell_count; i++) persistent_detach(vm, cell_at(state, &part->cells[i]));
  free(state);
}

void parts_install(VM *vm, const NodePart *const list[], size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (list[i]->install) list[i]->install(vm);
  }
}

void parts_destroy(VM *vm, const NodePart *const list[], void *states[], size_t count) {
  for (size_t i = count; i-- > 0;) {
    if (!states[i]) continue;
    if (list[i]->destroy) list[i]->destroy(vm, states[i]);
    part_state_free(vm, list[i], states[i]);
    states[i] = NULL;
  }
}

void *node_state_create(VM *vm, NodePartId id) { return node_of(vm)->states[id] = part_state_new(vm, parts[id]); }
void node_parts_install(VM *vm) { parts_install(vm, parts, PART_COUNT); }
void node_parts_destroy(VM *vm) { parts_destroy(vm, parts, node_of(vm)->states, PART_COUNT); }
