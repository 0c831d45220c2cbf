// builtins/eval.c - indirect eval (ECMA-262 section 19.2.1): a script in global scope whose completion value is returned.
#include <stdlib.h>

#include "builtins/builtins.h"
#include "vm/native.h"

static bool eval(VM *vm, const Args *args, Slot out) {
  if (!value_is_string(*arg(args, 0))) {
    *out = *arg(args, 0);
    return true;
  }
  ROOTS(vm, function);
  size_t length;
  char *source = string_to_utf8(vm, arg(args, 0), &length);
  ParseOptions options = {.goal = PARSE_SCRIPT};
  CompileOptions compile_options = {.is_script = true, .completion_value = true};
  bool ok = vm_compile(vm, source, length, "evalmachine.<anonymous>", &options, &compile_options, &r.function);
  free(source);
  TRY(ok);
  return vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
}

static const Builtin functions[] = {METHOD("eval", eval, 1)};

void install_eval(VM *vm) { DEFINE_BUILTINS(vm, &runtime(vm)->global, functions); }
