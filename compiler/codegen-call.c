// compiler/codegen-call.c - calls, property access, optional chains, delete.
//
// A chain a.b[c].d(e) is generated link by link.  An optional link (?.) jumps to the end of the whole chain, which is
// where the outermost link, in member_expression(), makes the value undefined.

#include "compiler/codegen.h"

static Reg link(Codegen *c, Node *node, Reg want);

static bool is_link(const Node *node) {
  return node->type == NODE_MEMBER || node->type == NODE_INDEX || node->type == NODE_CALL;
}

static const Node *link_object(const Node *node, bool *optional) {
  if (node->type == NODE_MEMBER) {
    *optional = node->member.optional;
    return node->member.object;
  }
  *optional = node->type == NODE_INDEX ? node->index.optional : node->call.optional;
  return node->type == NODE_INDEX ? node->index.object : node->call.callee;
}

static bool is_optional_chain(const Node *node) {
  do {
    bool optional;
    node = link_object(node, &optional);
    if (optional) return true;
  } while (is_link(node) && !node->parenthesized);
  return false;
}

// The part of a chain before a link.
static Reg link_expression(Codegen *c, Node *node, Reg want) {
  return is_link(node) && !node->parenthesized ? link(c, node, want) : expression(c, node, want);
}

static void skip_if_nullish(Codegen *c, bool optional, Reg reg) {
  if (optional) emit_jump_if(&c->e, OPCODE_JumpNullish, reg, c->chain_end);
}

// ------------------------------------------------------------------------------------------------------ properties

const Atom *index_name(const Node *index) {
  uint32_t number;
  return index->type == NODE_STRING && !atom_is_index(index->string, &number) ? index->string : NULL;
}

void get_named(Codegen *c, Reg to, Reg object, const Atom *name) {
  emit(&c->e, name == c->atom_length ? OPCODE_GetLength : OPCODE_GetNamed, to, object, inline_cache(&c->e, name));
}

static NOINLINE Reg member_link(Codegen *c, Node *node, Reg want) {
  uint32_t mark = c->top;
  Reg object = link_expression(c, node->member.object, NO_REGISTER);
  skip_if_nullish(c, node->member.optional, object);
  c->top = mark;
  Reg to = destination(c, want);
  emit_at(&c->e, node->name_position);
  get_named(c, to, object, node->member.name);
  return to;
}

// The object of a[b], safe from what b does.
static Reg index_object(Codegen *c, Node *node) {
  Node *object = node->index.object;
  Reg reg = protect(c, link_expression(c, object, NO_REGISTER), object->end_offset, node->end_offset);
  skip_if_nullish(c, node->index.optional, reg);
  return reg;
}

static NOINLINE Reg index_link(Codegen *c, Node *node, Reg want) {
  uint32_t mark = c->top;
  Reg object = index_object(c, node);
  const Atom *name = index_name(node->index.index);
  Reg key = name == NULL ? expression_any(c, node->index.index) : NO_REGISTER;
  c->top = mark;
  Reg to = destination(c, want);
  emit_at(&c->e, node->name_position);
  if (name != NULL) get_named(c, to, object, name);
  else emit(&c->e, OPCODE_GetIndex, to, object, key);
  return to;
}

static Reg link(Codegen *c, Node *node, Reg want) {
  if (node->type == NODE_MEMBER) return member_link(c, node, want);
  if (node->type == NODE_INDEX) return index_link(c, node, want);
  return call_expression(c, node, want);
}

// `to` already has the value of the chain; if an optional link ended it, it becomes undefined.
static void end_chain(Codegen *c, Reg to, Opcode value, Label outer) {
  Label end = label_next(c);
  emit_jump(&c->e, end);
  label_place(&c->e, c->chain_end);
  emit(&c->e, value, to, 0, 0);
  label_place(&c->e, end);
  c->chain_end = outer;
}

static NOINLINE Reg optional_chain(Codegen *c, Node *node, Reg want) {
  Label outer = c->chain_end;
  Reg to = destination(c, want);
  uint32_t mark = c->top;
  c->chain_end = label_next(c);
  link(c, node, to);
  end_chain(c, to, OPCODE_LoadUndefined, outer);
  c->top = mark;
  return to;
}

Reg member_expression(Codegen *c, Node *node, Reg want) {
  return is_optional_chain(node) ? optional_chain(c, node, want) : link(c, node, want);
}

// ------------------------------------------------------------------------------------------------------ callees

static void member_callee(Codegen *c, Node *callee, Reg base) {
  c->top = (uint32_t)base + 1;  // the object may go where `this` will be
  Reg object = link_expression(c, callee->member.object, NO_REGISTER);
  skip_if_nullish(c, callee->member.optional, object);
  emit_at(&c->e, callee->name_position);
  emit(&c->e, OPCODE_GetMethod, base, object, inline_cache(&c->e, callee->member.name));
}

static void index_callee(Codegen *c, Node *callee, Reg base) {
  c->top = (uint32_t)base + 1;
  Reg object = index_object(c, callee);
  const Atom *name = index_name(callee->index.index);
  if (c->top < (uint32_t)base + 2) temp(c);
  Reg key = name == NULL ? expression_any(c, callee->index.index) : NO_REGISTER;
  emit_at(&c->e, callee->name_position);
  if (name != NULL) emit(&c->e, OPCODE_GetMethod, base, object, inline_cache(&c->e, name));
  else emit(&c->e, OPCODE_GetIndexMethod, base, object, key);
}

// (a?.b)(): a chain of its own, but `this` is a.
static void chain_callee(Codegen *c, Node *callee, Reg base) {
  Label outer = c->chain_end;
  c->chain_end = label_next(c);
  if (callee->type == NODE_MEMBER) member_callee(c, callee, base);
  else index_callee(c, callee, base);
  end_chain(c, base, OPCODE_LoadUndefined, outer);
}

static void dynamic_callee(Codegen *c, Node *callee, Reg base) {
  c->top = (uint32_t)base + 2;
  Reg object = with_resolve_callee(c, callee, (Reg)(base + 1));
  with_read(c, callee, object, base);
}

// Callee and `this` in R[base], R[base+1].  True: `this` is undefined and not there yet.
static NOINLINE bool callee_expression(Codegen *c, Node *callee, Reg base) {
  bool is_property = callee->type == NODE_MEMBER || callee->type == NODE_INDEX;
  if (is_property && callee->parenthesized && is_optional_chain(callee)) {
    chain_callee(c, callee, base);
  } else if (callee->type == NODE_MEMBER) {
    member_callee(c, callee, base);
  } else if (callee->type == NODE_INDEX) {
    index_callee(c, callee, base);
  } else if (callee->type == NODE_IDENTIFIER && is_dynamic(c, callee)) {
    dynamic_callee(c, callee, base);
  } else {
    link_expression(c, callee, base);
    c->top = (uint32_t)base + 2;
    return true;
  }
  c->top = (uint32_t)base + 2;
  return false;
}

// ------------------------------------------------------------------------------------------------------ calls

static bool has_spread(const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->items[i]->type == NODE_SPREAD) return true;
  }
  return false;
}

static Reg call_frame(Codegen *c) {
  Reg base = temp(c);
  temp(c);
  return base;
}

static void argument_list(Codegen *c, const NodeList *arguments) {
  for (uint32_t i = 0; i < arguments->count; i++) {
    Reg reg = temp(c);
    expression_to(c, arguments->items[i], reg);
    c->top = (uint32_t)reg + 1;
  }
}

static Reg emit_call(Codegen *c, Opcode op, Reg base, uint32_t count, Reg want) {
  Reg to = destination(c, want);
  emit(&c->e, op, to, base, count);
  return to;
}

// A direct eval needs the context of the code around it: in the register before its frame.
static void eval_context(Codegen *c) {
  Reg context = temp(c), current = current_context(c);
  if (current == NO_REGISTER) emit(&c->e, OPCODE_LoadUndefined, context, 0, 0);
  else move(c, context, current);
}

// f.apply(x, arguments), where there may be no arguments object.
static bool applies_arguments(const Codegen *c, const Node *call) {
  if (!is_apply(call) || call->call.optional || !arguments_only_applied(c)) return false;
  return call->call.arguments.items[1]->identifier.variable == c->function->scope->info->arguments;
}

static Reg apply_arguments(Codegen *c, Node *node, Reg want) {
  uint32_t mark = c->top;
  Reg base = call_frame(c), first = (Reg)(base + 2);
  member_callee(c, node->call.callee, base);
  c->top = first;
  expression_to(c, node->call.arguments.items[0], temp(c));
  c->top = (uint32_t)first + 1;
  temp(c);
  emit_at(&c->e, node->name_position);
  c->top = mark;
  Reg to = destination(c, want);
  emit(&c->e, OPCODE_ApplyArguments, to, base, c->function->scope->info->arguments->reg);
  emit_text(&c->e, callee_text(c, node));
  emit(&c->e, OPCODE_Call, to, base, 2);
  return to;
}

NOINLINE Reg call_expression(Codegen *c, Node *node, Reg want) {
  if (applies_arguments(c, node)) return apply_arguments(c, node, want);
  bool eval = is_direct_eval(node);
  uint32_t mark = c->top;
  if (eval) eval_context(c);
  Reg base = call_frame(c);
  const NodeList *arguments = &node->call.arguments;
  bool plain = callee_expression(c, node->call.callee, base), spread = has_spread(arguments);
  if (plain && (eval || spread)) emit(&c->e, OPCODE_LoadUndefined, (uint32_t)base + 1, 0, 0);
  skip_if_nullish(c, node->call.optional, base);
  if (spread) spread_arguments(c, arguments, temp(c));
  else argument_list(c, arguments);
  emit_at(&c->e, node->name_position);
  emit_text(&c->e, callee_text(c, node));
  c->top = mark;
  Opcode op = plain ? OPCODE_CallPlain : OPCODE_Call;
  if (spread) op = eval ? OPCODE_CallEvalSpread : OPCODE_CallSpread;
  else if (eval) op = OPCODE_CallEval;
  return emit_call(c, op, base, spread ? 0 : arguments->count, want);
}

NOINLINE Reg new_expression(Codegen *c, Node *node, Reg want) {
  Reg base = call_frame(c);
  const NodeList *arguments = &node->call.arguments;
  expression_to(c, node->call.callee, base);
  c->top = (uint32_t)base + 2;
  bool spread = has_spread(arguments);
  if (spread) spread_arguments(c, arguments, temp(c));
  else argument_list(c, arguments);
  emit_at(&c->e, node->position);
  emit_text(&c->e, callee_text(c, node));
  c->top = base;
  return emit_call(c, spread ? OPCODE_NewSpread : OPCODE_New, base, spread ? 0 : arguments->count, want);
}

Reg tagged_template(Codegen *c, Node *node, Reg want) {
  Reg base = call_frame(c);
  const NodeList *expressions = &node->template_.expressions;
  bool plain = callee_expression(c, node->template_.tag, base);
  emit_wide(&c->e, OPCODE_TemplateObject, temp(c), (int32_t)template_constant(c, node));
  argument_list(c, expressions);
  emit_at(&c->e, node->name_position);
  emit_text(&c->e, call_text(c, node->template_.tag));
  c->top = base;
  return emit_call(c, plain ? OPCODE_CallPlain : OPCODE_Call, base, expressions->count + 1, want);
}

// ------------------------------------------------------------------------------------------------------ delete

static Reg delete_property(Codegen *c, Node *node, Reg to) {
  uint32_t mark = c->top;
  bool named = node->type == NODE_MEMBER;
  Node *object_node = named ? node->member.object : node->index.object;
  Reg object = protect(c, link_expression(c, object_node, NO_REGISTER), object_node->end_offset, node->end_offset);
  skip_if_nullish(c, named ? node->member.optional : node->index.optional, object);
  const Atom *name = named ? node->member.name : index_name(node->index.index);
  uint32_t constant = name != NULL ? constant_string(&c->e, name) : 0;
  emit_at(&c->e, node->name_position);
  if (name != NULL && constant <= UINT16_MAX) {
    emit(&c->e, OPCODE_DeleteNamed, to, object, constant);
  } else {
    Reg key = name != NULL ? temp(c) : expression_any(c, node->index.index);
    if (name != NULL) load_string(c, key, name);
    emit_at(&c->e, node->name_position);
    emit(&c->e, OPCODE_DeleteIndex, to, object, key);
  }
  c->top = mark;
  return to;
}

static Reg delete_chain(Codegen *c, Node *node, Reg to) {
  Label outer = c->chain_end;
  c->chain_end = label_next(c);
  delete_property(c, node, to);
  end_chain(c, to, OPCODE_LoadTrue, outer);
  return to;
}

static void delete_static(Codegen *c, const Node *node, Reg to) {
  const Variable *variable = node->identifier.variable;
  bool local_variable = variable != NULL && !variable->global;
  if (local_variable) emit(&c->e, OPCODE_LoadFalse, to, 0, 0);
  else emit_wide(&c->e, OPCODE_DeleteGlobal, to, (int32_t)constant_string(&c->e, node->identifier.atom));
}

static Reg delete_name(Codegen *c, Node *node, Reg to) {
  emit_at(&c->e, node->position);
  if (!is_dynamic(c, node)) {
    delete_static(c, node, to);
    return to;
  }
  uint32_t mark = c->top;
  Label is_static = label_next(c), end = label_next(c);
  Reg object = with_resolve(c, node);
  emit_jump_if(&c->e, OPCODE_JumpUndefined, object, is_static);
  emit(&c->e, OPCODE_DeleteNamed, to, object, constant_short(&c->e, constant_string(&c->e, node->identifier.atom)));
  emit_jump(&c->e, end);
  label_place(&c->e, is_static);
  delete_static(c, node, to);
  label_place(&c->e, end);
  c->top = mark;
  return to;
}

Reg delete_expression(Codegen *c, Node *node, Reg want) {
  Node *target = node->unary.operand;
  if (target->type == NODE_MEMBER || target->type == NODE_INDEX) {
    Reg to = destination(c, want);
    return is_optional_chain(target) ? delete_chain(c, target, to) : delete_property(c, target, to);
  }
  if (target->type == NODE_IDENTIFIER) return delete_name(c, target, destination(c, want));
  expression_effect(c, target);
  Reg to = destination(c, want);
  emit(&c->e, OPCODE_LoadTrue, to, 0, 0);
  return to;
}
