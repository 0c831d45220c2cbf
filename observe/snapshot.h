// observe/snapshot.h - the heap as a .heapsnapshot file, as Chrome's DevTools read it.
#ifndef NODULE_OBSERVE_SNAPSHOT_H
#define NODULE_OBSERVE_SNAPSHOT_H

#include "vm/vm.h"

// Collects garbage, then writes.  False: the stream failed.
bool snapshot_write(VM *vm, FILE *out);

#endif
