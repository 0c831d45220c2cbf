// compiler/call-text.c - how a callee reads in an error message: `x.y is not a function`.
//
// As V8 prints it: names and member chains as they are, calls as f(...), and what has no short form as
// `(intermediate value)`.  vm/error/error.c reads two marks: `f()` is a call whose result is iterated, `...x` the
// spread that ends an argument list.

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "compiler/codegen.h"
#include "compiler/number.h"

enum { TEXT_LIMIT = 240, DEPTH_LIMIT = 40 };

typedef struct Text {
  uint16_t units[TEXT_LIMIT];
  uint32_t length;
  int depth;
} Text;

static void print(Text *text, const Node *node);

static void put(Text *text, const char *ascii) {
  for (; *ascii != '\0' && text->length < TEXT_LIMIT; ascii++) text->units[text->length++] = (uint8_t)*ascii;
}

static void put_atom(Text *text, const Atom *atom) {
  for (uint32_t i = 0; i < atom->length && text->length < TEXT_LIMIT; i++)
    text->units[text->length++] = atom->two_byte ? atom->utf16[i] : atom->latin1[i];
}

static void put_number(Text *text, double number) {
  char digits[40];
  int32_t integer;
  if (number_is_int32(number, &integer)) {
    snprintf(digits, sizeof digits, "%" PRId32, integer);
  } else {
    for (int precision = 1; precision <= 17; precision++) {  // the shortest that reads back
      double back = 0;
      snprintf(digits, sizeof digits, "%.*g", precision, number);
      if (sscanf(digits, "%lf", &back) == 1 && back == number) break;
    }
  }
  put(text, digits);
}

// Prints a part; what prints nothing is an intermediate value.
static void print_part(Text *text, const Node *node) {
  uint32_t before = text->length;
  print(text, node);
  if (text->length == before) put(text, "(intermediate value)");
}

static const char *operator_text(uint8_t op) {
  // clang-format off
  static const char *const texts[] = {
    [OP_ADD] = "+", [OP_SUB] = "-", [OP_MUL] = "*", [OP_DIV] = "/", [OP_MOD] = "%", [OP_EXP] = "**", [OP_BIT_AND] =
    "&", [OP_BIT_OR] = "|", [OP_BIT_XOR] = "^", [OP_SHL] = "<<", [OP_SAR] = ">>", [OP_SHR] = ">>>", [OP_EQ] = "==",
    [OP_NE] = "!=", [OP_STRICT_EQ] = "===", [OP_STRICT_NE] = "!==", [OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">",
    [OP_GE] = ">=", [OP_IN] = "in", [OP_INSTANCEOF] = "instanceof", [OP_AND] = "&&", [OP_OR] = "||", [OP_NULLISH] =
    "??", [OP_NEGATE] = "-", [OP_PLUS] = "+", [OP_NOT] = "!", [OP_BIT_NOT] = "~", [OP_TYPEOF] = "typeof ", [OP_VOID] =
    "void ", [OP_DELETE] = "delete ", [OP_INCREMENT] = "++", [OP_DECREMENT] = "--"
  };
  // clang-format on
  return texts[op];
}

static void print_binary(Text *text, const Node *node) {
  put(text, "(");
  print_part(text, node->binary.left);
  put(text, " ");
  put(text, operator_text(node->binary.op));
  put(text, " ");
  print_part(text, node->binary.right);
  put(text, ")");
}

static void print_unary(Text *text, const Node *node, bool postfix) {
  put(text, "(");
  if (!postfix) put(text, operator_text(node->unary.op));
  print_part(text, node->unary.operand);
  if (postfix) put(text, operator_text(node->unary.op));
  put(text, ")");
}

static void print_index(Text *text, const Node *node) {
  const Atom *name = index_name(node->index.index);
  print_part(text, node->index.object);
  if (node->index.optional) put(text, "?.");
  if (name != NULL) {
    if (!node->index.optional) put(text, ".");
    put_atom(text, name);
    return;
  }
  put(text, "[");
  print_part(text, node->index.index);
  put(text, "]");
}

static void print_list(Text *text, const NodeList *list, const char *open, const char *separator, const char *close) {
  put(text, open);
  for (uint32_t i = 0; i < list->count && text->length < TEXT_LIMIT; i++) {
    const Node *item = list->items[i];
    if (i > 0) put(text, separator);
    if (item == NULL) continue;
    if (item->type == NODE_SPREAD) put(text, "...");
    print_part(text, item->type == NODE_SPREAD ? item->unary.operand : item);
  }
  put(text, close);
}

static void print_object(Text *text, const Node *node) {
  put(text, "{");
  for (uint32_t i = 0; i < node->list.count && text->length < TEXT_LIMIT; i++) put(text, "(intermediate value)");
  put(text, "}");
}

static void print_template(Text *text, const Node *node) {
  if (node->template_.tag != NULL) return;
  for (uint32_t i = 0; i < node->template_.expressions.count; i++)
    print_part(text, node->template_.expressions.items[i]);
}

static void print_node(Text *text, const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_IDENTIFIER: put_atom(text, node->identifier.atom); break;
  case NODE_NUMBER: put_number(text, node->number); break;
  case NODE_STRING:
    put(text, "\"");
    put_atom(text, node->string);
    put(text, "\"");
    break;
  case NODE_TEMPLATE: print_template(text, node); break;
  case NODE_REGEXP:
    put(text, "/");
    put_atom(text, node->regexp.pattern);
    put(text, "/");
    put_atom(text, node->regexp.flags);
    break;
  case NODE_NULL: put(text, "null"); break;
  case NODE_TRUE: put(text, "true"); break;
  case NODE_FALSE: put(text, "false"); break;
  case NODE_THIS: put(text, "this"); break;
  case NODE_NEW_TARGET: put(text, ".new.target"); break;
  case NODE_ARRAY: print_list(text, &node->list, "[", ",", "]"); break;
  case NODE_OBJECT: print_object(text, node); break;
  case NODE_UNARY: print_unary(text, node, false); break;
  case NODE_UPDATE: print_unary(text, node, !node->unary.prefix); break;
  case NODE_BINARY:
  case NODE_LOGICAL: print_binary(text, node); break;
  case NODE_SEQUENCE: print_list(text, &node->list, "(", " , ", ")"); break;
  case NODE_ASSIGN: print(text, node->assign.target); break;
  case NODE_CONDITIONAL: put(text, "(intermediate value)(intermediate value)(intermediate value)"); break;
  case NODE_CALL:
    print_part(text, node->call.callee);
    put(text, "(...)");
    break;
  case NODE_NEW: print_part(text, node->call.callee); break;
  case NODE_MEMBER:
    print_part(text, node->member.object);
    put(text, node->member.optional ? "?." : ".");
    put_atom(text, node->member.name);
    break;
  case NODE_INDEX: print_index(text, node); break;
  default: break;
  }
}

static void print(Text *text, const Node *node) {
  if (text->depth >= DEPTH_LIMIT || text->length >= TEXT_LIMIT) return;
  text->depth++;
  print_node(text, node);
  text->depth--;
}

static const Atom *whole_text(Codegen *c, const char *before, const Node *node, const char *after) {
  Text text;
  text.length = 0;
  text.depth = 0;
  put(&text, before);
  print_part(&text, node);
  put(&text, after);
  return atom_utf16(c->arena, text.units, text.length);
}

NOINLINE const Atom *call_text(Codegen *c, const Node *callee) {
  if (callee->type == NODE_IDENTIFIER) return callee->identifier.atom;
  return whole_text(c, "", callee, "");
}

const Atom *callee_text(Codegen *c, const Node *call) {
  if (call->type == NODE_CALL && call->call.iterated) return whole_text(c, "", call->call.callee, "()");
  return call_text(c, call->call.callee);
}

const Atom *iterated_text(Codegen *c, const Node *iterable) {
  return iterable->type == NODE_CALL ? callee_text(c, iterable) : call_text(c, iterable);
}

const Atom *spread_text(Codegen *c, const Node *iterable) { return whole_text(c, "...", iterable, ""); }
