// compiler/codegen-expr.c - expressions: dispatch and operators.

#include <stdlib.h>

#include "base/memory.h"
#include "compiler/codegen.h"
#include "compiler/number.h"

// ------------------------------------------------------------------------------------------------------ operands

// If a variable's register may be assigned to between two source offsets, its value is copied.
Reg protect(Codegen *c, Reg reg, uint32_t from, uint32_t until) {
  if (!is_local(c, reg)) return reg;
  const Variable *variable = c->register_variables[reg];
  if (variable == NULL || !variable_written_between(variable, from, until)) return reg;
  Reg copy = temp(c);
  move(c, copy, reg);
  return copy;
}

Reg operand(Codegen *c, Node *node, uint32_t until) {
  return protect(c, expression_any(c, node), node->end_offset, until);
}

void expression_effect(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  expression(c, node, NO_RESULT);
  c->top = mark;
}

Reg expression_named(Codegen *c, Node *node, Reg want, const Atom *name) {
  if (node->type == NODE_FUNCTION && node->function->name == NULL) return function_literal(c, node, want, name);
  return expression(c, node, want);
}

// ------------------------------------------------------------------------------------------------------ constants

bool is_small_integer(const Node *node, int16_t *value) {
  int32_t integer;
  if (node->type != NODE_NUMBER || !number_is_int32(node->number, &integer)) return false;
  if (integer < INT16_MIN || integer > INT16_MAX) return false;
  *value = (int16_t)integer;
  return true;
}

void load_number(Codegen *c, Reg to, double number) {
  int32_t integer;
  if (number_is_int32(number, &integer)) emit_wide(&c->e, OPCODE_LoadInt, to, integer);
  else emit_wide(&c->e, OPCODE_LoadConst, to, (int32_t)constant_number(&c->e, number));
}

void load_string(Codegen *c, Reg to, const Atom *string) {
  emit_wide(&c->e, OPCODE_LoadConst, to, (int32_t)constant_string(&c->e, string));
}

static Reg load_simple(Codegen *c, Opcode op, Reg want) {
  Reg to = destination(c, want);
  emit(&c->e, op, to, 0, 0);
  return to;
}

// ------------------------------------------------------------------------------------------------------ binary

static Opcode binary_opcode(uint8_t op) {
  switch ((Operator)op) {
  case OP_ADD: return OPCODE_Add;
  case OP_SUB: return OPCODE_Sub;
  case OP_MUL: return OPCODE_Mul;
  case OP_DIV: return OPCODE_Div;
  case OP_MOD: return OPCODE_Mod;
  case OP_EXP: return OPCODE_Exp;
  case OP_BIT_AND: return OPCODE_BitAnd;
  case OP_BIT_OR: return OPCODE_BitOr;
  case OP_BIT_XOR: return OPCODE_BitXor;
  case OP_SHL: return OPCODE_Shl;
  case OP_SAR: return OPCODE_Sar;
  case OP_SHR: return OPCODE_Shr;
  case OP_EQ: return OPCODE_Eq;
  case OP_NE: return OPCODE_Ne;
  case OP_STRICT_EQ: return OPCODE_StrictEq;
  case OP_STRICT_NE: return OPCODE_StrictNe;
  case OP_LT: return OPCODE_Lt;
  case OP_LE: return OPCODE_Le;
  case OP_GT: return OPCODE_Gt;
  case OP_GE: return OPCODE_Ge;
  case OP_IN: return OPCODE_In;
  case OP_INSTANCEOF: return OPCODE_InstanceOf;
  default: return OPCODE_COUNT;
  }
}

// The form with a constant on the right; OPCODE_COUNT: there is none.
static Opcode binary_int_opcode(uint8_t op) {
  switch ((Operator)op) {
  case OP_ADD: return OPCODE_AddInt;
  case OP_SUB: return OPCODE_SubInt;
  case OP_MUL: return OPCODE_MulInt;
  case OP_DIV: return OPCODE_DivInt;
  case OP_MOD: return OPCODE_ModInt;
  case OP_BIT_AND: return OPCODE_BitAndInt;
  case OP_BIT_OR: return OPCODE_BitOrInt;
  case OP_BIT_XOR: return OPCODE_BitXorInt;
  case OP_SHL: return OPCODE_ShlInt;
  case OP_SAR: return OPCODE_SarInt;
  case OP_SHR: return OPCODE_ShrInt;
  default: return OPCODE_COUNT;
  }
}

static bool commutes_on_numbers(uint8_t op) {
  return op == OP_MUL || op == OP_BIT_AND || op == OP_BIT_OR || op == OP_BIT_XOR;
}

void emit_binary(Codegen *c, uint8_t op, Reg to, Reg left, Reg right) {
  emit(&c->e, binary_opcode(op), to, left, right);
}

bool emit_binary_constant(Codegen *c, uint8_t op, Reg to, Reg left, const Node *right) {
  int16_t value;
  Opcode opcode = binary_int_opcode(op);
  if (opcode == OPCODE_COUNT || !is_small_integer(right, &value)) return false;
  emit(&c->e, opcode, to, left, (uint16_t)value);
  return true;
}

// One operator of a chain; the left operand has been evaluated to `left`, temporaries begin at `mark`.
static Reg binary_step(Codegen *c, Node *node, Reg left, Reg want, uint32_t mark) {
  int16_t value;
  Node *right = node->binary.right;
  if (is_small_integer(right, &value) && binary_int_opcode(node->binary.op) != OPCODE_COUNT) {
    c->top = mark;
    Reg to = destination(c, want);
    emit_at(&c->e, node->name_position);
    emit_binary_constant(c, node->binary.op, to, left, right);
    return to;
  }
  left = protect(c, left, node->binary.left->end_offset, node->end_offset);
  Reg right_reg = expression_any(c, right);
  c->top = mark;
  Reg to = destination(c, want);
  emit_at(&c->e, node->name_position);
  emit_binary(c, node->binary.op, to, left, right_reg);
  return to;
}

// 2 * x: as x * 2.
static Reg swapped_step(Codegen *c, Node *node, Reg want, uint32_t mark) {
  Reg operand_reg = expression_any(c, node->binary.right);
  c->top = mark;
  Reg to = destination(c, want);
  emit_at(&c->e, node->name_position);
  emit_binary_constant(c, node->binary.op, to, operand_reg, node->binary.left);
  return to;
}

void push_spine(Codegen *c, Node *node) {
  if (c->spine_count == c->spine_capacity) {
    c->spine_capacity = c->spine_capacity == 0 ? 64 : c->spine_capacity * 2;
    c->spine = checked_realloc(c->spine, c->spine_capacity * sizeof *c->spine);
  }
  c->spine[c->spine_count++] = node;
}

static bool is_swappable(const Node *node) {
  int16_t value;
  return commutes_on_numbers(node->binary.op) && is_small_integer(node->binary.left, &value) &&
         !is_small_integer(node->binary.right, &value);
}

static NOINLINE Reg binary_expression(Codegen *c, Node *node, Reg want) {
  size_t base = c->spine_count;
  uint32_t mark = c->top;
  for (; node->type == NODE_BINARY; node = node->binary.left) push_spine(c, node);
  Reg left;
  if (is_swappable(c->spine[c->spine_count - 1])) {
    Node *first = c->spine[--c->spine_count];
    left = swapped_step(c, first, c->spine_count == base ? want : NO_REGISTER, mark);
  } else {
    left = expression_any(c, node);
  }
  while (c->spine_count > base) {
    node = c->spine[--c->spine_count];
    left = binary_step(c, node, left, c->spine_count == base ? want : NO_REGISTER, mark);
  }
  return left;
}

// ------------------------------------------------------------------------------------------------------ logical

static Opcode short_circuit_opcode(uint8_t op) {
  return op == OP_AND ? OPCODE_JumpFalse : op == OP_OR ? OPCODE_JumpTrue : OPCODE_JumpNotNullish;
}

static NOINLINE void logical_effect(Codegen *c, Node *node) {
  Label end = label_next(c);
  if (node->binary.op == OP_NULLISH) {
    uint32_t mark = c->top;
    Reg left = expression_any(c, node->binary.left);
    emit_jump_if(&c->e, OPCODE_JumpNotNullish, left, end);
    c->top = mark;
  } else {
    condition(c, node->binary.left, node->binary.op == OP_OR, end);
  }
  expression_effect(c, node->binary.right);
  label_place(&c->e, end);
}

// ((a || b) || c): all operands go to one register; operators of the same kind share the place they jump to.
static NOINLINE Reg logical_expression(Codegen *c, Node *node, Reg want) {
  if (want == NO_RESULT) {
    logical_effect(c, node);
    return NO_RESULT;
  }
  size_t base = c->spine_count;
  uint32_t mark = c->top;
  Reg to = early_destination(c, want);
  for (; node->type == NODE_LOGICAL; node = node->binary.left) push_spine(c, node);
  expression_to(c, node, to);
  Label end = label_next(c);
  while (c->spine_count > base) {
    node = c->spine[--c->spine_count];
    emit_jump_if(&c->e, short_circuit_opcode(node->binary.op), to, end);
    uint32_t inner = c->top;
    expression_to(c, node->binary.right, to);
    c->top = inner;
    if (c->spine_count > base && c->spine[c->spine_count - 1]->binary.op == node->binary.op) continue;
    label_place(&c->e, end);
    end = label_next(c);
  }
  if (!is_wanted(want)) return to;
  c->top = mark;
  move(c, want, to);
  return want;
}

// ------------------------------------------------------------------------------------------------------ others

static NOINLINE Reg conditional_expression(Codegen *c, Node *node, Reg want) {
  Label end = label_next(c);
  Reg to = want == NO_RESULT ? want : destination(c, want);
  for (;;) {
    Label otherwise = label_next(c);
    uint32_t mark = c->top;
    condition(c, node->conditional.test, false, otherwise);
    expression(c, node->conditional.then, to);
    c->top = mark;
    emit_jump(&c->e, end);
    label_place(&c->e, otherwise);
    node = node->conditional.otherwise;
    if (node->type == NODE_CONDITIONAL) continue;
    expression(c, node, to);
    c->top = mark;
    label_place(&c->e, end);
    return to;
  }
}

static NOINLINE Reg sequence_expression(Codegen *c, Node *node, Reg want) {
  uint32_t last = node->list.count - 1;
  for (uint32_t i = 0; i < last; i++) expression_effect(c, node->list.items[i]);
  return expression(c, node->list.items[last], want);
}

static Reg typeof_expression(Codegen *c, Node *node, Reg want) {
  uint32_t mark = c->top;
  Node *of = node->unary.operand;
  Reg value = of->type == NODE_IDENTIFIER ? variable_read_or_undefined(c, of, NO_REGISTER) : expression_any(c, of);
  c->top = mark;
  Reg to = destination(c, want);
  emit(&c->e, OPCODE_TypeOf, to, value, 0);
  return to;
}

static Reg unary_operator(Codegen *c, Node *node, Opcode op, Reg want) {
  uint32_t mark = c->top;
  Reg value = expression_any(c, node->unary.operand);
  c->top = mark;
  Reg to = destination(c, want);
  emit_at(&c->e, node->position);
  emit(&c->e, op, to, value, 0);
  return to;
}

static NOINLINE Reg unary_expression(Codegen *c, Node *node, Reg want) {
  switch ((Operator)node->unary.op) {
  case OP_NEGATE: return unary_operator(c, node, OPCODE_Negate, want);
  case OP_PLUS: return unary_operator(c, node, OPCODE_ToNumber, want);
  case OP_BIT_NOT: return unary_operator(c, node, OPCODE_BitNot, want);
  case OP_NOT: return unary_operator(c, node, OPCODE_Not, want);
  case OP_TYPEOF: return typeof_expression(c, node, want);
  case OP_DELETE: return delete_expression(c, node, want);
  default: expression_effect(c, node->unary.operand); return load_simple(c, OPCODE_LoadUndefined, want);
  }
}

static Reg this_expression(Codegen *c, Node *node, Reg want) {
  if (c->function->kind == FUNCTION_ARROW) return static_read(c, node, want);
  if (!is_wanted(want)) return THIS_REGISTER;
  move(c, want, THIS_REGISTER);
  return want;
}

static Reg new_target_expression(Codegen *c, Node *node, Reg want) {
  if (c->function->kind == FUNCTION_ARROW) return static_read(c, node, want);
  return load_simple(c, OPCODE_LoadNewTarget, want);
}

static Reg invalid_target(Codegen *c, Node *node, Reg want) {
  enum { REFERENCE_ERROR = 1 };
  emit_at(&c->e, node->position);
  emit_wide(&c->e, OPCODE_ThrowError, REFERENCE_ERROR, (int32_t)constant_string(&c->e, node->string));
  return destination(c, want);
}

static Reg number_expression(Codegen *c, Node *node, Reg want) {
  Reg to = destination(c, want);
  load_number(c, to, node->number);
  return to;
}

static Reg string_expression(Codegen *c, Node *node, Reg want) {
  Reg to = destination(c, want);
  load_string(c, to, node->string);
  return to;
}

static bool is_constant(const Node *node) {
  return node->type == NODE_NUMBER || node->type == NODE_STRING || node->type == NODE_NULL || node->type == NODE_TRUE ||
         node->type == NODE_FALSE;
}

static Reg null_expression(Codegen *c, Node *node, Reg want) {
  (void)node;
  return load_simple(c, OPCODE_LoadNull, want);
}

static Reg true_expression(Codegen *c, Node *node, Reg want) {
  (void)node;
  return load_simple(c, OPCODE_LoadTrue, want);
}

static Reg false_expression(Codegen *c, Node *node, Reg want) {
  (void)node;
  return load_simple(c, OPCODE_LoadFalse, want);
}

static Reg function_expression(Codegen *c, Node *node, Reg want) { return function_literal(c, node, want, NULL); }

typedef Reg Generator(Codegen *c, Node *node, Reg want);

static Generator *const generators[NODE_COUNT] = {
#define GENERATOR_EXPRESSION(function) function
#define GENERATOR_STATEMENT(function) NULL
#define GENERATOR_PART(function) NULL
#define NODE(NAME, role, member, text, generator, ...) [NODE_##NAME] = GENERATOR_##role(generator),
#include "parser/nodes.def"
};

Reg expression(Codegen *c, Node *node, Reg want) {
  if (want == NO_RESULT && is_constant(node)) return NO_RESULT;
  Generator *generate = generators[node->type];
  if (generate != NULL) return generate(c, node, want);
  c->e.failure = "Unsupported expression";
  return destination(c, want);
}
