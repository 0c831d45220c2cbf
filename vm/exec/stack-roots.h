// vm/exec/stack-roots.h - the register stack as roots of the collector.
#ifndef NODULE_VM_EXEC_STACK_ROOTS_H
#define NODULE_VM_EXEC_STACK_ROOTS_H

#include "vm/vm.h"

// Visits what is alive on the register stack.  Everything else on it becomes undefined: what a finished call, a
// statement that is done or a variable out of scope left in a register keeps nothing alive, and is not found there
// later when it has moved.
//
// With --gc-stress or --verify-heap it becomes VALUE_DEAD instead: an address that cannot be read, so that whatever
// uses a register that was taken for dead faults at once.
void visit_stack(VM *vm, RootVisitor *visitor, const char *name);

// Liveness is remembered by instruction; to be called when instructions are freed.
void stack_roots_forget(VM *vm);

#endif
