// vm/exec/literals.h - objects that opcodes make: literals, closures, contexts.
#ifndef NODULE_VM_EXEC_LITERALS_H
#define NODULE_VM_EXEC_LITERALS_H

#include "vm/vm.h"

void literal_object(VM *vm, unsigned expected_properties, Slot out);
void literal_object_values(VM *vm, Code *code, uint32_t keys, const Value *values, Slot out);
NODISCARD bool literal_array(VM *vm, const Value *values, uint32_t count, Slot out);
NODISCARD bool literal_regexp(VM *vm, Code *code, uint32_t constant, Slot out);
NODISCARD bool literal_template(VM *vm, Code *code, uint32_t constant, Slot out);
NODISCARD bool object_spread(VM *vm, Handle target, Handle source);

void function_new(VM *vm, Handle code, Handle context, Slot out);
// `scope_info`: Elements of the number of slots that begin as undefined, then the variables' names, then
// their types for evals (CONSTANT_SCOPE_INFO) or the hole.
void scope_context_new(VM *vm, Handle scope_info, Handle parent, Slot out);
void scope_context_copy(VM *vm, Handle context, uint32_t above, Slot out);  // and of so many above it

#endif
