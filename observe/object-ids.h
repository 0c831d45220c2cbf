// observe/object-ids.h - numbers that objects keep from one snapshot to the next, wherever they move.
//
// Odd numbers in the order in which snapshots first saw the objects.  A snapshot is made behind a full collection, when
// everything is old; so only full collections move or end what has a number.
#ifndef NODULE_OBSERVE_OBJECT_IDS_H
#define NODULE_OBSERVE_OBJECT_IDS_H

#include "observe/graph.h"

// 1: the root; 3: (GC roots); then the kinds of roots.
#define FIRST_OBJECT_ID (2 * (FIRST_KIND_OF_ROOTS + MOST_KINDS_OF_ROOTS) + 1)

uint64_t object_id(VM *vm, const HeapObject *object);        // gives one out when the object has none
uint64_t object_bytes_id(VM *vm, const HeapObject *buffer);  // of the memory of an ArrayBuffer: an even one

#endif
