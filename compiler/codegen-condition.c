// compiler/codegen-condition.c - expressions whose only use is to decide a jump: no booleans are made.

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "compiler/codegen.h"

// ------------------------------------------------------------------------------------------------------ comparisons

typedef struct Comparison {
  Opcode jump, jump_not, jump_int, jump_not_int;
} Comparison;

static const Comparison comparisons[] = {
    [OP_LT] = {OPCODE_JumpLt, OPCODE_JumpNotLt, OPCODE_JumpLtInt, OPCODE_JumpNotLtInt},
    [OP_LE] = {OPCODE_JumpLe, OPCODE_JumpNotLe, OPCODE_JumpLeInt, OPCODE_JumpNotLeInt},
    [OP_GT] = {OPCODE_JumpGt, OPCODE_JumpNotGt, OPCODE_JumpGtInt, OPCODE_JumpNotGtInt},
    [OP_GE] = {OPCODE_JumpGe, OPCODE_JumpNotGe, OPCODE_JumpGeInt, OPCODE_JumpNotGeInt},
    [OP_EQ] = {OPCODE_JumpEq, OPCODE_JumpNe, OPCODE_JumpEqInt, OPCODE_JumpNeInt},
    [OP_NE] = {OPCODE_JumpNe, OPCODE_JumpEq, OPCODE_JumpNeInt, OPCODE_JumpEqInt},
    [OP_STRICT_EQ] = {OPCODE_JumpStrictEq, OPCODE_JumpStrictNe, OPCODE_JumpStrictEqInt, OPCODE_JumpStrictNeInt},
    [OP_STRICT_NE] = {OPCODE_JumpStrictNe, OPCODE_JumpStrictEq, OPCODE_JumpStrictNeInt, OPCODE_JumpStrictEqInt},
};

static bool is_comparison(uint8_t op) { return op >= OP_EQ && op <= OP_GE; }
static bool is_loose_equality(uint8_t op) { return op == OP_EQ || op == OP_NE; }
static bool is_equality(uint8_t op) { return is_loose_equality(op) || op == OP_STRICT_EQ || op == OP_STRICT_NE; }
static bool is_negated(uint8_t op) { return op == OP_NE || op == OP_STRICT_NE; }

// 5 < x as x > 5.
static uint8_t mirrored(uint8_t op) {
  switch ((Operator)op) {
  case OP_LT: return OP_GT;
  case OP_LE: return OP_GE;
  case OP_GT: return OP_LT;
  case OP_GE: return OP_LE;
  default: return op;
  }
}

// x == null, x === null, x === undefined: tests of their own.
static bool nullish_comparison(Codegen *c, const Node *node, bool sense, Label target) {
  uint8_t op = node->binary.op;
  if (!is_equality(op)) return false;
  bool undefined = is_undefined_constant(c, node->binary.right);
  if (!undefined && node->binary.right->type != NODE_NULL) return false;
  uint32_t mark = c->top;
  Reg reg = expression_any(c, node->binary.left);
  bool jump_if_equal = sense != is_negated(op);
  Opcode opcode;
  if (is_loose_equality(op)) opcode = jump_if_equal ? OPCODE_JumpNullish : OPCODE_JumpNotNullish;
  else if (undefined) opcode = jump_if_equal ? OPCODE_JumpUndefined : OPCODE_JumpNotUndefined;
  else opcode = jump_if_equal ? OPCODE_JumpNull : OPCODE_JumpNotNull;
  emit_jump_if(&c->e, opcode, reg, target);
  c->top = mark;
  return true;
}

static void constant_comparison(Codegen *c, const Node *node, Node *variable, uint8_t op, int16_t constant, bool sense,
                                Label target) {
  uint32_t mark = c->top;
  Reg reg = expression_any(c, variable);
  emit_at(&c->e, node->name_position);
  emit_compare_jump(&c->e, sense ? comparisons[op].jump_int : comparisons[op].jump_not_int, reg, (uint16_t)constant,
                    target);
  c->top = mark;
}

static NOINLINE void comparison(Codegen *c, Node *node, bool sense, Label target) {
  Node *left = node->binary.left, *right = node->binary.right;
  uint8_t op = node->binary.op;
  int16_t constant;
  if (nullish_comparison(c, node, sense, target)) return;
  if (is_small_integer(right, &constant)) {
    constant_comparison(c, node, left, op, constant, sense, target);
    return;
  }
  if (is_small_integer(left, &constant)) {
    constant_comparison(c, node, right, mirrored(op), constant, sense, target);
    return;
  }
  uint32_t mark = c->top;
  Reg left_reg = operand(c, left, node->end_offset);
  Reg right_reg = expression_any(c, right);
  emit_at(&c->e, node->name_position);
  emit_compare_jump(&c->e, sense ? comparisons[op].jump : comparisons[op].jump_not, left_reg, right_reg, target);
  c->top = mark;
}

// ------------------------------------------------------------------------------------------------------ conditions

static bool is_logical(const Node *node) { return node->type == NODE_LOGICAL && node->binary.op != OP_NULLISH; }

static void push_link(Codegen *c, LogicalLink link) {
  if (c->link_count == c->link_capacity) {
    c->link_capacity = c->link_capacity == 0 ? 64 : c->link_capacity * 2;
    c->links = checked_realloc(c->links, c->link_capacity * sizeof *c->links);
  }
  c->links[c->link_count++] = link;
}

// a && b || c...: from the outermost link to the innermost it becomes known where each goes, then they are generated.
static NOINLINE void logical_condition(Codegen *c, Node *node, bool sense, Label target) {
  size_t base = c->link_count;
  for (; is_logical(node); node = node->binary.left) {
    bool short_circuit = node->binary.op == OP_OR;  // the truth of the left side that decides alone
    Label skip = short_circuit == sense ? NO_LABEL : label_next(c);
    push_link(c, (LogicalLink){node->binary.right, sense, target, skip});
    if (skip == NO_LABEL) continue;
    sense = short_circuit;
    target = skip;
  }
  condition(c, node, sense, target);
  while (c->link_count > base) {
    LogicalLink link = c->links[--c->link_count];
    condition(c, link.right, link.sense, link.target);
    if (link.skip != NO_LABEL) label_place(&c->e, link.skip);
  }
}

static bool constant_truth(const Codegen *c, const Node *node, bool *truth) {
  switch ((NodeType)node->type) {
  case NODE_TRUE: *truth = true; return true;
  case NODE_FALSE:
  case NODE_NULL: *truth = false; return true;
  case NODE_NUMBER: *truth = node->number != 0 && !isnan(node->number); return true;
  case NODE_STRING: *truth = node->string->length > 0; return true;
  default: *truth = false; return is_undefined_constant(c, node);
  }
}

void condition(Codegen *c, Node *node, bool sense, Label target) {
  bool truth;
  while (node->type == NODE_UNARY && node->unary.op == OP_NOT) {
    node = node->unary.operand;
    sense = !sense;
  }
  if (constant_truth(c, node, &truth)) {
    if (truth == sense) emit_jump(&c->e, target);
    return;
  }
  if (is_logical(node)) {
    logical_condition(c, node, sense, target);
    return;
  }
  if (node->type == NODE_BINARY && is_comparison(node->binary.op)) {
    comparison(c, node, sense, target);
    return;
  }
  uint32_t mark = c->top;
  Reg reg = expression_any(c, node);
  emit_jump_if(&c->e, sense ? OPCODE_JumpTrue : OPCODE_JumpFalse, reg, target);
  c->top = mark;
}
