// compiler/codegen-stmt.c - statements.

#include "compiler/codegen.h"

// The value of a statement that has none by itself; expression statements in it replace it.
void completion_undefined(Codegen *c) {
  if (c->completion != NO_REGISTER) emit(&c->e, OPCODE_LoadUndefined, c->completion, 0, 0);
}

static void expression_statement(Codegen *c, Node *node) {
  if (c->completion == NO_REGISTER) {
    expression_effect(c, node->unary.operand);
    return;
  }
  uint32_t mark = c->top;
  Reg value = expression_any(c, node->unary.operand);  // not there at once: an exception leaves the old value
  move(c, c->completion, value);
  c->top = mark;
}

// ------------------------------------------------------------------------------------------------------ declarations

static void statement_begins(Codegen *c, const Node *expression, Position position);

static void initialize_lexical(Codegen *c, const Node *declarator) {
  Node *target = declarator->declarator.target;
  Variable *variable = target->identifier.variable;
  uint32_t mark = c->top;
  Reg want = variable->captured || variable->global || variable->checked ? NO_REGISTER : variable->reg;
  Reg value;
  if (declarator->declarator.init != NULL) {
    statement_begins(c, declarator->declarator.init, declarator->declarator.init->position);
    value = expression_named(c, declarator->declarator.init, want, variable->name);
  } else {
    value = want == NO_REGISTER ? temp(c) : want;
    emit(&c->e, OPCODE_LoadUndefined, value, 0, 0);
  }
  emit_at(&c->e, target->position);
  variable_initialize(c, variable, value);
  c->top = mark;
}

static void initialize_var(Codegen *c, const Node *declarator) {
  Node *target = declarator->declarator.target;
  if (declarator->declarator.init == NULL) return;
  uint32_t mark = c->top;
  statement_begins(c, declarator->declarator.init, declarator->declarator.init->position);
  if (is_dynamic(c, target)) {
    Reg object = with_resolve(c, target);
    Reg value = expression_named(c, declarator->declarator.init, NO_REGISTER, target->identifier.atom);
    with_write(c, target, object, value, target->position);
  } else {
    Reg reg = variable_register(c, target);
    Reg value = expression_named(c, declarator->declarator.init, reg, target->identifier.atom);
    if (reg == NO_REGISTER) variable_write(c, target, value, target->position);
  }
  c->top = mark;
}

static void variables_statement(Codegen *c, Node *node) {
  const NodeList *list = &node->variables.declarators;
  for (uint32_t i = 0; i < list->count; i++) {
    if (node->variables.kind == KIND_VAR) initialize_var(c, list->items[i]);
    else initialize_lexical(c, list->items[i]);
  }
}

// A function in a block, sloppy mode: when its declaration is reached, the var of that name gets its value.
static void function_declaration(Codegen *c, Node *node) {
  Variable *variable = scope_find(c->scope, node->function->name);
  if (variable == NULL || variable->hoisted == NULL) return;
  uint32_t mark = c->top;
  variable_copy(c, variable->hoisted, variable);
  c->top = mark;
}

// ------------------------------------------------------------------------------------------------------ control

static NOINLINE void block_statement(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  scope_enter(c, node->block.scope);
  statement_list(c, &node->block.statements);
  scope_leave(c, node->block.scope);
  locals_leave(c, mark);
}

static NOINLINE void if_statement(Codegen *c, Node *node) {
  Label end = label_next(c);
  completion_undefined(c);
  for (;;) {
    Node *otherwise = node->conditional.otherwise;
    Label next = otherwise == NULL ? end : label_next(c);
    condition(c, node->conditional.test, false, next);
    statement(c, node->conditional.then);
    if (otherwise == NULL) break;
    if (emit_reachable(&c->e)) emit_jump(&c->e, end);
    label_place(&c->e, next);
    if (otherwise->type != NODE_IF) {
      statement(c, otherwise);
      break;
    }
    completion_undefined(c);
    node = otherwise;
    statement_begins(c, node->conditional.test, node->position);
  }
  label_place(&c->e, end);
}

static void throw_statement(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  Reg value = expression_any(c, node->unary.operand);
  emit_at(&c->e, node->position);
  emit(&c->e, OPCODE_Throw, value, 0, 0);
  c->top = mark;
}

static NOINLINE void with_statement(Codegen *c, Node *node) {
  Scope *scope = node->with_.scope;
  uint32_t mark = c->top;
  completion_undefined(c);
  Reg value = expression_any(c, node->with_.object);
  c->top = mark;
  Reg object = local(c, NULL);
  emit_at(&c->e, node->with_.object->position);
  emit(&c->e, OPCODE_ToObject, object, value, 0);
  if (!scope->variables->captured) scope->variables->reg = object;
  scope_enter(c, scope);
  if (scope->variables->captured) variable_store(c, scope->variables, object);
  statement(c, node->with_.body);
  scope_leave(c, scope);
  locals_leave(c, mark);
}

void statement_list(Codegen *c, const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) statement(c, list->items[i]);
}

// V8 turns these around where a small number is on the left.
static bool is_turned_around(const Node *node) {
  int16_t constant;
  switch ((Operator)node->binary.op) {
  case OP_MUL:
  case OP_BIT_AND:
  case OP_BIT_OR:
  case OP_BIT_XOR: return is_small_integer(node->binary.left, &constant);
  default: return false;
  }
}

// What is read first to evaluate an expression.
static const Node *first_operand(const Node *node) {
  for (;;) {
    switch ((NodeType)node->type) {
    case NODE_UNARY:
    case NODE_UPDATE: node = node->unary.operand; break;
    case NODE_BINARY: node = is_turned_around(node) ? node->binary.right : node->binary.left; break;
    case NODE_LOGICAL: node = node->binary.left; break;
    case NODE_SEQUENCE: node = node->list.items[0]; break;
    case NODE_CONDITIONAL: node = node->conditional.test; break;
    case NODE_CALL:
    case NODE_NEW: node = node->call.callee; break;
    case NODE_MEMBER: node = node->member.object; break;
    case NODE_INDEX: node = node->index.object; break;
    case NODE_ASSIGN:
      if (node->assign.op != OP_NONE || node->assign.target->type != NODE_IDENTIFIER) return node;
      node = node->assign.value;
      break;
    default: return node;
    }
  }
}

// V8 gives the first instruction of a statement the statement's position.  That is seen where it reads a global
// variable that does not exist: in `return missing(1)` the error points to `return`.
static void statement_begins(Codegen *c, const Node *expression, Position position) {
  c->first_read = first_operand(expression);
  c->first_position = position;
}

static const Node *leading_expression(const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_EXPRESSION_STATEMENT:
  case NODE_RETURN:
  case NODE_THROW: return node->unary.operand;
  case NODE_IF: return node->conditional.test;
  case NODE_SWITCH: return node->switch_.discriminant;
  case NODE_WITH: return node->with_.object;
  default: return NULL;
  }
}

static void empty_statement(Codegen *c, Node *node) { (void)c, (void)node; }

static void debugger_statement(Codegen *c, Node *node) {
  (void)node;
  emit(&c->e, OPCODE_Debugger, 0, 0, 0);
}

typedef void Generator(Codegen *c, Node *node);

static Generator *const generators[NODE_COUNT] = {
#define GENERATOR_EXPRESSION(function) NULL
#define GENERATOR_STATEMENT(function) function
#define GENERATOR_PART(function) NULL
#define NODE(NAME, role, member, text, generator, ...) [NODE_##NAME] = GENERATOR_##role(generator),
#include "parser/nodes.def"
};

void statement(Codegen *c, Node *node) {
  if (c->top == c->locals_top) emit_statement_start(&c->e);
  const Node *expression = leading_expression(node);
  if (expression != NULL) statement_begins(c, expression, node->position);
  Generator *generate = generators[node->type];
  if (generate != NULL) generate(c, node);
  else c->e.failure = "Unsupported statement";
}
