// vm/call.h - calls with a variable number of arguments, and what a function sees of its arguments.
#ifndef NODULE_VM_CALL_H
#define NODULE_VM_CALL_H

#include "vm/vm.h"

// R[base] callee, R[base+1] this, R[base+2] array of arguments.
NODISCARD bool call_spread(VM *vm, Value *base, Slot out);
NODISCARD bool new_spread(VM *vm, Value *base, Slot out);
// Of the innermost frame (CODE_NEEDS_ARGUMENTS).
NODISCARD bool create_arguments(VM *vm, Slot out);
NODISCARD bool create_rest(VM *vm, uint32_t first, Slot out);

#endif
