// fuzz/fuzz.h - what the targets share.
//
// A target is LLVMFuzzerTestOneInput in a file of its own: it does something with the input and calls fuzz_fail if what
// came out cannot be; the sanitizers find the rest.
#ifndef NODULE_FUZZ_FUZZ_H
#define NODULE_FUZZ_FUZZ_H

#include "compiler/compile.h"
#include "vm/vm.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

_Noreturn void fuzz_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

// ---- VMs with the language's builtins alone, so that no program can do harm.  `choice`: how the collector works.
VM *fuzz_vm_create(size_t choice);

typedef void (*FuzzBody)(VM *vm, const uint8_t *data, size_t size);
// Calls `body`, which ends early when a program runs for too long: an exception that nothing catches is then pending.
// NULL: the heap was full, which is no finding; the VM is gone.  Otherwise `vm`, with no exception pending.
VM *fuzz_run(VM *vm, FuzzBody body, const uint8_t *data, size_t size);

// A script or the body of a function without parameters; false: it has thrown.
NODISCARD bool fuzz_evaluate(VM *vm, const char *source, size_t length, ParseGoal goal, Slot out);

#endif
