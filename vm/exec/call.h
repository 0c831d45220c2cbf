// vm/exec/call.h - calls with a variable number of arguments.
#ifndef NODULE_VM_EXEC_CALL_H
#define NODULE_VM_EXEC_CALL_H

#include "vm/vm.h"

// R[base] callee, R[base+1] this, R[base+2] array of arguments.
NODISCARD bool call_spread(VM *vm, Value *base, Slot out);
NODISCARD bool new_spread(VM *vm, Value *base, Slot out);
// Function.prototype.call or apply (`builtin`) was called with the function, this and *argc arguments at `base`: lays
// out the call of the JavaScript function that it stands for.  False, with nothing done: the builtin has to do it.
bool call_forward(VM *vm, const Builtin *builtin, Value *base, uint32_t *argc);
// The same for a call of apply with the arguments of the innermost frame, if it is one.
bool call_forward_arguments(VM *vm, Value *base);

#endif
