// jit/helpers.h - C functions that machine code calls: the parts of instructions that are too long for it.
//
// Each gets the instruction's 64 bits; the innermost frame's pc is that of the next instruction.  False: an exception is
// pending.
#ifndef NODULE_JIT_HELPERS_H
#define NODULE_JIT_HELPERS_H

#include "vm/vm.h"

typedef bool BaselineHelper(VM *vm, uint64_t instruction);

// The helper for an opcode, or NULL: those that machine code does whole and those that it leaves to the interpreter.
BaselineHelper *baseline_helper(Opcode op);

// Call and New.  HELP_CALL: nothing was done; the interpreter does it, which makes a frame for the function.
typedef enum HelpOutcome { HELP_EXCEPTION, HELP_DONE, HELP_CALL } HelpOutcome;
typedef HelpOutcome BaselineCallHelper(VM *vm, uint64_t instruction);
BaselineCallHelper baseline_help_call, baseline_help_new;

// Whether a conditional jump is taken.
typedef enum HelpCondition { HELP_CONDITION_FAILED, HELP_FALSE, HELP_TRUE } HelpCondition;
HelpCondition baseline_help_condition(VM *vm, uint64_t instruction);

bool baseline_help_truthy(Value value);

#endif
