// jit/baseline.h - a baseline compiler: machine code of x86-64 for functions that are called or loop often.
//
// Each bytecode instruction becomes a few machine instructions of its own; nothing is assumed of types, so nothing is
// ever compiled again or thrown away (V8's baseline compiler, Sparkplug, is of this kind).  Registers, frames, inline
// caches: all state is where the interpreter has it, after every instruction.  So the two change over in the middle of
// a function:
//
// - What an instruction cannot do in a few steps it leaves to a C function, as the interpreter does; what it does not
//   know at all, it leaves to the interpreter, which goes on from there in the same frame.
// - The interpreter enters machine code where a function begins, at the opcode Loop, and where a call that machine code
//   made returns (Frame.resume).
//
// Machine code throws and collects nothing itself, allocates only where new space has room, and holds no pointer into
// the heap while a C function that may collect runs.  The collector needs to know nothing of it.
#ifndef NODULE_JIT_BASELINE_H
#define NODULE_JIT_BASELINE_H

#include "vm/jit.h"

// Calls and turns of loops after which a function is compiled.
#define BASELINE_BUDGET 200

// Machine code of one function.
typedef struct MachineCode {
  const uint8_t *start;  // where other machine code jumps to with a call
  uint32_t bytes;
  uint32_t body;  // offset of what comes after the frame was made
  uint32_t loop_count;
  struct {
    uint32_t pc, offset;
  } loops[];  // the opcodes Loop, in order
} MachineCode;

// For VMConfig.jit.
extern const Jit baseline_jit;

// The machine code that makes objects by the plan of a constructor (vm/exec/construct.h).
void baseline_make_constructor(VM *vm, Code *code);
void baseline_forget_constructor(VM *vm, Code *code);

#endif
