// builtins/function/function.h - what Function.prototype.apply and Reflect share.
#ifndef NODULE_BUILTINS_FUNCTION_FUNCTION_H
#define NODULE_BUILTINS_FUNCTION_FUNCTION_H

#include "vm/vm.h"

// TypeError "Function.prototype.<method> was called on ..." unless *self can be called.
NODISCARD bool require_callable(VM *vm, Handle self, const char *method);

// Lays the elements of an array-like (CreateListFromArrayLike, 7.3.18) where the arguments of a call made now would
// lie, so that vm_call and vm_construct copy nothing: *arguments stays valid until anything else is called or
// allocated.
NODISCARD bool spread_array_like(VM *vm, Handle source, uint32_t *argc, Handle *arguments);

#endif
