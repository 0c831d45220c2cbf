// node/host/ticks.h - queues of functions to be called, and calls with arguments kept in an array.
#ifndef NODULE_NODE_HOST_TICKS_H
#define NODULE_NODE_HOST_TICKS_H

#include "node/host/node.h"

// Calls *function with the items of the array *list (undefined: none).
NODISCARD bool node_apply(VM *vm, Handle function, Handle self, Handle list, Slot out);
// The arguments from `first` on as an array; undefined if there are none.
NODISCARD bool arguments_from(VM *vm, const Args *args, uint32_t first, Slot out);
// TypeError unless *callback is a function.
NODISCARD bool require_callback(VM *vm, Handle callback);

NODISCARD bool node_next_tick(VM *vm, Handle function, Handle list);
bool process_next_tick(VM *vm, const Args *args, Slot out);  // process.nextTick

#endif
