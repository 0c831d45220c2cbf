// vm/exec/eval.h - eval (ECMA-262 section 19.2.1).
#ifndef NODULE_VM_EXEC_EVAL_H
#define NODULE_VM_EXEC_EVAL_H

#include "vm/vm.h"

// What is no string is the result itself.  A syntax error throws SyntaxError.
NODISCARD bool eval_indirect(VM *vm, Handle text, Slot out);
// In the innermost frame, whose current context is *context (undefined: it has none).
// The frame of a direct call of `eval` lies at `base`, with argc arguments: calls it, or evaluates the first argument.
NODISCARD bool call_eval(VM *vm, Value *base, uint32_t argc, Slot out);
// base[2] is an array of the arguments.
NODISCARD bool call_eval_spread(VM *vm, Value *base, Slot out);

#endif
