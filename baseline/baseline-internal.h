// baseline/baseline-internal.h - shared by the files of baseline/.
#ifndef NODULE_BASELINE_BASELINE_INTERNAL_H
#define NODULE_BASELINE_BASELINE_INTERNAL_H

#include "baseline/baseline.h"
#include "baseline/x64.h"

typedef struct Baseline {
  uint8_t *memory;  // reserved address space
  size_t used;
  int32_t budget;
  // The pieces that all machine code shares:
  BaselineOutcome (*enter)(VM *vm, const void *address);
  const uint8_t *leave;                 // the interpreter goes on at Frame.pc
  const uint8_t *leave_with_exception;
  const uint8_t *interpret_call;        // the interpreter does the call in front of Frame.pc; the callee returns to Frame.resume
  const uint8_t *interpret_call_below;  // the same with R12 one frame too high
  const uint8_t *resume_in_interpreter; // Frame.resume of a frame that the interpreter runs
} Baseline;

typedef struct CompiledCode {
  uint32_t body;      // offset of what comes behind the prologue
  uint32_t *offsets;  // of each instruction; to be freed
} CompiledCode;

// False: there was not enough room.
bool baseline_compile(const Baseline *baseline, Assembler *assembler, const Code *code, CompiledCode *out);

#endif
