// vm/exec/wide-constant.h - instructions whose constant has a number of more than 16 bits, as in very large functions.
#ifndef NODULE_VM_EXEC_WIDE_CONSTANT_H
#define NODULE_VM_EXEC_WIDE_CONSTANT_H

#include "vm/vm.h"

// Does what `instruction` says in the frame with these registers, with this constant, and without an inline cache.
NODISCARD bool wide_constant(VM *vm, Value *registers, Handle constant, Instruction instruction);

#endif
