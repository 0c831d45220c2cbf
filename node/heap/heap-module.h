// node/heap/heap-module.h - what the module v8 takes from nodule:heap.
#ifndef NODULE_NODE_HEAP_HEAP_MODULE_H
#define NODULE_NODE_HEAP_HEAP_MODULE_H

#include "vm/native.h"

bool heap_snapshot(VM *vm, const Args *args, Slot out);  // v8.writeHeapSnapshot

#endif
