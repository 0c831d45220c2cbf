// objects/verify.h - what must hold of objects beyond what the heap knows: --verify-heap asks (Embedder.check_object).
#ifndef NODULE_OBJECTS_VERIFY_H
#define NODULE_OBJECTS_VERIFY_H

#include "objects/runtime.h"

// NULL, or what is wrong with the object, in words.  Allocates nothing.
const char *object_check(VM *vm, const HeapObject *object);

#endif
