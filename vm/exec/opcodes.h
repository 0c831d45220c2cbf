// vm/exec/opcodes.h - a function for each opcode that the interpreter does not carry out whole (the way in
// opcodes.def).
//
// Interpreter and machine code call the same functions, with the instruction's 64 bits.  The instruction is one of the
// innermost frame, whose pc is that of the next instruction.
#ifndef NODULE_VM_EXEC_OPCODES_H
#define NODULE_VM_EXEC_OPCODES_H

#include "vm/vm.h"

typedef bool OpcodeFunction(VM *vm, uint64_t I);  // false: an exception is pending

typedef enum Branch { BRANCH_FAILED /* an exception is pending */, BRANCH_PASSED, BRANCH_TAKEN } Branch;
typedef Branch BranchFunction(VM *vm, uint64_t I);

#define DECLARE_INLINE(name)
#define DECLARE_CALLED(name) OpcodeFunction opcode_##name;
#define DECLARE_SPLIT(name) OpcodeFunction opcode_##name;
#define DECLARE_CALLED_JUMP(name) BranchFunction opcode_##name;
#define DECLARE_SPLIT_JUMP(name) BranchFunction opcode_##name;
#define OP(name, a, b, c, way, effect) DECLARE_##way(name)
#include "compiler/opcodes.def"
#undef OP
#undef DECLARE_INLINE
#undef DECLARE_CALLED
#undef DECLARE_SPLIT
#undef DECLARE_CALLED_JUMP
#undef DECLARE_SPLIT_JUMP

#endif
