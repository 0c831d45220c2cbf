// baseline/helpers.h - C functions that machine code calls: the parts of instructions that are too long for it.
//
// Each gets the instruction's 64 bits; the innermost frame's pc is that of the next instruction.  False: an exception is
// pending.
#ifndef NODULE_BASELINE_HELPERS_H
#define NODULE_BASELINE_HELPERS_H

#include "vm/vm.h"

typedef bool BaselineHelper(VM *vm, uint64_t instruction);

// New: HELP_CALL leaves it to the interpreter, which makes a frame for the constructor.
typedef enum HelpOutcome { HELP_EXCEPTION, HELP_DONE, HELP_CALL } HelpOutcome;
HelpOutcome baseline_help_new(VM *vm, uint64_t instruction);

// The helper for an opcode, or NULL.
BaselineHelper *baseline_helper(Opcode op);

#endif
