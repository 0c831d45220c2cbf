// compiler/liveness.h - which registers of a function hold something that is still needed: what the collector asks.
//
// The registers that the function begins with (local_count: callee, this, parameters, variables of the whole function)
// always do.  Of the others
//
//   - the variables of a block and what a statement keeps (an iterator, a caught exception) are alive from the
//   instruction
//     behind the one that gives them their first value to the end of their scope, as LocalRange says;
//   - a temporary is alive if it is read before it is written.  Temporaries end with their statement, and there is no
//   way
//     back inside one, so a walk over the instructions behind it, to the end of the statement, finds that out.

#ifndef NODULE_COMPILER_LIVENESS_H
#define NODULE_COMPILER_LIVENESS_H

#include "compiler/bytecode.h"

#define LIVENESS_WINDOW 64

// Of the registers [first, first + 64), which are not below local_count: a bit for each that is alive while instruction
// `pc` is under way, its operands and the place where it may put what is not yet its result among them.
uint64_t live_registers(const CompiledFunction *function, uint32_t pc, uint32_t first);

#endif
