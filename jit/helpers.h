// jit/helpers.h - C functions that machine code calls besides those of the opcodes (vm/exec/opcodes.h).
//
// Each gets the instruction's 64 bits; the innermost frame's pc is that of the next instruction.
#ifndef NODULE_JIT_HELPERS_H
#define NODULE_JIT_HELPERS_H

#include "vm/vm.h"

// Call and New.  HELP_CALL: nothing was done; the interpreter does it, which makes a frame for the function.
typedef enum HelpOutcome { HELP_EXCEPTION, HELP_DONE, HELP_CALL } HelpOutcome;
typedef HelpOutcome BaselineCallHelper(VM *vm, uint64_t I);
BaselineCallHelper baseline_help_call, baseline_help_new;

bool baseline_help_truthy(Value value);

#endif
