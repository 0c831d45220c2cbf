// builtins/weak/weak-ref.h - what WeakRef shares with FinalizationRegistry.
#ifndef NODULE_BUILTINS_WEAK_WEAK_REF_H
#define NODULE_BUILTINS_WEAK_WEAK_REF_H

#include "vm/vm.h"

// A WeakCell for *target; with a place for *token unless that is NULL.
void weak_cell_new(VM *vm, Handle target, Handle token, Slot out);

#endif
