// vm/roots.h - rooting for native code: objects/roots.h, under the name that code above the vm uses.
#ifndef NODULE_VM_ROOTS_H
#define NODULE_VM_ROOTS_H

#include "objects/roots.h"
#include "vm/vm.h"

#endif
