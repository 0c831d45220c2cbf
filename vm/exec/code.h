// vm/exec/code.h - from compiled functions to Code objects, and back to their text and positions.
#ifndef NODULE_VM_EXEC_CODE_H
#define NODULE_VM_EXEC_CODE_H

#include "vm/vm.h"

// Makes the Code of `function`.  Most functions of a large script are never called: what only running needs (constants,
// with the Codes of inner functions, and inline caches) is made by its first instruction, the opcode Prepare.
void code_prepare(VM *vm, Code *code);
void code_finalize(VM *vm, Code *code);

// Position of the instruction at `pc` (an index).
PositionEntry code_position(const CompiledFunction *function, uint32_t pc);
const Atom *code_text(const CompiledFunction *function, uint32_t pc);

void atom_to_string(VM *vm, const Atom *atom, Slot out);  // internalized

#endif
