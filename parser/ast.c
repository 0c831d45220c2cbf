// parser/ast.c - node constructors: one per rule of the grammar, with the early errors that a node alone can show.
//
// Every node knows the height of its tree (see adopt()).  Trees above a limit are refused, so that the compiler may
// recurse over any tree it gets.  The links of a chain (a + b + c..., a.b.c..., if ... else if ..., a ? b : c ? d :
// e...) are of the same height: whoever walks over trees walks over chains in loops.

#include "parser/parser.h"

#include <string.h>

#include "regexp/regexp.h"

enum { LEVEL = 1, HEIGHT_LIMIT = 5000 };

// ------------------------------------------------------------------------------------------------------ the table

// A tree is as large as its text many times over, and most nodes are small: each gets what its type needs.
#define UP_TO(field) (uint8_t)(offsetof(Node, field) + sizeof((Node){0}.field))
#define CHILD(field) {CHILD_NODE, (uint8_t)offsetof(Node, field)},
#define OPTIONAL(field) {CHILD_OPTIONAL, (uint8_t)offsetof(Node, field)},
#define LIST(field) {CHILD_LIST, (uint8_t)offsetof(Node, field)},

const NodeInfo node_infos[NODE_COUNT] = {
#define NODE(NAME, role, member, text, generator, ...) [NODE_##NAME] = {text, UP_TO(member), {__VA_ARGS__}},
#include "parser/nodes.def"
};

static Node **child_place(const Node *node, size_t offset) {
  return (Node **)(void *)((char *)(uintptr_t)node + offset);
}

void node_children(const Node *node, NodeVisitor *visit, void *data) {
  const NodeInfo *info = &node_infos[node->type];
  for (size_t i = 0; i < MOST_CHILDREN && info->children[i].kind != CHILD_NONE; i++) {
    Node **place = child_place(node, info->children[i].offset);
    if (info->children[i].kind != CHILD_LIST) {
      visit(data, *place);
      continue;
    }
    const NodeList *list = (const NodeList *)(const void *)place;
    for (uint32_t item = 0; item < list->count; item++) visit(data, list->items[item]);
  }
}

// ------------------------------------------------------------------------------------------------------ lists

void list_add(Parser *parser, NodeList *list, Node *item) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
    Node **items = arena_allocate(parser->arena, capacity * sizeof *items);
    if (list->count > 0) memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = item;
}

NodeList *list_new(Parser *parser) { return arena_allocate(parser->arena, sizeof(NodeList)); }

NodeList *list_of(Parser *parser, Node *first) {
  NodeList *list = list_new(parser);
  list_add(parser, list, first);
  return list;
}

// ------------------------------------------------------------------------------------------------------ trees

static void adopt(Parser *parser, Node *parent, const Node *child, unsigned cost) {
  if (child == NULL) return;
  unsigned height = child->height + cost;
  if (height <= parent->height) return;
  if (height > HEIGHT_LIMIT) {
    parser_too_deep(parser);
    height = HEIGHT_LIMIT;
  }
  parent->height = (uint16_t)height;
}

// `child` is the part of `parent` that a chain goes on with.
static void adopt_link(Parser *parser, Node *parent, const Node *child) {
  adopt(parser, parent, child, child != NULL && node_continues(parent, child) ? 0 : LEVEL);
}

static void adopt_list(Parser *parser, Node *parent, NodeList list) {
  for (uint32_t i = 0; i < list.count; i++) adopt(parser, parent, list.items[i], LEVEL);
}

Node *node_link(const Node *node) {
  switch ((NodeType)node->type) {
  case NODE_MEMBER: return node->member.object;
  case NODE_INDEX: return node->index.object;
  case NODE_CALL: return node->call.callee;
  case NODE_TEMPLATE: return node->template_.tag;
  case NODE_BINARY:
  case NODE_LOGICAL: return node->binary.left;
  case NODE_CONDITIONAL:
  case NODE_IF: return node->conditional.otherwise;
  case NODE_LABELED: return node->labeled.body;
  default: return NULL;
  }
}

bool node_is_access(const Node *node) {
  return node->type == NODE_MEMBER || node->type == NODE_INDEX || node->type == NODE_CALL ||
         (node->type == NODE_TEMPLATE && node->template_.tag != NULL);
}

bool node_continues(const Node *node, const Node *child) {
  if (node_is_access(node)) return node_is_access(child) && !child->parenthesized;
  return node->type == child->type && node_link(node) != NULL;
}

Node *node_new(Parser *parser, NodeType type, Position start, uint32_t end_offset) {
  Node *node = arena_allocate(parser->arena, node_infos[type].size);
  node->type = (uint8_t)type;
  node->position = start;
  node->name_position = start;
  node->end_offset = end_offset;
  return node;
}

// To be called when all children are there.
static void adopt_children(Parser *parser, Node *node) {
  const NodeInfo *info = &node_infos[node->type];
  const Node *link = node_link(node);
  for (size_t i = 0; i < MOST_CHILDREN && info->children[i].kind != CHILD_NONE; i++) {
    Node **place = child_place(node, info->children[i].offset);
    if (info->children[i].kind == CHILD_LIST) adopt_list(parser, node, *(NodeList *)(void *)place);
    else if (*place == link) adopt_link(parser, node, *place);
    else adopt(parser, node, *place, LEVEL);
  }
}

Node *node_make(Parser *parser, NodeType type, const Token *first, uint32_t end_offset, Node *const *children) {
  Node *node = node_new(parser, type, first->position, end_offset);
  const NodeInfo *info = &node_infos[type];
  for (size_t i = 0; i < MOST_CHILDREN && info->children[i].kind != CHILD_NONE; i++) {
    *child_place(node, info->children[i].offset) = children[i];
  }
  adopt_children(parser, node);
  return node;
}

Node *node_token(Parser *parser, NodeType type, const Token *token) {
  return node_new(parser, type, token->position, token->end_offset);
}

// ------------------------------------------------------------------------------------------------------ primaries

Node *node_reference(Parser *parser, const Token *identifier) {
  Node *node = node_token(parser, NODE_IDENTIFIER, identifier);
  node->identifier.atom = lexer_token_atom(&parser->lexer, identifier);
  note_reference(parser, identifier);
  return node;
}

Node *node_number(Parser *parser, const Token *token) {
  Node *node = node_token(parser, NODE_NUMBER, token);
  node->number = token->number.value;
  const LexicalError *strict_error = token->number.strict_error;
  if (strict_error != NULL && parser_strict(parser)) parser_lexical_error(parser, strict_error);
  return node;
}

Node *node_string(Parser *parser, const Token *token) {
  Node *node = node_token(parser, NODE_STRING, token);
  const LexicalError *strict_error = token->text.strict_error;
  node->string = token->text.atom;
  if (strict_error != NULL) {
    FunctionState *function = parser->function;
    if (parser_strict(parser)) parser_lexical_error(parser, strict_error);
    else if (function->in_prologue && function->prologue_error == NULL) function->prologue_error = strict_error;
  }
  return node;
}

Node *node_name(Parser *parser, const Token *word) {
  Node *node = node_token(parser, NODE_STRING, word);
  node->string = lexer_token_atom(&parser->lexer, word);
  return node;
}

static const uint16_t *wide_text(Arena *arena, const Atom *atom) {
  uint16_t *units = arena_allocate(arena, (atom->length + 1) * sizeof *units);
  for (uint32_t i = 0; i < atom->length; i++) units[i] = atom->two_byte ? atom->utf16[i] : atom->latin1[i];
  return units;
}

// The pattern of a literal is checked where it stands (ECMA-262 section 13.2.7.1).
static void check_regexp(Parser *parser, const Token *token) {
  const Atom *pattern = token->regexp.pattern, *flags = token->regexp.flags;
  Arena *arena = arena_create(arena_pool(parser->arena));
  int bits = regexp_parse_flags(wide_text(arena, flags), flags->length);
  const char *error =
      bits < 0 ? NULL
               : regexp_check(arena, wide_text(arena, pattern), pattern->length, (unsigned)bits, parser->machine_code);
  if (bits < 0) parser_error_token(parser, token, "Invalid regular expression flags");
  if (error != NULL) {
    size_t size = (size_t)pattern->length * 3 + 1;
    char *source = arena_allocate(arena, size), letters[16];
    atom_to_utf8(pattern, source, size);
    atom_to_utf8(flags, letters, sizeof letters);
    parser_error(parser, token->position, token->end_offset, "Invalid regular expression: /%s/%s: %s", source, letters,
                 error);
  }
  arena_destroy(arena);
}

Node *node_regexp(Parser *parser, const Token *token) {
  Node *node = node_token(parser, NODE_REGEXP, token);
  node->regexp.pattern = token->regexp.pattern;
  node->regexp.flags = token->regexp.flags;
  check_regexp(parser, token);
  return node;
}

Node *node_parenthesized(Parser *parser, const Cover *cover) {
  if (cover->excess != NULL) parser_unexpected(parser, cover->excess);
  if (cover->expression == NULL) return node_token(parser, NODE_NULL, cover->open);
  cover->expression->parenthesized = true;
  cover->expression->end_offset = cover->close->end_offset;
  return cover->expression;
}

// ------------------------------------------------------------------------------------------------------ templates

static void add_quasi(Parser *parser, Node *node, const Token *token) {
  uint32_t count = node->template_.quasi_count++;
  if ((count & (count - 1)) == 0) {  // a power of two is full
    size_t capacity = count == 0 ? 1 : 2 * (size_t)count;
    const Atom **cooked = arena_allocate(parser->arena, capacity * sizeof *cooked);
    const Atom **raw = arena_allocate(parser->arena, capacity * sizeof *raw);
    if (count > 0) {
      memcpy(cooked, node->template_.cooked, count * sizeof *cooked);
      memcpy(raw, node->template_.raw, count * sizeof *raw);
    }
    node->template_.cooked = cooked;
    node->template_.raw = raw;
  }
  node->template_.cooked[count] = token->template_->cooked;
  node->template_.raw[count] = token->template_->raw;
  node->end_offset = token->end_offset;
  if (token->template_->error == NULL) return;
  TemplateProblem *problem = arena_allocate(parser->arena, sizeof *problem);
  *problem = (TemplateProblem){parser->template_problems, node, token->template_->error};
  parser->template_problems = problem;
}

Node *node_template(Parser *parser, const Token *first) {
  Node *node = node_token(parser, NODE_TEMPLATE, first);
  add_quasi(parser, node, first);
  return node;
}

Node *template_add(Parser *parser, Node *template_, Node *expression, const Token *quasi) {
  list_add(parser, &template_->template_.expressions, expression);
  adopt(parser, template_, expression, LEVEL);
  add_quasi(parser, template_, quasi);
  return template_;
}

Node *node_template_untagged(Parser *parser, Node *template_) {
  const LexicalError *first = NULL;
  for (const TemplateProblem *problem = parser->template_problems; problem != NULL; problem = problem->next)
    if (problem->template_ == template_) first = problem->error;
  if (first != NULL) parser_lexical_error(parser, first);
  return template_;
}

Node *node_template_tagged(Parser *parser, Node *tag, Node *template_) {
  if (!tag->parenthesized && is_optional_chain(tag)) return template_in_chain(parser, tag, template_);
  template_->template_.tag = tag;
  template_->position = tag->position;
  adopt_link(parser, template_, tag);
  return template_;
}

Node *template_in_chain(Parser *parser, Node *base, Node *template_) {
  (void)base;
  parser_error_node(parser, template_, "Invalid tagged template on optional chain");
  return template_;
}

// ------------------------------------------------------------------------------------------------------ literals

Node *node_list(Parser *parser, NodeType type, const Token *open, NodeList items, const Token *close) {
  Node *node = node_new(parser, type, open->position, close->end_offset);
  node->list = items;  // NODE_BLOCK: block.statements is in the same place
  adopt_children(parser, node);
  return node;
}

_Static_assert(offsetof(Node, list) == offsetof(Node, block.statements), "node_list() makes blocks");

static bool sets_prototype(const Parser *parser, const Node *property) {
  return property->type == NODE_PROPERTY && property->property.kind == PROPERTY_INIT && !property->property.computed &&
         property->property.key->type == NODE_STRING && property->property.key->string == parser->atom_proto;
}

Node *node_object(Parser *parser, const Token *open, NodeList properties, const Token *close) {
  bool seen = false;
  for (uint32_t i = 0; i < properties.count; i++) {
    const Node *property = properties.items[i];
    if (!sets_prototype(parser, property)) continue;
    const Node *key = property->property.key;
    if (seen)
      pattern_only(parser, key->position, key->end_offset,
                   "Duplicate __proto__ fields are not allowed in object literals");
    seen = true;
  }
  return node_list(parser, NODE_OBJECT, open, properties, close);
}

Node *node_property(Parser *parser, Node *key, Position start) {
  Node *node = node_new(parser, NODE_PROPERTY, start, key->end_offset);
  node->property.key = key;
  adopt(parser, node, key, LEVEL);
  return node;
}

Node *property_value(Parser *parser, Node *property, PropertyKind kind, Node *value) {
  property->property.kind = (uint8_t)kind;
  property->property.value = value;
  property->end_offset = value->end_offset;
  adopt(parser, property, value, LEVEL);
  return property;
}

Node *property_function(Parser *parser, PropertyKind kind, Node *property, FunctionNode *function) {
  return property_value(parser, property, kind, node_function(parser, NODE_FUNCTION, function));
}

Node *node_shorthand(Parser *parser, const Token *name, const Token *equals, Node *initial) {
  Node *property = node_property(parser, node_name(parser, name), name->position);
  Node *value = node_reference(parser, name);
  if (equals != NULL) {
    value = node_default(parser, value, equals, initial);
    pattern_only(parser, name->position, initial->end_offset, "Invalid shorthand property initializer");
  }
  return property_value(parser, property, PROPERTY_SHORTHAND, value);
}

// ------------------------------------------------------------------------------------------------------ operators

// For nodes of the form: keyword or operator, then at most one operand.
Node *node_wrap(Parser *parser, NodeType type, const Token *keyword, Node *operand, uint32_t end_offset) {
  Node *node = node_new(parser, type, keyword->position, end_offset);
  node->unary.operand = operand;
  adopt_children(parser, node);
  return node;
}

Node *node_rest(Parser *parser, const Token *dots, Node *target) {
  return node_wrap(parser, NODE_REST, dots, target, target->end_offset);
}

Node *node_unary(Parser *parser, Operator op, const Token *token, Node *operand) {
  Node *node = node_wrap(parser, NODE_UNARY, token, operand, operand->end_offset);
  node->unary.op = (uint8_t)op;
  if (op == OP_DELETE && operand->type == NODE_IDENTIFIER && parser_strict(parser))
    parser_error_token(parser, parser->previous, "Delete of an unqualified identifier in strict mode.");
  return node;
}

Node *node_update(Parser *parser, Operator op, const Token *token, Node *operand, bool prefix) {
  Position start = prefix ? token->position : operand->position;
  Node *node = node_new(parser, NODE_UPDATE, start, prefix ? operand->end_offset : token->end_offset);
  node->name_position = token->position;
  node->unary.op = (uint8_t)op;
  node->unary.prefix = prefix;
  node->unary.operand = operand;
  check_target(parser, operand, TARGET_COMPOUND,
               prefix ? "Invalid left-hand side expression in prefix operation"
                      : "Invalid left-hand side expression in postfix operation");
  adopt_children(parser, node);
  return node;
}

static Node *node_operands(Parser *parser, NodeType type, Operator op, Node *left, const Token *token, Node *right) {
  Node *node = node_new(parser, type, left->position, right->end_offset);
  node->name_position = token->position;
  node->binary.op = (uint8_t)op;
  node->binary.left = left;
  node->binary.right = right;
  adopt_children(parser, node);
  return node;
}

Node *node_binary(Parser *parser, Operator op, Node *left, const Token *token, Node *right) {
  Node *node = node_operands(parser, NODE_BINARY, op, left, token, right);
  if (op == OP_EXP && left->type == NODE_UNARY && !left->parenthesized)
    parser_error(parser, left->position, token->end_offset,
                 "Unary operator used immediately before exponentiation expression. "
                 "Parenthesis must be used to disambiguate operator precedence");
  return node;
}

static bool is_bare_logical(const Node *node) {
  return node->type == NODE_LOGICAL && node->binary.op != OP_NULLISH && !node->parenthesized;
}

Node *node_logical(Parser *parser, Operator op, Node *left, const Token *token, Node *right) {
  Node *node = node_operands(parser, NODE_LOGICAL, op, left, token, right);
  if (op == OP_NULLISH && is_bare_logical(left)) {
    parser_unexpected(parser, token);
  } else if (op == OP_NULLISH && is_bare_logical(right)) {
    parser_error(parser, right->name_position, right->name_position.offset + 2, "Unexpected token '%s'",
                 right->binary.op == OP_AND ? "&&" : "||");
  }
  return node;
}

Operator compound_operator(TokenType type) {
  switch (type) {
  case TOKEN_PLUS_ASSIGN: return OP_ADD;
  case TOKEN_MINUS_ASSIGN: return OP_SUB;
  case TOKEN_STAR_ASSIGN: return OP_MUL;
  case TOKEN_SLASH_ASSIGN: return OP_DIV;
  case TOKEN_PERCENT_ASSIGN: return OP_MOD;
  case TOKEN_POWER_ASSIGN: return OP_EXP;
  case TOKEN_SHL_ASSIGN: return OP_SHL;
  case TOKEN_SAR_ASSIGN: return OP_SAR;
  case TOKEN_SHR_ASSIGN: return OP_SHR;
  case TOKEN_BIT_AND_ASSIGN: return OP_BIT_AND;
  case TOKEN_BIT_OR_ASSIGN: return OP_BIT_OR;
  case TOKEN_BIT_XOR_ASSIGN: return OP_BIT_XOR;
  case TOKEN_AND_ASSIGN: return OP_AND;
  case TOKEN_OR_ASSIGN: return OP_OR;
  case TOKEN_NULLISH_ASSIGN: return OP_NULLISH;
  default: return OP_NONE;
  }
}

static Node *node_assignment(Parser *parser, NodeType type, Operator op, Node *target, const Token *token,
                             Node *value) {
  Node *node = node_new(parser, type, target->position, value->end_offset);
  node->name_position = token->position;
  node->assign.op = (uint8_t)op;
  node->assign.target = target;
  node->assign.value = value;
  adopt_children(parser, node);
  return node;
}

Node *node_assign(Parser *parser, Operator op, Node *target, const Token *token, Node *value) {
  bool logical = op == OP_AND || op == OP_OR || op == OP_NULLISH;
  TargetUse use = op == OP_NONE ? TARGET_PLAIN : logical ? TARGET_LOGICAL : TARGET_COMPOUND;
  check_target(parser, target, use, "Invalid left-hand side in assignment");
  return node_assignment(parser, NODE_ASSIGN, op, target, token, value);
}

Node *node_default(Parser *parser, Node *target, const Token *equals, Node *value) {
  return node_assignment(parser, NODE_ASSIGN_PATTERN, OP_NONE, target, equals, value);
}

Node *node_conditional(Parser *parser, Node *test, Node *then, Node *otherwise) {
  Node *node = node_new(parser, NODE_CONDITIONAL, test->position, otherwise->end_offset);
  node->conditional.test = test;
  node->conditional.then = then;
  node->conditional.otherwise = otherwise;
  adopt_children(parser, node);
  return node;
}

Node *node_sequence(Parser *parser, Node *left, Node *right) {
  Node *node = left;
  if (left->type != NODE_SEQUENCE || left->parenthesized) {
    node = node_new(parser, NODE_SEQUENCE, left->position, right->end_offset);
    list_add(parser, &node->list, left);
    adopt(parser, node, left, LEVEL);
  }
  list_add(parser, &node->list, right);
  adopt(parser, node, right, LEVEL);
  node->end_offset = right->end_offset;
  return node;
}

// ------------------------------------------------------------------------------------------------------ members, calls

Node *node_member(Parser *parser, Node *object, const Token *name, bool optional) {
  Node *node = node_new(parser, NODE_MEMBER, object->position, name->end_offset);
  node->name_position = name->position;
  node->member.object = object;
  node->member.name = lexer_token_atom(&parser->lexer, name);
  node->member.optional = optional;
  adopt_children(parser, node);
  return node;
}

Node *node_index(Parser *parser, Node *object, const Token *open, Node *index, const Token *close, bool optional) {
  Node *node = node_new(parser, NODE_INDEX, object->position, close->end_offset);
  node->name_position = open->position;
  node->index.object = object;
  node->index.index = index;
  node->index.optional = optional;
  adopt_children(parser, node);
  return node;
}

// In sloppy code assigning to the result of a call is no early error, for old programs' sake: `f() = x` becomes
// f()[throw].
void make_invalid_target(Parser *parser, Node *call, const char *message) {
  Node *object = node_new(parser, NODE_CALL, call->position, call->end_offset);
  memcpy(object, call, node_infos[NODE_CALL].size);
  Node *index = node_new(parser, NODE_INVALID_TARGET, call->position, call->end_offset);
  index->string = atom_latin1(parser->arena, message, strlen(message));
  call->type = NODE_INDEX;
  call->name_position = call->position;
  call->index.object = object;
  call->index.index = index;
  call->index.optional = false;
  adopt_link(parser, call, object);
}

// As in V8, the number in the message, too.
enum { MOST_ARGUMENTS = 65534 };

static void check_argument_count(Parser *parser, const NodeList *arguments) {
  if (arguments->count <= MOST_ARGUMENTS) return;
  parser_error_node(parser, arguments->items[arguments->count - 1],
                    "Too many arguments in function call (only 65535 allowed)");
}

static Node *node_invocation(Parser *parser, NodeType type, Position start, Node *callee, const Arguments *arguments) {
  Node *node = node_new(parser, type, start, arguments != NULL ? arguments->end_offset : callee->end_offset);
  node->call.callee = callee;
  adopt_link(parser, node, callee);
  if (arguments == NULL) return node;
  node->call.arguments = arguments->items;
  check_argument_count(parser, &arguments->items);
  adopt_list(parser, node, arguments->items);
  return node;
}

Node *node_call(Parser *parser, Node *callee, const Arguments *arguments, bool optional) {
  Node *node = node_invocation(parser, NODE_CALL, callee->position, callee, arguments);
  node->call.optional = optional;
  node->name_position = arguments->open->callee;
  if (!optional) note_call(parser, callee);
  return node;
}

Node *node_new_expression(Parser *parser, const Token *keyword, Node *callee, const Arguments *arguments) {
  return node_invocation(parser, NODE_NEW, keyword->position, callee, arguments);
}

Node *node_new_target(Parser *parser, const Token *keyword, const Token *name) {
  Node *node = node_new(parser, NODE_NEW_TARGET, keyword->position, name->end_offset);
  if (lexer_token_atom(&parser->lexer, name) != parser->atom_target) parser_unexpected(parser, name);
  else if (name->escaped) parser_error_node(parser, node, "'new.target' must not contain escaped characters");
  FunctionState *function = parser->function;
  while (function->node->kind == FUNCTION_ARROW) function = function->outer;
  if (!function->allows_new_target) parser_error_node(parser, node, "new.target expression is not allowed here");
  note_this(parser);
  return node;
}

// ------------------------------------------------------------------------------------------------------ statements

NodeList *statement_add(Parser *parser, NodeList *list, Node *statement) {
  check_no_pattern_left(parser, statement);
  list_add(parser, list, statement);
  return list;
}

Node *node_expression_statement(Parser *parser, Node *expression, uint32_t end_offset) {
  Node *node = node_new(parser, NODE_EXPRESSION_STATEMENT, expression->position, end_offset);
  node->unary.operand = expression;
  adopt_children(parser, node);
  return node;
}

// A function declaration where only a statement may stand: behind a label, or anywhere in strict mode.
static bool is_misplaced_function(const Node *body, bool in_if) {
  while (body->type == NODE_LABELED) {
    body = body->labeled.body;
    in_if = false;
  }
  if (body->type == NODE_FUNCTION_DECLARATION) return true;
  // node_embedded_function() made this block: no brace opens it.
  return !in_if && body->type == NODE_BLOCK && body->block.statements.count == 1 &&
         body->block.statements.items[0]->position.offset == body->position.offset;
}

void misplaced_function(Parser *parser, const Node *declaration) {
  uint32_t keyword_end = declaration->position.offset + (uint32_t)strlen("function");
  parser_error(parser, declaration->position, keyword_end, "%s",
               parser_strict(parser)
                   ? "In strict mode code, functions can only be declared at top level or inside a block."
                   : "In non-strict mode code, functions can only be declared at top level, inside a block, "
                     "or as the body of an if statement.");
}

static Node *check_body(Parser *parser, Node *body, bool in_if) {
  if (is_misplaced_function(body, in_if)) {
    while (body->type == NODE_LABELED) body = body->labeled.body;
    misplaced_function(parser, body);
  }
  return body;
}

Node *checked_loop(Parser *parser, Node *body) { return check_body(parser, body, false); }

Node *node_if(Parser *parser, const Token *keyword, Node *test, Node *then, Node *otherwise) {
  Node *node = node_new(parser, NODE_IF, keyword->position, (otherwise != NULL ? otherwise : then)->end_offset);
  node->conditional.test = test;
  node->conditional.then = check_body(parser, then, true);
  node->conditional.otherwise = otherwise != NULL ? check_body(parser, otherwise, true) : NULL;
  adopt_children(parser, node);
  return node;
}

Node *node_for(Parser *parser, const Token *keyword, Node *init, Node *test, Node *update, Node *body) {
  Node *node = node_new(parser, NODE_FOR, keyword->position, body->end_offset);
  node->for_.init = init;
  node->for_.test = test;
  node->for_.update = update;
  node->for_.body = body;
  adopt_children(parser, node);
  early_scope_leave(parser);
  return node;
}

// `for (let ...` and `for (async of` are kept for declarations and for `for await`.
static void check_for_of_start(Parser *parser, const Node *left) {
  const Node *start = left;
  while (start->type == NODE_MEMBER || start->type == NODE_INDEX || start->type == NODE_CALL)
    start = start->type == NODE_MEMBER  ? start->member.object
            : start->type == NODE_INDEX ? start->index.object
                                        : start->call.callee;
  if (start->type != NODE_IDENTIFIER || start->parenthesized) return;
  if (start->identifier.atom == parser->atom_let)
    parser_error_node(parser, start, "The left-hand side of a for-of loop may not start with 'let'.");
  else if (start == left && start->identifier.atom == parser->atom_async &&
           start->end_offset - start->position.offset == start->identifier.atom->length)  // no escapes
    parser_error_node(parser, start, "The left-hand side of a for-of loop may not be 'async'.");
}

void for_in_left(Parser *parser, NodeType type, Node *left) {
  if (left->type != NODE_VARIABLES) {
    if (type == NODE_FOR_OF) check_for_of_start(parser, left);
    check_target(parser, left, TARGET_PLAIN, "Invalid left-hand side in for-loop");
    return;
  }
  const char *kind = type == NODE_FOR_IN ? "for-in" : "for-of";
  const NodeList *declarators = &left->variables.declarators;
  const Node *first = declarators->items[0], *last = declarators->items[declarators->count - 1];
  left->end_offset = last->end_offset;
  if (declarators->count != 1) {
    parser_error(parser, first->position, last->end_offset,
                 "Invalid left-hand side in %s loop: Must have a single binding.", kind);
  } else if (first->declarator.init != NULL &&
             (type == NODE_FOR_OF || left->variables.kind != KIND_VAR || parser_strict(parser))) {
    parser_error(parser, first->position, first->end_offset,
                 "%s loop variable declaration may not have an initializer.", kind);
  }
}

Node *node_for_in(Parser *parser, NodeType type, const Token *keyword, Node *left, Node *right, Node *body) {
  Node *node = node_new(parser, type, keyword->position, body->end_offset);
  node->for_in.left = left;
  node->for_in.right = right;
  node->for_in.body = body;
  adopt_children(parser, node);
  early_scope_leave(parser);
  return node;
}

Node *node_jump(Parser *parser, NodeType type, const Token *keyword, const Token *label, uint32_t end_offset) {
  Node *node = node_new(parser, type, keyword->position, end_offset);
  if (label != NULL) node->jump.label = lexer_token_atom(&parser->lexer, label);
  node->jump.target = check_jump(parser, type, keyword, label);
  return node;
}

Node *node_return(Parser *parser, const Token *keyword, Node *value, uint32_t end_offset) {
  if (!parser->function->allows_return) parser_error_token(parser, keyword, "Illegal return statement");
  return node_wrap(parser, NODE_RETURN, keyword, value, end_offset);
}

Node *throw_newline(Parser *parser, const Token *keyword) {
  parser_error_token(parser, keyword, "Illegal newline after throw");
  return node_token(parser, NODE_EMPTY, keyword);
}

Node *node_catch(Parser *parser, const Token *keyword, Node *parameter, Node *handler) {
  Node *node = node_new(parser, NODE_TRY, keyword->position, handler->end_offset);
  node->try_.parameter = parameter;
  node->try_.handler = handler;
  adopt(parser, node, handler, LEVEL);
  return node;
}

Node *node_try(Parser *parser, const Token *keyword, Node *block, Node *catch_, Node *finalizer) {
  Node *node = catch_ != NULL ? catch_ : node_token(parser, NODE_TRY, keyword);
  node->position = node->name_position = keyword->position;
  node->end_offset = (finalizer != NULL ? finalizer : catch_)->end_offset;
  node->try_.block = block;
  node->try_.finalizer = finalizer;
  adopt_children(parser, node);
  return node;
}

Node *node_switch(Parser *parser, const Token *keyword, Node *discriminant, NodeList cases, const Token *close) {
  Node *node = node_new(parser, NODE_SWITCH, keyword->position, close->end_offset);
  node->switch_.discriminant = discriminant;
  node->switch_.cases = cases;
  adopt_children(parser, node);
  return node;
}

Node *node_case(Parser *parser, const Token *keyword, Node *test, NodeList statements, const Token *colon) {
  uint32_t end_offset = statements.count > 0 ? statements.items[statements.count - 1]->end_offset : colon->end_offset;
  Node *node = node_new(parser, NODE_CASE, keyword->position, end_offset);
  node->case_.test = test;
  node->case_.statements = statements;
  adopt_children(parser, node);
  return node;
}

NodeList *case_add(Parser *parser, NodeList *cases, Node *case_) {
  for (uint32_t i = 0; case_->case_.test == NULL && i < cases->count; i++) {
    if (cases->items[i]->case_.test == NULL)
      parser_error(parser, case_->position, case_->position.offset + 7,
                   "More than one default clause in switch statement");
  }
  list_add(parser, cases, case_);
  return cases;
}

Node *node_labeled(Parser *parser, const Token *token, const Label *label, Node *body) {
  Node *node = node_new(parser, NODE_LABELED, token->position, body->end_offset);
  node->labeled.label = label->name;
  node->labeled.target = label->target;
  node->labeled.body = body;
  adopt_children(parser, node);
  return node;
}

Node *node_with(Parser *parser, const Token *keyword, Node *object, Node *body) {
  Node *node = node_new(parser, NODE_WITH, keyword->position, body->end_offset);
  if (parser_strict(parser)) parser_error_token(parser, keyword, "Strict mode code may not include a with statement");
  node->with_.object = object;
  node->with_.body = check_body(parser, body, false);
  adopt_children(parser, node);
  return node;
}

// ------------------------------------------------------------------------------------------------------ declarations

Node *node_variables(Parser *parser, VariableKind kind, const Token *keyword) {
  Node *node = node_token(parser, NODE_VARIABLES, keyword);
  node->variables.kind = (uint8_t)kind;
  return node;
}

Node *node_declarator(Parser *parser, Node *target, Node *init) {
  Node *node = node_new(parser, NODE_DECLARATOR, target->position, (init != NULL ? init : target)->end_offset);
  node->declarator.target = target;
  node->declarator.init = init;
  adopt_children(parser, node);
  return node;
}

Node *variables_add(Parser *parser, Node *variables, Node *declarator) {
  const Node *target = declarator->declarator.target;
  if (target->type == NODE_IDENTIFIER) declare(parser, (VariableKind)variables->variables.kind, target);
  list_add(parser, &variables->variables.declarators, declarator);
  adopt(parser, variables, declarator, LEVEL);
  return variables;
}

Node *variables_finish(Parser *parser, Node *variables, uint32_t end_offset) {
  variables->end_offset = end_offset;
  const NodeList *declarators = &variables->variables.declarators;
  for (uint32_t i = 0; variables->variables.kind == KIND_CONST && i < declarators->count; i++) {
    if (declarators->items[i]->declarator.init == NULL)
      parser_error_node(parser, declarators->items[i], "Missing initializer in const declaration");
  }
  return variables;
}

Node *node_function(Parser *parser, NodeType type, FunctionNode *function) {
  Node *node = node_new(parser, type, function->position, function->end_offset);
  node->function = function;
  adopt_list(parser, node, function->parameters);
  adopt_list(parser, node, function->body);
  return node;
}

Node *node_function_expression(Parser *parser, FunctionNode *function) {
  function->is_expression = true;
  return node_function(parser, NODE_FUNCTION, function);
}

// `if (x) function f() {}` means `if (x) { function f() {} }` (Annex B.3.3).
Node *node_embedded_function(Parser *parser, Node *declaration) {
  Node *block = node_new(parser, NODE_BLOCK, declaration->position, declaration->end_offset);
  list_add(parser, &block->block.statements, declaration);
  adopt(parser, block, declaration, LEVEL);
  if (parser_strict(parser)) misplaced_function(parser, declaration);
  return block;
}
