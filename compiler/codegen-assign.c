// compiler/codegen-assign.c - assignment to names and properties, ++ and --.
//
// The result of an assignment is the assigned value.  A wanted register that is a variable is written last: the
// variable may be used on the way (`x = x.next = x`).

#include "compiler/codegen.h"

// A property that is read and written: object and key evaluated once.
typedef struct Target {
  Reg object;
  Reg key;  // NO_REGISTER: named
  const Atom *name;
} Target;

static Target target_of(Codegen *c, Node *node, uint32_t until, bool reads) {
  Target target = {.key = NO_REGISTER};
  if (node->type == NODE_MEMBER) {
    target.object = operand(c, node->member.object, until);
    target.name = node->member.name;
    return target;
  }
  Node *index = node->index.index;
  target.object = operand(c, node->index.object, until);
  target.name = index_name(index);
  if (target.name != NULL) return target;
  target.key = operand(c, index, until);
  if (reads && (c->has_dynamic || !is_primitive_expression(index))) {
    Reg key = is_local(c, target.key) ? temp(c) : target.key;
    emit_at(&c->e, node->name_position);
    emit(&c->e, OPCODE_ToPropertyKey, key, target.key, target.object);
    target.key = key;
  }
  return target;
}

static void target_read(Codegen *c, const Target *target, Reg to, Position position) {
  emit_at(&c->e, position);
  if (target->name != NULL) get_named(c, to, target->object, target->name);
  else emit(&c->e, OPCODE_GetIndex, to, target->object, target->key);
}

static void target_write(Codegen *c, const Target *target, Reg value, Position position) {
  emit_at(&c->e, position);
  if (target->name != NULL) emit_named(&c->e, OPCODE_SetNamed, target->object, value, target->name);
  else emit(&c->e, OPCODE_SetIndex, target->object, target->key, value);
}

static bool is_property(const Node *node) { return node->type == NODE_MEMBER || node->type == NODE_INDEX; }

// Ends an assignment whose value is in `result`.
static Reg deliver(Codegen *c, Reg want, Reg result, uint32_t mark) {
  c->top = mark;
  if (!is_wanted(want)) return result;
  move(c, want, result);
  if (result != want && !is_local(c, result)) c->top = result;
  return want;
}

// ------------------------------------------------------------------------------------------------------ =

static Reg assign_dynamic(Codegen *c, Node *node, Reg want) {
  Node *target = node->assign.target;
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Reg object = with_resolve(c, target);
  expression_named(c, node->assign.value, to, target->identifier.atom);
  with_write(c, target, object, to, node->name_position);
  return deliver(c, want, to, mark);
}

static NOINLINE Reg assign_name(Codegen *c, Node *node, Reg want) {
  Node *target = node->assign.target;
  const Atom *name = target->parenthesized ? NULL : target->identifier.atom;
  if (is_dynamic(c, target)) return assign_dynamic(c, node, want);
  Reg reg = variable_register(c, target);
  if (reg != NO_REGISTER) {
    uint32_t mark = c->top;
    expression_named(c, node->assign.value, reg, name);
    return deliver(c, want, reg, mark);
  }
  uint32_t mark = c->top;
  bool direct = is_wanted(want) && !is_local(c, want);
  reg = expression_named(c, node->assign.value, direct ? want : NO_REGISTER, name);
  variable_write(c, target, reg, node->name_position);
  return deliver(c, want, reg, is_local(c, reg) || direct ? mark : (uint32_t)reg + 1);
}

static NOINLINE Reg assign_property(Codegen *c, Node *node, Reg want) {
  Reg to = want == NO_RESULT ? NO_REGISTER : early_destination(c, want);
  uint32_t mark = c->top;
  Target target = target_of(c, node->assign.target, node->end_offset, false);
  Reg value = expression(c, node->assign.value, to);
  target_write(c, &target, value, node->name_position);
  return deliver(c, want, value, mark);
}

// ------------------------------------------------------------------------------------------------------ op=

// value = current op right
static void combine(Codegen *c, Node *node, Reg to, Reg current) {
  if (emit_binary_constant(c, node->assign.op, to, current, node->assign.value)) return;
  Reg right = expression_any(c, node->assign.value);
  emit_at(&c->e, node->name_position);
  emit_binary(c, node->assign.op, to, current, right);
}

static NOINLINE Reg compound_name(Codegen *c, Node *node, Reg want) {
  Node *target = node->assign.target;
  Reg variable = variable_register(c, target);
  if (variable != NO_REGISTER) {
    uint32_t mark = c->top;
    Reg current = protect(c, variable, target->end_offset, node->end_offset);
    emit_at(&c->e, node->name_position);
    combine(c, node, variable, current);
    return deliver(c, want, variable, mark);
  }
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  bool dynamic = is_dynamic(c, target);
  Reg object = dynamic ? with_resolve(c, target) : NO_REGISTER;
  Reg current = dynamic ? with_read(c, target, object, NO_REGISTER) : static_read(c, target, NO_REGISTER);
  current = protect(c, current, target->end_offset, node->end_offset);
  emit_at(&c->e, node->name_position);
  combine(c, node, to, current);
  if (dynamic) with_write(c, target, object, to, node->name_position);
  else variable_rewrite(c, target, to, node->name_position);
  return deliver(c, want, to, mark);
}

static NOINLINE Reg compound_property(Codegen *c, Node *node, Reg want) {
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Target target = target_of(c, node->assign.target, node->end_offset, true);
  Reg current = temp(c);
  target_read(c, &target, current, node->assign.target->name_position);
  emit_at(&c->e, node->name_position);
  combine(c, node, to, current);
  target_write(c, &target, to, node->name_position);
  return deliver(c, want, to, mark);
}

// ------------------------------------------------------------------------------------------------------ &&= ||= ??=

static Opcode short_circuit(uint8_t op) {
  return op == OP_AND ? OPCODE_JumpFalse : op == OP_OR ? OPCODE_JumpTrue : OPCODE_JumpNotNullish;
}

static NOINLINE Reg logical_name(Codegen *c, Node *node, Reg want) {
  Node *target = node->assign.target;
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Label end = label_next(c);
  bool dynamic = is_dynamic(c, target);
  Reg object = dynamic ? with_resolve(c, target) : NO_REGISTER;
  if (dynamic) with_read(c, target, object, to);
  else static_read(c, target, to);
  emit_jump_if(&c->e, short_circuit(node->assign.op), to, end);
  expression_named(c, node->assign.value, to, target->parenthesized ? NULL : target->identifier.atom);
  if (dynamic) with_write(c, target, object, to, node->name_position);
  else variable_rewrite(c, target, to, node->name_position);
  label_place(&c->e, end);
  return deliver(c, want, to, mark);
}

static NOINLINE Reg logical_property(Codegen *c, Node *node, Reg want) {
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Label end = label_next(c);
  Target target = target_of(c, node->assign.target, node->end_offset, true);
  target_read(c, &target, to, node->assign.target->name_position);
  emit_jump_if(&c->e, short_circuit(node->assign.op), to, end);
  expression_to(c, node->assign.value, to);
  target_write(c, &target, to, node->name_position);
  label_place(&c->e, end);
  return deliver(c, want, to, mark);
}

Reg assign_expression(Codegen *c, Node *node, Reg want) {
  bool property = is_property(node->assign.target);
  uint8_t op = node->assign.op;
  if (!property && node->assign.target->type != NODE_IDENTIFIER) {
    c->e.failure = "Unsupported assignment";
    return destination(c, want);
  }
  if (op == OP_NONE) return property ? assign_property(c, node, want) : assign_name(c, node, want);
  if (op == OP_AND || op == OP_OR || op == OP_NULLISH) {
    return property ? logical_property(c, node, want) : logical_name(c, node, want);
  }
  return property ? compound_property(c, node, want) : compound_name(c, node, want);
}

// ------------------------------------------------------------------------------------------------------ ++ --

static Opcode update_opcode(const Node *node) {
  return node->unary.op == OP_INCREMENT ? OPCODE_Increment : OPCODE_Decrement;
}

// The variable lives in register `variable`.
static Reg update_register(Codegen *c, Node *node, Reg variable, Reg want) {
  emit_at(&c->e, node->position);
  if (node->unary.prefix || want == NO_RESULT) {
    emit(&c->e, update_opcode(node), variable, variable, 0);
    return deliver(c, want, variable, c->top);
  }
  Reg old = want == variable ? temp(c) : destination(c, want);
  uint32_t mark = want == variable ? (uint32_t)old : c->top;
  emit(&c->e, OPCODE_ToNumeric, old, variable, 0);
  emit(&c->e, update_opcode(node), variable, old, 0);
  return deliver(c, want, old, mark);
}

// Makes the new value of what has been read into `current`; `result` gets the value of the expression.
static Reg update_value(Codegen *c, const Node *node, Reg current, Reg result, Reg want) {
  emit_at(&c->e, node->position);
  if (node->unary.prefix || want == NO_RESULT) {
    emit(&c->e, update_opcode(node), result, current, 0);
    return result;
  }
  emit(&c->e, OPCODE_ToNumeric, result, current, 0);
  Reg value = temp(c);
  emit(&c->e, update_opcode(node), value, result, 0);
  return value;
}

static NOINLINE Reg update_name(Codegen *c, Node *node, Reg want) {
  Node *target = node->unary.operand;
  Reg variable = variable_register(c, target);
  if (variable != NO_REGISTER) return update_register(c, node, variable, want);
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  bool dynamic = is_dynamic(c, target);
  Reg object = dynamic ? with_resolve(c, target) : NO_REGISTER;
  Reg current = dynamic ? with_read(c, target, object, to) : static_read(c, target, to);
  Reg value = update_value(c, node, current, to, want);
  if (dynamic) with_write(c, target, object, value, node->position);
  else variable_rewrite(c, target, value, node->position);
  return deliver(c, want, to, mark);
}

static NOINLINE Reg update_property(Codegen *c, Node *node, Reg want) {
  Node *operand_node = node->unary.operand;
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Target target = target_of(c, operand_node, node->end_offset, true);
  target_read(c, &target, to, operand_node->name_position);
  Reg value = update_value(c, node, to, to, want);
  target_write(c, &target, value, node->position);
  return deliver(c, want, to, mark);
}

Reg update_expression(Codegen *c, Node *node, Reg want) {
  if (is_property(node->unary.operand)) return update_property(c, node, want);
  return update_name(c, node, want);
}
