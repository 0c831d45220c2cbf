// node/timers/timers.h - private to timers.c and immediates.c.
#ifndef NODULE_NODE_TIMERS_TIMERS_H
#define NODULE_NODE_TIMERS_TIMERS_H

#include "node/host/node.h"

void immediates_define(VM *vm, Handle target);

#endif
