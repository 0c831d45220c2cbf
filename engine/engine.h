// engine/engine.h - the parts of the engine put together: what cli/, fuzz/ and tests/ make a VM with.
//
//   vm/ declares what it needs of machine code (vm/jit.h) and of a library; engine/ gives it jit/ and builtins/.
#ifndef NODULE_ENGINE_ENGINE_H
#define NODULE_ENGINE_ENGINE_H

#include "vm/vm.h"

// A VM with the library of ECMAScript and the baseline compiler (config->jit is set here).  To be given to vm_destroy.
VM *engine_create(const VMConfig *config);

#endif
