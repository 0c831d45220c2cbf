// node/timers/timers.h - private to timers.c and immediates.c.
#ifndef NODULE_NODE_TIMERS_TIMERS_H
#define NODULE_NODE_TIMERS_TIMERS_H

#include "node/host/node.h"

typedef struct Immediates {
  uv_check_t check;  // runs them, once a turn of the loop
  uv_idle_t idle;    // keeps the loop from waiting while there are any
  int referenced;
} Immediates;

Immediates *immediates_of(VM *vm);
void immediates_install(VM *vm);
void immediates_define(VM *vm, Handle target);

// Defines setTimeout and its kin as properties of *target (the global object, the module timers).
void timers_define(VM *vm, Handle target);

#endif
