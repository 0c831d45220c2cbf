// jit/baseline-internal.h - shared by the files of jit/.
#ifndef NODULE_JIT_BASELINE_INTERNAL_H
#define NODULE_JIT_BASELINE_INTERNAL_H

#include "jit/baseline.h"
#include "jit/x64.h"

// ------------------------------------------------------------------------------------------------------ memory

#define CODE_MEMORY_BYTES ((size_t)64 * MB)  // address space: every place is within reach of a 32-bit distance

typedef struct FreeBlock FreeBlock;

typedef struct CodeMemory {
  uint8_t *start;
  FreeBlock *free;
  FreeBlock **open;  // the block that is being written
  size_t room;
  size_t too_much;  // so many bytes have found no room since memory was freed last
  size_t used;      // bytes of machine code
} CodeMemory;

// Blocks are multiples of a cache line's quarter.
static inline size_t code_memory_size(size_t bytes) { return (bytes + 15) & ~(size_t)15; }

bool code_memory_create(CodeMemory *m);
void code_memory_destroy(CodeMemory *m);
// `room` bytes to write to, or NULL, which is told without a search until memory is freed.  code_memory_close makes
// what was written executable; only the first `used` bytes are kept.  False: that is not to be had, and none is kept.
uint8_t *code_memory_open(CodeMemory *m, size_t room);
bool code_memory_close(CodeMemory *m, size_t used);
// Whole pages that nothing uses any more go back to the system.
void code_memory_free(CodeMemory *m, const uint8_t *start, size_t size);

// The same for the machine code of a function; NULL too where the heap's limit leaves no room for more.
uint8_t *baseline_open_memory(VM *vm, size_t room);

// ------------------------------------------------------------------------------------------------------ compiling

typedef struct Baseline {
  CodeMemory memory;
  int32_t budget;
  // The pieces that all machine code shares:
  JitOutcome (*enter)(VM *vm, const void *address);
  const uint8_t *leave;  // the interpreter goes on at Frame.pc
  const uint8_t *leave_with_exception;
  const uint8_t
      *interpret_call;  // the interpreter does the call in front of Frame.pc; the callee returns to Frame.resume
  const uint8_t *interpret_call_below;   // the same with R12 one frame too high
  const uint8_t *resume_in_interpreter;  // Frame.resume of a frame that the interpreter runs
  const uint8_t *cannot_construct;       // Code.construct of functions without such machine code
  // Calls of the opcodes' functions (vm/exec/opcodes.h) and of helpers.h; RAX is the address of the instruction.  Where
  // the answer is true or false, only true comes back; false goes to leave_with_exception.  NULL: there is no function.
  const uint8_t *helpers[OPCODE_COUNT], *help_call, *help_new;
} Baseline;

typedef struct CompiledCode {
  uint32_t body;      // offset of what comes behind the prologue
  uint32_t *offsets;  // of each instruction; to be freed
} CompiledCode;

// The assembler's buffer is where the code will be run.  False: there was not enough room.
bool baseline_compile(const Baseline *baseline, Assembler *assembler, const Code *code, CompiledCode *out);

#endif
