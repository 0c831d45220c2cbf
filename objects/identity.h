// objects/identity.h - identity hashes of objects, which move: a number given out once and kept with the object.
#ifndef NODULE_OBJECTS_IDENTITY_H
#define NODULE_OBJECTS_IDENTITY_H

#include "objects/runtime.h"

// Never 0.  The number lies in a spare word of what `properties` points to, or in place of empty properties (as in V8
// since 6.3).  Allocates nothing.
uint32_t object_identity_hash(VM *vm, Handle object);
// The hash of an object that may have none yet: 0.
uint32_t object_identity_hash_if_any(Handle object);

#endif
