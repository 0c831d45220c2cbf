// baseline/baseline.c - the memory of machine code, what all of it shares, and when a function is compiled.
#include "baseline/baseline-internal.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "vm/code.h"

#define MEMORY_BYTES ((size_t)64 * MB)
#define PAGE 4096
#define ROOM_PER_INSTRUCTION 320  // more than any takes

#if defined(__x86_64__)

// Machine code is either written or run: pages are never both.
static bool set_writable(Baseline *b, size_t from, size_t end, bool writable) {
  from &= ~(size_t)(PAGE - 1);
  end = (end + PAGE - 1) & ~(size_t)(PAGE - 1);
  return mprotect(b->memory + from, end - from, writable ? PROT_READ | PROT_WRITE : PROT_READ | PROT_EXEC) == 0;
}

static const uint8_t *here(const Assembler *a) { return a->start + a->size; }

static const Register saved[] = {RBX, RBP, R12, R13, R14, R15};
#define SAVED_COUNT ((int)(sizeof saved / sizeof saved[0]))

static void leave_c(Assembler *a) {
  x64_do_constant(a, ADD, true, RSP, 8);
  for (int i = SAVED_COUNT - 1; i >= 0; i--) x64_pop(a, saved[i]);
  x64_return(a);
}

static void make_shared_pieces(Baseline *b, Assembler *a) {
  const void *enter = here(a);
  memcpy(&b->enter, &enter, sizeof enter);
  for (int i = 0; i < SAVED_COUNT; i++) x64_push(a, saved[i]);
  x64_do_constant(a, SUB, true, RSP, 8);
  x64_move(a, R13, RDI);
  x64_load(a, R12, R13, offsetof(VM, frame));
  x64_load(a, RBX, R12, offsetof(Frame, registers));
  x64_constant(a, R14, INT_TAG);
  x64_jump_register(a, RSI);

  b->interpret_call_below = here(a);
  x64_do_constant(a, SUB, true, R12, sizeof(Frame));
  b->interpret_call = here(a);
  x64_load(a, RAX, R12, offsetof(Frame, pc));
  x64_do_constant(a, SUB, true, RAX, sizeof(Instruction));
  x64_store(a, R12, offsetof(Frame, pc), RAX);
  b->resume_in_interpreter = here(a);
  x64_store(a, R13, offsetof(VM, frame), R12);
  x64_constant(a, RAX, BASELINE_INTERPRET);
  leave_c(a);

  b->leave = here(a);
  x64_constant(a, RAX, (uint64_t)(uintptr_t)b->resume_in_interpreter);
  x64_store(a, R12, offsetof(Frame, resume), RAX);
  x64_store(a, R13, offsetof(VM, frame), R12);
  x64_constant(a, RAX, BASELINE_INTERPRET);
  leave_c(a);

  b->leave_with_exception = here(a);
  x64_constant(a, RAX, BASELINE_EXCEPTION);
  leave_c(a);
}

void baseline_create(VM *vm, bool enabled, int32_t budget) {
  if (!enabled) return;
  Baseline *b = calloc(1, sizeof *b);
  b->budget = budget;
  b->memory = mmap(NULL, MEMORY_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (b->memory == MAP_FAILED || !set_writable(b, 0, PAGE, true)) {
    if (b->memory != MAP_FAILED) munmap(b->memory, MEMORY_BYTES);
    free(b);
    return;
  }
  Assembler a = {.start = b->memory, .capacity = PAGE};
  make_shared_pieces(b, &a);
  if (!set_writable(b, 0, PAGE, false)) {
    munmap(b->memory, MEMORY_BYTES);
    free(b);
    return;
  }
  b->used = (a.size + 15) & ~(size_t)15;
  vm->baseline = b;
  vm->resume_in_interpreter = b->resume_in_interpreter;
}

void baseline_destroy(VM *vm) {
  if (vm->baseline == NULL) return;
  munmap(vm->baseline->memory, MEMORY_BYTES);
  free(vm->baseline);
}

void baseline_init_code(VM *vm, Code *code) {
  code->budget = vm->baseline ? vm->baseline->budget : INT32_MAX;
  if (vm->baseline) code->entry = vm->baseline->interpret_call;
}

void baseline_finalize_code(VM *vm, Code *code) {
  (void)vm;
  free(code->native);
}

static void compile_code(VM *vm, Code *code) {
  Baseline *b = vm->baseline;
  size_t room = (size_t)code->function->code_count * ROOM_PER_INSTRUCTION + 1024;
  if (room > MEMORY_BYTES - b->used || !set_writable(b, b->used, b->used + room, true)) return;
  Assembler a = {.start = b->memory + b->used, .capacity = (uint32_t)room};
  CompiledCode compiled;
  bool ok = baseline_compile(b, &a, code, &compiled);
  set_writable(b, b->used, b->used + room, false);
  if (ok) {
    const CompiledFunction *function = code->function;
    uint32_t loops = 0;
    for (uint32_t i = 0; i < function->code_count; i++) loops += function->code[i].op == OPCODE_Loop;
    MachineCode *native = malloc(sizeof *native + loops * sizeof native->loops[0]);
    native->start = a.start;
    native->bytes = a.size;
    native->body = compiled.body;
    native->loop_count = 0;
    for (uint32_t i = 0; i < function->code_count; i++) {
      if (function->code[i].op != OPCODE_Loop) continue;
      native->loops[native->loop_count].pc = i;
      native->loops[native->loop_count++].offset = compiled.offsets[i];
    }
    code->native = native;
    if (!(code->flags & CODE_NEEDS_ARGUMENTS)) code->entry = a.start;
    b->used += (a.size + 15) & ~(size_t)15;
  }
  free(compiled.offsets);
}

const void *baseline_entry(VM *vm, Code *code, const Instruction *pc) {
  if (vm->baseline == NULL) {
    code->budget = INT32_MAX;
    return NULL;
  }
  code->budget = 0;
  if (code->native == NULL) {
    if (code->constant_values == NULL) {
      code_prepare(vm, code);
      vm->frame->pc = pc = code->instructions;
    }
    compile_code(vm, code);
    if (code->native == NULL) {
      code->budget = INT32_MAX;
      return NULL;
    }
  }
  const MachineCode *native = code->native;
  if (pc == code->instructions) return native->start + native->body;
  uint32_t index = (uint32_t)(pc - code->instructions), low = 0, high = native->loop_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (native->loops[middle].pc < index) low = middle + 1;
    else high = middle;
  }
  if (low < native->loop_count && native->loops[low].pc == index) return native->start + native->loops[low].offset;
  return NULL;
}

BaselineOutcome baseline_run(VM *vm, const void *address) { return vm->baseline->enter(vm, address); }

#else
#endif
