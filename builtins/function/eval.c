// builtins/function/eval.c - eval as a function: indirect eval (ECMA-262 section 19.2.1).  The interpreter sees to
// direct calls.
#include "builtins/builtins.h"
#include "vm/exec/eval.h"
#include "vm/native.h"
#include "vm/property/property.h"

static bool eval(VM *vm, const Args *args, Slot out) { return eval_indirect(vm, arg(args, 0), out); }

static const Builtin functions[] = {METHOD("eval", eval, 1)};

void install_eval(VM *vm) {
  DEFINE_BUILTINS(vm, &runtime(vm)->global, functions);
  if (!get(vm, &runtime(vm)->global, VM_NAME(vm, eval), &runtime(vm)->eval_function))
    vm->exception = VALUE_EMPTY;  // cannot happen
}
