// node/util/util.h - natives that the scripts of several modules get in their bindings.
#ifndef NODULE_NODE_UTIL_UTIL_H
#define NODULE_NODE_UTIL_UTIL_H

#include "vm/native.h"

NODISCARD bool bind_errors(VM *vm, Handle binding);  // argumentType, argumentValue, outOfRange, throwError
NODISCARD bool bind_util(VM *vm, Handle binding);    // these, inspect, format, kinds of values

#endif
