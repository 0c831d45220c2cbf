// compiler/codegen-variable.c - reading, writing and initializing variables, wherever they live.

#include <math.h>

#include "compiler/codegen.h"

static void check(Codegen *c, const Variable *variable, Reg reg) {
  emit_wide(&c->e, OPCODE_CheckInitialized, reg, (int32_t)constant_string(&c->e, variable->name));
}

static bool needs_check(const Codegen *c, const Variable *variable, const Node *node) {
  return variable->checked && variable_needs_check(variable, c->function, node->position.offset);
}

// ------------------------------------------------------------------------------------------------------ contexts

void context_of_variable(Codegen *c, const Variable *variable, Reg *context, uint32_t *level) {
  const Scope *scope = variable->scope;
  *level = variable_level(variable);
  *context = scope->context;
  if (scope->function == c->function) return;
  *context = c->closure;
  for (const Scope *s = c->function->scope->outer; s != scope; s = s->outer) { *level += scope_context_count(s); }
}

static void slot_get(Codegen *c, Reg to, Reg context, uint32_t level, uint32_t slot) {
  switch (level) {
  case 0: emit(&c->e, OPCODE_GetSlot, to, context, slot); break;
  case 1: emit(&c->e, OPCODE_GetSlot1, to, context, slot); break;
  case 2: emit(&c->e, OPCODE_GetSlot2, to, context, slot); break;
  default: emit(&c->e, OPCODE_ParentContext, to, context, level); emit(&c->e, OPCODE_GetSlot, to, to, slot);
  }
}

static void slot_set(Codegen *c, Reg from, Reg context, uint32_t level, uint32_t slot) {
  uint32_t mark = c->top;
  switch (level) {
  case 0: emit(&c->e, OPCODE_SetSlot, from, context, slot); break;
  case 1: emit(&c->e, OPCODE_SetSlot1, from, context, slot); break;
  case 2: emit(&c->e, OPCODE_SetSlot2, from, context, slot); break;
  default: {
    Reg parent = temp(c);
    emit(&c->e, OPCODE_ParentContext, parent, context, level);
    emit(&c->e, OPCODE_SetSlot, from, parent, slot);
  }
  }
  c->top = mark;
}

static void read_slot(Codegen *c, const Variable *variable, Reg to) {
  Reg context;
  uint32_t level;
  context_of_variable(c, variable, &context, &level);
  slot_get(c, to, context, level, variable_slot(variable));
}

// ------------------------------------------------------------------------------------------------------ reading

bool is_undefined_constant(const Codegen *c, const Node *node) {
  if (node->type == NODE_UNARY && node->unary.op == OP_VOID) return node->unary.operand->type == NODE_NUMBER;
  return node->type == NODE_IDENTIFIER && node->identifier.atom == c->atom_undefined &&
         node->identifier.variable == NULL && !is_dynamic(c, node);
}

// undefined, NaN and Infinity cannot be changed.
static bool read_constant(Codegen *c, const Node *node, Reg *reg, Reg want) {
  const Atom *name = node->identifier.atom;
  if (name != c->atom_undefined && name != c->atom_nan && name != c->atom_infinity) return false;
  *reg = destination(c, want);
  if (name == c->atom_undefined) emit(&c->e, OPCODE_LoadUndefined, *reg, 0, 0);
  else load_number(c, *reg, name == c->atom_nan ? (double)NAN : (double)INFINITY);
  return true;
}

static Reg read_global(Codegen *c, Node *node, Opcode op, Reg want) {
  Reg reg;
  if (node->identifier.variable == NULL && read_constant(c, node, &reg, want)) return reg;
  reg = destination(c, want);
  emit_at(&c->e, node == c->first_read ? c->first_position : node->position);
  emit_named(&c->e, op, reg, 0, node->identifier.atom);
  return reg;
}

// In the default value of a parameter, that parameter itself and those behind it are not there yet.
static bool is_parameter_too_early(const Codegen *c, const Variable *variable) {
  return c->parameters_ready != UINT32_MAX && variable->type == VARIABLE_PARAMETER &&
         variable->scope->function == c->function && variable->reg >= FIRST_PARAMETER + c->parameters_ready;
}

static Reg read_with(Codegen *c, Node *node, Opcode global, Reg want) {
  const Variable *variable = node->identifier.variable;
  if (variable == NULL || variable->global) return read_global(c, node, global, want);
  emit_at(&c->e, node->position);
  if (is_parameter_too_early(c, variable)) {
    Reg to = early_destination(c, want);
    emit(&c->e, OPCODE_LoadHole, to, 0, 0);
    check(c, variable, to);
    return is_wanted(want) ? want : to;
  }
  if (variable->captured) {
    Reg to = destination(c, want);
    if (!needs_check(c, variable, node)) {
      read_slot(c, variable, to);
      return to;
    }
    Reg early = early_destination(c, to);  // a hole must not get into a variable
    read_slot(c, variable, early);
    check(c, variable, early);
    move(c, to, early);
    return to;
  }
  if (needs_check(c, variable, node)) check(c, variable, variable->reg);
  if (!is_wanted(want)) return variable->reg;
  move(c, want, variable->reg);
  return want;
}

Reg static_read(Codegen *c, Node *identifier, Reg want) { return read_with(c, identifier, OPCODE_GetGlobal, want); }

static Reg dynamic_read(Codegen *c, Node *node, Reg want) {
  uint32_t mark = c->top;
  Reg to = early_destination(c, want);
  Reg object = with_resolve(c, node);
  with_read(c, node, object, to);
  c->top = mark;
  if (is_wanted(want)) move(c, want, to);
  else c->top = (uint32_t)to + 1;
  return is_wanted(want) ? want : to;
}

Reg variable_read(Codegen *c, Node *node, Reg want) {
  return is_dynamic(c, node) ? dynamic_read(c, node, want) : static_read(c, node, want);
}

Reg variable_read_or_undefined(Codegen *c, Node *node, Reg want) {
  if (!is_dynamic(c, node)) return read_with(c, node, OPCODE_GetGlobalOrUndefined, want);
  Reg to = early_destination(c, want);
  uint32_t mark = c->top;
  Reg object = with_resolve(c, node);
  Label is_static = label_next(c), end = label_next(c);
  emit_jump_if(&c->e, OPCODE_JumpUndefined, object, is_static);
  get_named(c, to, object, node->identifier.atom);
  emit_jump(&c->e, end);
  label_place(&c->e, is_static);
  read_with(c, node, OPCODE_GetGlobalOrUndefined, to);
  label_place(&c->e, end);
  c->top = mark;
  if (is_wanted(want)) move(c, want, to);
  return is_wanted(want) ? want : to;
}

// ------------------------------------------------------------------------------------------------------ writing

void variable_store(Codegen *c, Variable *variable, Reg value) {
  if (variable->global) {
    emit_named(&c->e, OPCODE_SetGlobal, value, 0, variable->name);
  } else if (variable->type == VARIABLE_EVAL) {
    uint32_t mark = c->top;
    Reg object = temp(c);
    read_slot(c, variable->scope->eval_object, object);
    emit_named(&c->e, OPCODE_SetNamed, object, value, variable->name);
    c->top = mark;
  } else if (variable->captured) {
    Reg context;
    uint32_t level;
    context_of_variable(c, variable, &context, &level);
    slot_set(c, value, context, level, variable_slot(variable));
  } else {
    move(c, variable->reg, value);
  }
}

void variable_copy(Codegen *c, Variable *to, const Variable *from) {
  Reg value = from->captured ? temp(c) : from->reg;
  if (from->captured) read_slot(c, from, value);
  variable_store(c, to, value);
}

void variable_initialize(Codegen *c, Variable *variable, Reg value) {
  if (variable->global && variable_is_let_or_const(variable)) {
    emit_wide(&c->e, OPCODE_InitGlobalLexical, value, (int32_t)constant_string(&c->e, variable->name));
  } else {
    variable_store(c, variable, value);
    if (!variable->captured && !variable->global && variable->type != VARIABLE_EVAL) local_begin(c, variable->reg);
  }
}

static bool is_read_only(const Variable *variable) {
  return (variable->type == VARIABLE_CONST && !variable->global) || variable->type == VARIABLE_SELF;
}

static void check_before_write(Codegen *c, const Variable *variable) {
  uint32_t mark = c->top;
  Reg reg = variable->captured ? temp(c) : variable->reg;
  if (variable->captured) read_slot(c, variable, reg);
  check(c, variable, reg);
  c->top = mark;
}

// checked: it is known that the variable is initialized.
static void static_write(Codegen *c, Node *node, Reg value, Position position, bool checked) {
  Variable *variable = node->identifier.variable;
  emit_at(&c->e, position);
  if (variable == NULL) {
    emit_named(&c->e, OPCODE_SetGlobal, value, 0, node->identifier.atom);
    return;
  }
  if (!checked && needs_check(c, variable, node)) check_before_write(c, variable);
  if (!is_read_only(variable)) {
    variable_store(c, variable, value);
  } else if (variable->type == VARIABLE_CONST || c->function->strict) {
    emit_wide(&c->e, OPCODE_ThrowConstAssign, 0, (int32_t)constant_string(&c->e, variable->name));
  }
}

void variable_write(Codegen *c, Node *node, Reg value, Position position) {
  if (!is_dynamic(c, node)) {
    static_write(c, node, value, position, false);
    return;
  }
  uint32_t mark = c->top;
  with_write(c, node, with_resolve(c, node), value, position);
  c->top = mark;
}

void variable_rewrite(Codegen *c, Node *node, Reg value, Position position) {
  static_write(c, node, value, position, true);
}

Reg variable_register(Codegen *c, Node *node) {
  const Variable *variable = node->identifier.variable;
  if (variable == NULL || variable->captured || variable->global || is_read_only(variable)) return NO_REGISTER;
  if (is_dynamic(c, node) || needs_check(c, variable, node)) return NO_REGISTER;
  return variable->reg;
}

// ------------------------------------------------------------------------------------------------------ with

// From `scope` on outwards, the first whose object comes before the variable that the identifier means; NULL: none.
static const Scope *next_object(const Scope *scope, const Node *identifier) {
  const Variable *variable = identifier->identifier.variable;
  const Scope *end = variable == NULL ? NULL : variable->scope;
  // a variable that an eval makes hides the name of the function expression
  if (end != NULL && variable->type == VARIABLE_SELF) end = end->outer;
  for (; scope != end && scope != NULL; scope = scope->outer) {
    if (scope_object(scope) != NULL) return scope;
  }
  return NULL;
}

bool is_dynamic(const Codegen *c, const Node *identifier) {
  return c->has_dynamic && next_object(c->scope, identifier) != NULL;
}

static void test_object(Codegen *c, const Scope *scope, const Atom *name, Reg object, Label found) {
  const Variable *variable = scope_object(scope);
  uint32_t mark = c->top;
  Reg has = temp(c);
  if (variable->captured) read_slot(c, variable, object);
  else move(c, object, variable->reg);
  emit_constant(&c->e, OPCODE_WithHas, has, object, constant_string(&c->e, name));
  emit_jump_if(&c->e, OPCODE_JumpTrue, has, found);
  c->top = mark;
}

// Falls through with undefined; jumps if it finds the object, of `with` or of an eval's variables.
static Reg resolve_object(Codegen *c, Node *identifier, Label with, Label eval) {
  Reg object = temp(c);
  emit_at(&c->e, identifier->position);
  const Scope *scope = c->scope;
  while ((scope = next_object(scope, identifier)) != NULL) {
    test_object(c, scope, identifier->identifier.atom, object, scope->kind == SCOPE_WITH ? with : eval);
    scope = scope->outer;
  }
  emit(&c->e, OPCODE_LoadUndefined, object, 0, 0);
  return object;
}

Reg with_resolve(Codegen *c, Node *identifier) {
  Label found = label_next(c);
  Reg object = resolve_object(c, identifier, found, found);
  label_place(&c->e, found);
  return object;
}

Reg with_resolve_callee(Codegen *c, Node *identifier, Reg this_register) {
  Label with = label_next(c), eval = label_next(c), end = label_next(c);
  Reg object = resolve_object(c, identifier, with, eval);
  label_place(&c->e, eval);
  emit(&c->e, OPCODE_LoadUndefined, this_register, 0, 0);
  emit_jump(&c->e, end);
  label_place(&c->e, with);
  move(c, this_register, object);
  label_place(&c->e, end);
  return object;
}

// In strict code a binding that is gone from the object is an error (ECMA-262 sections 9.1.1.2.5 and 9.1.1.2.6).
static void check_binding(Codegen *c, const Node *identifier, Reg object) {
  if (!c->function->strict) return;
  emit_constant(&c->e, OPCODE_CheckBinding, object, 0, constant_string(&c->e, identifier->identifier.atom));
}

Reg with_read(Codegen *c, Node *identifier, Reg object, Reg want) {
  Reg to = destination(c, want);
  Label is_static = label_next(c), end = label_next(c);
  emit_jump_if(&c->e, OPCODE_JumpUndefined, object, is_static);
  check_binding(c, identifier, object);
  get_named(c, to, object, identifier->identifier.atom);
  emit_jump(&c->e, end);
  label_place(&c->e, is_static);
  static_read(c, identifier, to);
  label_place(&c->e, end);
  return to;
}

void with_write(Codegen *c, Node *identifier, Reg object, Reg value, Position position) {
  Label is_static = label_next(c), end = label_next(c);
  emit_jump_if(&c->e, OPCODE_JumpUndefined, object, is_static);
  emit_at(&c->e, position);
  check_binding(c, identifier, object);
  emit_named(&c->e, OPCODE_SetNamed, object, value, identifier->identifier.atom);
  emit_jump(&c->e, end);
  label_place(&c->e, is_static);
  static_write(c, identifier, value, position, false);
  label_place(&c->e, end);
}
