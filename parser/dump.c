// parser/dump.c - prints a syntax tree as S-expressions.
//
// a + b.c(1)  ->  (+ a (call (. b c) 1)).  A missing part prints as _; what a function is or uses, as :strict or
// :arguments.  Parentheses of the source do not show: only the tree does.

#include "parser/dump.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/memory.h"

// clang-format off
static const char *const operators[] = {
  [OP_NONE] = "", [OP_ADD] = "+", [OP_SUB] = "-", [OP_MUL] = "*", [OP_DIV] = "/", [OP_MOD] = "%", [OP_EXP] = "**",
  [OP_BIT_AND] = "&", [OP_BIT_OR] = "|", [OP_BIT_XOR] = "^", [OP_SHL] = "<<", [OP_SAR] = ">>", [OP_SHR] = ">>>",
  [OP_EQ] = "==", [OP_NE] = "!=", [OP_STRICT_EQ] = "===", [OP_STRICT_NE] = "!==", [OP_LT] = "<", [OP_LE] = "<=",
  [OP_GT] = ">", [OP_GE] = ">=", [OP_IN] = "in", [OP_INSTANCEOF] = "instanceof", [OP_AND] = "&&", [OP_OR] = "||",
  [OP_NULLISH] = "??", [OP_NEGATE] = "-", [OP_PLUS] = "+", [OP_NOT] = "!", [OP_BIT_NOT] = "~",
  [OP_TYPEOF] = "typeof", [OP_VOID] = "void", [OP_DELETE] = "delete", [OP_INCREMENT] = "++", [OP_DECREMENT] = "--"
};
// clang-format on

static void dump_atom(FILE *file, const Atom *atom, char quote) {
  if (quote != 0) putc(quote, file);
  for (uint32_t i = 0; i < atom->length; i++) {
    unsigned unit = atom->two_byte ? atom->utf16[i] : atom->latin1[i];
    if (unit >= 0x20 && unit < 0x7F && unit != (unsigned)quote && unit != '\\') putc((int)unit, file);
    else fprintf(file, "\\u%04x", unit);
  }
  if (quote != 0) putc(quote, file);
}

static void dump_node(FILE *file, const Node *node);

static void dump_list(FILE *file, const NodeList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    putc(' ', file);
    dump_node(file, list->items[i]);
  }
}

static void dump_label(FILE *file, const char *name, const Atom *label) {
  fprintf(file, "(%s", name);
  if (label != NULL) putc(' ', file), dump_atom(file, label, 0);
  putc(')', file);
}

static void dump_child(void *data, Node *child) {
  FILE *file = data;
  putc(' ', file);
  dump_node(file, child);
}

// (text child child ...); a missing child prints as _.
static void dump_with(FILE *file, const char *text, const Node *node) {
  fprintf(file, "(%s", text);
  node_children(node, dump_child, file);
  putc(')', file);
}

// As nodes.def says.
static void dump_plainly(FILE *file, const Node *node) {
  const NodeInfo *info = &node_infos[node->type];
  if (info->children[0].kind == CHILD_NONE) fputs(info->text, file);
  else dump_with(file, info->text, node);
}

static void dump_function(FILE *file, const FunctionNode *function) {
  static const char *const kinds[] = {"function", "arrow", "method", "getter", "setter"};
  fprintf(file, "(%s", kinds[function->kind]);
  if (function->name != NULL) putc(' ', file), dump_atom(file, function->name, 0);
  if (function->strict) fputs(" :strict", file);
  if (function->uses_arguments) fputs(" :arguments", file);
  if (function->uses_eval) fputs(" :eval", file);
  if (function->uses_this && function->kind == FUNCTION_ARROW) fputs(" :this", file);
  fputs(" (", file);
  for (uint32_t i = 0; i < function->parameters.count; i++) {
    if (i > 0) putc(' ', file);
    dump_node(file, function->parameters.items[i]);
  }
  putc(')', file);
  dump_list(file, &function->body);
  putc(')', file);
}

static void dump_quasis(FILE *file, const Node *node) {
  for (uint32_t i = 0; i < node->template_.quasi_count; i++) {
    putc(' ', file);
    if (node->template_.cooked[i] == NULL) putc('_', file);
    else dump_atom(file, node->template_.cooked[i], '`');
    if (node->template_.cooked[i] != node->template_.raw[i])
      fputs(" raw=", file), dump_atom(file, node->template_.raw[i], '`');
    if (i < node->template_.expressions.count) putc(' ', file), dump_node(file, node->template_.expressions.items[i]);
  }
}

static void dump_property(FILE *file, const Node *node) {
  static const char *const kinds[] = {":", "get", "set", "method", "shorthand"};
  fprintf(file, "(%s ", kinds[node->property.kind]);
  if (node->property.computed) putc('[', file);
  dump_node(file, node->property.key);
  if (node->property.computed) putc(']', file);
  putc(' ', file);
  dump_node(file, node->property.value);
  putc(')', file);
}

// Chains are printed in loops.  Where the link comes first, (+ (+ a b) c), what comes before it is printed from the
// outermost node to the innermost, and what comes behind it the other way round.
static const char *access_name(const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_CALL: return node->call.optional ? "?call" : "call";
  case NODE_MEMBER: return node->member.optional ? "?." : ".";
  case NODE_INDEX: return node->index.optional ? "?[]" : "[]";
  default: return operators[node->binary.op];
  }
}

static bool links_first(const Node *node) {
  return node->type == NODE_BINARY || node->type == NODE_LOGICAL || node_is_access(node);
}

static void dump_before_link(FILE *file, const Node *node) {
  if (node->type == NODE_TEMPLATE) fputs("(template tag=", file);
  else fprintf(file, "(%s ", access_name(node));
}

static void dump_behind_link(FILE *file, const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_CALL: dump_list(file, &node->call.arguments); break;
  case NODE_MEMBER: putc(' ', file), dump_atom(file, node->member.name, 0); break;
  case NODE_INDEX: putc(' ', file), dump_node(file, node->index.index); break;
  case NODE_TEMPLATE: dump_quasis(file, node); break;
  default: putc(' ', file), dump_node(file, node->binary.right); break;
  }
  putc(')', file);
}

static void dump_chain_backwards(FILE *file, const Node *node) {
  size_t count = 1;
  for (const Node *n = node; node_continues(n, node_link(n)); n = node_link(n)) count++;
  const Node **links = checked_malloc(count * sizeof *links);
  for (size_t i = 0; i < count; i++, node = node_link(node)) {
    links[i] = node;
    dump_before_link(file, node);
  }
  dump_node(file, node);
  while (count > 0) dump_behind_link(file, links[--count]);
  free(links);
}

// (if a b (if c d e)), (? a b (? c d e)), (label a (label b c))
static void dump_chain_forwards(FILE *file, const Node *node) {
  const NodeType type = (NodeType)node->type;
  size_t count = 0;
  for (; node != NULL && node->type == type; node = node_link(node), count++) {
    fputs(type == NODE_IF ? "(if " : type == NODE_LABELED ? "(label " : "(? ", file);
    if (type == NODE_LABELED) dump_atom(file, node->labeled.label, 0);
    else dump_node(file, node->conditional.test), putc(' ', file), dump_node(file, node->conditional.then);
    putc(' ', file);
  }
  dump_node(file, node);
  while (count-- > 0) putc(')', file);
}

static void dump_node(FILE *file, const Node *node) {
  static const char *const variables[] = {"var", "let", "const"};
  char name[32];
  if (node == NULL) {
    putc('_', file);
    return;
  }
  if (links_first(node)) {
    dump_chain_backwards(file, node);
    return;
  }
  switch ((NodeType)node->type) {
  case NODE_IDENTIFIER: dump_atom(file, node->identifier.atom, 0); break;
  case NODE_NUMBER: fprintf(file, "%.17g", node->number); break;
  case NODE_STRING: dump_atom(file, node->string, '"'); break;
  case NODE_TEMPLATE: fputs("(template", file), dump_quasis(file, node), putc(')', file); break;
  case NODE_REGEXP:
    dump_atom(file, node->regexp.pattern, '/');
    dump_atom(file, node->regexp.flags, 0);
    break;
  case NODE_PROPERTY: dump_property(file, node); break;
  case NODE_FUNCTION:
  case NODE_FUNCTION_DECLARATION: dump_function(file, node->function); break;
  case NODE_UNARY: dump_with(file, operators[node->unary.op], node); break;
  case NODE_UPDATE:
    snprintf(name, sizeof name, "%s%s", operators[node->unary.op], node->unary.prefix ? "_" : "");
    dump_with(file, name, node);
    break;
  case NODE_ASSIGN:
    snprintf(name, sizeof name, "%s=", operators[node->assign.op]);
    dump_with(file, name, node);
    break;
  case NODE_CONDITIONAL:
  case NODE_IF:
  case NODE_LABELED: dump_chain_forwards(file, node); break;
  case NODE_EXPRESSION_STATEMENT: dump_node(file, node->unary.operand); break;
  case NODE_VARIABLES: dump_with(file, variables[node->variables.kind], node); break;
  case NODE_DECLARATOR:
    if (node->declarator.init == NULL) dump_node(file, node->declarator.target);
    else dump_with(file, "=", node);
    break;
  case NODE_CONTINUE: dump_label(file, "continue", node->jump.label); break;
  case NODE_BREAK: dump_label(file, "break", node->jump.label); break;
  case NODE_CASE:
    fputs(node->case_.test != NULL ? "(case " : "(default", file);
    if (node->case_.test != NULL) dump_node(file, node->case_.test);
    dump_list(file, &node->case_.statements);
    putc(')', file);
    break;
  default: dump_plainly(file, node); break;
  }
}

void dump_body(FILE *file, const FunctionNode *function) {
  for (uint32_t i = 0; i < function->body.count; i++) {
    if (i > 0) putc(' ', file);
    dump_node(file, function->body.items[i]);
  }
}
