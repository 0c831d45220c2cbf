// compiler/literal.c - array, object, template and regular expression literals.
//
// The elements of a literal go to consecutive temporaries, from which one instruction makes the object; what does not
// fit that (spread, holes, computed keys, very long literals) is added afterwards, one by one.

#include "compiler/codegen.h"

enum {
  PIECE = 64,        // elements of a literal in registers at once
  MOST_PARTS = 256,  // the same of a template
};

// ------------------------------------------------------------------------------------------------------ arrays

static bool constant_element(const Node *node, Constant *constant) {
  if (node == NULL) {
    constant->type = CONSTANT_HOLE;
    return true;
  }
  switch ((NodeType)node->type) {
  case NODE_NUMBER:
    constant->type = CONSTANT_NUMBER;
    constant->number = node->number;
    return true;
  case NODE_STRING:
    constant->type = CONSTANT_STRING;
    constant->string = node->string;
    return true;
  case NODE_TRUE: constant->type = CONSTANT_TRUE; return true;
  case NODE_FALSE: constant->type = CONSTANT_FALSE; return true;
  case NODE_NULL: constant->type = CONSTANT_NULL; return true;
  default: return false;
  }
}

static bool is_constant_list(const NodeList *items) {
  Constant constant;
  for (uint32_t i = 0; i < items->count; i++) {
    if (!constant_element(items->items[i], &constant)) return false;
  }
  return items->count > 0;
}

static Reg constant_array(Codegen *c, const NodeList *items, Reg to) {
  Constant constant = {.type = CONSTANT_LIST, .count = items->count};
  constant.list = arena_allocate(c->arena, items->count * sizeof *constant.list);
  for (uint32_t i = 0; i < items->count; i++) constant_element(items->items[i], &constant.list[i]);
  emit_wide(&c->e, OPCODE_NewArrayConst, to, (int32_t)constant_add(&c->e, &constant));
  return to;
}

static bool is_plain_element(const Node *node) { return node != NULL && node->type != NODE_SPREAD; }

static uint32_t plain_elements(const NodeList *items) {
  uint32_t count = 0;
  while (count < items->count && count < PIECE && is_plain_element(items->items[count])) count++;
  return count;
}

// How a spread reads in the error of what cannot be iterated; V8 has no text for one among other arguments.
static const Atom *element_text(Codegen *c, const NodeList *items, const Node *iterable, bool arguments) {
  if (!arguments) return iterated_text(c, iterable);
  return plain_elements(items) + 1 == items->count ? spread_text(c, iterable) : NULL;
}

static void push_element(Codegen *c, const NodeList *items, uint32_t index, Reg array, bool arguments) {
  Node *node = items->items[index];
  uint32_t mark = c->top;
  if (node == NULL) {
    emit(&c->e, OPCODE_ArrayPushHole, array, 0, 0);
  } else if (node->type == NODE_SPREAD) {
    Node *iterable = node->unary.operand;
    if (iterable->type == NODE_CALL) iterable->call.iterated = !arguments;
    Reg value = expression_any(c, iterable);
    emit_at(&c->e, iterable->name_position);
    emit_text(&c->e, element_text(c, items, iterable, arguments));
    emit(&c->e, OPCODE_ArraySpread, array, value, 0);
  } else {
    emit(&c->e, OPCODE_ArrayPush, array, expression_any(c, node), 0);
  }
  c->top = mark;
}

void push_elements(Codegen *c, const NodeList *items, uint32_t from, Reg array, bool arguments) {
  for (uint32_t i = from; i < items->count; i++) push_element(c, items, i, array, arguments);
}

// The first `plain` elements are in registers before there is an array.
static Reg array_of(Codegen *c, const NodeList *items, uint32_t plain, Reg to, bool arguments) {
  uint32_t mark = c->top;
  for (uint32_t i = 0; i < plain; i++) {
    Reg reg = temp(c);
    expression_to(c, items->items[i], reg);
    c->top = (uint32_t)reg + 1;
  }
  c->top = mark;
  emit(&c->e, OPCODE_NewArray, to, plain > 0 ? mark : to, plain);
  push_elements(c, items, plain, to, arguments);
  return to;
}

static uint32_t first_elements(const Codegen *c, const NodeList *items) {
  return c->top < HIGH_REGISTER ? plain_elements(items) : 0;
}

Reg spread_arguments(Codegen *c, const NodeList *arguments, Reg to) {
  return array_of(c, arguments, first_elements(c, arguments), to, true);
}

// The array may be made in `want` only when all items are plain and few, for they may use the variable there.
NOINLINE Reg array_literal(Codegen *c, Node *node, Reg want) {
  const NodeList *items = &node->list;
  emit_at(&c->e, node->position);
  if (is_constant_list(items)) return constant_array(c, items, destination(c, want));
  uint32_t mark = c->top, plain = first_elements(c, items);
  if (plain == items->count) return array_of(c, items, plain, destination(c, want), false);
  Reg to = array_of(c, items, plain, early_destination(c, want), false);
  if (!is_wanted(want)) return to;
  c->top = mark;
  move(c, want, to);
  return want;
}

// ------------------------------------------------------------------------------------------------------ objects

static bool is_key(const Node *property) {
  uint32_t index;
  return property->type == NODE_PROPERTY && !property->property.computed &&
         property->property.key->type == NODE_STRING && !atom_is_index(property->property.key->string, &index);
}

static bool sets_prototype(const Codegen *c, const Node *property) {
  return property->property.kind == PROPERTY_INIT && !property->property.computed &&
         property->property.key->type == NODE_STRING && property->property.key->string == c->atom_proto;
}

static bool is_accessor(const Node *property) {
  return property->property.kind == PROPERTY_GET || property->property.kind == PROPERTY_SET;
}

static bool is_among(const Atom *name, const Atom *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (names[i] == name) return true;
  }
  return false;
}

// The names of the leading properties that the object can be born with.
static uint32_t plain_properties(Codegen *c, const NodeList *properties, const Atom **names) {
  uint32_t count = 0, most = c->top < HIGH_REGISTER ? PIECE : 0;
  for (; count < properties->count && count < most; count++) {
    const Node *property = properties->items[count];
    if (!is_key(property) || is_accessor(property)) break;
    const Atom *name = property->property.key->string;
    if (name == c->atom_proto || is_among(name, names, count)) break;
    names[count] = name;
  }
  return count;
}

static void named_property(Codegen *c, const Node *property, Reg object) {
  const Atom *name = property->property.key->string;
  Reg value = expression_named(c, property->property.value, NO_REGISTER, name);
  emit_named(&c->e, OPCODE_DefineNamed, object, value, name);
}

static const Atom *key_text(Codegen *c, const Node *key) {
  if (key->type == NODE_STRING) return key->string;
  int16_t small;
  if (!is_small_integer(key, &small) || small < 0) return NULL;
  char text[8];
  size_t length = 0;
  for (int divisor = 10000; divisor > 0; divisor /= 10) {
    if (length > 0 || small >= divisor || divisor == 1) text[length++] = (char)('0' + small / divisor % 10);
  }
  return atom_latin1(c->arena, text, length);
}

// The key as a property key in a temporary; the name for a function that is the value, NULL if that is not known.
static Reg property_key(Codegen *c, const Node *property, Reg object, const Atom **name) {
  Node *key = property->property.key;
  Reg reg = temp(c);
  uint32_t index;
  *name = NULL;
  if (key->type == NODE_STRING && atom_is_index(key->string, &index)) load_number(c, reg, index);
  else expression_to(c, key, reg);
  c->top = (uint32_t)reg + 1;
  if (!property->property.computed || key->type == NODE_STRING) *name = key_text(c, key);
  else if (!is_primitive_expression(key)) emit(&c->e, OPCODE_ToPropertyKey, reg, reg, object);
  return reg;
}

static bool is_anonymous_function(const Node *node) {
  return node->type == NODE_FUNCTION && node->function->name == NULL;
}

static void keyed_property(Codegen *c, const Node *property, Reg object) {
  const Atom *name;
  emit_at(&c->e, property->property.key->position);
  Reg key = property_key(c, property, object, &name);
  Reg value = expression_named(c, property->property.value, NO_REGISTER, name);
  uint8_t kind = property->property.kind;
  if (name == NULL && is_anonymous_function(property->property.value)) {
    emit(&c->e, OPCODE_SetFunctionName, value, key, kind == PROPERTY_GET ? 1 : kind == PROPERTY_SET ? 2 : 0);
  }
  Opcode op = kind == PROPERTY_GET   ? OPCODE_DefineGetter
              : kind == PROPERTY_SET ? OPCODE_DefineSetter
                                     : OPCODE_DefineIndex;
  emit(&c->e, op, object, key, value);
}

static void add_property(Codegen *c, const Node *property, Reg object) {
  uint32_t mark = c->top;
  if (property->type == NODE_SPREAD) {
    Reg value = expression_any(c, property->unary.operand);
    emit(&c->e, OPCODE_ObjectSpread, object, value, 0);
  } else if (sets_prototype(c, property)) {
    Reg value = expression_any(c, property->property.value);
    emit(&c->e, OPCODE_SetPrototype, object, value, 0);
  } else if (is_key(property) && !is_accessor(property)) {
    named_property(c, property, object);
  } else {
    keyed_property(c, property, object);
  }
  c->top = mark;
}

static void plain_values(Codegen *c, const NodeList *properties, const Atom *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    Reg reg = temp(c);
    expression_named(c, properties->items[i]->property.value, reg, names[i]);
    c->top = (uint32_t)reg + 1;
  }
}

static NOINLINE const Atom **plain_names(Codegen *c, const NodeList *properties, uint32_t *count) {
  const Atom *names[PIECE];
  *count = plain_properties(c, properties, names);
  const Atom **copy = arena_allocate(c->arena, *count * sizeof *copy);
  for (uint32_t i = 0; i < *count; i++) copy[i] = names[i];
  return copy;
}

// The object in `to`, born with the first `plain` properties.
static void new_object(Codegen *c, const NodeList *properties, const Atom **names, uint32_t plain, Reg to) {
  uint32_t mark = c->top;
  plain_values(c, properties, names, plain);
  uint32_t keys = plain > 0 ? constant_keys(&c->e, names, plain) : UINT32_MAX;
  if (keys <= UINT16_MAX) {
    emit(&c->e, OPCODE_NewObjectLiteral, to, mark, keys);
  } else {
    Reg object = plain > 0 ? temp(c) : to;
    emit(&c->e, OPCODE_NewObject, object, properties->count < UINT8_MAX ? properties->count : UINT8_MAX, 0);
    for (uint32_t i = 0; i < plain; i++) emit_named(&c->e, OPCODE_DefineNamed, object, mark + i, names[i]);
    move(c, to, object);
  }
  c->top = mark;
  for (uint32_t i = plain; i < properties->count; i++) add_property(c, properties->items[i], to);
}

NOINLINE Reg object_literal(Codegen *c, Node *node, Reg want) {
  uint32_t plain, mark = c->top;
  const Atom **names = plain_names(c, &node->list, &plain);
  Reg to = plain == node->list.count ? destination(c, want) : early_destination(c, want);
  emit_at(&c->e, node->position);
  new_object(c, &node->list, names, plain, to);
  if (!is_wanted(want)) return to;
  c->top = mark;
  move(c, want, to);
  return want;
}

// ------------------------------------------------------------------------------------------------------ templates

static void template_string(Codegen *c, const Atom *string) {
  if (string->length > 0) load_string(c, temp(c), string);
}

static void template_substitution(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  bool is_string = node->type == NODE_STRING || (node->type == NODE_TEMPLATE && node->template_.tag == NULL);
  Reg value = is_string ? expression(c, node, temp(c)) : expression_any(c, node);
  c->top = mark;
  Reg reg = temp(c);
  emit_at(&c->e, node->position);
  if (!is_string) emit(&c->e, OPCODE_ToString, reg, value, 0);
}

// Many parts, whose registers begin at `mark`, become one.
static void concatenate_parts(Codegen *c, uint32_t mark) {
  uint32_t most = c->top < HIGH_REGISTER ? MOST_PARTS : 2, count = c->top - mark;
  if (count < most) return;
  emit(&c->e, OPCODE_Concat, mark, mark, count);
  c->top = mark + 1;
}

NOINLINE Reg template_literal(Codegen *c, Node *node, Reg want) {
  if (node->template_.tag != NULL) return access_expression(c, node, want);
  uint32_t mark = c->top;
  for (uint32_t i = 0; i < node->template_.quasi_count; i++) {
    template_string(c, node->template_.cooked[i]);
    if (i < node->template_.expressions.count) template_substitution(c, node->template_.expressions.items[i]);
    concatenate_parts(c, mark);
  }
  uint32_t count = c->top - mark;
  c->top = mark;
  Reg to = destination(c, want);
  if (count == 0) load_string(c, to, c->atom_empty);
  else if (count == 1) move(c, to, (Reg)mark);
  else emit(&c->e, OPCODE_Concat, to, mark, count);
  return to;
}

uint32_t template_constant(Codegen *c, const Node *node) {
  Constant constant = {.type = CONSTANT_TEMPLATE, .count = node->template_.quasi_count};
  constant.template_.cooked = node->template_.cooked;
  constant.template_.raw = node->template_.raw;
  return constant_add(&c->e, &constant);
}

Reg regexp_literal(Codegen *c, Node *node, Reg want) {
  Reg to = destination(c, want);
  emit_at(&c->e, node->position);
  Constant constant = {.type = CONSTANT_REGEXP};
  constant.regexp.pattern = node->regexp.pattern;
  constant.regexp.flags = node->regexp.flags;
  emit_wide(&c->e, OPCODE_NewRegExp, to, (int32_t)constant_add(&c->e, &constant));
  return to;
}
