// baseline/compile.c - from bytecode to machine code, one instruction after the other.
//
// Machine registers, the same in all machine code: RBX the frame's registers, R12 the Frame, R13 the VM, R14 INT_TAG, R15
// the function's inline caches.  All others are free within an instruction.
//
// The ways that a bytecode instruction takes seldom are put behind the function's end.  There a C function does what is
// left of the instruction (helpers.c), or the interpreter takes over at it.
#include "baseline/baseline-internal.h"

#include <stdlib.h>

#include "baseline/helpers.h"
#include "compiler/opcode-info.h"
#include "vm/inline-cache.h"

typedef struct Jump {
  uint32_t at;           // of its distance
  uint32_t instruction;  // where it goes, or whose seldom way it takes
} Jump;

typedef struct JumpList {
  Jump *items;
  uint32_t count, capacity;
} JumpList;

typedef struct Compiler {
  Assembler assembler;
  const Baseline *baseline;
  const Instruction *code;
  uint32_t count;       // of instructions
  uint32_t *offsets;    // of each instruction's machine code
  JumpList forward;     // to instructions not yet reached
  JumpList seldom;      // to the seldom way of an instruction
  uint32_t i;           // the instruction under way
} Compiler;

#define R_BASE RBX
#define FRAME R12
#define THE_VM R13
#define TAG R14
#define CACHES R15

static void jump_list_add(JumpList *list, uint32_t at, uint32_t instruction) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? 2 * list->capacity : 64;
    list->items = realloc(list->items, list->capacity * sizeof *list->items);
  }
  list->items[list->count++] = (Jump){at, instruction};
}

// ------------------------------------------------------------------------------------------------------ small parts

static void load_register(Compiler *c, Register to, unsigned reg) { x64_load(&c->assembler, to, R_BASE, (int32_t)reg * 8); }
static void store_register(Compiler *c, unsigned reg, Register from) { x64_store(&c->assembler, R_BASE, (int32_t)reg * 8, from); }

static void store_constant(Compiler *c, unsigned reg, Value value) {
  x64_constant(&c->assembler, RAX, value.bits);
  store_register(c, reg, RAX);
}

static void seldom_if(Compiler *c, Condition condition) {
  jump_list_add(&c->seldom, x64_jump_if(&c->assembler, condition), c->i);
}
static void seldom(Compiler *c) { jump_list_add(&c->seldom, x64_jump(&c->assembler), c->i); }

static uint32_t jump_target(const Compiler *c, int32_t distance) { return c->i + 1 + (uint32_t)distance; }

static void jump_to(Compiler *c, uint32_t at, uint32_t target) {
  if (target <= c->i) x64_patch(&c->assembler, at, c->offsets[target]);
  else jump_list_add(&c->forward, at, target);
}
static void jump_if(Compiler *c, Condition condition, int32_t distance) {
  jump_to(c, x64_jump_if(&c->assembler, condition), jump_target(c, distance));
}
static void jump(Compiler *c, int32_t distance) { jump_to(c, x64_jump(&c->assembler), jump_target(c, distance)); }

static void jump_to_stub(Compiler *c, const uint8_t *stub) {
  uint32_t at = x64_jump(&c->assembler);
  x64_patch(&c->assembler, at, (uint32_t)(stub - c->assembler.start));
}
static void jump_to_stub_if(Compiler *c, Condition condition, const uint8_t *stub) {
  uint32_t at = x64_jump_if(&c->assembler, condition);
  x64_patch(&c->assembler, at, (uint32_t)(stub - c->assembler.start));
}

// Frame.pc = the instruction with that number
static void save_pc(Compiler *c, uint32_t instruction) {
  x64_constant(&c->assembler, RAX, (uint64_t)(uintptr_t)&c->code[instruction]);
  x64_store(&c->assembler, FRAME, offsetof(Frame, pc), RAX);
}

static void load_caches(Compiler *c, const Code *code) {
  x64_constant(&c->assembler, CACHES, (uint64_t)(uintptr_t)code->caches);
}

// The interpreter goes on at the present instruction.
static void leave_to_interpreter(Compiler *c) {
  save_pc(c, c->i);
  jump_to_stub(c, c->baseline->leave);
}

static uint64_t instruction_bits(const Instruction *instruction) {
  uint64_t bits;
  memcpy(&bits, instruction, 8);
  return bits;
}

// Leaves the helper's answer in RAX.
static void call_helper(Compiler *c, const void *helper) {
  save_pc(c, c->i + 1);
  x64_store(&c->assembler, THE_VM, offsetof(VM, frame), FRAME);
  x64_move(&c->assembler, RDI, THE_VM);
  x64_constant(&c->assembler, RSI, instruction_bits(&c->code[c->i]));
  x64_constant(&c->assembler, RAX, (uint64_t)(uintptr_t)helper);
  x64_call_register(&c->assembler, RAX);
}
static void call_checked_helper(Compiler *c, BaselineHelper *helper) {
  call_helper(c, (const void *)(uintptr_t)helper);
  x64_test_8(&c->assembler, RAX);
  jump_to_stub_if(c, IF_EQUAL, c->baseline->leave_with_exception);
}

// ------------------------------------------------------------------------------------------------------ values

// To the seldom way unless `reg` holds a pointer; uses `scratch`.
static void check_pointer(Compiler *c, Register reg, Register scratch) {
  x64_load_address(&c->assembler, scratch, reg, -1);
  x64_shift(&c->assembler, SHR, true, scratch, 48);
  seldom_if(c, IF_NOT_EQUAL);
}

// To the seldom way unless the cache at `cache` is in `state` for the shape of the object in RAX.  Leaves RAX.
static void check_cache(Compiler *c, unsigned cache, CacheState state) {
  Assembler *a = &c->assembler;
  check_pointer(c, RAX, RCX);
  x64_load_32(a, RCX, RAX, 4);  // the shape's index
  x64_constant(a, RDX, cache_shape_word(state, 0));
  x64_do(a, OR, RCX, RDX);
  x64_do_memory(a, CMP, RCX, CACHES, (int32_t)(cache * sizeof(InlineCache) + offsetof(InlineCache, shape)));
  seldom_if(c, IF_NOT_EQUAL);
}

static void check_epoch(Compiler *c, unsigned cache) {
  Assembler *a = &c->assembler;
  x64_load_32(a, RDX, CACHES, (int32_t)(cache * sizeof(InlineCache) + offsetof(InlineCache, epoch)));
  x64_compare_register_memory_32(a, RDX, THE_VM, (int32_t)(offsetof(VM, runtime) + offsetof(Runtime, prototype_epoch)));
  seldom_if(c, IF_NOT_EQUAL);
}

static void load_cache_place(Compiler *c, Register to, unsigned cache) {
  x64_load_signed_32(&c->assembler, to, CACHES, (int32_t)(cache * sizeof(InlineCache) + offsetof(InlineCache, place)));
}

// ------------------------------------------------------------------------------------------------------ arithmetic

typedef enum Arithmetic { ARITHMETIC_ADD, ARITHMETIC_SUBTRACT, ARITHMETIC_MULTIPLY } Arithmetic;

// Both operands as integers in RAX and RCX, or the seldom way.  `constant`: the right one is a small number.
static void load_ints(Compiler *c, unsigned left, unsigned right, bool constant) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, left);
  if (constant) {
    x64_do(a, CMP, RAX, TAG);
  } else {
    load_register(c, RCX, right);
    x64_move(a, RDX, RAX);
    x64_do(a, AND, RDX, RCX);
    x64_do(a, CMP, RDX, TAG);
  }
  seldom_if(c, IF_BELOW);
}

static void store_int(Compiler *c, unsigned reg) {  // the 32 bits in EAX; the upper half of RAX is clear
  x64_do(&c->assembler, OR, RAX, TAG);
  store_register(c, reg, RAX);
}

static void arithmetic(Compiler *c, const Instruction *i, Operation operation, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, constant);
  if (constant) x64_do_constant(a, operation, false, RAX, (int16_t)i->c);
  else x64_do_32(a, operation, RAX, RCX);
  seldom_if(c, IF_OVERFLOW);
  store_int(c, i->a);
}

// -------------------------------------------------------------------------------------------------- comparisons

typedef struct Comparison {
  Condition ints;        // for signed integers
  Condition doubles;     // after ucomisd
  bool swapped;          // ... of the right with the left one
  bool wanted;
} Comparison;

static void compare_jump(Compiler *c, const Instruction *i, Condition condition, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->a, i->b, constant);
  if (constant) x64_do_constant(a, CMP, false, RAX, (int16_t)i->b);
  else x64_do_32(a, CMP, RAX, RCX);
  jump_if(c, condition, (int16_t)i->c);
}

static void jump_if_special(Compiler *c, const Instruction *i, Value value, Condition condition) {
  load_register(c, RAX, i->a);
  x64_constant(&c->assembler, RCX, value.bits);
  x64_do(&c->assembler, CMP, RAX, RCX);
  jump_if(c, condition, i->wide);
}

static void jump_if_nullish(Compiler *c, const Instruction *i, Condition condition) {
  load_register(c, RAX, i->a);
  x64_do_constant(&c->assembler, OR, true, RAX, 1);
  x64_constant(&c->assembler, RCX, VALUE_NULL.bits);
  x64_do(&c->assembler, CMP, RAX, RCX);
  jump_if(c, condition, i->wide);
}

// ------------------------------------------------------------------------------------------------------ calls

// What the frame of a call is told besides: the number of arguments, no flags, the register of the result.
static uint64_t call_words(const Instruction *i, uint32_t argument_count) { return argument_count | (uint64_t)i->a << 48; }

_Static_assert(offsetof(Frame, flags) == offsetof(Frame, argument_count) + 4 &&
               offsetof(Frame, destination) == offsetof(Frame, argument_count) + 6, "see call_words");

static void call(Compiler *c, const Code *code, const Instruction *i, bool plain) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->b);
  if (plain) {
    x64_constant(a, RCX, VALUE_UNDEFINED.bits);
    store_register(c, i->b + 1u, RCX);
  }
  check_pointer(c, RAX, RCX);
  x64_compare_8(a, RAX, 0, KIND_FUNCTION << 1 | 1);
  seldom_if(c, IF_NOT_EQUAL);
  x64_load(a, RCX, RAX, offsetof(JSFunction, code));
  x64_load_address(a, RSI, R_BASE, i->b * 8);
  save_pc(c, c->i + 1);
  uint32_t resume = x64_address(a, RAX);
  x64_store(a, FRAME, offsetof(Frame, resume), RAX);
  x64_constant(a, RAX, call_words(i, i->c));
  x64_store(a, FRAME, sizeof(Frame) + offsetof(Frame, argument_count), RAX);
  x64_jump_memory(a, RCX, offsetof(Code, entry));
  x64_patch_here(a, resume);
  load_caches(c, code);
}

// What the callee does first: R12 is the caller's frame, RSI the callee's registers, RCX its Code.
static void prologue(Compiler *c, const Code *code) {
  Assembler *a = &c->assembler;
  x64_load_address(a, RDI, RSI, code->register_count * 8);
  x64_do_memory(a, CMP, RDI, THE_VM, offsetof(VM, stack_used));
  jump_to_stub_if(c, IF_ABOVE, c->baseline->interpret_call);
  x64_do_constant(a, ADD, true, FRAME, sizeof(Frame));
  x64_do_memory(a, CMP, FRAME, THE_VM, offsetof(VM, frames_end));
  jump_to_stub_if(c, IF_NOT_BELOW, c->baseline->interpret_call_below);
  x64_store(a, FRAME, offsetof(Frame, registers), RSI);
  x64_store(a, FRAME, offsetof(Frame, code), RCX);
  x64_move(a, R_BASE, RSI);
  uint32_t first = 2, end = code->local_count;
  if (end > first) x64_constant(a, RAX, VALUE_UNDEFINED.bits);
  if (code->parameter_count > 0) {
    x64_load_32(a, RDX, FRAME, offsetof(Frame, argument_count));
    x64_do_constant(a, CMP, false, RDX, code->parameter_count);
    uint32_t enough = x64_jump_if(a, IF_NOT_BELOW);
    uint32_t next = a->size;  // R[2 + RDX ...]: the parameters that were not given
    x64_store_indexed(a, R_BASE, RDX, 2 * 8, RAX);
    x64_do_constant(a, ADD, false, RDX, 1);
    x64_do_constant(a, CMP, false, RDX, code->parameter_count);
    x64_patch(a, x64_jump_if(a, IF_BELOW), next);
    x64_patch_here(a, enough);
    first += code->parameter_count;
  }
  if (end > first + 16) {
    x64_constant(a, RDX, first);
    uint32_t next = a->size;
    x64_store_indexed(a, R_BASE, RDX, 0, RAX);
    x64_do_constant(a, ADD, false, RDX, 1);
    x64_do_constant(a, CMP, false, RDX, (int32_t)end);
    x64_patch(a, x64_jump_if(a, IF_BELOW), next);
  } else {
    for (uint32_t reg = first; reg < end; reg++) store_register(c, reg, RAX);
  }
}

// RAX is the result.
static void return_to_caller(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_compare_16(a, FRAME, offsetof(Frame, flags), 0);
  seldom_if(c, IF_NOT_EQUAL);
  x64_load_16(a, RCX, FRAME, offsetof(Frame, destination));
  x64_do_constant(a, SUB, true, FRAME, sizeof(Frame));
  x64_load(a, R_BASE, FRAME, offsetof(Frame, registers));
  x64_store_indexed(a, R_BASE, RCX, 0, RAX);
  x64_jump_memory(a, FRAME, offsetof(Frame, resume));
}

// ------------------------------------------------------------------------------------------------------ instructions

static void context_slot(Compiler *c, const Instruction *i, unsigned depth) {
  load_register(c, RAX, i->b);
  for (; depth > 0; depth--) x64_load(&c->assembler, RAX, RAX, offsetof(Context, parent));
  x64_load(&c->assembler, RAX, RAX, (int32_t)(offsetof(Context, slots) + i->c * sizeof(Value)));
  store_register(c, i->a, RAX);
}

static void get_named(Compiler *c, const Code *code, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->b);
  (void)code;
  check_cache(c, i->c, IC_OWN_INOBJECT);
  load_cache_place(c, RDX, i->c);
  x64_load_sum(a, RAX, RAX, RDX);
  store_register(c, i->a, RAX);
}

static void new_object(Compiler *c, const Code *code, const Instruction *i) {
  Assembler *a = &c->assembler;
  (void)i;
  call_helper(c, (const void *)(uintptr_t)baseline_help_new);
  x64_do_constant(a, CMP, false, RAX, HELP_DONE);
  uint32_t done = x64_jump_if(a, IF_EQUAL);
  jump_to_stub_if(c, IF_BELOW, c->baseline->leave_with_exception);
  uint32_t resume = x64_address(a, RAX);
  x64_store(a, FRAME, offsetof(Frame, resume), RAX);
  jump_to_stub(c, c->baseline->interpret_call);
  x64_patch_here(a, resume);
  load_caches(c, code);
  x64_patch_here(a, done);
}

static bool instruction(Compiler *c, const Code *code, const Instruction *i) {
  Assembler *a = &c->assembler;
  switch ((Opcode)i->op) {
  case OPCODE_LoadConst:
    x64_constant(a, RAX, (uint64_t)(uintptr_t)&code->constant_values[i->wide]);
    x64_load(a, RAX, RAX, 0);
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_LoadInt: store_constant(c, i->a, value_int(i->wide)); return true;
  case OPCODE_LoadUndefined: store_constant(c, i->a, VALUE_UNDEFINED); return true;
  case OPCODE_LoadNull: store_constant(c, i->a, VALUE_NULL); return true;
  case OPCODE_LoadTrue: store_constant(c, i->a, VALUE_TRUE); return true;
  case OPCODE_LoadFalse: store_constant(c, i->a, VALUE_FALSE); return true;
  case OPCODE_LoadHole: store_constant(c, i->a, VALUE_EMPTY); return true;
  case OPCODE_Move:
    load_register(c, RAX, i->b);
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_LoadClosureContext:
    load_register(c, RAX, 0);
    x64_load(a, RAX, RAX, offsetof(JSFunction, context));
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_GetSlot: context_slot(c, i, 0); return true;
  case OPCODE_GetSlot1: context_slot(c, i, 1); return true;
  case OPCODE_GetSlot2: context_slot(c, i, 2); return true;
  case OPCODE_GetNamed: get_named(c, code, i); return true;
  case OPCODE_Add: arithmetic(c, i, ADD, false); return true;
  case OPCODE_AddInt: arithmetic(c, i, ADD, true); return true;
  case OPCODE_Sub: arithmetic(c, i, SUB, false); return true;
  case OPCODE_SubInt: arithmetic(c, i, SUB, true); return true;
  case OPCODE_Jump: jump(c, i->wide); return true;
  case OPCODE_JumpNullish: jump_if_nullish(c, i, IF_EQUAL); return true;
  case OPCODE_JumpNotNullish: jump_if_nullish(c, i, IF_NOT_EQUAL); return true;
  case OPCODE_JumpUndefined: jump_if_special(c, i, VALUE_UNDEFINED, IF_EQUAL); return true;
  case OPCODE_JumpNotUndefined: jump_if_special(c, i, VALUE_UNDEFINED, IF_NOT_EQUAL); return true;
  case OPCODE_JumpNull: jump_if_special(c, i, VALUE_NULL, IF_EQUAL); return true;
  case OPCODE_JumpNotNull: jump_if_special(c, i, VALUE_NULL, IF_NOT_EQUAL); return true;
  case OPCODE_JumpLt: compare_jump(c, i, IF_LESS, false); return true;
  case OPCODE_JumpLe: compare_jump(c, i, IF_NOT_GREATER, false); return true;
  case OPCODE_JumpGt: compare_jump(c, i, IF_GREATER, false); return true;
  case OPCODE_JumpGe: compare_jump(c, i, IF_NOT_LESS, false); return true;
  case OPCODE_JumpNotLt: compare_jump(c, i, IF_NOT_LESS, false); return true;
  case OPCODE_JumpNotLe: compare_jump(c, i, IF_GREATER, false); return true;
  case OPCODE_JumpNotGt: compare_jump(c, i, IF_NOT_GREATER, false); return true;
  case OPCODE_JumpNotGe: compare_jump(c, i, IF_LESS, false); return true;
  case OPCODE_JumpEq: case OPCODE_JumpStrictEq: compare_jump(c, i, IF_EQUAL, false); return true;
  case OPCODE_JumpNe: case OPCODE_JumpStrictNe: compare_jump(c, i, IF_NOT_EQUAL, false); return true;
  case OPCODE_JumpLtInt: compare_jump(c, i, IF_LESS, true); return true;
  case OPCODE_JumpLeInt: compare_jump(c, i, IF_NOT_GREATER, true); return true;
  case OPCODE_JumpGtInt: compare_jump(c, i, IF_GREATER, true); return true;
  case OPCODE_JumpGeInt: compare_jump(c, i, IF_NOT_LESS, true); return true;
  case OPCODE_JumpNotLtInt: compare_jump(c, i, IF_NOT_LESS, true); return true;
  case OPCODE_JumpNotLeInt: compare_jump(c, i, IF_GREATER, true); return true;
  case OPCODE_JumpNotGtInt: compare_jump(c, i, IF_NOT_GREATER, true); return true;
  case OPCODE_JumpNotGeInt: compare_jump(c, i, IF_LESS, true); return true;
  case OPCODE_JumpEqInt: case OPCODE_JumpStrictEqInt: compare_jump(c, i, IF_EQUAL, true); return true;
  case OPCODE_JumpNeInt: case OPCODE_JumpStrictNeInt: compare_jump(c, i, IF_NOT_EQUAL, true); return true;
  case OPCODE_CallPlain: call(c, code, i, true); return true;
  case OPCODE_Call: call(c, code, i, false); return true;
  case OPCODE_New: new_object(c, code, i); return true;
  case OPCODE_Return:
    load_register(c, RAX, i->a);
    return_to_caller(c);
    return true;
  case OPCODE_ReturnUndefined:
    x64_constant(a, RAX, VALUE_UNDEFINED.bits);
    return_to_caller(c);
    return true;
  default: return false;
  }
}

// The seldom way of instruction c->i, to which the jumps from `first` on go.
static void seldom_way(Compiler *c, uint32_t first, uint32_t end) {
  for (uint32_t j = first; j < end; j++) x64_patch_here(&c->assembler, c->seldom.items[j].at);
  leave_to_interpreter(c);
}

static void seldom_ways(Compiler *c) {
  for (uint32_t first = 0, end; first < c->seldom.count; first = end) {
    c->i = c->seldom.items[first].instruction;
    for (end = first; end < c->seldom.count && c->seldom.items[end].instruction == c->i; end++) {}
    seldom_way(c, first, end);
  }
}

bool baseline_compile(const Baseline *baseline, Assembler *assembler, const Code *code, CompiledCode *out) {
  const CompiledFunction *function = code->function;
  Compiler c = {.assembler = *assembler, .baseline = baseline, .code = function->code, .count = function->code_count};
  c.offsets = malloc((c.count + 1) * sizeof *c.offsets);
  prologue(&c, code);
  out->body = c.assembler.size;
  load_caches(&c, code);
  for (c.i = 0; c.i < c.count; c.i++) {
    c.offsets[c.i] = c.assembler.size;
    if (!instruction(&c, code, &c.code[c.i])) leave_to_interpreter(&c);
  }
  seldom_ways(&c);
  for (uint32_t j = 0; j < c.forward.count; j++) {
    x64_patch(&c.assembler, c.forward.items[j].at, c.offsets[c.forward.items[j].instruction]);
  }
  *assembler = c.assembler;
  free(c.forward.items);
  free(c.seldom.items);
  out->offsets = c.offsets;
  return !c.assembler.full;
}
