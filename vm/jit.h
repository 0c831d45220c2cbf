// vm/jit.h - what the vm asks of a compiler to machine code.  jit/ fills the table (jit/baseline.h); without one,
// everything is interpreted.
#ifndef NODULE_VM_JIT_H
#define NODULE_VM_JIT_H

#include "vm/vm.h"

// What the interpreter is to do when machine code comes back to it.
typedef enum JitOutcome {
  JIT_INTERPRET,  // go on at the innermost frame's pc
  JIT_EXCEPTION,  // one is pending
} JitOutcome;

typedef struct Jit {
  // Once for each VM.  Where create cannot do what it needs (another processor, no memory that may be executed,
  // BASELINE_NEVER), nothing is ever compiled.
  void (*create)(VM *vm, BaselineMode mode);
  void (*destroy)(VM *vm);
  size_t (*bytes)(const VM *vm);  // of machine code
  // For a new Code, and for one that dies: the memory of its machine code is used again.
  void (*init_code)(VM *vm, Code *code);
  void (*finalize_code)(VM *vm, Code *code);
  // The plan of a constructor is about to go (vm/exec/construct.h), and with it the machine code made of it.
  void (*forget_constructor)(VM *vm, Code *code);
  // Where to enter the machine code of `code` at instruction `pc` (the first, or a Loop), which is made if it is not
  // there; NULL: there is none.  To be asked when the budget is used up.
  const void *(*entry)(VM *vm, Code *code, const Instruction *pc);
  // Runs machine code from `address` on in the innermost frame.
  JitOutcome (*run)(VM *vm, const void *address);
} Jit;

#endif
