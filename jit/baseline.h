// jit/baseline.h - a baseline compiler: machine code of x86-64 for functions that are called or loop often.
//
// Each bytecode instruction becomes a few machine instructions of its own; nothing is assumed of types, so nothing is ever
// compiled again or thrown away (V8's baseline compiler, Sparkplug, is of this kind).  Registers, frames, inline caches:
// all state is where the interpreter has it, after every instruction.  So the two change over in the middle of a function:
//
// - What an instruction cannot do in a few steps it leaves to a C function, as the interpreter does; what it does not
//   know at all, it leaves to the interpreter, which goes on from there in the same frame.
// - The interpreter enters machine code where a function begins, at the opcode Loop, and where a call that machine code
//   made returns (Frame.resume).
//
// Machine code throws and collects nothing itself, allocates only where new space has room, and holds no pointer into the
// heap while a C function that may collect runs.  The collector needs to know nothing of it.
#ifndef NODULE_JIT_BASELINE_H
#define NODULE_JIT_BASELINE_H

#include "vm/vm.h"

// Calls and turns of loops after which a function is compiled.
#define BASELINE_BUDGET 200

// Machine code of one function.
typedef struct MachineCode {
  const uint8_t *start;   // where other machine code jumps to with a call
  uint32_t bytes;
  uint32_t body;          // offset of what comes after the frame was made
  uint32_t loop_count;
  struct { uint32_t pc, offset; } loops[];  // the opcodes Loop, in order
} MachineCode;

// What the interpreter is to do when machine code comes back to it.
typedef enum BaselineOutcome {
  BASELINE_INTERPRET,  // go on at the innermost frame's pc
  BASELINE_EXCEPTION,  // one is pending
} BaselineOutcome;

// Makes the pieces that all machine code shares.  Without them (another processor, no memory that may be executed,
// BASELINE_NEVER) nothing is ever compiled.
void baseline_create(VM *vm, BaselineMode mode);
void baseline_destroy(VM *vm);
size_t baseline_bytes(const VM *vm);  // of machine code

// For a new Code, and for one that dies: the memory of its machine code is used again.
void baseline_init_code(VM *vm, Code *code);
void baseline_finalize_code(VM *vm, Code *code);

// The machine code that makes objects by the plan of a constructor (vm/exec/construct.h), to be called when it has been made
// and when it is about to go.
void baseline_make_constructor(VM *vm, Code *code);
void baseline_forget_constructor(VM *vm, Code *code);

// Where to enter the machine code of `code` at instruction `pc` (the first, or a Loop), which is made if it is not there;
// NULL: there is none.  To be asked when the budget is used up.
const void *baseline_entry(VM *vm, Code *code, const Instruction *pc);

// Runs machine code from `address` on in the innermost frame.
BaselineOutcome baseline_run(VM *vm, const void *address);

#endif
