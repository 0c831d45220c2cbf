// compiler/analyze.c - the walk over the tree that makes the scopes of scope.h, and folds constants on its way up.
//
// The depth of the recursion is bounded by the parser's limit on the height of trees; chains (node_continues) are
// walked in loops.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "compiler/infer-names.h"
#include "compiler/number.h"
#include "compiler/scope.h"

typedef struct Analyzer {
  Arena *arena;
  Scope *scope;            // innermost
  FunctionNode *function;  // innermost
  bool is_script, has_dynamic;
  FunctionNode *program;
  Scope *outer;  // around the program: of a direct eval, else NULL
  bool is_eval, is_sloppy_eval;
  const char *failure;
  const Node *current_case;  // whose statements are being declared
  const Atom *atom_this, *atom_new_target, *atom_arguments, *atom_with, *atom_var;
  Node **spine;  // stack of the links of chains
  size_t spine_count, spine_capacity;
} Analyzer;

static void visit(Analyzer *a, Node *node);
static void visit_function(Analyzer *a, FunctionNode *function, uint32_t created);

static FunctionInfo *info_of(const FunctionNode *function) { return function->scope->info; }

static void list_append(Arena *arena, NodeList *list, Node *node) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity == 0 ? 4 : list->capacity * 2;
    Node **items = arena_allocate(arena, capacity * sizeof *items);
    for (uint32_t i = 0; i < list->count; i++) items[i] = list->items[i];
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = node;
}

// ------------------------------------------------------------------------------------------------------ uses

static Reference *refer(Analyzer *a, Node *node, const Atom *name) {
  Reference *reference = arena_allocate(a->arena, sizeof *reference);
  reference->node = node;
  reference->name = name;
  reference->function = a->function;
  scope_add_reference(a->scope, reference);
  return reference;
}

static void refer_write(Analyzer *a, Node *identifier, bool writes_primitive) {
  Reference *reference = refer(a, identifier, identifier->identifier.atom);
  reference->is_write = true;
  reference->writes_primitive = writes_primitive;
}

// The object of a property that is only read: what no script can write through.
static void visit_read_object(Analyzer *a, Node *object) {
  if (object->type == NODE_IDENTIFIER) refer(a, object, object->identifier.atom)->reads_element = true;
  else visit(a, object);
}

static void visit_accesses(Analyzer *a, Node *node, bool is_place);

// A property that is written, deleted, or called as a method.
static void visit_place(Analyzer *a, Node *node) {
  if (node_is_access(node)) visit_accesses(a, node, true);
  else visit(a, node);
}

static Variable *implicit_variable(Analyzer *a, Scope *scope, const Atom *name) {
  if (scope->kind != SCOPE_FUNCTION) return NULL;
  FunctionNode *function = scope->function;
  FunctionInfo *info = scope->info;
  bool is_program = info->outer == NULL;
  if (function->kind != FUNCTION_ARROW) {
    if (name == a->atom_this) return info->this_value = scope_declare(a->arena, scope, name, VARIABLE_THIS);
    if (name == a->atom_new_target && !(is_program && a->is_script))
      return info->new_target = scope_declare(a->arena, scope, name, VARIABLE_NEW_TARGET);
    if (name == a->atom_arguments && !(is_program && a->is_script)) {
      return info->arguments = scope_declare(a->arena, scope, name, VARIABLE_ARGUMENTS);
    }
  }
  if (function->is_expression && function->kind == FUNCTION_NORMAL && name == function->name) {
    return info->self = scope_declare(a->arena, scope, name, VARIABLE_SELF);
  }
  return NULL;
}

static void bind(Analyzer *a, Reference *reference, Variable *variable) {
  FunctionNode *owner = variable->scope->function;
  reference->node->identifier.variable = variable;
  if (variable->type == VARIABLE_THIS) info_of(owner)->uses_this = true;
  if (variable == info_of(owner)->arguments && !reference->reads_element) info_of(owner)->exposes_arguments = true;
  if (variable == info_of(owner)->arguments && !reference->is_applied) info_of(owner)->keeps_arguments = true;
  variable->used = true;
  variable->assigned |= reference->is_write;
  if (reference->is_write && !reference->writes_primitive) variable->may_hold_object = true;
  if (variable->global) return;
  if (reference->function != owner) {
    variable->captured = true;
    info_of(reference->function)->uses_outer = true;
  } else if (reference->is_write) {
    variable_add_write(a->arena, variable, reference->node->position.offset);
  }
  if (variable_needs_check(variable, reference->function, reference->node->position.offset)) variable->checked = true;
}

// A name used inside `with` may mean a property of the object; one around which an eval declares, what that makes.
static void pass_object(Scope *scope, const Reference *reference) {
  if (reference->node->type != NODE_IDENTIFIER || reference->function == scope->function) return;
  scope_object(scope)->captured = true;
  info_of(reference->function)->uses_outer = true;
}

// A sloppy function with simple parameters sees what is written to one place at the other (10.2.11 step 22, 10.4.4).
// A parameter for which that can be told lives in the context, where the arguments object finds it.
static void map_parameters(Scope *scope) {
  const FunctionNode *function = scope->function;
  const FunctionInfo *info = scope->info;
  if (info->arguments == NULL || function->strict || !function->has_simple_parameters) return;
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    v->mapped = v->type == VARIABLE_PARAMETER && (v->assigned || (v->used && info->exposes_arguments));
    v->captured |= v->mapped;
  }
}

// Variables of a function that are in registers at the same time: the collector looks at each register of a frame.
enum { MOST_REGISTERS = 4096 };

static bool may_leave_register(const Variable *variable) {
  return variable_is_let_or_const(variable) || variable->type == VARIABLE_VAR || variable->type == VARIABLE_FUNCTION;
}

static void limit_registers(Scope *scope) {
  uint32_t count = scope->inner_registers + 1;  // and the context
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->captured || v->global) continue;
    if (count >= MOST_REGISTERS && may_leave_register(v)) v->captured = true;
    else count++;
  }
  Scope *outer = scope->outer;
  if (outer != NULL && outer->function == scope->function && outer->inner_registers < count)
    outer->inner_registers = count;
}

static void assign_slots(Scope *scope) {
  uint32_t slots = 0;
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->captured && !v->checked) v->slot = slots++;
  }
  scope->lexical_start = slots;
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->captured && v->checked) v->slot = slots++;
  }
  scope->slot_count = slots;
}

// A declared function exists from the beginning of its scope, but nobody can call it before the first place that names
// it.  Where that is inside another declared function, the first place that names that one counts.  So most functions
// at the top of a program need not check the let and const they use.
enum { MOST_PASSES = 10 };

static uint32_t first_effect(const Scope *scope, const Reference *reference) {
  const FunctionNode *function = reference->function;
  if (function == scope->function) return reference->node->position.offset;
  while (info_of(function)->outer != scope->function) function = info_of(function)->outer;
  return info_of(function)->created;
}

static bool lower_first_uses(const Scope *scope) {
  bool changed = false;
  for (const Reference *reference = scope->references; reference != NULL; reference = reference->next) {
    Variable *variable = scope_find(scope, reference->name);
    if (variable == NULL || !variable->holds_declared) continue;
    uint32_t offset = first_effect(scope, reference);
    if (offset >= variable->first_use) continue;
    variable->first_use = offset;
    changed = true;
  }
  return changed;
}

static void set_created(const Scope *scope, bool known) {
  for (uint32_t i = 0; i < scope->functions.count; i++) {
    FunctionNode *function = scope->functions.items[i]->function;
    const Variable *variable = scope_find(scope, function->name);
    info_of(function)->created = known && variable->holds_declared ? variable->first_use : scope->start;
  }
}

static void find_first_uses(const Scope *scope) {
  if (scope->functions.count == 0) return;
  if (scope->has_eval ||
      scope_find(scope, scope->functions.items[0]->function->name) == NULL) {  // who knows what calls them
    set_created(scope, false);
    return;
  }
  for (uint32_t i = 0; i < scope->functions.count; i++) {
    Variable *variable = scope_find(scope, scope->functions.items[i]->function->name);
    variable->holds_declared = variable->type == VARIABLE_FUNCTION && !variable->global && variable->hoisted == NULL;
    variable->first_use = UINT32_MAX;
  }
  set_created(scope, true);
  int passes = 0;
  for (; passes < MOST_PASSES && lower_first_uses(scope); passes++) set_created(scope, true);
  if (passes == MOST_PASSES) set_created(scope, false);
}

// Finds the variables that references mean; hands the others on to the outer scope.
static void resolve_references(Analyzer *a, Scope *scope) {
  for (Reference *reference = scope->references, *next; reference != NULL; reference = next) {
    next = reference->next;
    Variable *variable = scope_find(scope, reference->name);
    if (variable == NULL) variable = implicit_variable(a, scope, reference->name);
    if (variable != NULL) {
      bind(a, reference, variable);
      continue;
    }
    if (scope_object(scope) != NULL) pass_object(scope, reference);
    if (scope->outer != NULL) scope_add_reference(scope->outer, reference);
  }
  scope->references = scope->last_reference = NULL;
}

// The text of an eval may use any of them, at any time.
static void capture_all(Analyzer *a, Scope *scope) {
  const FunctionNode *function = scope->function;
  if (scope->kind == SCOPE_FUNCTION && function->name != NULL && scope_find(scope, function->name) == NULL)
    implicit_variable(a, scope, function->name);
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->global) continue;
    v->captured = v->may_hold_object = v->used = v->assigned = true;
    v->checked |= variable_is_let_or_const(v);
  }
}

static void scope_close(Analyzer *a, Scope *scope) {
  find_first_uses(scope);
  resolve_references(a, scope);
  if (scope->has_eval) capture_all(a, scope);
  if (scope->kind == SCOPE_FUNCTION) map_parameters(scope);
  limit_registers(scope);
  assign_slots(scope);
  a->scope = scope->outer;
}

static Scope *scope_open(Analyzer *a, ScopeKind kind, uint32_t start) {
  return a->scope = scope_new(a->arena, kind, a->scope, a->function, start);
}

// ------------------------------------------------------------------------------------------------------ declarations

// Where var declares: the scope of the function, or that of its body.
static bool is_var_scope(const Scope *scope) { return scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_BODY; }

static Scope *var_scope(Scope *scope) {
  while (!is_var_scope(scope)) scope = scope->outer;
  return scope;
}

static bool is_script_level(const Analyzer *a, const Scope *scope) {
  return a->is_script && !a->is_eval && scope->kind == SCOPE_FUNCTION && scope->info->outer == NULL;
}

// Do var and function of this scope declare outside of it?  (EvalDeclarationInstantiation, ECMA-262 section 19.2.1.3)
static bool declares_outside(const Analyzer *a, const Scope *scope) {
  return a->is_sloppy_eval && scope->kind == SCOPE_FUNCTION && scope->function == a->program;
}

// The scope where they do; NULL: they are globals.
static Scope *eval_target(const Analyzer *a) {
  Scope *scope = a->outer;
  while (scope != NULL && scope->eval_object == NULL) scope = scope->outer;
  return scope;
}

static bool is_lexical(const Variable *variable) {
  return variable_is_let_or_const(variable) || variable->type == VARIABLE_FUNCTION;
}

static bool is_lexical_outside(const Analyzer *a, const Atom *name) {
  const Scope *target = eval_target(a);
  for (const Scope *scope = a->outer; scope != NULL; scope = scope->outer) {
    const Variable *variable = scope_find(scope, name);
    if (variable != NULL && is_lexical(variable) && (scope != target || variable->type != VARIABLE_FUNCTION))
      return true;
    if (scope == target) return variable != NULL && scope->eval_object->type == VARIABLE_DEFAULT_EVAL_OBJECT;
  }
  return false;
}

static void fail_declared(Analyzer *a, const Atom *name) {
  enum { NAME_BYTES = 200 };
  char *text = arena_allocate(a->arena, NAME_BYTES + 40), shown[NAME_BYTES];
  atom_to_utf8(name, shown, sizeof shown);
  snprintf(text, NAME_BYTES + 40, "Identifier '%s' has already been declared", shown);
  a->failure = text;
}

static Variable *declare_outside(Analyzer *a, const Atom *name) {
  FunctionInfo *info = info_of(a->program);
  Variable *variable = eval_variable_find(info, name);
  if (variable != NULL) return variable;
  if (is_lexical_outside(a, name)) fail_declared(a, name);
  Scope *target = eval_target(a);
  if (target != NULL) {
    info->uses_outer = true;
    variable = scope_find(target, name);
  }
  if (variable == NULL || variable->type == VARIABLE_SELF) {
    variable = arena_allocate(a->arena, sizeof *variable);
    variable->name = name;
    variable->scope = target != NULL ? target : a->program->scope;
    variable->type = target != NULL ? VARIABLE_EVAL : VARIABLE_VAR;
    variable->global = target == NULL;
    variable->may_hold_object = true;
    variable->reg = NO_REGISTER;
  }
  eval_variable_add(a->arena, info, variable);
  return variable;
}

static Variable *declare_var(Analyzer *a, const Atom *name) {
  Scope *scope = var_scope(a->scope);
  if (declares_outside(a, scope)) return declare_outside(a, name);
  Variable *variable = scope_find(scope, name);
  if (variable != NULL) return variable;
  variable = scope_declare(a->arena, scope, name, VARIABLE_VAR);
  variable->global = is_script_level(a, scope);
  return variable;
}

// Annex B.3.3: in sloppy mode a function in a block is also a var of the function, unless that would be an error.
static Variable *hoisted_var(Analyzer *a, const Atom *name) {
  if (a->function->strict) return NULL;
  Scope *scope = a->scope->outer;
  for (; !is_var_scope(scope); scope = scope->outer) {
    Variable *between = scope_find(scope, name);
    if (between != NULL && is_lexical(between)) return NULL;
  }
  const Variable *existing = scope_find(scope, name);
  if (existing == NULL && scope->kind == SCOPE_BODY) existing = scope_find(scope->outer, name);
  if (existing != NULL &&
      (existing->type == VARIABLE_LET || existing->type == VARIABLE_CONST || existing->type == VARIABLE_PARAMETER)) {
    return NULL;
  }
  if (declares_outside(a, scope) && is_lexical_outside(a, name)) return NULL;
  Variable *variable = declare_var(a, name);
  variable->may_hold_object = true;
  return variable;
}

static void declare_function(Analyzer *a, Node *node) {
  const Atom *name = node->function->name;
  Scope *scope = a->scope;
  bool outside = declares_outside(a, scope);
  Variable *variable = outside ? declare_outside(a, name) : scope_find(scope, name);
  if (variable == NULL) variable = scope_declare(a->arena, scope, name, VARIABLE_FUNCTION);
  variable->may_hold_object = variable->assigned = true;
  if (!outside) variable->global = is_script_level(a, scope);
  if (is_var_scope(scope)) {
    if (variable->type == VARIABLE_VAR) variable->type = VARIABLE_FUNCTION;
  } else {
    variable->hoisted = hoisted_var(a, name);
  }
  list_append(a->arena, &scope->functions, node);
}

static void declare_lexical(Analyzer *a, Node *declarator, VariableType type, uint32_t initialized) {
  Node *target = declarator->declarator.target;
  Node *init = declarator->declarator.init;
  Scope *scope = a->scope;
  Variable *variable = scope_find(scope, target->identifier.atom);
  if (variable == NULL) variable = scope_declare(a->arena, scope, target->identifier.atom, type);
  variable->initialized = initialized;
  variable->global = is_script_level(a, scope);
  variable->may_hold_object = init != NULL && !is_primitive_expression(init);
  if (a->current_case != NULL) {
    variable->case_start = a->current_case->position.offset;
    variable->case_end = a->current_case->end_offset;
  }
  target->identifier.variable = variable;
}

// Enters what a statement declares into the current scope.
static void declare_statement(Analyzer *a, Node *node) {
  while (node->type == NODE_LABELED) node = node->labeled.body;
  if (node->type == NODE_FUNCTION_DECLARATION) declare_function(a, node);
  if (node->type != NODE_VARIABLES || node->variables.kind == KIND_VAR) return;
  VariableType type = node->variables.kind == KIND_LET ? VARIABLE_LET : VARIABLE_CONST;
  const NodeList *list = &node->variables.declarators;
  for (uint32_t i = 0; i < list->count; i++) declare_lexical(a, list->items[i], type, list->items[i]->end_offset);
}

static void declare_statements(Analyzer *a, const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) declare_statement(a, list->items[i]);
}

static bool declares(const Node *node) {
  while (node->type == NODE_LABELED) node = node->labeled.body;
  return node->type == NODE_FUNCTION_DECLARATION || (node->type == NODE_VARIABLES && node->variables.kind != KIND_VAR);
}

static bool any_declares(const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (declares(list->items[i])) return true;
  }
  return false;
}

// ------------------------------------------------------------------------------------------------------ constants

static void become_number(Node *node, double number) {
  node->type = NODE_NUMBER;
  node->number = number;
}

static void fold_binary(Node *node) {
  const Node *left = node->binary.left, *right = node->binary.right;
  if (left->type != NODE_NUMBER || right->type != NODE_NUMBER) return;
  double result;
  if (number_fold((Operator)node->binary.op, left->number, right->number, &result)) become_number(node, result);
}

static void fold_unary(Node *node) {
  const Node *operand = node->unary.operand;
  uint8_t op = node->unary.op;
  if (op == OP_NOT && (operand->type == NODE_TRUE || operand->type == NODE_FALSE)) {
    node->type = operand->type == NODE_TRUE ? NODE_FALSE : NODE_TRUE;
  }
  if (operand->type != NODE_NUMBER) return;
  double number = operand->number;
  if (op == OP_NEGATE) become_number(node, -number);
  if (op == OP_PLUS) become_number(node, number);
  if (op == OP_BIT_NOT) become_number(node, ~number_to_int32(number));
  if (op == OP_NOT) node->type = number == 0 || isnan(number) ? NODE_TRUE : NODE_FALSE;
}

// ------------------------------------------------------------------------------------------------------ expressions

static void visit_optional(Analyzer *a, Node *node) {
  if (node != NULL) visit(a, node);
}

static void visit_list(Analyzer *a, const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->items[i] != NULL) visit(a, list->items[i]);
  }
}

static bool is_binary(const Node *node) { return node->type == NODE_BINARY || node->type == NODE_LOGICAL; }

static void push_spine(Analyzer *a, Node *node) {
  if (a->spine_count == a->spine_capacity) {
    a->spine_capacity = a->spine_capacity == 0 ? 64 : a->spine_capacity * 2;
    a->spine = checked_realloc(a->spine, a->spine_capacity * sizeof *a->spine);
  }
  a->spine[a->spine_count++] = node;
}

static void visit_binary(Analyzer *a, Node *node) {
  size_t base = a->spine_count;
  for (; is_binary(node); node = node->binary.left) push_spine(a, node);
  visit(a, node);
  while (a->spine_count > base) {
    node = a->spine[--a->spine_count];
    visit(a, node->binary.right);
    if (node->type == NODE_BINARY) fold_binary(node);
  }
}

static void visit_assign(Analyzer *a, Node *node) {
  Node *target = node->assign.target, *value = node->assign.value;
  if (node->assign.op == OP_NONE) infer_names(a->arena, a->function, target, value);
  bool is_name = target->type == NODE_IDENTIFIER;
  bool primitive = node->assign.op == OP_NONE ? is_primitive_expression(value) : is_primitive_expression(node);
  if (is_name) refer_write(a, target, primitive);
  else visit_place(a, target);
  visit(a, value);
  if (target->type == NODE_MEMBER && target->member.object->type == NODE_THIS) {
    FunctionInfo *info = info_of(a->function);
    if (info->expected_properties < 255) info->expected_properties++;
  }
}

// without a tag
static void visit_template(Analyzer *a, Node *node) {
  visit_list(a, &node->template_.expressions);
  if (node->template_.quasi_count != 1) return;
  const Atom *string = node->template_.cooked[0];
  node->type = NODE_STRING;
  node->string = string;
}

static void visit_this(Analyzer *a, Node *node) {
  if (a->function->kind == FUNCTION_ARROW) refer(a, node, a->atom_this);
  else info_of(a->function)->uses_this = true;
}

static void visit_property(Analyzer *a, Node *node) {
  if (node->property.computed) visit(a, node->property.key);
  visit(a, node->property.value);
}

static bool has_parameter_expressions(const FunctionNode *function) {
  for (uint32_t i = 0; i < function->parameters.count; i++) {
    if (function->parameters.items[i]->type == NODE_ASSIGN_PATTERN) return true;
  }
  return false;
}

// A name that the text of an eval may use without declaring it.
static void refer_hidden(Analyzer *a, const Node *at, const Atom *name) {
  Node *node = arena_allocate(a->arena, sizeof *node);
  node->type = NODE_IDENTIFIER;
  node->position = at->position;
  node->identifier.atom = name;
  refer(a, node, name);
}

static void note_direct_eval(Analyzer *a, const Node *call) {
  for (Scope *scope = a->scope; scope != NULL; scope = scope->outer) scope->has_eval = true;
  FunctionInfo *info = info_of(a->function);
  info->uses_outer = info->makes_functions = true;
  refer_hidden(a, call, a->atom_this);
  refer_hidden(a, call, a->atom_new_target);
  refer_hidden(a, call, a->atom_arguments);
  Scope *scope = var_scope(a->scope);
  if (a->function->strict || is_script_level(a, scope) || declares_outside(a, scope)) return;
  a->has_dynamic = true;
  if (scope->eval_object != NULL) return;
  bool in_default = scope->kind == SCOPE_FUNCTION && has_parameter_expressions(a->function);
  VariableType type = in_default ? VARIABLE_DEFAULT_EVAL_OBJECT : VARIABLE_EVAL_OBJECT;
  scope->eval_object = scope_declare(a->arena, scope, a->atom_var, type);
}

static void visit_arguments(Analyzer *a, const Node *call) {
  const NodeList *arguments = &call->call.arguments;
  if (is_apply(call)) {
    visit(a, arguments->items[0]);
    refer(a, arguments->items[1], arguments->items[1]->identifier.atom)->is_applied = true;
  } else {
    visit_list(a, arguments);
  }
}

static void visit_new(Analyzer *a, Node *node) {
  visit_place(a, node->call.callee);
  visit_list(a, &node->call.arguments);
}

static void visit_conditional(Analyzer *a, Node *node) {
  for (; node->type == NODE_CONDITIONAL; node = node->conditional.otherwise) {
    visit(a, node->conditional.test);
    visit(a, node->conditional.then);
  }
  visit(a, node);
}

// What the first link of a chain of accesses is applied to.  It is only read if that is the property of an object, and
// this property is not written, deleted or called.
static void visit_start(Analyzer *a, Node *start, const Node *first, bool is_place) {
  if (first->type == NODE_CALL && is_direct_eval(first)) note_direct_eval(a, first);
  bool is_property = first->type == NODE_MEMBER || first->type == NODE_INDEX;
  if (is_property && !is_place) visit_read_object(a, start);
  else if (node_is_access(start)) visit_accesses(a, start, !is_property);
  else visit(a, start);
}

// a.b[c](d)`e`...; is_place: what it ends with is written, deleted or called.
static void visit_accesses(Analyzer *a, Node *node, bool is_place) {
  size_t base = a->spine_count;
  for (;; node = node_link(node)) {
    push_spine(a, node);
    if (!node_continues(node, node_link(node))) break;
  }
  const Node *second = a->spine_count - base > 1 ? a->spine[a->spine_count - 2] : NULL;
  bool is_called = second != NULL ? second->type == NODE_CALL || second->type == NODE_TEMPLATE : is_place;
  visit_start(a, node_link(node), node, is_called);
  while (a->spine_count > base) {
    node = a->spine[--a->spine_count];
    if (node->type == NODE_INDEX) visit(a, node->index.index);
    if (node->type == NODE_CALL) visit_arguments(a, node);
    if (node->type == NODE_TEMPLATE) visit_list(a, &node->template_.expressions);
  }
}

// ------------------------------------------------------------------------------------------------------ statements

static void visit_variables(Analyzer *a, Node *node) {
  const NodeList *list = &node->variables.declarators;
  bool is_var = node->variables.kind == KIND_VAR;
  for (uint32_t i = 0; i < list->count; i++) {
    Node *target = list->items[i]->declarator.target, *init = list->items[i]->declarator.init;
    if (is_var) declare_var(a, target->identifier.atom);
    if (is_var && init != NULL) refer_write(a, target, is_primitive_expression(init));
    if (init == NULL) continue;
    infer_names(a->arena, a->function, target, init);
    visit(a, init);
  }
}

static void visit_block(Analyzer *a, Node *node) {
  NodeList *list = &node->block.statements;
  if (!any_declares(list)) {
    visit_list(a, list);
    return;
  }
  Scope *scope = node->block.scope = scope_open(a, SCOPE_BLOCK, node->position.offset);
  declare_statements(a, list);
  visit_list(a, list);
  scope_close(a, scope);
}

static void visit_if(Analyzer *a, Node *node) {
  for (;;) {
    visit(a, node->conditional.test);
    visit(a, node->conditional.then);
    Node *otherwise = node->conditional.otherwise;
    if (otherwise == NULL) return;
    if (otherwise->type != NODE_IF) {
      visit(a, otherwise);
      return;
    }
    node = otherwise;
  }
}

static void visit_for(Analyzer *a, Node *node) {
  Node *init = node->for_.init;
  Scope *scope = NULL;
  if (init != NULL && declares(init)) {
    scope = node->for_.scope = scope_open(a, SCOPE_LOOP, node->position.offset);
    declare_statement(a, init);
  }
  FunctionInfo *info = info_of(a->function);
  bool made_functions = info->makes_functions;
  info->makes_functions = false;
  visit_optional(a, init);
  if (scope != NULL) scope->closures_in_head = info->makes_functions;
  info->makes_functions |= made_functions;
  visit_optional(a, node->for_.test);
  visit_optional(a, node->for_.update);
  visit(a, node->for_.body);
  if (scope != NULL) scope_close(a, scope);
}

static bool is_referenced(const Scope *scope) {
  for (const Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->captured || v->checked) return true;
  }
  return false;
}

// for (let x of right): names of the head are in scope in `right` too, and never initialized there.
static Scope *visit_for_in_right(Analyzer *a, Node *node) {
  const Node *left = node->for_in.left;
  if (left->type != NODE_VARIABLES || left->variables.kind == KIND_VAR) {
    visit(a, node->for_in.right);
    return NULL;
  }
  Scope *scope = scope_open(a, SCOPE_BLOCK, node->position.offset);
  const Node *target = left->variables.declarators.items[0]->declarator.target;
  scope_declare(a->arena, scope, target->identifier.atom, VARIABLE_LET)->initialized = UINT32_MAX;
  visit(a, node->for_in.right);
  scope_close(a, scope);
  return is_referenced(scope) ? scope : NULL;
}

static void visit_for_in(Analyzer *a, Node *node) {
  Node *left = node->for_in.left;
  bool primitive = node->type == NODE_FOR_IN;
  if (left->type == NODE_IDENTIFIER) refer_write(a, left, primitive);
  else if (left->type != NODE_VARIABLES) visit_place(a, left);
  if (left->type == NODE_VARIABLES && left->variables.kind == KIND_VAR) {
    visit_variables(a, left);
    refer_write(a, left->variables.declarators.items[0]->declarator.target, primitive);
  }
  Scope *head = visit_for_in_right(a, node);
  if (left->type != NODE_VARIABLES || left->variables.kind == KIND_VAR) {
    visit(a, node->for_in.body);
    return;
  }
  Scope *scope = node->for_in.scope = scope_open(a, SCOPE_LOOP, node->position.offset);
  scope->head = head;
  VariableType type = left->variables.kind == KIND_LET ? VARIABLE_LET : VARIABLE_CONST;
  Node *declarator = left->variables.declarators.items[0];
  declare_lexical(a, declarator, type, node->for_in.right->end_offset);
  declarator->declarator.target->identifier.variable->may_hold_object = !primitive;
  visit(a, node->for_in.body);
  scope_close(a, scope);
}

static void visit_try(Analyzer *a, Node *node) {
  visit(a, node->try_.block);
  if (node->try_.handler != NULL) {
    Node *parameter = node->try_.parameter;
    Scope *scope = NULL;
    if (parameter != NULL) {
      scope = node->try_.scope = scope_open(a, SCOPE_CATCH, node->try_.handler->position.offset);
      Variable *variable = scope_declare(a->arena, scope, parameter->identifier.atom, VARIABLE_CATCH);
      variable->may_hold_object = true;
      parameter->identifier.variable = variable;
    }
    visit(a, node->try_.handler);
    if (scope != NULL) scope_close(a, scope);
  }
  visit_optional(a, node->try_.finalizer);
}

static void visit_cases(Analyzer *a, const NodeList *cases) {
  for (uint32_t i = 0; i < cases->count; i++) {
    visit_optional(a, cases->items[i]->case_.test);
    visit_list(a, &cases->items[i]->case_.statements);
  }
}

static void visit_switch(Analyzer *a, Node *node) {
  const NodeList *cases = &node->switch_.cases;
  visit(a, node->switch_.discriminant);
  bool scoped = false;
  for (uint32_t i = 0; i < cases->count && !scoped; i++) scoped = any_declares(&cases->items[i]->case_.statements);
  if (!scoped) {
    visit_cases(a, cases);
    return;
  }
  Scope *scope = node->switch_.scope = scope_open(a, SCOPE_SWITCH, node->position.offset);
  for (uint32_t i = 0; i < cases->count; i++) {
    a->current_case = cases->items[i];
    declare_statements(a, &cases->items[i]->case_.statements);
  }
  a->current_case = NULL;
  visit_cases(a, cases);
  scope_close(a, scope);
}

static void visit_with(Analyzer *a, Node *node) {
  a->has_dynamic = true;
  visit(a, node->with_.object);
  Scope *scope = node->with_.scope = scope_open(a, SCOPE_WITH, node->position.offset);
  scope_declare(a->arena, scope, a->atom_with, VARIABLE_WITH_OBJECT)->may_hold_object = true;
  visit(a, node->with_.body);
  scope_close(a, scope);
}

// ------------------------------------------------------------------------------------------------------ functions

static Node *parameter_target(Node *parameter) {
  if (parameter->type == NODE_REST) return parameter->unary.operand;
  if (parameter->type == NODE_ASSIGN_PATTERN) return parameter->assign.target;
  return parameter;
}

static void declare_parameters(Analyzer *a, FunctionNode *function) {
  for (uint32_t i = 0; i < function->parameters.count; i++) {
    Node *target = parameter_target(function->parameters.items[i]);
    Variable *variable = scope_find(a->scope, target->identifier.atom);
    if (variable == NULL) variable = scope_declare(a->arena, a->scope, target->identifier.atom, VARIABLE_PARAMETER);
    variable->may_hold_object = true;
    target->identifier.variable = variable;
    if (function->parameters.items[i]->type == NODE_ASSIGN_PATTERN) {
      variable_add_write(a->arena, variable, target->position.offset);
    }
  }
}

// A var of the body with the name of a parameter, or of the arguments object, is another variable with the same value
// (ECMA-262 section 10.2.11 step 28).
static void copy_parameters(Analyzer *a, Scope *parameters, Scope *body) {
  for (Variable *v = body->variables; v != NULL; v = v->next) {
    if (v->type != VARIABLE_VAR) continue;
    v->parameter = scope_find(parameters, v->name);
    if (v->parameter == NULL && v->name == a->atom_arguments) v->parameter = implicit_variable(a, parameters, v->name);
    if (v->parameter != NULL) v->may_hold_object = true;
    if (v->name == a->atom_arguments) parameters->info->keeps_arguments = true;
  }
}

static void visit_separate_body(Analyzer *a, FunctionNode *function) {
  Scope *parameters = a->scope;
  for (uint32_t i = 0; i < function->parameters.count; i++) {
    const Node *parameter = function->parameters.items[i];
    if (parameter->type == NODE_ASSIGN_PATTERN) visit(a, parameter->assign.value);
  }
  Scope *body = parameters->info->body = scope_open(a, SCOPE_BODY, function->start_offset);
  declare_statements(a, &function->body);
  visit_list(a, &function->body);
  copy_parameters(a, parameters, body);
  scope_close(a, body);
}

static void visit_function(Analyzer *a, FunctionNode *function, uint32_t created) {
  FunctionNode *outer = a->function;
  const Node *outer_case = a->current_case;
  a->current_case = NULL;
  a->function = function;
  Scope *scope = function->scope = scope_open(a, SCOPE_FUNCTION, function->start_offset);
  scope->info = arena_allocate(a->arena, sizeof *scope->info);
  scope->info->outer = outer;
  scope->info->created = created;
  if (outer != NULL) info_of(outer)->makes_functions = true;
  declare_parameters(a, function);
  if (has_parameter_expressions(function)) {
    visit_separate_body(a, function);
  } else {
    declare_statements(a, &function->body);
    visit_list(a, &function->body);
  }
  // `var arguments` begins as the arguments object
  Variable *arguments = scope_find(scope, a->atom_arguments);
  if (arguments != NULL && arguments->type == VARIABLE_VAR && function->kind != FUNCTION_ARROW && !arguments->global) {
    scope->info->arguments = arguments;
    arguments->may_hold_object = true;
  }
  scope_close(a, scope);
  a->function = outer;
  a->current_case = outer_case;
}

// ------------------------------------------------------------------------------------------------------ dispatch

static void visit_child(void *analyzer, Node *child) {
  if (child != NULL) visit(analyzer, child);
}

static void visit(Analyzer *a, Node *node) {
  switch ((NodeType)node->type) {
  case NODE_IDENTIFIER: refer(a, node, node->identifier.atom); break;
  case NODE_THIS: visit_this(a, node); break;
  case NODE_NEW_TARGET:
    if (a->function->kind == FUNCTION_ARROW) refer(a, node, a->atom_new_target);
    break;
  case NODE_TEMPLATE:
    if (node->template_.tag != NULL) visit_accesses(a, node, false);
    else visit_template(a, node);
    break;
  case NODE_PROPERTY: visit_property(a, node); break;
  case NODE_FUNCTION: visit_function(a, node->function, node->function->start_offset); break;
  case NODE_FUNCTION_DECLARATION: visit_function(a, node->function, a->scope->start); break;
  case NODE_UNARY:
    if (node->unary.op == OP_DELETE) visit_place(a, node->unary.operand);
    else visit(a, node->unary.operand);
    fold_unary(node);
    break;
  case NODE_UPDATE:
    if (node->unary.operand->type == NODE_IDENTIFIER) refer_write(a, node->unary.operand, true);
    else visit_place(a, node->unary.operand);
    break;
  case NODE_BINARY:
  case NODE_LOGICAL: visit_binary(a, node); break;
  case NODE_ASSIGN: visit_assign(a, node); break;
  case NODE_CONDITIONAL: visit_conditional(a, node); break;
  case NODE_NEW: visit_new(a, node); break;
  case NODE_CALL:
  case NODE_MEMBER:
  case NODE_INDEX: visit_accesses(a, node, false); break;
  case NODE_ASSIGN_PATTERN: visit_assign(a, node); break;
  case NODE_VARIABLES: visit_variables(a, node); break;
  case NODE_DECLARATOR:
  case NODE_CASE: break;  // visit_variables(), visit_switch()
  case NODE_BLOCK: visit_block(a, node); break;
  case NODE_IF: visit_if(a, node); break;
  case NODE_FOR: visit_for(a, node); break;
  case NODE_FOR_IN:
  case NODE_FOR_OF: visit_for_in(a, node); break;
  case NODE_TRY: visit_try(a, node); break;
  case NODE_SWITCH: visit_switch(a, node); break;
  case NODE_LABELED:
    while (node->type == NODE_LABELED) node = node->labeled.body;
    visit(a, node);
    break;
  case NODE_WITH: visit_with(a, node); break;
  default: node_children(node, visit_child, a); break;
  }
}

// ------------------------------------------------------------------------------------------------------ eval

static Scope *scope_around_eval(Arena *arena, FunctionNode *function, const OuterScope *around) {
  Scope *scope = scope_new(arena, SCOPE_BLOCK, NULL, function, 0);
  scope->has_eval = true;
  scope->info = function->scope->info;
  scope->slot_count = around->count;
  for (uint32_t i = 0; i < around->count; i++) {
    Variable *variable = scope_declare(arena, scope, around->names[i], (VariableType)around->types[i]);
    variable->slot = i;
    variable->captured = variable->may_hold_object = true;
    variable->checked = variable_is_let_or_const(variable);
    variable->initialized = UINT32_MAX;
    if (variable->type == VARIABLE_EVAL_OBJECT || variable->type == VARIABLE_DEFAULT_EVAL_OBJECT) {
      scope->eval_object = variable;
    }
    if (variable->type == VARIABLE_WITH_OBJECT) scope->kind = SCOPE_WITH;
  }
  return scope;
}

Scope *scopes_around_eval(Arena *arena, const OuterScope *outer) {
  FunctionNode *function = arena_allocate(arena, sizeof *function);
  function->kind = FUNCTION_ARROW;
  function->scope = scope_new(arena, SCOPE_BLOCK, NULL, function, 0);
  function->scope->info = arena_allocate(arena, sizeof *function->scope->info);
  Scope *innermost = NULL;
  for (Scope **place = &innermost; outer != NULL; outer = outer->outer) {
    *place = scope_around_eval(arena, function, outer);
    place = &(*place)->outer;
  }
  return innermost;
}

static void start_eval(Analyzer *a, const CompileOptions *options, Scope *outer) {
  a->is_eval = options->eval != EVAL_NONE;
  a->is_sloppy_eval = a->is_eval && !a->program->strict;
  a->scope = a->outer = outer;
  for (const Scope *scope = outer; scope != NULL; scope = scope->outer) a->has_dynamic |= scope_object(scope) != NULL;
  if (options->eval == EVAL_DIRECT)
    a->program->kind = FUNCTION_ARROW;  // `this` and its like are those of the code around
}

AnalyzeResult analyze(Arena *arena, FunctionNode *program, const CompileOptions *options, Scope *outer) {
  Analyzer a = {.arena = arena, .is_script = options->is_script, .program = program};
  a.atom_this = atom_latin1(arena, "this", 4);
  a.atom_new_target = atom_latin1(arena, "new.target", 10);
  a.atom_arguments = atom_latin1(arena, "arguments", 9);
  a.atom_with = atom_latin1(arena, "with", 4);
  a.atom_var = atom_latin1(arena, "var", 3);
  start_eval(&a, options, outer);
  a.function = outer != NULL ? outer->function : NULL;
  visit_function(&a, program, 0);
  for (Scope *scope = outer; scope != NULL; scope = scope->outer) resolve_references(&a, scope);
  free(a.spine);
  return (AnalyzeResult){a.has_dynamic, a.failure};
}
