// jit/baseline.c - what all machine code shares, and when a function is compiled.
#include "jit/baseline-internal.h"

#include <stdlib.h>

#include "base/memory.h"
#include "jit/helpers.h"
#include "vm/exec/opcodes.h"
#include "vm/exec/code.h"

#ifdef __x86_64__
#define HAS_COMPILER true
#else
#define HAS_COMPILER false
#endif

// Longer functions stay interpreted: machine code is many times the size of bytecode, and where it is run through from
// end to end, fetching it takes longer than interpreting.
#define MOST_INSTRUCTIONS 10000

#define SHARED_ROOM (16 * KB)
#define ROOM_PER_FUNCTION 1024
#define ROOM_PER_INSTRUCTION 320  // more than any takes

// ------------------------------------------------------------------------------------------------ shared pieces

static const uint8_t *here(const Assembler *a) { return a->start + a->size; }

static const Register saved[] = {RBX, RBP, R12, R13, R14, R15};
#define SAVED_COUNT ((int)(sizeof saved / sizeof saved[0]))

static void return_to_c(Assembler *a, JitOutcome outcome) {
  x64_constant(a, RAX, outcome);
  x64_do_constant(a, ADD, true, RSP, 8);
  for (int i = SAVED_COUNT - 1; i >= 0; i--) x64_pop(a, saved[i]);
  x64_return(a);
}

static void make_shared_pieces(Baseline *b, Assembler *a) {
  const void *enter = here(a);
  memcpy(&b->enter, &enter, sizeof enter);
  for (int i = 0; i < SAVED_COUNT; i++) x64_push(a, saved[i]);
  x64_do_constant(a, SUB, true, RSP, 8);  // the stack is a multiple of 16 where C functions are called
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
  return_to_c(a, JIT_INTERPRET);

  b->leave = here(a);
  x64_constant(a, RAX, (uint64_t)(uintptr_t)b->resume_in_interpreter);
  x64_store(a, R12, offsetof(Frame, resume), RAX);
  x64_store(a, R13, offsetof(VM, frame), R12);
  return_to_c(a, JIT_INTERPRET);

  b->leave_with_exception = here(a);
  return_to_c(a, JIT_EXCEPTION);

  b->cannot_construct = here(a);
  x64_constant(a, RAX, 0);
  x64_return(a);
}

// What calls of functions share: RCX is the function, RAX the address of the instruction.  The address that such a
// piece was called from is on the stack, so it is no multiple of 16 here.
static const uint8_t *function_call(Baseline *b, Assembler *a, bool checked) {
  const uint8_t *start = here(a);
  x64_load(a, RSI, RAX, 0);
  x64_do_constant(a, ADD, true, RAX, sizeof(Instruction));
  x64_store(a, R12, offsetof(Frame, pc), RAX);
  x64_store(a, R13, offsetof(VM, frame), R12);
  x64_move(a, RDI, R13);
  x64_do_constant(a, SUB, true, RSP, 8);
  x64_call_register(a, RCX);
  x64_do_constant(a, ADD, true, RSP, 8);
  if (checked) {
    x64_test_8(a, RAX);
    uint32_t ok = x64_jump_if(a, IF_NOT_EQUAL);
    x64_do_constant(a, ADD, true, RSP, 8);
    x64_patch(a, x64_jump(a), (uint32_t)(b->leave_with_exception - a->start));
    x64_patch_here(a, ok);
  }
  x64_return(a);
  return start;
}

static const uint8_t *helper_call(Assembler *a, const void *helper, const uint8_t *shared) {
  const uint8_t *start = here(a);
  x64_constant(a, RCX, (uint64_t)(uintptr_t)helper);
  x64_patch(a, x64_jump(a), (uint32_t)(shared - a->start));
  return start;
}

typedef void AnyFunction(void);
typedef struct OpcodeHelper {
  AnyFunction *function;
  bool checked;  // it answers true or false
} OpcodeHelper;

static const OpcodeHelper opcode_helpers[OPCODE_COUNT] = {
#define HELPER_INLINE(name)
#define HELPER_CALLED(name) [OPCODE_##name] = {(AnyFunction *)opcode_##name, true},
#define HELPER_SPLIT(name) HELPER_CALLED(name)
#define HELPER_CALLED_JUMP(name) [OPCODE_##name] = {(AnyFunction *)opcode_##name, false},
#define HELPER_SPLIT_JUMP(name) HELPER_CALLED_JUMP(name)
#define OP(name, a, b, c, way, effect) HELPER_##way(name)
#include "compiler/opcodes.def"
#undef OP
};

static void make_helper_calls(Baseline *b, Assembler *a) {
  const uint8_t *checked = function_call(b, a, true), *unchecked = function_call(b, a, false);
  for (int op = 0; op < OPCODE_COUNT; op++) {
    const OpcodeHelper *helper = &opcode_helpers[op];
    const void *function = (const void *)(uintptr_t)helper->function;
    if (function != NULL) b->helpers[op] = helper_call(a, function, helper->checked ? checked : unchecked);
  }
  b->help_call = helper_call(a, (const void *)(uintptr_t)baseline_help_call, unchecked);
  b->help_new = helper_call(a, (const void *)(uintptr_t)baseline_help_new, unchecked);
}

static void baseline_create(VM *vm, BaselineMode mode) {
  if (!HAS_COMPILER || mode == BASELINE_NEVER) return;
  Baseline *b = try_calloc(1, sizeof *b);
  if (b == NULL) return;  // the interpreter does it all
  b->budget = mode == BASELINE_ALWAYS ? 0 : BASELINE_BUDGET;
  if (!code_memory_create(&b->memory)) {
    free(b);
    return;
  }
  Assembler a = {.start = code_memory_open(&b->memory, SHARED_ROOM), .capacity = SHARED_ROOM};
  if (a.start != NULL) {
    make_shared_pieces(b, &a);
    make_helper_calls(b, &a);
  }
  if (a.start == NULL || !code_memory_close(&b->memory, a.size)) {
    code_memory_destroy(&b->memory);
    free(b);
    return;
  }
  vm->baseline = b;
  vm->resume_in_interpreter = b->resume_in_interpreter;
}

static void baseline_destroy(VM *vm) {
  if (vm->baseline == NULL) return;
  code_memory_destroy(&vm->baseline->memory);
  free(vm->baseline);
}

// ------------------------------------------------------------------------------------------------------ functions

static void baseline_init_code(VM *vm, Code *code) {
  code->budget = vm->baseline ? vm->baseline->budget : INT32_MAX;
  code->entry = vm->baseline ? vm->baseline->interpret_call : NULL;
  code->construct = vm->baseline ? vm->baseline->cannot_construct : NULL;
}

static void baseline_finalize_code(VM *vm, Code *code) {
  if (code->native == NULL) return;
  code_memory_free(&vm->baseline->memory, code->native->start, code->native->bytes);
  free(code->native);
}

// NULL: no memory.
static MachineCode *machine_code_new(const CompiledFunction *function, const Assembler *a,
                                     const CompiledCode *compiled) {
  uint32_t loops = 0;
  for (uint32_t i = 0; i < function->code_count; i++) loops += function->code[i].op == OPCODE_Loop;
  MachineCode *native = try_malloc(sizeof *native + loops * sizeof native->loops[0]);
  if (native == NULL) return NULL;
  *native = (MachineCode){.start = a->start, .bytes = a->size, .body = compiled->body};
  for (uint32_t i = 0; i < function->code_count; i++) {
    if (function->code[i].op != OPCODE_Loop) continue;
    native->loops[native->loop_count].pc = i;
    native->loops[native->loop_count++].offset = compiled->offsets[i];
  }
  return native;
}

// Machine code takes at most a quarter of what the old generation may: it is no part of the heap, so that collections
// come at the same points without it.
uint8_t *baseline_open_memory(VM *vm, size_t room) {
  CodeMemory *memory = &vm->baseline->memory;
  if (memory->used + room > heap_max_old_generation(vm_heap(vm)) / 4) return NULL;
  return code_memory_open(memory, room);
}

static size_t baseline_bytes(const VM *vm) { return vm->baseline != NULL ? vm->baseline->memory.used : 0; }

static void compile_code(VM *vm, Code *code) {
  Baseline *b = vm->baseline;
  if (code->function->code_count > MOST_INSTRUCTIONS) return;
  const size_t room = code->function->code_count * ROOM_PER_INSTRUCTION + ROOM_PER_FUNCTION;
  Assembler a = {.capacity = (uint32_t)room};
  if ((a.start = baseline_open_memory(vm, room)) == NULL) return;
  CompiledCode compiled;
  MachineCode *native = baseline_compile(b, &a, code, &compiled) ? machine_code_new(code->function, &a, &compiled)
                                                                 : NULL;
  if (!code_memory_close(&b->memory, native ? a.size : 0)) {
    free(native);
  } else if (native) {
    code->native = native;
    if (!(code->flags & CODE_NEEDS_ARGUMENTS)) code->entry = a.start;  // else the interpreter makes the frame
  }
  free(compiled.offsets);
}

static const uint8_t *loop_address(const MachineCode *native, uint32_t pc) {
  uint32_t low = 0, high = native->loop_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (native->loops[middle].pc < pc) low = middle + 1;
    else high = middle;
  }
  return low < native->loop_count && native->loops[low].pc == pc ? native->start + native->loops[low].offset : NULL;
}

static const void *baseline_entry(VM *vm, Code *code, const Instruction *pc) {
  code->budget = 0;
  if (vm->baseline != NULL && code->native == NULL) {
    if (code->constant_values == NULL) {
      code_prepare(vm, code);
      vm->frame->pc = pc = code->instructions;
    }
    compile_code(vm, code);
  }
  if (code->native == NULL) {
    code->budget = INT32_MAX;
    return NULL;
  }
  if (pc == code->instructions) return code->native->start + code->native->body;
  return loop_address(code->native, (uint32_t)(pc - code->instructions));
}

static JitOutcome baseline_run(VM *vm, const void *address) { return vm->baseline->enter(vm, address); }

const Jit baseline_jit = {
    .create = baseline_create,
    .destroy = baseline_destroy,
    .bytes = baseline_bytes,
    .init_code = baseline_init_code,
    .finalize_code = baseline_finalize_code,
    .forget_constructor = baseline_forget_constructor,
    .entry = baseline_entry,
    .run = baseline_run,
};
