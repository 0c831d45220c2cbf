// compiler/codegen-loop.c - loops, switch, labels and the jumps out of them.
//
// Loops have their condition at the bottom, so a turn takes one jump:
//
//         Jump test                    next: Loop
//   body: Loop                               IteratorNext value ->end
//         ...                                ...
//   continue: update                         Jump next
//   test: JumpLt i n ->body             end:
//   break:

#include "compiler/codegen.h"

// ------------------------------------------------------------------------------------------------------ controls

Control *control_push(Codegen *c, ControlKind kind) {
  Control *control = arena_allocate(c->arena, sizeof *control);
  control->kind = (uint8_t)kind;
  control->break_label = control->continue_label = control->handler = control->finally_label = NO_LABEL;
  control->iterator = control->exception = control->completion = NO_REGISTER;
  control->outer = c->control;
  c->control = control;
  return control;
}

void control_pop(Codegen *c) { c->control = c->control->outer; }

// The labels in front of a statement all name it.
static void name_control(Node *labeled, Control *control) {
  for (; labeled != NULL && labeled->type == NODE_LABELED; labeled = labeled->labeled.body) {
    labeled->labeled.target->control = control;
  }
}

static Control *breakable(Codegen *c, ControlKind kind) {
  Control *control = control_push(c, kind);
  name_control(c->labeled, control);
  c->labeled = NULL;
  control->break_label = label_next(c);
  if (kind == CONTROL_LOOP) control->continue_label = label_next(c);
  return control;
}

static Control *jump_target(const Codegen *c, const Node *node) {
  if (node->jump.label != NULL) return node->jump.target->control;
  Control *control = c->control;
  while (control != NULL && control->kind != CONTROL_LOOP &&
         (control->kind != CONTROL_SWITCH || node->type != NODE_BREAK)) {
    control = control->outer;
  }
  return control;
}

void jump_statement(Codegen *c, Node *node) {
  Control *target = jump_target(c, node);
  if (target == NULL) {
    c->e.failure = "Jump without a target";
    return;
  }
  emit_at(&c->e, node->position);
  leave(c, node->type == NODE_BREAK ? EXIT_BREAK : EXIT_CONTINUE, target, NO_REGISTER);
}

void labeled_statement(Codegen *c, Node *node) {
  c->labeled = node;
  while (node->type == NODE_LABELED) node = node->labeled.body;
  switch ((NodeType)node->type) {
  case NODE_FOR:
  case NODE_FOR_IN:
  case NODE_FOR_OF:
  case NODE_WHILE:
  case NODE_DO_WHILE:
    statement(c, node);  // takes the labels
    return;
  default: break;
  }
  Control *control = breakable(c, CONTROL_LABELED);
  statement(c, node);
  control_pop(c);
  label_place(&c->e, control->break_label);
}

// ------------------------------------------------------------------------------------------------------ while, for

// A turn begins here.
static void turn_place(Codegen *c, Label label) {
  label_place(&c->e, label);
  emit(&c->e, OPCODE_Loop, 0, 0, 0);
}
static Label turn_here(Codegen *c) {
  Label label = label_new(&c->e);
  turn_place(c, label);
  return label;
}

void while_loop(Codegen *c, Node *node) {
  completion_undefined(c);
  Control *control = breakable(c, CONTROL_LOOP);
  emit_jump(&c->e, control->continue_label);
  Label body = turn_here(c);
  statement(c, node->loop.body);
  label_place(&c->e, control->continue_label);
  condition(c, node->loop.test, true, body);
  control_pop(c);
  label_place(&c->e, control->break_label);
}

void do_while_loop(Codegen *c, Node *node) {
  completion_undefined(c);
  Control *control = breakable(c, CONTROL_LOOP);
  Label body = turn_here(c);
  statement(c, node->loop.body);
  label_place(&c->e, control->continue_label);
  condition(c, node->loop.test, true, body);
  control_pop(c);
  label_place(&c->e, control->break_label);
}

// Closures of one turn keep their variables: the next turn gets a copy.
static void copy_context(Codegen *c, const Scope *scope) {
  if (scope == NULL || !scope_has_context(scope)) return;
  emit(&c->e, OPCODE_CopyContext, scope->context, scope->context, scope_context_count(scope) - 1);
}

static void for_init(Codegen *c, Node *node) {
  Node *init = node->for_.init;
  scope_enter(c, node->for_.scope);
  if (init == NULL) return;
  if (init->type == NODE_VARIABLES) statement(c, init);
  else expression_effect(c, init);
  if (node->for_.scope != NULL && node->for_.scope->closures_in_head) copy_context(c, node->for_.scope);
}

void for_loop(Codegen *c, Node *node) {
  completion_undefined(c);
  uint32_t mark = c->top;
  Control *control = breakable(c, CONTROL_LOOP);
  for_init(c, node);
  Label test = label_next(c);
  if (node->for_.test != NULL) emit_jump(&c->e, test);
  Label body = turn_here(c);
  statement(c, node->for_.body);
  label_place(&c->e, control->continue_label);
  copy_context(c, node->for_.scope);
  if (node->for_.update != NULL) expression_effect(c, node->for_.update);
  label_place(&c->e, test);
  if (node->for_.test != NULL) condition(c, node->for_.test, true, body);
  else emit_jump(&c->e, body);
  scope_leave(c, node->for_.scope);
  control_pop(c);
  label_place(&c->e, control->break_label);
  locals_leave(c, mark);
}

// ------------------------------------------------------------------------------------------------------ for-in, for-of

// The variable or expression that each turn assigns to.
static Node *loop_target(const Node *node) {
  Node *left = node->for_in.left;
  return left->type == NODE_VARIABLES ? left->variables.declarators.items[0]->declarator.target : left;
}

static bool is_lexical_loop(const Node *node) { return node->for_in.scope != NULL; }

// The register of a variable that the loop may write directly; NO_REGISTER if there is none.
static Reg loop_register(Codegen *c, Node *node) {
  Node *target = loop_target(node);
  if (target->type != NODE_IDENTIFIER) return NO_REGISTER;
  const Variable *variable = target->identifier.variable;
  if (is_lexical_loop(node)) return variable->captured || variable->checked ? NO_REGISTER : variable->reg;
  return variable_register(c, target);
}

static void assign_target(Codegen *c, Node *target, Reg value) {
  if (target->type == NODE_IDENTIFIER) {
    variable_write(c, target, value, target->position);
    return;
  }
  uint32_t mark = c->top;
  bool member = target->type == NODE_MEMBER;
  Node *object_node = member ? target->member.object : target->index.object;
  Reg object = operand(c, object_node, target->end_offset);
  const Atom *name = member ? target->member.name : index_name(target->index.index);
  Reg key = name == NULL ? expression_any(c, target->index.index) : NO_REGISTER;
  emit_at(&c->e, target->name_position);
  if (name != NULL) emit_named(&c->e, OPCODE_SetNamed, object, value, name);
  else emit(&c->e, OPCODE_SetIndex, object, key, value);
  c->top = mark;
}

// The context of a turn is made when the turn begins; its register is set aside here.
static void enter_loop_scope(Codegen *c, Scope *scope) {
  if (scope == NULL) return;
  Reg context = scope_has_context(scope) ? local_reserve(c, NULL) : NO_REGISTER;
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (!v->captured) local_reserve(c, v);
  }
  c->scope = scope;
  scope->context = context;
}

static void begin_turn(Codegen *c, Node *node, Reg value) {
  Scope *scope = node->for_in.scope;
  local_begin(c, value);
  if (scope != NULL && scope_has_context(scope)) {
    Reg context = scope->context;
    scope->context = NO_REGISTER;  // the parent is the context around
    new_context(c, scope, context);
    local_begin(c, context);
    scope->context = context;
  }
  if (loop_register(c, node) != NO_REGISTER) return;
  if (scope != NULL) variable_initialize(c, loop_target(node)->identifier.variable, value);
  else assign_target(c, loop_target(node), value);
}

// for (var x = init in object), an old form.
static void var_initializer(Codegen *c, Node *node) {
  Node *left = node->for_in.left;
  if (left->type == NODE_VARIABLES && left->variables.kind == KIND_VAR) statement(c, left);
}

static Reg right_side(Codegen *c, Node *node, unsigned registers) {
  Scope *scope = node->for_in.scope;
  Scope *head = scope != NULL ? scope->head : NULL;
  uint32_t mark = c->top;
  scope_enter(c, head);
  if (registers == 2 && node->for_in.right->type == NODE_CALL) node->for_in.right->call.iterated = true;
  Reg value = expression_any(c, node->for_in.right);
  scope_leave(c, head);
  locals_leave(c, mark);
  Reg reg = local_reserve(c, NULL);
  if (registers == 2) local_reserve(c, NULL);
  emit_at(&c->e, node->for_in.right->name_position);
  if (registers == 2) emit_text(&c->e, iterated_text(c, node->for_in.right));
  emit(&c->e, registers == 2 ? OPCODE_GetIterator : OPCODE_ForInPrepare, reg, value, 0);
  local_begin(c, reg);
  if (registers == 2) local_begin(c, (Reg)(reg + 1));
  return reg;
}

static Reg turn_value(Codegen *c, Node *node) {
  Reg reg = loop_register(c, node);
  return reg == NO_REGISTER ? local_reserve(c, NULL) : reg;
}

void for_in_loop(Codegen *c, Node *node) {
  completion_undefined(c);
  uint32_t mark = c->top;
  Control *control = breakable(c, CONTROL_LOOP);
  var_initializer(c, node);
  Reg enumerator = right_side(c, node, 1);
  enter_loop_scope(c, node->for_in.scope);
  Reg value = turn_value(c, node);
  turn_place(c, control->continue_label);
  emit_compare_jump(&c->e, OPCODE_ForInNext, value, enumerator, control->break_label);
  begin_turn(c, node, value);
  statement(c, node->for_in.body);
  emit_jump(&c->e, control->continue_label);
  scope_leave(c, node->for_in.scope);
  control_pop(c);
  label_place(&c->e, control->break_label);
  locals_leave(c, mark);
}

void for_of_loop(Codegen *c, Node *node) {
  completion_undefined(c);
  uint32_t mark = c->top;
  Control *control = breakable(c, CONTROL_LOOP);
  Reg iterator = right_side(c, node, 2);
  Reg exception = local_reserve(c, NULL);
  enter_loop_scope(c, node->for_in.scope);
  Reg value = turn_value(c, node);
  turn_place(c, control->continue_label);
  emit_at(&c->e, node->for_in.right->position);
  emit_compare_jump(&c->e, OPCODE_IteratorNext, value, iterator, control->break_label);
  control->iterator = iterator;
  region_begin(c, control, exception);
  begin_turn(c, node, value);
  statement(c, node->for_in.body);
  region_end(c, control);
  emit_jump(&c->e, control->continue_label);
  scope_leave(c, node->for_in.scope);
  control_pop(c);
  label_place(&c->e, control->handler);
  local_begin(c, exception);
  emit(&c->e, OPCODE_IteratorCloseQuiet, iterator, 0, 0);
  emit(&c->e, OPCODE_Throw, exception, 1, 0);
  label_place(&c->e, control->break_label);
  locals_leave(c, mark);
}

// ------------------------------------------------------------------------------------------------------ switch

static void case_test(Codegen *c, Node *test, Reg value, Label label) {
  int16_t constant;
  uint32_t mark = c->top;
  emit_at(&c->e, test->position);
  if (is_small_integer(test, &constant)) {
    emit_compare_jump(&c->e, OPCODE_JumpStrictEqInt, value, (uint16_t)constant, label);
  } else {
    emit_compare_jump(&c->e, OPCODE_JumpStrictEq, value, expression_any(c, test), label);
  }
  c->top = mark;
}

// Tests in order; then the default, or the end.
static Label case_tests(Codegen *c, const NodeList *cases, Reg value, Label end) {
  Label first = NO_LABEL, otherwise = end;
  for (uint32_t i = 0; i < cases->count; i++) {
    Label label = label_next(c);
    if (i == 0) first = label;  // made in a row, so their numbers are consecutive
    if (cases->items[i]->case_.test == NULL) otherwise = label;
  }
  for (uint32_t i = 0; i < cases->count; i++) {
    Node *test = cases->items[i]->case_.test;
    if (test != NULL) case_test(c, test, value, first + i);
  }
  emit_jump(&c->e, otherwise);
  return first;
}

NOINLINE void switch_statement(Codegen *c, Node *node) {
  const NodeList *cases = &node->switch_.cases;
  uint32_t mark = c->top;
  completion_undefined(c);
  Reg reg = expression_any(c, node->switch_.discriminant);
  c->top = mark;
  Reg value = local(c, NULL);
  move(c, value, reg);
  Control *control = breakable(c, CONTROL_SWITCH);
  scope_enter(c, node->switch_.scope);
  Label first = case_tests(c, cases, value, control->break_label);
  for (uint32_t i = 0; i < cases->count; i++) {
    label_place(&c->e, first + i);
    statement_list(c, &cases->items[i]->case_.statements);
  }
  scope_leave(c, node->switch_.scope);
  control_pop(c);
  label_place(&c->e, control->break_label);
  locals_leave(c, mark);
}
