// builtins/weak/finalization-registry.h - the host's side of FinalizationRegistry (ECMA-262 9.9.4).
// The event loop calls these; the collector fills the lists that they empty.
#ifndef NODULE_BUILTINS_WEAK_FINALIZATION_REGISTRY_H
#define NODULE_BUILTINS_WEAK_FINALIZATION_REGISTRY_H

#include "vm/vm.h"

// One job: calls the callback of the first registry with dead targets for all of them (9.12
// CleanupFinalizationRegistry).  vm->wake is called when a collection has left work of this kind.  *more: there is work
// for a further job.  False: a callback threw; what is left of its registry is work for a further job.
NODISCARD bool finalization_registry_job(VM *vm, bool *more);

#endif
