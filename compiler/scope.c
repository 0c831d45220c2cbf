// compiler/scope.c - the data structures of scope.h.

#include "compiler/scope.h"

#include <string.h>

enum { FEW_VARIABLES = 8 };

Scope *scope_new(Arena *arena, ScopeKind kind, Scope *outer, FunctionNode *function, uint32_t start) {
  Scope *scope = arena_allocate(arena, sizeof *scope);
  scope->outer = outer;
  scope->function = function;
  scope->kind = (uint8_t)kind;
  scope->start = start;
  scope->context = NO_REGISTER;
  return scope;
}

// ------------------------------------------------------------------------------------------------------ variables

static Variable **bucket_of(const Scope *scope, const Atom *name) {
  return &scope->buckets[name->hash_ & (scope->bucket_count - 1)];
}

Variable *scope_find(const Scope *scope, const Atom *name) {
  if (scope->bucket_count > 0) {
    for (Variable *v = *bucket_of(scope, name); v != NULL; v = v->next_in_bucket) {
      if (v->name == name) return v;
    }
    return NULL;
  }
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    if (v->name == name) return v;
  }
  return NULL;
}

static void rebuild_buckets(Arena *arena, Scope *scope) {
  uint32_t count = 32;
  while (count < scope->variable_count * 2) count *= 2;
  scope->bucket_count = count;
  scope->buckets = arena_allocate(arena, count * sizeof *scope->buckets);
  for (Variable *v = scope->variables; v != NULL; v = v->next) {
    Variable **bucket = bucket_of(scope, v->name);
    v->next_in_bucket = *bucket;
    *bucket = v;
  }
}

Variable *scope_declare(Arena *arena, Scope *scope, const Atom *name, VariableType type) {
  Variable *v = arena_allocate(arena, sizeof *v);
  v->name = name;
  v->scope = scope;
  v->type = (uint8_t)type;
  v->reg = NO_REGISTER;
  if (scope->last_variable != NULL) scope->last_variable->next = v;
  else scope->variables = v;
  scope->last_variable = v;
  scope->variable_count++;
  if (scope->variable_count > scope->bucket_count && scope->variable_count > FEW_VARIABLES) {
    rebuild_buckets(arena, scope);
  } else if (scope->bucket_count > 0) {
    Variable **bucket = bucket_of(scope, name);
    v->next_in_bucket = *bucket;
    *bucket = v;
  }
  return v;
}

// ------------------------------------------------------------------------------------------------------ eval

bool is_apply(const Node *call) {
  const Node *callee = call->call.callee;
  const NodeList *arguments = &call->call.arguments;
  return callee->type == NODE_MEMBER && !callee->parenthesized && atom_is(callee->member.name, "apply") &&
         arguments->count == 2 && arguments->items[0]->type != NODE_SPREAD &&
         arguments->items[1]->type == NODE_IDENTIFIER;
}

bool is_direct_eval(const Node *call) {
  const Node *callee = call->call.callee;
  return callee->type == NODE_IDENTIFIER && !call->call.optional && atom_is(callee->identifier.atom, "eval");
}

static EvalVariable **eval_bucket_of(const FunctionInfo *info, const Atom *name) {
  return &info->eval_buckets[name->hash_ & (info->eval_bucket_count - 1)];
}

Variable *eval_variable_find(const FunctionInfo *info, const Atom *name) {
  if (info->eval_bucket_count == 0) return NULL;
  for (const EvalVariable *v = *eval_bucket_of(info, name); v != NULL; v = v->next_in_bucket) {
    if (v->variable->name == name) return v->variable;
  }
  return NULL;
}

static void eval_bucket_add(FunctionInfo *info, EvalVariable *entry) {
  EvalVariable **bucket = eval_bucket_of(info, entry->variable->name);
  entry->next_in_bucket = *bucket;
  *bucket = entry;
}

static void grow_eval_buckets(Arena *arena, FunctionInfo *info) {
  info->eval_bucket_count = info->eval_bucket_count == 0 ? 32 : info->eval_bucket_count * 2;
  info->eval_buckets = arena_allocate(arena, info->eval_bucket_count * sizeof *info->eval_buckets);
  for (EvalVariable *v = info->eval_variables; v != NULL; v = v->next) eval_bucket_add(info, v);
}

void eval_variable_add(Arena *arena, FunctionInfo *info, Variable *variable) {
  EvalVariable *entry = arena_allocate(arena, sizeof *entry);
  entry->variable = variable;
  if (info->eval_variable_count++ == info->eval_bucket_count) grow_eval_buckets(arena, info);
  eval_bucket_add(info, entry);
  if (info->last_eval_variable != NULL) info->last_eval_variable->next = entry;
  else info->eval_variables = entry;
  info->last_eval_variable = entry;
}

// ------------------------------------------------------------------------------------------------------ uses

void scope_add_reference(Scope *scope, Reference *reference) {
  reference->next = NULL;
  if (scope->last_reference != NULL) scope->last_reference->next = reference;
  else scope->references = reference;
  scope->last_reference = reference;
}

static void grow_writes(Arena *arena, Variable *variable) {
  uint32_t capacity = variable->write_capacity == 0 ? 4 : variable->write_capacity * 2;
  uint32_t *writes = arena_allocate(arena, capacity * sizeof *writes);
  if (variable->write_count > 0) memcpy(writes, variable->writes, variable->write_count * sizeof *writes);
  variable->writes = writes;
  variable->write_capacity = capacity;
}

void variable_add_write(Arena *arena, Variable *variable, uint32_t offset) {
  if (variable->write_count == variable->write_capacity) grow_writes(arena, variable);
  uint32_t at = variable->write_count++;
  for (; at > 0 && variable->writes[at - 1] > offset; at--) variable->writes[at] = variable->writes[at - 1];
  variable->writes[at] = offset;
}

bool variable_written_between(const Variable *variable, uint32_t start, uint32_t end) {
  uint32_t low = 0, high = variable->write_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (variable->writes[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low < variable->write_count && variable->writes[low] < end;
}

bool variable_needs_check(const Variable *variable, const FunctionNode *function, uint32_t offset) {
  if (!variable_is_let_or_const(variable)) return false;
  if (variable->global) return false;  // the vm checks
  // Inside an inner function what counts is when the outermost function around the use, seen from the variable, is
  // made.
  const FunctionNode *owner = variable->scope->function;
  while (function != owner) {
    offset = function->scope->info->created;
    function = function->scope->info->outer;
  }
  if (offset < variable->initialized) return true;
  return variable->scope->kind == SCOPE_SWITCH && !(offset >= variable->case_start && offset < variable->case_end);
}

bool is_primitive_expression(const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_NUMBER:
  case NODE_STRING:
  case NODE_NULL:
  case NODE_TRUE:
  case NODE_FALSE:
  case NODE_UPDATE:
  case NODE_UNARY:
  case NODE_BINARY: return true;
  case NODE_TEMPLATE: return node->template_.tag == NULL;
  case NODE_ASSIGN: return node->assign.op != OP_NONE && node->assign.op < OP_EQ;  // not the logical ones
  case NODE_IDENTIFIER:
    return node->identifier.variable != NULL && !node->identifier.variable->global &&
           !node->identifier.variable->may_hold_object;
  default: return false;
  }
}
