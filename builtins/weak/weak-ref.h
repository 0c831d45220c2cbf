// builtins/weak/weak-ref.h - what WeakRef shares with FinalizationRegistry and with the event loop.
#ifndef NODULE_BUILTINS_WEAK_WEAK_REF_H
#define NODULE_BUILTINS_WEAK_WEAK_REF_H

#include "vm/vm.h"

// A WeakCell for *target; with a place for *token unless that is NULL.
void weak_cell_new(VM *vm, Handle target, Handle token, Slot out);

// ECMA-262 9.10 ClearKeptObjects.  The host calls this when a job, with all the microtasks that came of it, is done:
// targets that scripts saw through a WeakRef may die from now on.
void weak_refs_end_job(VM *vm);

#endif
