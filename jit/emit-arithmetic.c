// jit/emit-arithmetic.c - arithmetic, comparisons and conditional jumps.
//
// Integers are done at once, doubles in the seldom way, all else by a helper.
#include "jit/emit.h"

#include "vm/exec/opcodes.h"

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

static void store_double(Compiler *c, unsigned reg) {  // of XMM0, not NaN
  Assembler *a = &c->assembler;
  x64_double_to_bits(a, RAX, XMM0);
  x64_constant(a, RDX, DOUBLE_OFFSET);
  x64_do(a, ADD, RAX, RDX);
  store_register(c, reg, RAX);
}

// Slow ways: doubles here, all else and NaN in the helper that comes after.
static void double_arithmetic(Compiler *c, const Instruction *i, DoubleOperation operation, bool constant,
                              uint16_t right) {
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

// ToInt32 of the number in `reg`, in its lower half.  Of doubles beyond 64-bit integers the helper finds it: for them,
// and for what is no number, jumps are added to `others`.
static int convert_to_int(Compiler *c, Register reg, uint32_t *others) {
  Assembler *a = &c->assembler;
  x64_do(a, CMP, reg, TAG);
  uint32_t is_int = x64_jump_if(a, IF_NOT_BELOW);
  x64_constant(a, RDX, DOUBLE_OFFSET);
  x64_do(a, SUB, reg, RDX);
  others[0] = x64_jump_if(a, IF_BELOW);
  x64_double_from_bits(a, XMM0, reg);
  x64_double_to_int(a, true, reg, XMM0);  // the smallest integer of all where there is none
  x64_move(a, RDX, reg);
  x64_do_constant(a, SUB, true, RDX, 1);
  others[1] = x64_jump_if(a, IF_OVERFLOW);
  x64_patch_here(a, is_int);
  return 2;
}

// The slow way of bitwise operators: doubles here.
static void double_bitwise(Compiler *c, const Instruction *i, bool constant) {
  Assembler *a = &c->assembler;
  uint32_t others[4];
  load_register(c, RAX, i->b);
  int count = convert_to_int(c, RAX, others);
  if (constant) {
    x64_constant(a, RCX, (uint32_t)(int16_t)i->c);
  } else {
    load_register(c, RCX, i->c);
    count += convert_to_int(c, RCX, others + count);
  }
  switch ((Opcode)i->op) {
  case OPCODE_BitAnd:
  case OPCODE_BitAndInt: x64_do_32(a, AND, RAX, RCX); break;
  case OPCODE_BitOr:
  case OPCODE_BitOrInt: x64_do_32(a, OR, RAX, RCX); break;
  case OPCODE_BitXor:
  case OPCODE_BitXorInt: x64_do_32(a, XOR, RAX, RCX); break;
  case OPCODE_Shl:
  case OPCODE_ShlInt: x64_shift_by_cl(a, SHL, RAX); break;
  default: x64_shift_by_cl(a, SAR, RAX); break;
  }
  x64_move_32(a, RAX, RAX);
  store_int(c, i->a);
  jump_to_next(c);
  for (int j = 0; j < count; j++) x64_patch_here(a, others[j]);
}

// A quotient that is an integer gets the integer form, but for 0, which may be -0.
static void divide(Compiler *c, const Instruction *i, bool constant) {
  Assembler *a = &c->assembler;
  uint32_t no_number[2];
  int count = load_doubles(c, i->b, i->c, constant, no_number);
  x64_do_double(a, DIVIDE_DOUBLE, XMM0, XMM1);
  x64_double_to_int(a, false, RAX, XMM0);
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
  case OPCODE_JumpLt:
  case OPCODE_JumpLtInt: *comparison = less; return true;
  case OPCODE_JumpLe:
  case OPCODE_JumpLeInt: *comparison = less_equal; return true;
  case OPCODE_JumpGt:
  case OPCODE_JumpGtInt: *comparison = greater; return true;
  case OPCODE_JumpGe:
  case OPCODE_JumpGeInt: *comparison = greater_equal; return true;
  case OPCODE_JumpNotLt:
  case OPCODE_JumpNotLtInt: *comparison = negated(less); return true;
  case OPCODE_JumpNotLe:
  case OPCODE_JumpNotLeInt: *comparison = negated(less_equal); return true;
  case OPCODE_JumpNotGt:
  case OPCODE_JumpNotGtInt: *comparison = negated(greater); return true;
  case OPCODE_JumpNotGe:
  case OPCODE_JumpNotGeInt: *comparison = negated(greater_equal); return true;
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
  uint32_t no_pointer = jump_unless_pointer(c, RAX, RCX);
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

// The function of the opcode tells whether to jump.
static void jump_by_helper(Compiler *c, const Instruction *i) {
  call_helper(c, c->baseline->helpers[i->op]);
  x64_do_constant(&c->assembler, CMP, false, RAX, BRANCH_PASSED);
  jump_to_stub_if(c, IF_BELOW, c->baseline->leave_with_exception);
  jump_if(c, IF_ABOVE, (int16_t)i->c);
}

// ------------------------------------------------------------------------------------------------------ instructions

bool arithmetic_instruction(Compiler *c, const Instruction *i) {
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
  case OPCODE_ToNumber:
  case OPCODE_ToNumeric: check_number(c, i); return true;
  case OPCODE_Increment: increment(c, i, ADD); return true;
  case OPCODE_Decrement: increment(c, i, SUB); return true;
  case OPCODE_BitNot: bitwise_not(c, i); return true;
  case OPCODE_Not: logical_not(c, i); return true;
  case OPCODE_Eq:
  case OPCODE_StrictEq: compare_value(c, i, IF_EQUAL); return true;
  case OPCODE_Ne:
  case OPCODE_StrictNe: compare_value(c, i, IF_NOT_EQUAL); return true;
  case OPCODE_Lt: compare_value(c, i, IF_LESS); return true;
  case OPCODE_Le: compare_value(c, i, IF_NOT_GREATER); return true;
  case OPCODE_Gt: compare_value(c, i, IF_GREATER); return true;
  case OPCODE_Ge: compare_value(c, i, IF_NOT_LESS); return true;
  default: return false;
  }
}

bool jump_instruction(Compiler *c, const Instruction *i) {
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
  case OPCODE_JumpEq:
  case OPCODE_JumpStrictEq: compare_jump(c, i, IF_EQUAL, false); return true;
  case OPCODE_JumpNe:
  case OPCODE_JumpStrictNe: compare_jump(c, i, IF_NOT_EQUAL, false); return true;
  case OPCODE_JumpEqInt:
  case OPCODE_JumpStrictEqInt: compare_jump(c, i, IF_EQUAL, true); return true;
  case OPCODE_JumpNeInt:
  case OPCODE_JumpStrictNeInt: compare_jump(c, i, IF_NOT_EQUAL, true); return true;
  case OPCODE_ForInNext:
  case OPCODE_IteratorNext: jump_by_helper(c, i); return true;
  default: return false;
  }
}

void arithmetic_slow_prefix(Compiler *c, const Instruction *i) {
  switch ((Opcode)i->op) {
  case OPCODE_Add: double_arithmetic(c, i, ADD_DOUBLE, false, i->c); break;
  case OPCODE_AddInt: double_arithmetic(c, i, ADD_DOUBLE, true, i->c); break;
  case OPCODE_Sub: double_arithmetic(c, i, SUBTRACT_DOUBLE, false, i->c); break;
  case OPCODE_SubInt: double_arithmetic(c, i, SUBTRACT_DOUBLE, true, i->c); break;
  case OPCODE_Mul: double_arithmetic(c, i, MULTIPLY_DOUBLE, false, i->c); break;
  case OPCODE_MulInt: double_arithmetic(c, i, MULTIPLY_DOUBLE, true, i->c); break;
  case OPCODE_Increment: double_arithmetic(c, i, ADD_DOUBLE, true, 1); break;
  case OPCODE_Decrement: double_arithmetic(c, i, SUBTRACT_DOUBLE, true, 1); break;
  case OPCODE_BitAnd:
  case OPCODE_BitOr:
  case OPCODE_BitXor:
  case OPCODE_Shl:
  case OPCODE_Sar: double_bitwise(c, i, false); break;
  case OPCODE_BitAndInt:
  case OPCODE_BitOrInt:
  case OPCODE_BitXorInt:
  case OPCODE_ShlInt:
  case OPCODE_SarInt: double_bitwise(c, i, true); break;
  default: break;
  }
}

bool jump_slowly(Compiler *c, const Instruction *i) {
  Comparison comparison;
  bool constant;
  switch ((Opcode)i->op) {
  case OPCODE_JumpTrue: jump_if_truthy(c, i, true); return true;
  case OPCODE_JumpFalse: jump_if_truthy(c, i, false); return true;
  case OPCODE_JumpStrictEq: same_bits_jump(c, i, true); break;
  case OPCODE_JumpStrictNe: same_bits_jump(c, i, false); break;
  case OPCODE_JumpEq:
  case OPCODE_JumpNe:
  case OPCODE_JumpEqInt:
  case OPCODE_JumpNeInt:
  case OPCODE_JumpStrictEqInt:
  case OPCODE_JumpStrictNeInt: break;
  default:
    if (!order_of_jump((Opcode)i->op, &comparison, &constant)) return false;
    double_compare_jump(c, i, comparison, constant);
  }
  jump_by_helper(c, i);
  jump_to_next(c);
  return true;
}
