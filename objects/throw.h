// objects/throw.h - throwing, as far as objects/ needs it.  The vm implements these (vm/error/error.c says how formats work).
#ifndef NODULE_OBJECTS_THROW_H
#define NODULE_OBJECTS_THROW_H

#include "objects/runtime.h"

// Return false, with the exception pending.
bool throw_type(VM *vm, const char *format, ...);
bool throw_range(VM *vm, const char *format, ...);

#endif
