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

typedef enum Way {
  WAY_SLOW,     // the whole instruction is done once more, by a helper or by the interpreter
  WAY_BARRIER,  // the write barrier's slow half, then the instruction is done: RAX host, RDX slot, RCX value
} Way;

typedef struct Jump {
  uint32_t at;           // of its distance
  uint32_t instruction;  // where it goes, or whose seldom way it takes
  Way way;
} Jump;

typedef struct JumpList {
  Jump *items;
  uint32_t count, capacity;
} JumpList;

typedef struct Compiler {
  Assembler assembler;
  const Baseline *baseline;
  const Code *function;
  const Instruction *code;
  uint32_t count;       // of instructions
  uint32_t *offsets;    // of each instruction's machine code
  uint32_t *resumes;    // of each call: where it goes on after it
  JumpList forward;     // to instructions not yet reached
  JumpList seldom;      // to the seldom way of an instruction
  uint32_t i;           // the instruction under way
  bool all_placed;      // only the seldom ways are left
} Compiler;

#define R_BASE RBX
#define FRAME R12
#define THE_VM R13
#define TAG R14
#define CACHES R15

static void jump_list_add(JumpList *list, uint32_t at, uint32_t instruction, Way way) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? 2 * list->capacity : 64;
    list->items = realloc(list->items, list->capacity * sizeof *list->items);
  }
  list->items[list->count++] = (Jump){at, instruction, way};
}

// ------------------------------------------------------------------------------------------------------ small parts

static void load_register(Compiler *c, Register to, unsigned reg) { x64_load(&c->assembler, to, R_BASE, (int32_t)reg * 8); }
static void store_register(Compiler *c, unsigned reg, Register from) { x64_store(&c->assembler, R_BASE, (int32_t)reg * 8, from); }

static void store_constant(Compiler *c, unsigned reg, Value value) {
  x64_constant(&c->assembler, RAX, value.bits);
  store_register(c, reg, RAX);
}

static void seldom_if(Compiler *c, Condition condition) {
  jump_list_add(&c->seldom, x64_jump_if(&c->assembler, condition), c->i, WAY_SLOW);
}
static void seldom(Compiler *c) { jump_list_add(&c->seldom, x64_jump(&c->assembler), c->i, WAY_SLOW); }

static uint32_t jump_target(const Compiler *c, int32_t distance) { return c->i + 1 + (uint32_t)distance; }

static void jump_to(Compiler *c, uint32_t at, uint32_t target) {
  if (target <= c->i || c->all_placed) x64_patch(&c->assembler, at, c->offsets[target]);
  else jump_list_add(&c->forward, at, target, WAY_SLOW);
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

static void load_caches(Compiler *c) {
  x64_constant(&c->assembler, CACHES, (uint64_t)(uintptr_t)c->function->caches);
}

// The interpreter goes on at the present instruction.
static void leave_to_interpreter(Compiler *c) {
  save_pc(c, c->i);
  jump_to_stub(c, c->baseline->leave);
}

// The helper's answer is in RAX; those that answer true or false come back only with true.
static void call_helper(Compiler *c, const uint8_t *helper) {
  x64_constant(&c->assembler, RAX, (uint64_t)(uintptr_t)&c->code[c->i]);
  x64_patch(&c->assembler, x64_call(&c->assembler), (uint32_t)(helper - c->assembler.start));
}

// ------------------------------------------------------------------------------------------------------ values

// To the seldom way unless `reg` holds a pointer; uses `scratch`.
static void check_pointer(Compiler *c, Register reg, Register scratch) {
  x64_load_address(&c->assembler, scratch, reg, -1);
  x64_shift(&c->assembler, SHR, true, scratch, 48);
  seldom_if(c, IF_NOT_EQUAL);
}

static int32_t cache_field(unsigned cache, size_t field) { return (int32_t)(cache * sizeof(InlineCache) + field); }

// The jump that is taken unless the cache is in `state` for the shape of the object in RAX, which stays.
static uint32_t jump_unless_shape(Compiler *c, unsigned cache, CacheState state) {
  Assembler *a = &c->assembler;
  x64_load_32(a, RCX, RAX, 4);  // the shape's index: the upper half of the header
  x64_constant(a, RDX, cache_shape_word(state, 0));
  x64_do(a, OR, RCX, RDX);
  x64_do_memory(a, CMP, RCX, CACHES, cache_field(cache, offsetof(InlineCache, shape)));
  return x64_jump_if(a, IF_NOT_EQUAL);
}
static void check_shape(Compiler *c, unsigned cache, CacheState state) {
  jump_list_add(&c->seldom, jump_unless_shape(c, cache, state), c->i, WAY_SLOW);
}
static void check_cache(Compiler *c, unsigned cache, CacheState state) {
  check_pointer(c, RAX, RCX);
  check_shape(c, cache, state);
}

static uint32_t jump_unless_epoch(Compiler *c, unsigned cache) {
  Assembler *a = &c->assembler;
  x64_load_32(a, RDX, CACHES, cache_field(cache, offsetof(InlineCache, epoch)));
  x64_compare_register_memory_32(a, RDX, THE_VM, (int32_t)(offsetof(VM, runtime) + offsetof(Runtime, prototype_epoch)));
  return x64_jump_if(a, IF_NOT_EQUAL);
}
static void check_epoch(Compiler *c, unsigned cache) {
  jump_list_add(&c->seldom, jump_unless_epoch(c, cache), c->i, WAY_SLOW);
}

static void load_cache_place(Compiler *c, Register to, unsigned cache) {
  x64_load_signed_32(&c->assembler, to, CACHES, cache_field(cache, offsetof(InlineCache, place)));
}

// ------------------------------------------------------------------------------------------------------ write barrier

// After the value in RCX, a pointer, was stored at RDX in the object in RAX (heap_write_barrier).
static void pointer_barrier(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_move(a, RSI, RCX);
  x64_do_constant(a, AND, true, RSI, ~(int32_t)PAGE_MASK);
  x64_test_memory_8(a, RSI, 0, PAGE_POINTERS_TO_HERE_INTERESTING);
  uint32_t not_young = x64_jump_if(a, IF_EQUAL);
  x64_move(a, RSI, RAX);
  x64_do_constant(a, AND, true, RSI, ~(int32_t)PAGE_MASK);
  x64_test_memory_8(a, RSI, 0, PAGE_POINTERS_FROM_HERE_INTERESTING);
  jump_list_add(&c->seldom, x64_jump_if(a, IF_NOT_EQUAL), c->i, WAY_BARRIER);
  x64_patch_here(a, not_young);
}

// The same after any value.
static void write_barrier(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_load_address(a, RSI, RCX, -1);
  x64_shift(a, SHR, true, RSI, 48);
  uint32_t no_pointer = x64_jump_if(a, IF_NOT_EQUAL);
  pointer_barrier(c);
  x64_patch_here(a, no_pointer);
}

// ------------------------------------------------------------------------------------------------------ arithmetic

// Both operands as integers in RAX and RCX, or the slow way.  `constant`: the right one is a small number.
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

static void add_or_subtract(Compiler *c, const Instruction *i, Operation operation, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, constant);
  if (constant) x64_do_constant(a, operation, false, RAX, (int16_t)i->c);
  else x64_do_32(a, operation, RAX, RCX);
  seldom_if(c, IF_OVERFLOW);
  store_int(c, i->a);
}

static void multiply(Compiler *c, const Instruction *i, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, constant);
  if (constant) x64_constant(a, RCX, (uint32_t)(int16_t)i->c);
  x64_move_32(a, RDX, RAX);
  x64_multiply_32(a, RAX, RCX);
  seldom_if(c, IF_OVERFLOW);
  x64_test_32(a, RAX, RAX);
  uint32_t not_zero = x64_jump_if(a, IF_NOT_EQUAL);
  x64_do_32(a, OR, RDX, RCX);
  seldom_if(c, IF_SIGN);  // -0
  x64_patch_here(a, not_zero);
  store_int(c, i->a);
}

// Integers, the left one not negative and the right one above 0.
static void modulo(Compiler *c, const Instruction *i, bool constant) {
  Assembler *a = &c->assembler;
  int16_t divisor = (int16_t)i->c;
  if (constant && divisor <= 0) {
    seldom(c);
    return;
  }
  load_ints(c, i->b, i->c, constant);
  x64_test_32(a, RAX, RAX);
  seldom_if(c, IF_SIGN);
  if (constant && (divisor & (divisor - 1)) == 0) {
    x64_do_constant(a, AND, false, RAX, divisor - 1);
    store_int(c, i->a);
    return;
  }
  if (constant) {
    x64_constant(a, RCX, (uint32_t)divisor);
  } else {
    x64_test_32(a, RCX, RCX);
    seldom_if(c, IF_NOT_GREATER);
  }
  x64_do_32(a, XOR, RDX, RDX);
  x64_divide_32(a, RCX);
  x64_move_32(a, RAX, RDX);
  store_int(c, i->a);
}

static void bitwise(Compiler *c, const Instruction *i, Operation operation, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, constant);
  if (constant) x64_do_constant(a, operation, false, RAX, (int16_t)i->c);
  else x64_do_32(a, operation, RAX, RCX);
  store_int(c, i->a);
}

static void shift(Compiler *c, const Instruction *i, Shift direction, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, constant);
  if (constant) x64_shift(a, direction, false, RAX, i->c & 31);
  else x64_shift_by_cl(a, direction, RAX);
  x64_move_32(a, RAX, RAX);  // a shift by 0 leaves the tag
  if (direction == SHR) {
    x64_test_32(a, RAX, RAX);
    seldom_if(c, IF_SIGN);
  }
  store_int(c, i->a);
}

static void load_int(Compiler *c, unsigned reg) {
  load_register(c, RAX, reg);
  x64_do(&c->assembler, CMP, RAX, TAG);
  seldom_if(c, IF_BELOW);
}

static void increment(Compiler *c, const Instruction *i, Operation operation) {
  load_int(c, i->b);
  x64_do_constant(&c->assembler, operation, false, RAX, 1);
  seldom_if(c, IF_OVERFLOW);
  store_int(c, i->a);
}

static void negate(Compiler *c, const Instruction *i) {
  load_int(c, i->b);
  x64_test_32(&c->assembler, RAX, RAX);
  seldom_if(c, IF_EQUAL);  // -0
  x64_negate_32(&c->assembler, RAX);
  seldom_if(c, IF_OVERFLOW);
  store_int(c, i->a);
}

static void bitwise_not(Compiler *c, const Instruction *i) {
  load_int(c, i->b);
  x64_not_32(&c->assembler, RAX);
  store_int(c, i->a);
}

static void check_number(Compiler *c, const Instruction *i) {
  load_register(c, RAX, i->b);
  x64_constant(&c->assembler, RCX, DOUBLE_OFFSET);
  x64_do(&c->assembler, CMP, RAX, RCX);
  seldom_if(c, IF_BELOW);
  store_register(c, i->a, RAX);
}

// The number in `from`, which is lost, as a double.  Returns the jump that is taken where it is none.
static uint32_t load_double(Compiler *c, DoubleRegister to, Register from) {
  Assembler *a = &c->assembler;
  x64_do(a, CMP, from, TAG);
  uint32_t is_int = x64_jump_if(a, IF_NOT_BELOW);
  x64_constant(a, RDX, DOUBLE_OFFSET);
  x64_do(a, SUB, from, RDX);
  uint32_t no_number = x64_jump_if(a, IF_BELOW);
  x64_double_from_bits(a, to, from);
  uint32_t done = x64_jump(a);
  x64_patch_here(a, is_int);
  x64_double_from_int(a, to, from);
  x64_patch_here(a, done);
  return no_number;
}

// The operands as doubles in XMM0 and XMM1.  Returns how many jumps are taken where one is no number.
static int load_doubles(Compiler *c, unsigned left, unsigned right, bool constant, uint32_t no_number[2]) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, left);
  if (constant) x64_constant(a, RCX, (uint32_t)(int16_t)right);
  else load_register(c, RCX, right);
  no_number[0] = load_double(c, XMM0, RAX);
  if (constant) {
    x64_double_from_int(a, XMM1, RCX);
    return 1;
  }
  no_number[1] = load_double(c, XMM1, RCX);
  return 2;
}

static void jump_to_next(Compiler *c) { x64_patch(&c->assembler, x64_jump(&c->assembler), c->offsets[c->i + 1]); }

static void store_double(Compiler *c, unsigned reg) {  // of XMM0, not NaN
  Assembler *a = &c->assembler;
  x64_double_to_bits(a, RAX, XMM0);
  x64_constant(a, RDX, DOUBLE_OFFSET);
  x64_do(a, ADD, RAX, RDX);
  store_register(c, reg, RAX);
}

// Slow ways: doubles here, all else and NaN in the helper that comes after.
static void double_arithmetic(Compiler *c, const Instruction *i, DoubleOperation operation, bool constant, uint16_t right) {
  Assembler *a = &c->assembler;
  uint32_t no_number[2];
  int count = load_doubles(c, i->b, right, constant, no_number);
  x64_do_double(a, operation, XMM0, XMM1);
  x64_compare_double(a, XMM0, XMM0);
  uint32_t not_a_number = x64_jump_if(a, IF_PARITY);
  store_double(c, i->a);
  jump_to_next(c);
  for (int j = 0; j < count; j++) x64_patch_here(a, no_number[j]);
  x64_patch_here(a, not_a_number);
}

// A quotient that is an integer gets the integer form, but for 0, which may be -0.
static void divide(Compiler *c, const Instruction *i, bool constant) {
  Assembler *a = &c->assembler;
  uint32_t no_number[2];
  int count = load_doubles(c, i->b, i->c, constant, no_number);
  x64_do_double(a, DIVIDE_DOUBLE, XMM0, XMM1);
  x64_double_to_int(a, RAX, XMM0);
  x64_double_from_int(a, XMM1, RAX);
  x64_compare_double(a, XMM0, XMM1);
  uint32_t unordered = x64_jump_if(a, IF_PARITY);
  uint32_t fraction = x64_jump_if(a, IF_NOT_EQUAL);
  x64_test_32(a, RAX, RAX);
  uint32_t zero = x64_jump_if(a, IF_EQUAL);
  store_int(c, i->a);
  uint32_t done = x64_jump(a);
  x64_patch_here(a, fraction);
  store_double(c, i->a);
  for (int j = 0; j < count; j++) jump_list_add(&c->seldom, no_number[j], c->i, WAY_SLOW);
  jump_list_add(&c->seldom, unordered, c->i, WAY_SLOW);
  jump_list_add(&c->seldom, zero, c->i, WAY_SLOW);
  x64_patch_here(a, done);
}

// -------------------------------------------------------------------------------------------------- comparisons

typedef struct Comparison {
  Condition ints;     // of signed integers
  bool reversed;      // doubles: compare the right with the left one
  Condition doubles;  // after ucomisd; false where an operand is NaN, but in the Not forms
} Comparison;

static const Comparison less = {IF_LESS, true, IF_ABOVE}, less_equal = {IF_NOT_GREATER, true, IF_NOT_BELOW},
  greater = {IF_GREATER, false, IF_ABOVE}, greater_equal = {IF_NOT_LESS, false, IF_NOT_BELOW};

static Comparison negated(Comparison comparison) {
  comparison.ints ^= 1;  // the lowest bit of a condition's number turns it around
  comparison.doubles ^= 1;
  return comparison;
}

// Of a jump that compares by order; false: it does not.
static bool order_of_jump(Opcode op, Comparison *comparison, bool *constant) {
  *constant = op >= OPCODE_JumpLtInt;
  switch (op) {
  case OPCODE_JumpLt: case OPCODE_JumpLtInt: *comparison = less; return true;
  case OPCODE_JumpLe: case OPCODE_JumpLeInt: *comparison = less_equal; return true;
  case OPCODE_JumpGt: case OPCODE_JumpGtInt: *comparison = greater; return true;
  case OPCODE_JumpGe: case OPCODE_JumpGeInt: *comparison = greater_equal; return true;
  case OPCODE_JumpNotLt: case OPCODE_JumpNotLtInt: *comparison = negated(less); return true;
  case OPCODE_JumpNotLe: case OPCODE_JumpNotLeInt: *comparison = negated(less_equal); return true;
  case OPCODE_JumpNotGt: case OPCODE_JumpNotGtInt: *comparison = negated(greater); return true;
  case OPCODE_JumpNotGe: case OPCODE_JumpNotGeInt: *comparison = negated(greater_equal); return true;
  default: return false;
  }
}

static void compare_jump(Compiler *c, const Instruction *i, Condition condition, bool constant) {
  Assembler *a = &c->assembler;
  load_ints(c, i->a, i->b, constant);
  if (constant) x64_do_constant(a, CMP, false, RAX, (int16_t)i->b);
  else x64_do_32(a, CMP, RAX, RCX);
  jump_if(c, condition, (int16_t)i->c);
}

static void double_compare_jump(Compiler *c, const Instruction *i, Comparison comparison, bool constant) {
  Assembler *a = &c->assembler;
  uint32_t no_number[2];
  int count = load_doubles(c, i->a, i->b, constant, no_number);
  if (comparison.reversed) x64_compare_double(a, XMM1, XMM0);
  else x64_compare_double(a, XMM0, XMM1);
  jump_if(c, comparison.doubles, (int16_t)i->c);
  jump_to_next(c);
  for (int j = 0; j < count; j++) x64_patch_here(a, no_number[j]);
}

// The same pointer or special value equals itself; the helper does the rest.
static void same_bits_jump(Compiler *c, const Instruction *i, bool wanted) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->a);
  load_register(c, RCX, i->b);
  x64_do(a, CMP, RAX, RCX);
  uint32_t different = x64_jump_if(a, IF_NOT_EQUAL);
  x64_constant(a, RDX, DOUBLE_OFFSET);
  x64_do(a, CMP, RAX, RDX);
  uint32_t number = x64_jump_if(a, IF_NOT_BELOW);
  if (wanted) jump(c, (int16_t)i->c);
  else jump_to_next(c);
  x64_patch_here(a, different);
  x64_patch_here(a, number);
}

static void compare_value(Compiler *c, const Instruction *i, Condition condition) {
  Assembler *a = &c->assembler;
  load_ints(c, i->b, i->c, false);
  x64_do_32(a, CMP, RAX, RCX);
  x64_set(a, condition, RAX);
  x64_extend_8(a, RAX, RAX);
  x64_constant(a, RCX, VALUE_FALSE.bits);
  x64_do(a, OR, RAX, RCX);
  store_register(c, i->a, RAX);
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

// JumpTrue, JumpFalse: booleans here, all else in the slow way.
static void jump_if_boolean(Compiler *c, const Instruction *i, bool wanted) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->a);
  x64_constant(a, RCX, VALUE_FALSE.bits);
  x64_do(a, SUB, RAX, RCX);
  x64_do_constant(a, CMP, true, RAX, 1);
  seldom_if(c, IF_ABOVE);
  jump_if(c, wanted ? IF_EQUAL : IF_BELOW, i->wide);
}

static void jump_if_truthy(Compiler *c, const Instruction *i, bool wanted) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->a);
  x64_load_address(a, RCX, RAX, -1);
  x64_shift(a, SHR, true, RCX, 48);
  uint32_t no_pointer = x64_jump_if(a, IF_NOT_EQUAL);
  x64_compare_8(a, RAX, 0, KIND_OBJECT << 1 | 1);
  uint32_t no_object = x64_jump_if(a, IF_BELOW);
  if (wanted) jump(c, i->wide);
  else jump_to_next(c);
  x64_patch_here(a, no_pointer);
  x64_patch_here(a, no_object);
  x64_move(a, RDI, RAX);
  x64_constant(a, RAX, (uint64_t)(uintptr_t)baseline_help_truthy);
  x64_call_register(a, RAX);
  x64_test_8(a, RAX);
  jump_if(c, wanted ? IF_NOT_EQUAL : IF_EQUAL, i->wide);
  jump_to_next(c);
}

static void logical_not(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->b);
  x64_constant(a, RCX, VALUE_FALSE.bits);
  x64_move(a, RDX, RAX);
  x64_do(a, SUB, RDX, RCX);
  x64_do_constant(a, CMP, true, RDX, 1);
  seldom_if(c, IF_ABOVE);
  x64_do_constant(a, XOR, true, RAX, 1);
  store_register(c, i->a, RAX);
}

// ------------------------------------------------------------------------------------------------------ calls

// What the frame of a call is told besides: the number of arguments, no flags, the register of the result.
static uint64_t call_words(const Instruction *i) { return i->c | (uint64_t)i->a << 48; }

_Static_assert(offsetof(Frame, flags) == offsetof(Frame, argument_count) + 4 &&
               offsetof(Frame, destination) == offsetof(Frame, argument_count) + 6, "see call_words");

static void place_resume(Compiler *c) {
  c->resumes[c->i] = c->assembler.size;
  load_caches(c);
}

static void call(Compiler *c, const Instruction *i, bool plain) {
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
  x64_constant(a, RAX, call_words(i));
  x64_store(a, FRAME, sizeof(Frame) + offsetof(Frame, argument_count), RAX);
  x64_jump_memory(a, RCX, offsetof(Code, entry));
  x64_patch_here(a, resume);
  place_resume(c);
}

// The interpreter does the call; the callee returns to the place of that name.  `frame`->pc is behind the call.
static void leave_call_to_interpreter(Compiler *c) {
  Assembler *a = &c->assembler;
  uint32_t resume = x64_address(a, RAX);
  x64_patch(a, resume, c->resumes[c->i]);
  x64_store(a, FRAME, offsetof(Frame, resume), RAX);
  jump_to_stub(c, c->baseline->interpret_call);
}

static void call_or_new_by_helper(Compiler *c, const uint8_t *helper) {
  Assembler *a = &c->assembler;
  call_helper(c, helper);
  x64_do_constant(a, CMP, false, RAX, HELP_DONE);
  jump_to_stub_if(c, IF_BELOW, c->baseline->leave_with_exception);
}

static void construct(Compiler *c) {
  call_or_new_by_helper(c, c->baseline->help_new);
  seldom_if(c, IF_NOT_EQUAL);
  uint32_t done = x64_jump(&c->assembler);
  place_resume(c);
  x64_patch_here(&c->assembler, done);
}

// The interpreter does the call of the next instruction, too, if this one can be done.
static void apply_arguments(Compiler *c) {
  Assembler *a = &c->assembler;
  seldom(c);
  place_resume(c);
  uint32_t at = x64_jump(a);
  jump_to(c, at, c->i + 2);
}

// What the callee does first: R12 is the caller's frame, RSI the callee's registers, RCX its Code.
static void prologue(Compiler *c) {
  Assembler *a = &c->assembler;
  const Code *code = c->function;
  x64_compare_32(a, THE_VM, offsetof(VM, interrupt), 0);
  jump_to_stub_if(c, IF_NOT_EQUAL, c->baseline->interpret_call);
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

static void pop_frame(Compiler *c) {  // RAX is the result
  Assembler *a = &c->assembler;
  x64_load_16(a, RCX, FRAME, offsetof(Frame, destination));
  x64_do_constant(a, SUB, true, FRAME, sizeof(Frame));
  x64_load(a, R_BASE, FRAME, offsetof(Frame, registers));
  x64_store_indexed(a, R_BASE, RCX, 0, RAX);
  x64_jump_memory(a, FRAME, offsetof(Frame, resume));
}

static void return_to_caller(Compiler *c) {
  x64_compare_16(&c->assembler, FRAME, offsetof(Frame, flags), 0);
  seldom_if(c, IF_NOT_EQUAL);
  pop_frame(c);
}

// From a constructor; to C the interpreter returns.
static void return_slowly(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  x64_compare_16(a, FRAME, offsetof(Frame, flags), FRAME_CONSTRUCT);
  uint32_t to_c = x64_jump_if(a, IF_NOT_EQUAL);
  if (i->op == OPCODE_Return) {
    x64_load_address(a, RCX, RAX, -1);
    x64_shift(a, SHR, true, RCX, 48);
    uint32_t no_pointer = x64_jump_if(a, IF_NOT_EQUAL);
    x64_compare_8(a, RAX, 0, KIND_OBJECT << 1 | 1);
    uint32_t is_object = x64_jump_if(a, IF_NOT_BELOW);
    x64_patch_here(a, no_pointer);
    load_register(c, RAX, 1);
    x64_patch_here(a, is_object);
  } else {
    load_register(c, RAX, 1);
  }
  pop_frame(c);
  x64_patch_here(a, to_c);
  leave_to_interpreter(c);
}

// ------------------------------------------------------------------------------------------------------ properties

static void context_of(Compiler *c, const Instruction *i, unsigned depth) {
  load_register(c, RAX, i->b);
  for (; depth > 0; depth--) x64_load(&c->assembler, RAX, RAX, offsetof(Context, parent));
}

static int32_t slot_offset(const Instruction *i) { return (int32_t)(offsetof(Context, slots) + i->c * sizeof(Value)); }

static void slot_load(Compiler *c, const Instruction *i, unsigned depth) {
  context_of(c, i, depth);
  x64_load(&c->assembler, RAX, RAX, slot_offset(i));
  store_register(c, i->a, RAX);
}

static void slot_store(Compiler *c, const Instruction *i, unsigned depth) {
  context_of(c, i, depth);
  load_register(c, RCX, i->a);
  x64_store(&c->assembler, RAX, slot_offset(i), RCX);
  x64_load_address(&c->assembler, RDX, RAX, slot_offset(i));
  write_barrier(c);
}

// RAX = the value at the cache's place in the object in RAX (place_slot).
static void load_place(Compiler *c, unsigned cache) {
  Assembler *a = &c->assembler;
  load_cache_place(c, RDX, cache);
  x64_test_32(a, RDX, RDX);
  uint32_t outside = x64_jump_if(a, IF_SIGN);
  x64_load_sum(a, RAX, RAX, RDX);
  uint32_t done = x64_jump(a);
  x64_patch_here(a, outside);
  x64_load(a, RAX, RAX, offsetof(JSObject, properties));
  x64_not_64(a, RDX);
  x64_load_indexed(a, RAX, RAX, RDX, offsetof(Properties, values));
  x64_patch_here(a, done);
}

static void load_own(Compiler *c, unsigned cache) {
  load_cache_place(c, RDX, cache);
  x64_load_sum(&c->assembler, RAX, RAX, RDX);
}
static void load_from_prototype(Compiler *c, unsigned cache) {
  x64_load(&c->assembler, RAX, CACHES, cache_field(cache, offsetof(InlineCache, holder)));
  load_place(c, cache);
}

static void store_named(Compiler *c, const Instruction *i) {
  if (i->op == OPCODE_GetMethod) {
    load_register(c, RCX, i->b);
    store_register(c, i->a + 1u, RCX);
  }
  store_register(c, i->a, RAX);
}

// GetNamed, GetMethod: first for the state that the cache has now, then for the other one of the two that are usual
// (named_load_slowly); the helper serves all others.
static CacheState expected_state(const Compiler *c, const Instruction *i) {
  CacheState state = cache_state(&c->function->caches[i->c]);
  bool is_usual = state == IC_OWN_INOBJECT || state == IC_PROTOTYPE || state == IC_OWN;
  return is_usual ? state : i->op == OPCODE_GetMethod ? IC_PROTOTYPE : IC_OWN_INOBJECT;
}

static void named_load(Compiler *c, const Instruction *i) {
  CacheState state = expected_state(c, i);
  load_register(c, RAX, i->b);
  check_cache(c, i->c, state);
  switch (state) {
  case IC_PROTOTYPE:
    check_epoch(c, i->c);
    load_from_prototype(c, i->c);
    break;
  case IC_OWN: load_place(c, i->c); break;
  default: load_own(c, i->c); break;
  }
  store_named(c, i);
}

static void named_load_slowly(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  CacheState expected = expected_state(c, i);
  load_register(c, RAX, i->b);
  x64_load_address(a, RCX, RAX, -1);
  x64_shift(a, SHR, true, RCX, 48);
  uint32_t no_pointer = x64_jump_if(a, IF_NOT_EQUAL);
  if (expected != IC_OWN_INOBJECT) {
    uint32_t other_shape = jump_unless_shape(c, i->c, IC_OWN_INOBJECT);
    load_own(c, i->c);
    store_named(c, i);
    jump_to_next(c);
    x64_patch_here(a, other_shape);
  }
  if (expected != IC_PROTOTYPE) {
    uint32_t other_shape = jump_unless_shape(c, i->c, IC_PROTOTYPE), other_epoch = jump_unless_epoch(c, i->c);
    load_from_prototype(c, i->c);
    store_named(c, i);
    jump_to_next(c);
    x64_patch_here(a, other_shape);
    x64_patch_here(a, other_epoch);
  }
  x64_patch_here(a, no_pointer);
}

static void length_load(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->b);
  check_pointer(c, RAX, RCX);
  x64_compare_8(a, RAX, 0, KIND_ARRAY << 1 | 1);
  seldom_if(c, IF_NOT_EQUAL);
  x64_load(a, RAX, RAX, offsetof(JSArray, length));
  store_register(c, i->a, RAX);
}

static bool named_store(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  CacheState state = cache_state(&c->function->caches[i->c]);
  bool adds = state == IC_ADD;
  if (!adds && state != IC_OWN_INOBJECT && state != IC_EMPTY) return false;
  load_register(c, RAX, i->a);
  check_cache(c, i->c, adds ? IC_ADD : IC_OWN_INOBJECT);
  if (adds) {
    check_epoch(c, i->c);
    x64_load(a, RDI, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, heap));
    x64_compare_8(a, RDI, offsetof(HeapFast, marking), 0);  // then shapes have a barrier of their own
    seldom_if(c, IF_NOT_EQUAL);
  }
  load_cache_place(c, RDX, i->c);
  if (adds) {
    x64_test_32(a, RDX, RDX);
    seldom_if(c, IF_SIGN);
    x64_load(a, RSI, CACHES, cache_field(i->c, offsetof(InlineCache, holder)));
    x64_load_32(a, RSI, RSI, 4);
    x64_store_32(a, RAX, 4, RSI);
  }
  load_register(c, RCX, i->b);
  x64_do(a, ADD, RDX, RAX);
  x64_store(a, RDX, 0, RCX);
  write_barrier(c);
  return true;
}

static void global_load(Compiler *c, const Instruction *i) {
  x64_load(&c->assembler, RAX, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, global));
  check_shape(c, i->c, IC_OWN);
  check_epoch(c, i->c);
  load_place(c, i->c);
  store_register(c, i->a, RAX);
}

// RSI the elements of the object in register `object`, RCX the index in register `key`, below their capacity.
static void load_elements(Compiler *c, unsigned object, unsigned key) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, object);
  check_pointer(c, RAX, RCX);
  x64_compare_8(a, RAX, 0, KIND_OBJECT << 1 | 1);
  seldom_if(c, IF_BELOW);
  load_register(c, RCX, key);
  x64_do(a, CMP, RCX, TAG);
  seldom_if(c, IF_BELOW);
  x64_move_32(a, RCX, RCX);
  x64_load(a, RSI, RAX, offsetof(JSObject, elements));
  x64_compare_register_memory_32(a, RCX, RSI, offsetof(Elements, capacity));
  seldom_if(c, IF_NOT_BELOW);
}

static void index_load(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_elements(c, i->b, i->c);
  x64_load_indexed(a, RAX, RSI, RCX, offsetof(Elements, values));
  x64_test_64(a, RAX, RAX);
  seldom_if(c, IF_EQUAL);
  store_register(c, i->a, RAX);
}

// Over an element that is there.
static void index_store(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_elements(c, i->a, i->b);
  x64_address_indexed(a, RDX, RSI, RCX, offsetof(Elements, values));
  x64_load(a, RAX, RDX, 0);
  x64_test_64(a, RAX, RAX);
  seldom_if(c, IF_EQUAL);
  load_register(c, RCX, i->c);
  x64_store(a, RDX, 0, RCX);
  x64_move(a, RAX, RSI);
  x64_load_address(a, RSI, RCX, -1);
  x64_shift(a, SHR, true, RSI, 48);
  uint32_t no_pointer = x64_jump_if(a, IF_NOT_EQUAL);
  x64_or_memory_8(a, RAX, 1, HEADER_HAS_POINTERS);
  pointer_barrier(c);
  x64_patch_here(a, no_pointer);
}

static void coerce_this(Compiler *c) {
  load_register(c, RAX, 1);
  check_pointer(c, RAX, RCX);
  x64_compare_8(&c->assembler, RAX, 0, KIND_OBJECT << 1 | 1);
  seldom_if(c, IF_BELOW);
}

static void check_initialized(Compiler *c, const Instruction *i) {
  load_register(c, RAX, i->a);
  x64_test_64(&c->assembler, RAX, RAX);
  seldom_if(c, IF_EQUAL);
}

static void parent_context(Compiler *c, const Instruction *i) {
  context_of(c, i, i->c);
  store_register(c, i->a, RAX);
}

// ForInNext, IteratorNext: the helper tells whether to jump.
static void jump_by_helper(Compiler *c, const Instruction *i) {
  call_helper(c, c->baseline->help_condition);
  x64_do_constant(&c->assembler, CMP, false, RAX, HELP_FALSE);
  jump_to_stub_if(c, IF_BELOW, c->baseline->leave_with_exception);
  jump_if(c, IF_ABOVE, (int16_t)i->c);
}

// ------------------------------------------------------------------------------------------------------ instructions

static bool load_instruction(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  switch ((Opcode)i->op) {
  case OPCODE_LoadConst:
    x64_constant(a, RAX, (uint64_t)(uintptr_t)&c->function->constant_values[i->wide]);
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
  case OPCODE_LoadGlobalThis:
    x64_load(a, RAX, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, global));
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_CoerceThis: coerce_this(c); return true;
  case OPCODE_CheckInitialized: check_initialized(c, i); return true;
  case OPCODE_LoadClosureContext:
    load_register(c, RAX, 0);
    x64_load(a, RAX, RAX, offsetof(JSFunction, context));
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_ParentContext: parent_context(c, i); return true;
  case OPCODE_GetSlot: slot_load(c, i, 0); return true;
  case OPCODE_GetSlot1: slot_load(c, i, 1); return true;
  case OPCODE_GetSlot2: slot_load(c, i, 2); return true;
  case OPCODE_SetSlot: slot_store(c, i, 0); return true;
  case OPCODE_SetSlot1: slot_store(c, i, 1); return true;
  case OPCODE_SetSlot2: slot_store(c, i, 2); return true;
  case OPCODE_GetGlobal: global_load(c, i); return true;
  case OPCODE_GetNamed: case OPCODE_GetMethod: named_load(c, i); return true;
  case OPCODE_GetLength: length_load(c, i); return true;
  case OPCODE_SetNamed: return named_store(c, i);
  case OPCODE_GetIndex: index_load(c, i); return true;
  case OPCODE_SetIndex: index_store(c, i); return true;
  default: return false;
  }
}

static bool arithmetic_instruction(Compiler *c, const Instruction *i) {
  switch ((Opcode)i->op) {
  case OPCODE_Add: add_or_subtract(c, i, ADD, false); return true;
  case OPCODE_AddInt: add_or_subtract(c, i, ADD, true); return true;
  case OPCODE_Sub: add_or_subtract(c, i, SUB, false); return true;
  case OPCODE_SubInt: add_or_subtract(c, i, SUB, true); return true;
  case OPCODE_Mul: multiply(c, i, false); return true;
  case OPCODE_MulInt: multiply(c, i, true); return true;
  case OPCODE_Div: divide(c, i, false); return true;
  case OPCODE_DivInt: divide(c, i, true); return true;
  case OPCODE_Mod: modulo(c, i, false); return true;
  case OPCODE_ModInt: modulo(c, i, true); return true;
  case OPCODE_BitAnd: bitwise(c, i, AND, false); return true;
  case OPCODE_BitAndInt: bitwise(c, i, AND, true); return true;
  case OPCODE_BitOr: bitwise(c, i, OR, false); return true;
  case OPCODE_BitOrInt: bitwise(c, i, OR, true); return true;
  case OPCODE_BitXor: bitwise(c, i, XOR, false); return true;
  case OPCODE_BitXorInt: bitwise(c, i, XOR, true); return true;
  case OPCODE_Shl: shift(c, i, SHL, false); return true;
  case OPCODE_ShlInt: shift(c, i, SHL, true); return true;
  case OPCODE_Sar: shift(c, i, SAR, false); return true;
  case OPCODE_SarInt: shift(c, i, SAR, true); return true;
  case OPCODE_Shr: shift(c, i, SHR, false); return true;
  case OPCODE_ShrInt: shift(c, i, SHR, true); return true;
  case OPCODE_Negate: negate(c, i); return true;
  case OPCODE_ToNumber: case OPCODE_ToNumeric: check_number(c, i); return true;
  case OPCODE_Increment: increment(c, i, ADD); return true;
  case OPCODE_Decrement: increment(c, i, SUB); return true;
  case OPCODE_BitNot: bitwise_not(c, i); return true;
  case OPCODE_Not: logical_not(c, i); return true;
  case OPCODE_Eq: case OPCODE_StrictEq: compare_value(c, i, IF_EQUAL); return true;
  case OPCODE_Ne: case OPCODE_StrictNe: compare_value(c, i, IF_NOT_EQUAL); return true;
  case OPCODE_Lt: compare_value(c, i, IF_LESS); return true;
  case OPCODE_Le: compare_value(c, i, IF_NOT_GREATER); return true;
  case OPCODE_Gt: compare_value(c, i, IF_GREATER); return true;
  case OPCODE_Ge: compare_value(c, i, IF_NOT_LESS); return true;
  default: return false;
  }
}

static bool jump_instruction(Compiler *c, const Instruction *i) {
  Comparison comparison;
  bool constant;
  if (order_of_jump((Opcode)i->op, &comparison, &constant)) {
    compare_jump(c, i, comparison.ints, constant);
    return true;
  }
  switch ((Opcode)i->op) {
  case OPCODE_Jump: jump(c, i->wide); return true;
  case OPCODE_JumpTrue: jump_if_boolean(c, i, true); return true;
  case OPCODE_JumpFalse: jump_if_boolean(c, i, false); return true;
  case OPCODE_JumpNullish: jump_if_nullish(c, i, IF_EQUAL); return true;
  case OPCODE_JumpNotNullish: jump_if_nullish(c, i, IF_NOT_EQUAL); return true;
  case OPCODE_JumpUndefined: jump_if_special(c, i, VALUE_UNDEFINED, IF_EQUAL); return true;
  case OPCODE_JumpNotUndefined: jump_if_special(c, i, VALUE_UNDEFINED, IF_NOT_EQUAL); return true;
  case OPCODE_JumpNull: jump_if_special(c, i, VALUE_NULL, IF_EQUAL); return true;
  case OPCODE_JumpNotNull: jump_if_special(c, i, VALUE_NULL, IF_NOT_EQUAL); return true;
  case OPCODE_JumpEq: case OPCODE_JumpStrictEq: compare_jump(c, i, IF_EQUAL, false); return true;
  case OPCODE_JumpNe: case OPCODE_JumpStrictNe: compare_jump(c, i, IF_NOT_EQUAL, false); return true;
  case OPCODE_JumpEqInt: case OPCODE_JumpStrictEqInt: compare_jump(c, i, IF_EQUAL, true); return true;
  case OPCODE_JumpNeInt: case OPCODE_JumpStrictNeInt: compare_jump(c, i, IF_NOT_EQUAL, true); return true;
  case OPCODE_ForInNext: case OPCODE_IteratorNext: jump_by_helper(c, i); return true;
  default: return false;
  }
}

// A turn of a loop: a request to stop is heard, and the interpreter may come in.
static void loop(Compiler *c) {
  x64_compare_32(&c->assembler, THE_VM, offsetof(VM, interrupt), 0);
  seldom_if(c, IF_NOT_EQUAL);
  load_caches(c);
}

static bool call_instruction(Compiler *c, const Instruction *i) {
  switch ((Opcode)i->op) {
  case OPCODE_CallPlain: call(c, i, true); return true;
  case OPCODE_Call: call(c, i, false); return true;
  case OPCODE_New: construct(c); return true;
  case OPCODE_ApplyArguments: apply_arguments(c); return true;
  case OPCODE_Return:
    load_register(c, RAX, i->a);
    return_to_caller(c);
    return true;
  case OPCODE_ReturnUndefined:
    x64_constant(&c->assembler, RAX, VALUE_UNDEFINED.bits);
    return_to_caller(c);
    return true;
  case OPCODE_Loop: loop(c); return true;
  case OPCODE_Debugger: return true;
  default: return false;
  }
}

static void instruction(Compiler *c, const Instruction *i) {
  if (load_instruction(c, i) || arithmetic_instruction(c, i) || jump_instruction(c, i) || call_instruction(c, i)) return;
  const uint8_t *helper = c->baseline->helpers[i->op];
  if (helper != NULL) call_helper(c, helper);
  else leave_to_interpreter(c);
}

// ------------------------------------------------------------------------------------------------------ seldom ways

// What can still be done here; the code behind it is the rest.
static void slow_prefix(Compiler *c, const Instruction *i) {
  Comparison comparison;
  bool constant;
  if (order_of_jump((Opcode)i->op, &comparison, &constant)) {
    double_compare_jump(c, i, comparison, constant);
    return;
  }
  switch ((Opcode)i->op) {
  case OPCODE_Add: double_arithmetic(c, i, ADD_DOUBLE, false, i->c); break;
  case OPCODE_AddInt: double_arithmetic(c, i, ADD_DOUBLE, true, i->c); break;
  case OPCODE_Sub: double_arithmetic(c, i, SUBTRACT_DOUBLE, false, i->c); break;
  case OPCODE_SubInt: double_arithmetic(c, i, SUBTRACT_DOUBLE, true, i->c); break;
  case OPCODE_Mul: double_arithmetic(c, i, MULTIPLY_DOUBLE, false, i->c); break;
  case OPCODE_MulInt: double_arithmetic(c, i, MULTIPLY_DOUBLE, true, i->c); break;
  case OPCODE_Increment: double_arithmetic(c, i, ADD_DOUBLE, true, 1); break;
  case OPCODE_Decrement: double_arithmetic(c, i, SUBTRACT_DOUBLE, true, 1); break;
  case OPCODE_GetNamed: case OPCODE_GetMethod: named_load_slowly(c, i); break;
  case OPCODE_JumpStrictEq: same_bits_jump(c, i, true); break;
  case OPCODE_JumpStrictNe: same_bits_jump(c, i, false); break;
  default: break;
  }
}

static void slow_way(Compiler *c, const Instruction *i) {
  switch ((Opcode)i->op) {
  case OPCODE_Loop: leave_to_interpreter(c); return;
  case OPCODE_Return: case OPCODE_ReturnUndefined: return_slowly(c, i); return;
  case OPCODE_JumpTrue: jump_if_truthy(c, i, true); return;
  case OPCODE_JumpFalse: jump_if_truthy(c, i, false); return;
  case OPCODE_Call: case OPCODE_CallPlain:
    call_or_new_by_helper(c, c->baseline->help_call);
    x64_patch(&c->assembler, x64_jump_if(&c->assembler, IF_EQUAL), c->offsets[c->i + 1]);
    leave_call_to_interpreter(c);
    return;
  case OPCODE_New: leave_call_to_interpreter(c); return;
  case OPCODE_ApplyArguments:
    save_pc(c, c->i + 1);
    leave_call_to_interpreter(c);
    return;
  default: break;
  }
  slow_prefix(c, i);
  if (opcode_is_short_jump((Opcode)i->op)) {
    jump_by_helper(c, i);
  } else {
    call_helper(c, c->baseline->helpers[i->op]);
  }
  jump_to_next(c);
}

static void barrier_way(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_load(a, RDI, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, heap));
  x64_move(a, RSI, RAX);
  x64_constant(a, RAX, (uint64_t)(uintptr_t)heap_write_barrier_slow);
  x64_call_register(a, RAX);
  jump_to_next(c);
}

static void seldom_ways(Compiler *c) {
  const Jump *jumps = c->seldom.items;
  for (uint32_t first = 0, end; first < c->seldom.count; first = end) {
    c->i = jumps[first].instruction;
    for (end = first; end < c->seldom.count && jumps[end].instruction == c->i && jumps[end].way == jumps[first].way; end++) {
      x64_patch_here(&c->assembler, jumps[end].at);
    }
    if (jumps[first].way == WAY_BARRIER) barrier_way(c);
    else slow_way(c, &c->code[c->i]);
  }
}

bool baseline_compile(const Baseline *baseline, Assembler *assembler, const Code *code, CompiledCode *out) {
  const CompiledFunction *function = code->function;
  Compiler c = {.assembler = *assembler, .baseline = baseline, .function = code, .code = function->code, .count = function->code_count};
  c.offsets = malloc((c.count + 1) * sizeof *c.offsets);
  c.resumes = calloc(c.count, sizeof *c.resumes);
  prologue(&c);
  out->body = c.assembler.size;
  load_caches(&c);
  for (c.i = 0; c.i < c.count; c.i++) {
    c.offsets[c.i] = c.assembler.size;
    instruction(&c, &c.code[c.i]);
  }
  c.offsets[c.count] = c.assembler.size;
  c.all_placed = true;
  seldom_ways(&c);
  for (uint32_t j = 0; j < c.forward.count; j++) {
    x64_patch(&c.assembler, c.forward.items[j].at, c.offsets[c.forward.items[j].instruction]);
  }
  *assembler = c.assembler;
  free(c.forward.items);
  free(c.seldom.items);
  free(c.resumes);
  out->offsets = c.offsets;
  return !c.assembler.full;
}
