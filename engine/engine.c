// engine/engine.c - see engine.h.
// The one place that knows vm/, jit/ and builtins/ together, and the order in which a VM gets them.
#include "engine/engine.h"

#include "builtins/builtins.h"
#include "jit/baseline.h"
#include "vm/test-natives.h"

VM *engine_create(const VMConfig *config) {
  VMConfig with_jit = *config;
  with_jit.jit = &baseline_jit;
  VM *vm = vm_create(&with_jit);
  builtins_install(vm);
  install_test_natives(vm);
  vm->runtime.builtins_ready = true;
  return vm;
}
