// vm/exec/operands.h - the operands of the instruction whose 64 bits are in `I`.  Only for the files that carry out
// opcodes.
#ifndef NODULE_VM_EXEC_OPERANDS_H
#define NODULE_VM_EXEC_OPERANDS_H

#include "compiler/bytecode.h"

_Static_assert(sizeof(Instruction) == 8, "an instruction is one 64-bit load");

#define A ((uint16_t)(I >> 16))
#define B ((uint16_t)(I >> 32))
#define C ((uint16_t)(I >> 48))
#define SIGNED_B ((int16_t)(I >> 32))
#define SIGNED_C ((int16_t)(I >> 48))
#define WIDE ((int32_t)(I >> 32))

#endif
