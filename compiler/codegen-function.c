// compiler/codegen-function.c - compile(), functions, entering and leaving scopes.
//
// Functions are compiled one after another from a list, never inside each other; the tables of scopes outlive the
// function that made them, so an inner function finds its outer variables whenever its turn comes.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compiler/codegen.h"

// ------------------------------------------------------------------------------------------------------ registers

static void grow_registers(Codegen *c) {
  uint32_t capacity = c->register_capacity == 0 ? 256 : c->register_capacity * 2;
  c->register_variables = checked_realloc(c->register_variables, capacity * sizeof *c->register_variables);
  c->register_names = checked_realloc(c->register_names, capacity * sizeof *c->register_names);
  c->local_starts = checked_realloc(c->local_starts, capacity * sizeof *c->local_starts);
  memset(c->register_names + c->register_capacity, 0, (capacity - c->register_capacity) * sizeof *c->register_names);
  c->register_capacity = capacity;
}

Reg temp(Codegen *c) {
  if (c->top >= REGISTER_LIMIT) {
    c->e.failure = "Function needs too many registers";
    return REGISTER_LIMIT - 1;
  }
  Reg reg = (Reg)c->top++;
  if (c->top > c->register_count) c->register_count = c->top;
  return reg;
}

Reg local(Codegen *c, Variable *variable) {
  Reg reg = local_reserve(c, variable);
  local_begin(c, reg);
  return reg;
}

Reg local_reserve(Codegen *c, Variable *variable) {
  Reg reg = temp(c);
  c->locals_top = c->top;
  while (reg >= c->register_capacity) grow_registers(c);
  c->register_variables[reg] = variable;
  c->local_starts[reg] = NO_LABEL;
  if (variable != NULL) {
    variable->reg = reg;
    if (c->register_names[reg] == NULL) c->register_names[reg] = variable->name;
  }
  return reg;
}

void local_begin(Codegen *c, Reg reg) {
  if (c->local_starts[reg] == NO_LABEL) c->local_starts[reg] = c->e.code.count;
}

void locals_leave(Codegen *c, uint32_t mark) {
  for (uint32_t reg = mark; reg < c->locals_top; reg++) emit_local_range(&c->e, c->local_starts[reg], (Reg)reg);
  c->top = c->locals_top = mark;
}

void move(Codegen *c, Reg to, Reg from) {
  if (to != from) emit(&c->e, OPCODE_Move, to, from, 0);
}

Label label_next(Codegen *c) { return label_new(&c->e); }

// ------------------------------------------------------------------------------------------------------ closures

static const Atom *prefixed(Codegen *c, const char *prefix, const Atom *name) {
  size_t length = strlen(prefix);
  uint16_t *units = checked_calloc(length + name->length, sizeof *units);
  for (size_t i = 0; i < length; i++) units[i] = (uint8_t)prefix[i];
  for (uint32_t i = 0; i < name->length; i++) units[length + i] = name->two_byte ? name->utf16[i] : name->latin1[i];
  const Atom *atom = atom_utf16(c->arena, units, length + name->length);
  free(units);
  return atom;
}

static uint16_t function_flags(const FunctionNode *node) {
  unsigned flags = node->strict ? CODE_STRICT : 0;
  if (!node->has_simple_parameters) flags |= CODE_COMPLEX_PARAMETERS;
  switch ((FunctionKind)node->kind) {
  case FUNCTION_NORMAL: flags |= CODE_CONSTRUCTOR; break;
  case FUNCTION_ARROW: flags |= CODE_ARROW; break;
  case FUNCTION_METHOD: flags |= CODE_METHOD; break;
  case FUNCTION_GETTER: flags |= CODE_METHOD | CODE_GETTER; break;
  case FUNCTION_SETTER: flags |= CODE_METHOD | CODE_SETTER; break;
  }
  return (uint16_t)flags;
}

static CompiledFunction *function_enqueue(Codegen *c, FunctionNode *node, const Atom *name) {
  CompiledFunction *function = arena_allocate(c->arena, sizeof *function);
  if (node->name != NULL) name = node->name;
  if (name == NULL) name = c->atom_empty;
  else if (node->kind == FUNCTION_GETTER) name = prefixed(c, "get ", name);
  else if (node->kind == FUNCTION_SETTER) name = prefixed(c, "set ", name);
  function->name = name;
  function->inferred = node->inferred;
  function->flags = function_flags(node);
  Pending *pending = arena_allocate(c->arena, sizeof *pending);
  pending->node = node;
  pending->function = function;
  if (c->last_pending != NULL) c->last_pending->next = pending;
  else c->pending = pending;
  c->last_pending = pending;
  return function;
}

static uint32_t function_constant(Codegen *c, FunctionNode *node, const Atom *name) {
  CompiledFunction *function = function_enqueue(c, node, name);
  return constant_add(&c->e, &(Constant){.type = CONSTANT_FUNCTION, .function = function});
}

Reg function_literal(Codegen *c, Node *node, Reg want, const Atom *name) {
  uint32_t constant = function_constant(c, node->function, name);
  Reg to = destination(c, want);
  emit_constant(&c->e, OPCODE_NewFunction, to, current_context(c), constant);
  return to;
}

// ------------------------------------------------------------------------------------------------------ scopes

Reg current_context(const Codegen *c) {
  for (const Scope *scope = c->scope; scope != NULL && scope->function == c->function; scope = scope->outer) {
    if (scope->context != NO_REGISTER) return scope->context;
  }
  return c->closure;
}

// The captured variables of a scope, by their slots.
static const Variable **captured_variables(Codegen *c, const Scope *scope) {
  const Variable **variables = arena_allocate(c->arena, scope->slot_count * sizeof *variables);
  for (const Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->captured) variables[v->slot] = v;
  }
  return variables;
}

// For evals inside: what kind of variable each slot is.
static const Atom *variable_types(Codegen *c, const Variable **variables, uint32_t count, bool continues) {
  uint8_t *types = arena_allocate(c->arena, count + 1);
  for (uint32_t i = 0; i < count; i++) types[i] = (uint8_t)('A' + variables[i]->type);
  types[count] = '+';
  return atom_latin1(c->arena, (const char *)types, count + continues);
}

// Of the context that has the slots from `first` on.
static uint32_t scope_info(Codegen *c, const Scope *scope, const Variable **variables, uint32_t first) {
  uint32_t count = scope->slot_count - first < MOST_SLOTS ? scope->slot_count - first : MOST_SLOTS;
  uint32_t lexical_start = scope->lexical_start < first ? 0 : scope->lexical_start - first;
  Constant constant = {.type = CONSTANT_SCOPE_INFO, .count = count};
  constant.lexical_start = lexical_start < count ? lexical_start : count;
  constant.names = arena_allocate(c->arena, count * sizeof *constant.names);
  for (uint32_t i = 0; i < count; i++) constant.names[i] = variables[first + i]->name;
  if (scope->has_eval) constant.types = variable_types(c, variables + first, count, first > 0);
  return constant_add(&c->e, &constant);
}

Reg new_context(Codegen *c, Scope *scope, Reg reg) {
  const Variable **variables = captured_variables(c, scope);
  Reg parent = current_context(c);
  for (uint32_t first = 0; first < scope->slot_count; first += MOST_SLOTS, parent = reg) {
    emit_constant(&c->e, OPCODE_NewContext, reg, parent, scope_info(c, scope, variables, first));
  }
  return reg;
}

static void enter_context(Codegen *c, Scope *scope) {
  if (!scope_has_context(scope)) return;
  scope->context = new_context(c, scope, local(c, NULL));
}

static void enter_variable(Codegen *c, Variable *variable) {
  if (variable->global || variable->captured || variable->reg != NO_REGISTER) return;
  bool begins_later = variable_is_let_or_const(variable) && !variable->checked;
  if (begins_later) local_reserve(c, variable);
  else local(c, variable);
  if (variable->checked) emit(&c->e, OPCODE_LoadHole, variable->reg, 0, 0);
}

static void hoist_function(Codegen *c, const Node *node) {
  Variable *variable = scope_find(c->scope, node->function->name);
  if (variable == NULL) variable = eval_variable_find(c->function->scope->info, node->function->name);
  uint32_t mark = c->top;
  bool in_register = !variable->captured && !variable->global && variable->type != VARIABLE_EVAL;
  Reg reg = in_register ? variable->reg : temp(c);
  emit_constant(&c->e, OPCODE_NewFunction, reg, current_context(c), function_constant(c, node->function, NULL));
  if (variable->global) {
    emit_wide(&c->e, OPCODE_DeclareGlobalFunction, reg, (int32_t)constant_string(&c->e, variable->name));
  } else if (!in_register) {
    variable_store(c, variable, reg);
  }
  c->top = mark;
}

static void hoist_functions(Codegen *c, const Scope *scope) {
  for (uint32_t i = 0; i < scope->functions.count; i++) hoist_function(c, scope->functions.items[i]);
}

void scope_enter(Codegen *c, Scope *scope) {
  if (scope == NULL) return;
  enter_context(c, scope);  // still in the outer scope, whose context is the parent
  c->scope = scope;
  for (Variable *v = scope->variables; v != NULL; v = v->next) enter_variable(c, v);
  hoist_functions(c, scope);
}

void scope_leave(Codegen *c, Scope *scope) {
  if (scope != NULL) c->scope = scope->outer;
}

// ------------------------------------------------------------------------------------------------------ entry

// GlobalDeclarationInstantiation (ECMA-262 section 16.1.7): all names are checked before the first is declared.
static void check_global(Codegen *c, const Variable *v) {
  if (!v->global) return;
  unsigned kind = variable_is_let_or_const(v)    ? GLOBAL_LEXICAL
                  : v->type == VARIABLE_FUNCTION ? GLOBAL_FUNCTION
                                                 : GLOBAL_VAR;
  emit_wide(&c->e, OPCODE_CheckGlobalName, kind, (int32_t)constant_string(&c->e, v->name));
}

static void check_globals(Codegen *c, const Scope *scope) {
  for (const Variable *v = scope->variables; v != NULL; v = v->next) check_global(c, v);
  for (const EvalVariable *v = scope->info->eval_variables; v != NULL; v = v->next) check_global(c, v->variable);
}

static void declare_globals(Codegen *c, const Scope *scope) {
  check_globals(c, scope);
  for (const Variable *v = scope->variables; v != NULL; v = v->next) {
    if (!v->global || !variable_is_let_or_const(v)) continue;
    emit_wide(&c->e, OPCODE_DeclareGlobalLexical, v->type == VARIABLE_CONST, (int32_t)constant_string(&c->e, v->name));
  }
  for (const Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->global && v->type == VARIABLE_VAR)
      emit_wide(&c->e, OPCODE_DeclareGlobalVar, 0, (int32_t)constant_string(&c->e, v->name));
  }
}

// What a sloppy eval declares outside of itself.
static void declare_eval_variable(Codegen *c, const Variable *variable) {
  uint32_t name = constant_string(&c->e, variable->name);
  if (variable->global && variable->type == VARIABLE_VAR) emit_wide(&c->e, OPCODE_DeclareGlobalVar, 0, (int32_t)name);
  if (variable->type != VARIABLE_EVAL) return;
  Reg context;
  uint32_t level, mark = c->top;
  context_of_variable(c, variable->scope->eval_object, &context, &level);
  if (level > 0) {
    Reg parent = temp(c);
    emit(&c->e, OPCODE_ParentContext, parent, context, level);
    context = parent;
  }
  emit_constant(&c->e, OPCODE_DeclareEvalVar, context, variable_slot(variable->scope->eval_object), name);
  c->top = mark;
}

static void declare_eval_variables(Codegen *c, const FunctionInfo *info) {
  for (const EvalVariable *v = info->eval_variables; v != NULL; v = v->next) declare_eval_variable(c, v->variable);
}

static bool outer_has_context(const FunctionNode *function) {
  for (const Scope *scope = function->scope->outer; scope != NULL; scope = scope->outer) {
    if (scope_has_context(scope)) return true;
  }
  return false;
}

static bool is_parameter_simple(const Node *parameter) { return parameter->type == NODE_IDENTIFIER; }

static void enter_parameters(Codegen *c, const NodeList *parameters) {
  for (uint32_t i = 0; i < parameters->count; i++) {
    const Node *parameter = parameters->items[i];
    if (parameter->type == NODE_REST) continue;
    const Node *target = is_parameter_simple(parameter) ? parameter : parameter->assign.target;
    Variable *variable = target->identifier.variable;
    local(c, variable);
    c->out->parameter_count++;
  }
}

static void enter_special(Codegen *c, FunctionInfo *info) {
  bool coerces = info->uses_this && !c->function->strict && c->function->kind != FUNCTION_ARROW;
  if (coerces && !(c->out->flags & CODE_MODULE && c->options->is_script)) emit(&c->e, OPCODE_CoerceThis, 0, 0, 0);
  if (info->this_value != NULL) info->this_value->reg = THIS_REGISTER;
  if (info->self != NULL) info->self->reg = 0;
}

// For each parameter its slot in the context, or a hole.  Of parameters with one name the last one counts.
static uint32_t parameter_map(Codegen *c, const NodeList *parameters) {
  Constant constant = {.type = CONSTANT_LIST, .count = parameters->count};
  constant.list = arena_allocate(c->arena, parameters->count * sizeof *constant.list);
  for (uint32_t i = 0; i < parameters->count; i++) {
    const Variable *variable = parameters->items[i]->identifier.variable;
    bool is_last = variable->reg == FIRST_PARAMETER + i;
    constant.list[i].type = variable->mapped && is_last ? CONSTANT_NUMBER : CONSTANT_HOLE;
    constant.list[i].number = variable->slot;  // parameters come first, so they are in the first context
  }
  return constant_add(&c->e, &constant);
}

static bool any_mapped(const NodeList *parameters) {
  for (uint32_t i = 0; i < parameters->count; i++) {
    const Node *parameter = parameters->items[i];
    if (parameter->type == NODE_IDENTIFIER && parameter->identifier.variable->mapped) return true;
  }
  return false;
}

// The object is then made where it cannot be done without, in the variable's register.
bool arguments_only_applied(const Codegen *c) {
  const FunctionInfo *info = c->function->scope->info;
  const Variable *arguments = info->arguments;
  return arguments != NULL && arguments->type == VARIABLE_ARGUMENTS && !arguments->captured && !info->keeps_arguments &&
         !c->has_dynamic && !any_mapped(&c->function->parameters);
}

static void create_arguments(Codegen *c, Reg reg) {
  const NodeList *parameters = &c->function->parameters;
  c->out->flags |= CODE_NEEDS_ARGUMENTS;
  if (any_mapped(parameters)) {
    uint32_t level = scope_context_count(c->scope) - 1;
    Reg context = level > 0 ? temp(c) : c->scope->context;
    if (level > 0) emit(&c->e, OPCODE_ParentContext, context, c->scope->context, level);
    emit_constant(&c->e, OPCODE_CreateMappedArguments, reg, context, parameter_map(c, parameters));
  } else {
    emit(&c->e, OPCODE_CreateArguments, reg, 0, 0);
  }
}

static void store_special(Codegen *c, FunctionInfo *info) {
  uint32_t mark = c->top;
  if (info->this_value != NULL && info->this_value->captured) variable_store(c, info->this_value, THIS_REGISTER);
  if (info->self != NULL && info->self->captured) variable_store(c, info->self, 0);
  if (info->new_target != NULL) {
    Reg reg = info->new_target->captured ? temp(c) : info->new_target->reg;
    emit(&c->e, OPCODE_LoadNewTarget, reg, 0, 0);
    variable_store(c, info->new_target, reg);
  }
  if (info->arguments != NULL) {
    Reg reg = info->arguments->captured ? temp(c) : info->arguments->reg;
    if (arguments_only_applied(c)) {
      c->out->flags |= CODE_NEEDS_ARGUMENTS;
    } else {
      create_arguments(c, reg);
      variable_store(c, info->arguments, reg);
    }
  }
  c->top = mark;
}

static void rest_parameter(Codegen *c, const Node *parameter, uint32_t number) {
  Variable *variable = parameter->unary.operand->identifier.variable;
  uint32_t mark = c->top;
  Reg reg = variable->captured ? temp(c) : variable->reg;
  c->out->flags |= CODE_NEEDS_ARGUMENTS;
  emit(&c->e, OPCODE_CreateRest, reg, number, 0);
  variable_store(c, variable, reg);
  c->top = mark;
}

static void default_value(Codegen *c, const Node *parameter, Reg reg) {
  Label given = label_next(c);
  emit_jump_if(&c->e, OPCODE_JumpNotUndefined, reg, given);
  uint32_t mark = c->top;
  expression_named(c, parameter->assign.value, reg, parameter->assign.target->identifier.atom);
  c->top = mark;
  label_place(&c->e, given);
}

// Defaults, the rest parameter, and copies of captured parameters in the context.
static void initialize_parameters(Codegen *c, const NodeList *parameters) {
  bool simple = true;
  for (uint32_t i = 0; i < parameters->count; i++) {
    const Node *parameter = parameters->items[i];
    if (parameter->type == NODE_REST) {
      rest_parameter(c, parameter, i);
      break;
    }
    Reg reg = (Reg)(FIRST_PARAMETER + i);
    Variable *variable = is_parameter_simple(parameter) ? parameter->identifier.variable
                                                        : parameter->assign.target->identifier.variable;
    if (!is_parameter_simple(parameter)) {
      simple = false;
      c->parameters_ready = i;
      default_value(c, parameter, reg);
      c->parameters_ready = UINT32_MAX;
    }
    if (simple) c->out->length++;
    if (variable->captured && variable->reg == reg) variable_store(c, variable, reg);
  }
}

// Registers may have served the default values.
static void enter_body(Codegen *c, Scope *body) {
  scope_enter(c, body);
  for (Variable *v = body->variables; v != NULL; v = v->next) {
    if (v->type != VARIABLE_VAR) continue;
    uint32_t mark = c->top;
    if (v->parameter != NULL) variable_copy(c, v, v->parameter);
    else if (!v->captured) emit(&c->e, OPCODE_LoadUndefined, v->reg, 0, 0);
    c->top = mark;
  }
}

static void function_entry(Codegen *c, FunctionNode *node) {
  Scope *scope = node->scope;
  local(c, NULL);  // the callee
  local(c, NULL);  // this
  enter_parameters(c, &node->parameters);
  enter_special(c, scope->info);
  if (outer_has_context(node) && (scope->info->uses_outer || scope->info->makes_functions)) {
    c->closure = local(c, NULL);
    emit(&c->e, OPCODE_LoadClosureContext, c->closure, 0, 0);
  }
  c->scope = scope->outer;
  enter_context(c, scope);
  c->scope = scope;
  for (Variable *v = scope->variables; v != NULL; v = v->next) enter_variable(c, v);
  store_special(c, scope->info);
  declare_globals(c, scope);
  declare_eval_variables(c, scope->info);
  initialize_parameters(c, &node->parameters);
  hoist_functions(c, scope);
  if (scope->info->body != NULL) enter_body(c, scope->info->body);
  c->out->local_count = (uint16_t)c->top;
}

// ------------------------------------------------------------------------------------------------------ functions

// Those that may have a name; none does beyond the capacity, where temporaries are.
static uint32_t named_registers(const Codegen *c) {
  return c->register_count < c->register_capacity ? c->register_count : c->register_capacity;
}

static void function_start(Codegen *c, FunctionNode *node, CompiledFunction *out) {
  emitter_start(&c->e);
  if (c->register_count > 0) memset(c->register_names, 0, named_registers(c) * sizeof *c->register_names);
  c->function = node;
  c->out = out;
  c->top = c->locals_top = c->register_count = 0;
  c->closure = c->completion = NO_REGISTER;
  c->control = NULL;
  c->labeled = NULL;
  c->chain_end = NO_LABEL;
  c->parameters_ready = UINT32_MAX;
  c->e.position = node->position;
}

// Its local variables are its parameters, which keep their values.
static bool does_nothing_but_assign_fields(const CompiledFunction *f) {
  if (f->local_count != FIRST_PARAMETER + f->parameter_count) return false;
  for (uint32_t i = 0; i < f->code_count; i++) {
    switch ((Opcode)f->code[i].op) {
    case OPCODE_SetNamed:
      if (f->code[i].a != THIS_REGISTER) return false;
      break;
    case OPCODE_LoadNull:
    case OPCODE_LoadUndefined:
    case OPCODE_LoadInt:
    case OPCODE_LoadConst:
    case OPCODE_LoadTrue:
    case OPCODE_LoadFalse:
      if (f->code[i].a < f->local_count) return false;
      break;
    case OPCODE_CoerceThis:
    case OPCODE_ReturnUndefined: break;
    default: return false;
    }
  }
  return true;
}

// apply takes the arguments whenever it is called; an arguments object is made once, at the beginning.
static uint32_t arguments_end(const CompiledFunction *f) {
  uint32_t end = 0;
  if (!(f->flags & CODE_NEEDS_ARGUMENTS)) return end;
  for (uint32_t i = 0; i < f->code_count; i++) {
    switch ((Opcode)f->code[i].op) {
    case OPCODE_CreateArguments:
    case OPCODE_CreateMappedArguments:
    case OPCODE_CreateRest: end = i + 1; break;
    case OPCODE_ApplyArguments: return UINT32_MAX;
    default: break;
    }
  }
  return end;
}

static void function_finish(Codegen *c) {
  CompiledFunction *out = c->out;
  const FunctionNode *node = c->function;
  locals_leave(c, out->local_count);
  emitter_finish(&c->e, out);
  out->arguments_end = arguments_end(out);
  if (out->flags & CODE_CONSTRUCTOR && does_nothing_but_assign_fields(out)) out->flags |= CODE_ASSIGNS_FIELDS;
  out->register_count = (uint16_t)c->register_count;
  out->expected_properties = node->scope->info->expected_properties;
  out->start_offset = node->start_offset;
  out->end_offset = node->end_offset;
  out->position = node->position;
  out->register_names = arena_allocate(c->arena, c->register_count * sizeof *out->register_names);
  memcpy(out->register_names, c->register_names, named_registers(c) * sizeof *out->register_names);
}

static void function_return(Codegen *c) {
  if (!emit_reachable(&c->e)) return;
  c->e.position = c->function->end_position;
  if (c->completion != NO_REGISTER) emit(&c->e, OPCODE_Return, c->completion, 0, 0);
  else emit(&c->e, OPCODE_ReturnUndefined, 0, 0, 0);
}

static void function_compile(Codegen *c, FunctionNode *node, CompiledFunction *out) {
  function_start(c, node, out);
  function_entry(c, node);
  if (out->flags & CODE_MODULE && c->options->completion_value) {
    c->completion = local(c, NULL);
    completion_undefined(c);
  }
  statement_list(c, &node->body);
  function_return(c);
  function_finish(c);
}

static void codegen_start(Codegen *c) {
  c->e.arena = c->arena;
  c->atom_undefined = atom_latin1(c->arena, "undefined", 9);
  c->atom_nan = atom_latin1(c->arena, "NaN", 3);
  c->atom_infinity = atom_latin1(c->arena, "Infinity", 8);
  c->atom_length = atom_latin1(c->arena, "length", 6);
  c->atom_proto = atom_latin1(c->arena, "__proto__", 9);
  c->atom_empty = atom_latin1(c->arena, "", 0);
}

CompiledFunction *compile(Arena *arena, FunctionNode *program, const CompileOptions *options, CompileError *error) {
  Codegen c = {.arena = arena, .options = options};
  codegen_start(&c);
  OuterScope *outer = options->outer_scopes != NULL ? options->outer_scopes(arena, options->outer_data) : NULL;
  AnalyzeResult analysis = analyze(arena, program, options, outer != NULL ? scopes_around_eval(arena, outer) : NULL);
  c.has_dynamic = analysis.has_dynamic;
  c.e.failure = analysis.failure;
  CompiledFunction *out = function_enqueue(&c, program, options->eval ? atom_latin1(arena, "eval", 4) : NULL);
  out->flags |= CODE_MODULE | (options->eval ? CODE_EVAL : 0);
  for (Pending *pending = c.pending; pending != NULL && c.e.failure == NULL; pending = pending->next) {
    function_compile(&c, pending->node, pending->function);
  }
  if (c.e.failure != NULL) {
    error->position = c.function != NULL ? c.function->position : program->position;
    snprintf(error->message, sizeof error->message, "%s", c.e.failure);
    out = NULL;
  }
  emitter_free(&c.e);
  free(c.register_variables);
  free(c.register_names);
  free(c.local_starts);
  free(c.spine);
  free(c.links);
  return out;
}
