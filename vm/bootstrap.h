// vm/bootstrap.h - the first objects of a VM, in the order they need each other.
#ifndef NODULE_VM_BOOTSTRAP_H
#define NODULE_VM_BOOTSTRAP_H

#include "vm/vm.h"

void runtime_create_parts(VM *vm);  // empty elements, properties, descriptors
void runtime_create_shapes(
    VM *vm);  // Object.prototype, Function.prototype, Array.prototype, root shapes, the global object

#endif
