// parser/early.c - early errors that need memory: what each scope declares, which labels and loops surround a
// statement, which function is being parsed and whether it is strict.
//
// The grammar's actions tell where scopes, loops, labels and functions begin and end.  A function may become strict in
// its body, so its name and parameters are checked when it ends.

#include "parser/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void *grow(void *array, uint32_t *capacity, size_t item) {
  *capacity = *capacity == 0 ? 16 : 2 * *capacity;
  array = checked_realloc(array, *capacity * item);
  return array;
}

// ------------------------------------------------------------------------------------------------------ scopes

typedef enum DeclarationKind {
  DECLARED_VAR,       // var; a function at the top level of a function; a parameter
  DECLARED_LEXICAL,   // let, const, class
  DECLARED_FUNCTION,  // a function in a block of sloppy code, which may be declared again
  DECLARED_CATCH,     // a catch parameter, which a var may share
} DeclarationKind;

typedef struct Declaration {
  const Atom *name;  // NULL: free
  union {
    const Node *node;
    Label *label;  // of the labels of a function, which have a scope of their own; NULL: its statement has ended
  };
  uint32_t scope;
  DeclarationKind kind;
} Declaration;

void early_scope_enter(Parser *parser) {
  if (parser->scope_count == parser->scope_capacity)
    parser->scopes = grow(parser->scopes, &parser->scope_capacity, sizeof *parser->scopes);
  parser->scopes[parser->scope_count++] = parser->next_scope++;
}

void early_scope_leave(Parser *parser) { parser->scope_count--; }

static Declaration *find_place(Declaration *table, uint32_t capacity, uint32_t scope, const Atom *name) {
  uint32_t place = (name->hash_ ^ scope * 0x9E3779B1u) & (capacity - 1);
  while (table[place].name != NULL && (table[place].name != name || table[place].scope != scope))
    place = (place + 1) & (capacity - 1);
  return &table[place];
}

// The entry for a name in a scope, or the free place for it.
static Declaration *lookup(Parser *parser, uint32_t scope, const Atom *name) {
  if (2 * (parser->declaration_count + 1) > parser->declaration_capacity) {
    uint32_t capacity = parser->declaration_capacity == 0 ? 256 : 2 * parser->declaration_capacity;
    Declaration *table = checked_calloc(capacity, sizeof *table);
    for (uint32_t i = 0; i < parser->declaration_capacity; i++) {
      const Declaration *old = &parser->declarations[i];
      if (old->name != NULL) *find_place(table, capacity, old->scope, old->name) = *old;
    }
    free(parser->declarations);
    parser->declarations = table;
    parser->declaration_capacity = capacity;
  }
  return find_place(parser->declarations, parser->declaration_capacity, scope, name);
}

static void fill(Parser *parser, Declaration *free_place, uint32_t scope, const Node *name, DeclarationKind kind) {
  *free_place = (Declaration){.name = name->identifier.atom, .node = name, .scope = scope, .kind = kind};
  parser->declaration_count++;
}

static void already_declared(Parser *parser, const Node *name) {
  char text[200];
  atom_to_utf8(name->identifier.atom, text, sizeof text);
  parser_error(parser, name->position, name->end_offset, "Identifier '%s' has already been declared", text);
}

// A var belongs to every scope from here out to the function's: none of them may declare its name lexically.  Where the
// name is a var already, it is one in all the scopes farther out.
static void declare_var(Parser *parser, const Node *name) {
  for (uint32_t i = parser->scope_count; i-- > parser->function->first_scope;) {
    uint32_t scope = parser->scopes[i];
    Declaration *place = lookup(parser, scope, name->identifier.atom);
    if (place->name == NULL) {
      fill(parser, place, scope, name, DECLARED_VAR);
    } else if (place->kind == DECLARED_LEXICAL || place->kind == DECLARED_FUNCTION) {
      already_declared(parser, name);
      return;
    } else if (place->kind == DECLARED_VAR) {
      return;
    }
  }
}

static void declare_lexical(Parser *parser, const Node *name, DeclarationKind kind) {
  uint32_t scope = parser->scopes[parser->scope_count - 1];
  Declaration *place = lookup(parser, scope, name->identifier.atom);
  if (place->name == NULL) {
    fill(parser, place, scope, name, kind);
  } else if (kind != DECLARED_FUNCTION || place->kind != DECLARED_FUNCTION) {
    // Of a var that leaves a block and a lexical declaration in it, V8 blames the var.
    bool blame_var = place->kind == DECLARED_VAR && parser->scope_count - 1 > parser->function->first_scope;
    already_declared(parser, blame_var ? place->node : name);
  }
}

void declare(Parser *parser, VariableKind kind, const Node *name) {
  if (kind == KIND_VAR) {
    declare_var(parser, name);
    return;
  }
  if (name->identifier.atom == parser->atom_let)
    parser_error_node(parser, name, "let is disallowed as a lexically bound name");
  declare_lexical(parser, name, DECLARED_LEXICAL);
}

void declare_catch_parameter(Parser *parser, const Node *name) {
  if (name->type == NODE_IDENTIFIER) declare_lexical(parser, name, DECLARED_CATCH);
}

Node *declare_function(Parser *parser, Node *declaration) {
  if (declaration->type != NODE_FUNCTION_DECLARATION) return declaration;  // unsupported
  Node *name = node_new(parser, NODE_IDENTIFIER, declaration->position, declaration->position.offset + 1);
  name->identifier.atom = declaration->function->name;
  if (parser->scope_count - 1 == parser->function->first_scope) declare_var(parser, name);
  else declare_lexical(parser, name, parser_strict(parser) ? DECLARED_LEXICAL : DECLARED_FUNCTION);
  return declaration;
}

// ------------------------------------------------------------------------------------------------------ names

bool is_strict_reserved(const Parser *parser, const Atom *atom) {
  for (size_t i = 0; i < sizeof parser->strict_reserved / sizeof *parser->strict_reserved; i++)
    if (parser->strict_reserved[i] == atom) return true;
  return false;
}

// What strict mode has against binding or writing to a name.
static const char *strict_binding_error(const Parser *parser, const Atom *name) {
  if (name == parser->atom_eval || name == parser->atom_arguments) return "Unexpected eval or arguments in strict mode";
  if (is_strict_reserved(parser, name)) return "Unexpected strict mode reserved word";
  return NULL;
}

static void check_strict_binding(Parser *parser, const Node *name) {
  if (name == NULL || name->type != NODE_IDENTIFIER) return;
  const char *message = strict_binding_error(parser, name->identifier.atom);
  if (message != NULL) parser_error_node(parser, name, message);
}

Node *binding_identifier(Parser *parser, const Token *name) {
  Node *node = node_token(parser, NODE_IDENTIFIER, name);
  node->identifier.atom = lexer_token_atom(&parser->lexer, name);
  if (parser_strict(parser)) check_strict_binding(parser, node);
  return node;
}

Node *unsupported(Parser *parser, const Token *token, const char *message) {
  parser_error_token(parser, token, message);
  return node_token(parser, NODE_NULL, token);
}

Node *binding_pattern(Parser *parser, Node *literal) {
  parser_error_node(parser, literal, "Destructuring is not supported yet");
  return literal;
}

bool is_optional_chain(const Node *node) {
  for (bool inside = false;; inside = true) {
    if (inside && node->parenthesized) return false;
    switch (node->type) {
    case NODE_MEMBER:
      if (node->member.optional) return true;
      node = node->member.object;
      break;
    case NODE_INDEX:
      if (node->index.optional) return true;
      node = node->index.object;
      break;
    case NODE_CALL:
      if (node->call.optional) return true;
      node = node->call.callee;
      break;
    default: return false;
    }
  }
}

void check_target(Parser *parser, Node *target, TargetUse use, const char *message) {
  switch (target->type) {
  case NODE_IDENTIFIER:
    if (parser_strict(parser)) check_strict_binding(parser, target);
    return;
  case NODE_MEMBER:
  case NODE_INDEX:
    if (is_optional_chain(target)) break;
    return;
  case NODE_CALL:
    if (use == TARGET_LOGICAL || parser_strict(parser) || is_optional_chain(target)) break;
    make_invalid_target(parser, target, message);
    return;
  case NODE_ARRAY:
  case NODE_OBJECT:
    if (use != TARGET_PLAIN || target->parenthesized) break;
    binding_pattern(parser, target);
    return;
  default: break;
  }
  parser_error_node(parser, target, message);
}

void pattern_only(Parser *parser, Position position, uint32_t end_offset, const char *message) {
  if (parser->pattern_only_count == parser->pattern_only_capacity)
    parser->pattern_only = grow(parser->pattern_only, &parser->pattern_only_capacity, sizeof *parser->pattern_only);
  parser->pattern_only[parser->pattern_only_count++] = (PatternOnly){position, end_offset, message};
}

// At the end of a statement no literal in it can become a pattern any more.
void check_no_pattern_left(Parser *parser, const Node *statement) {
  for (uint32_t i = 0; i < parser->pattern_only_count; i++) {
    const PatternOnly *literal = &parser->pattern_only[i];
    if (literal->position.offset < statement->position.offset) continue;
    parser_error(parser, literal->position, literal->end_offset, "%s", literal->message);
    return;
  }
}

// ------------------------------------------------------------------------------------------------------ jumps

void loop_enter(Parser *parser) { parser->function->loops++; }
void loop_leave(Parser *parser) { parser->function->loops--; }
void switch_enter(Parser *parser) { parser->function->switches++; }
void switch_leave(Parser *parser) { parser->function->switches--; }

static Declaration *label_place(Parser *parser, const Atom *name) {
  FunctionState *function = parser->function;
  if (function->label_scope == 0) function->label_scope = parser->next_scope++;
  return lookup(parser, function->label_scope, name);
}

static Label *find_label(Parser *parser, const Atom *name) { return label_place(parser, name)->label; }

static void set_label(Parser *parser, const Atom *name, Label *label) {
  Declaration *place = label_place(parser, name);
  if (place->name == NULL) {
    parser->declaration_count++;
    *place = (Declaration){.name = name, .scope = parser->function->label_scope};
  }
  place->label = label;
}

void label_enter(Parser *parser, const Token *name) {
  char text[200];
  const Atom *atom = lexer_token_atom(&parser->lexer, name);
  atom_to_utf8(atom, text, sizeof text);
  if (parser_strict(parser) && is_strict_reserved(parser, atom))
    parser_error_token(parser, name, "Unexpected strict mode reserved word");
  if (find_label(parser, atom) != NULL)
    parser_error(parser, name->position, name->end_offset, "Label '%s' has already been declared", text);
  Label *label = arena_allocate(parser->arena, sizeof *label);
  label->outer = parser->function->labels;
  label->name = atom;
  label->target = arena_allocate(parser->arena, sizeof *label->target);
  parser->function->labels = label;
  set_label(parser, atom, label);
}

static bool is_loop(const Node *node) {
  if (node->type == NODE_LABELED) return node->labeled.is_loop;
  return node->type == NODE_WHILE || node->type == NODE_DO_WHILE || node->type == NODE_FOR ||
         node->type == NODE_FOR_IN || node->type == NODE_FOR_OF;
}

Node *label_leave(Parser *parser, const Token *name, Node *body) {
  Label *label = parser->function->labels;
  parser->function->labels = label->outer;
  set_label(parser, label->name, NULL);
  if (label->continued != NULL && !is_loop(body)) {
    char text[200];
    atom_to_utf8(label->name, text, sizeof text);
    parser_error(parser, label->continued->position, label->continued->end_offset,
                 "Illegal continue statement: '%s' does not denote an iteration statement", text);
  }
  Node *node = node_labeled(parser, name, label, body);
  node->labeled.is_loop = is_loop(body);
  return node;
}

JumpTarget *check_jump(Parser *parser, NodeType type, const Token *keyword, const Token *label) {
  FunctionState *function = parser->function;
  if (label == NULL) {
    if (type == NODE_CONTINUE && function->loops == 0)
      parser_error_token(parser, keyword, "Illegal continue statement: no surrounding iteration statement");
    if (type == NODE_BREAK && function->loops + function->switches == 0)
      parser_error_token(parser, keyword, "Illegal break statement");
    return NULL;
  }
  Label *target = find_label(parser, lexer_token_atom(&parser->lexer, label));
  if (target == NULL) {
    char text[200];
    atom_to_utf8(lexer_token_atom(&parser->lexer, label), text, sizeof text);
    parser_error(parser, label->position, label->end_offset, "Undefined label '%s'", text);
    return NULL;
  }
  if (type == NODE_CONTINUE && target->continued == NULL) target->continued = label;
  return target->target;
}

Node *embedded_let(Parser *parser, const Token *let) {
  parser_error_token(parser, let, "Lexical declaration cannot appear in a single-statement context");
  return node_token(parser, NODE_EMPTY, let);
}

Node *labelled_function(Parser *parser, Node *declaration) {
  if (parser_strict(parser)) misplaced_function(parser, declaration);
  return declare_function(parser, declaration);
}

// ------------------------------------------------------------------------------------------------------ functions

static FunctionState *push_function(Parser *parser, FunctionKind kind, Position position, uint32_t start_offset) {
  FunctionState *state = arena_allocate(parser->arena, sizeof *state);
  FunctionNode *node = arena_allocate(parser->arena, sizeof *node);
  node->kind = (uint8_t)kind;
  node->strict = parser->function != NULL && parser_strict(parser);
  node->has_simple_parameters = true;
  node->position = position;
  node->start_offset = start_offset;
  state->outer = parser->function;
  state->node = node;
  state->allows_return = state->allows_new_target = true;
  state->first_scope = parser->scope_count;
  parser->function = state;
  early_scope_enter(parser);
  return state;
}

static FunctionNode *pop_function(Parser *parser) {
  FunctionNode *node = parser->function->node;
  parser->scope_count = parser->function->first_scope;
  parser->function = parser->function->outer;
  return node;
}

void function_begin(Parser *parser, FunctionKind kind, const Token *at, Position start, Node *name) {
  FunctionState *state = push_function(parser, kind, at->position, start.offset);
  state->name = name;
  if (name != NULL) state->node->name = name->identifier.atom;
}

void method_begin(Parser *parser, FunctionKind kind, const Node *property, Position start) {
  push_function(parser, kind, property->position, start.offset);
}

static const Node *parameter_name(const Node *parameter) {
  if (parameter->type == NODE_ASSIGN_PATTERN) return parameter->assign.target;
  if (parameter->type == NODE_REST) return parameter->unary.operand;
  return parameter;
}

// As in V8.
enum { MOST_PARAMETERS = 65534 };

static void check_parameter_count(Parser *parser, const Node *last) {
  const FunctionNode *node = parser->function->node;
  if (node->parameters.count <= MOST_PARAMETERS) return;
  parser_error_node(parser, last,
                    node->kind == FUNCTION_ARROW ? "Malformed arrow function parameter list"
                                                 : "Too many parameters in function definition (only 65534 allowed)");
}

void function_add_parameter(Parser *parser, Node *parameter) {
  FunctionState *state = parser->function;
  list_add(parser, &state->node->parameters, parameter);
  check_parameter_count(parser, parameter);
  state->node->has_simple_parameters &= parameter->type == NODE_IDENTIFIER;
  const Node *name = parameter_name(parameter);
  if (name->type != NODE_IDENTIFIER) return;
  uint32_t scope = parser->scopes[state->first_scope];
  Declaration *place = lookup(parser, scope, name->identifier.atom);
  if (place->name == NULL) fill(parser, place, scope, name, DECLARED_VAR);
  else if (state->duplicate == NULL) state->duplicate = name;
}

bool in_dynamic_parameters(const Parser *parser) {
  const FunctionState *state = parser->function;
  return parser->parameters_end > 0 && !state->in_body && state->node->start_offset == 1;
}

// 20.2.1.1.1 step 15: the parameters of a dynamic function have to be so by themselves.
void check_parameters_end(Parser *parser, const Token *close) {
  if (!in_dynamic_parameters(parser) || close->position.offset == parser->parameters_end) return;
  bool early = close->position.offset < parser->parameters_end;
  parser_error_token(parser, close, early ? "Arg string terminates parameters early" : "Unexpected end of arg string");
}

void function_body_begin(Parser *parser) { parser->function->in_body = parser->function->in_prologue = true; }

static void note_directive(Parser *parser, const Node *statement) {
  FunctionState *state = parser->function;
  const Node *string = statement->type == NODE_EXPRESSION_STATEMENT ? statement->unary.operand : NULL;
  if (string == NULL || string->type != NODE_STRING || string->parenthesized) {
    state->in_prologue = false;
    return;
  }
  static const char directive[] = "use strict";
  size_t length = sizeof directive - 1;
  // The spelling counts: no escapes.
  if (string->end_offset - string->position.offset != length + 2 ||
      memcmp(parser->lexer.source + string->position.offset + 1, directive, length) != 0)
    return;
  if (!state->node->has_simple_parameters)
    parser_error_node(parser, string, "Illegal 'use strict' directive in function with non-simple parameter list");
  if (state->prologue_error != NULL) parser_lexical_error(parser, state->prologue_error);
  state->node->strict = true;
}

void function_append(Parser *parser, Node *statement) {
  check_no_pattern_left(parser, statement);
  list_add(parser, &parser->function->node->body, statement);
  if (parser->function->in_prologue) note_directive(parser, statement);
}

static void check_accessor(Parser *parser, const Token *open, const Token *close) {
  const FunctionNode *node = parser->function->node;
  const char *message = NULL;
  if (node->kind == FUNCTION_GETTER && node->parameters.count > 0) {
    message = "Getter must not have any formal parameters.";
  } else if (node->kind == FUNCTION_SETTER && node->parameters.count != 1) {
    message = "Setter must have exactly one formal parameter.";
  } else if (node->kind == FUNCTION_SETTER && node->parameters.items[0]->type == NODE_REST) {
    message = "Setter function argument must not be a rest parameter";
  }
  if (message != NULL) parser_error(parser, open->position, close->end_offset, "%s", message);
}

static void check_names(Parser *parser) {
  const FunctionState *state = parser->function;
  const FunctionNode *node = state->node;
  bool unique = node->strict || !node->has_simple_parameters || node->kind != FUNCTION_NORMAL;
  if (node->strict) {
    check_strict_binding(parser, state->name);
    for (uint32_t i = 0; i < node->parameters.count; i++)
      check_strict_binding(parser, parameter_name(node->parameters.items[i]));
  }
  if (unique && state->duplicate != NULL)
    parser_error_node(parser, state->duplicate, "Duplicate parameter name not allowed in this context");
}

FunctionNode *function_end(Parser *parser, const Token *open, const Token *close, const Token *end) {
  FunctionNode *node = parser->function->node;
  if (open != NULL) check_accessor(parser, open, close);
  check_names(parser);
  node->end_position = end->position;
  node->end_offset = end->end_offset;
  return pop_function(parser);
}

// ------------------------------------------------------------------------------------------------------ arrows

static void arrow_add_parameter(Parser *parser, Node *expression) {
  Node *name = expression;
  if (expression->type == NODE_ASSIGN && expression->assign.op == OP_NONE && !expression->parenthesized) {
    expression->type = NODE_ASSIGN_PATTERN;
    name = expression->assign.target;
  }
  if (name->parenthesized || (name->type != NODE_IDENTIFIER && name->type != NODE_ARRAY && name->type != NODE_OBJECT)) {
    parser_error_node(parser, expression, "Invalid destructuring assignment target");
  } else if (name->type != NODE_IDENTIFIER) {
    binding_pattern(parser, name);
  }
  function_add_parameter(parser, expression);
}

void arrow_begin_identifier(Parser *parser, const Token *parameter) {
  push_function(parser, FUNCTION_ARROW, parameter->position, parameter->position.offset);
  function_add_parameter(parser, binding_identifier(parser, parameter));
  function_body_begin(parser);
}

void arrow_begin_cover(Parser *parser, const Cover *cover) {
  push_function(parser, FUNCTION_ARROW, cover->open->position, cover->open->position.offset);
  Node *expression = cover->expression;
  if (expression != NULL && expression->type == NODE_SEQUENCE && !expression->parenthesized) {
    for (uint32_t i = 0; i < expression->list.count; i++) arrow_add_parameter(parser, expression->list.items[i]);
  } else if (expression != NULL) {
    arrow_add_parameter(parser, expression);
  }
  if (cover->rest != NULL) function_add_parameter(parser, cover->rest);
  function_body_begin(parser);
}

void rest_not_last(Parser *parser, const Node *rest) {
  parser_error_node(parser, rest, "Rest parameter must be last formal parameter");
}

Node *arrow_end_expression(Parser *parser, Node *expression) {
  Node *statement = node_new(parser, NODE_RETURN, expression->position, expression->end_offset);
  statement->unary.operand = expression;
  statement->height = expression->height;
  FunctionNode *node = parser->function->node;
  node->expression_body = true;
  list_add(parser, &node->body, statement);
  const Token end = {.position = expression->position, .end_offset = expression->end_offset};
  return node_function(parser, NODE_FUNCTION, function_end(parser, NULL, NULL, &end));
}

Node *arrow_end_body(Parser *parser, const Token *close) {
  return node_function(parser, NODE_FUNCTION, function_end(parser, NULL, NULL, close));
}

// ------------------------------------------------------------------------------------------------------ uses

// What an arrow function uses of this kind is its outer function's too.
#define NOTE_USE(parser, field)                                                              \
  for (FunctionState *state_ = (parser)->function; state_ != NULL; state_ = state_->outer) { \
    state_->node->field = true;                                                              \
    if (state_->node->kind != FUNCTION_ARROW) break;                                         \
  }

void note_this(Parser *parser) { NOTE_USE(parser, uses_this); }

void note_reference(Parser *parser, const Token *name) {
  const Atom *atom = lexer_token_atom(&parser->lexer, name);
  if (atom == parser->atom_arguments) NOTE_USE(parser, uses_arguments);
  if (parser_strict(parser) && is_strict_reserved(parser, atom)) {
    parser_error_token(
        parser, name,
        name->escaped ? "Keyword must not contain escaped characters" : "Unexpected strict mode reserved word");
  }
}

void note_call(Parser *parser, const Node *callee) {
  if (callee->type == NODE_IDENTIFIER && callee->identifier.atom == parser->atom_eval) NOTE_USE(parser, uses_eval);
}

// ------------------------------------------------------------------------------------------------------ programs

static const Atom *word(Parser *parser, const char *text) { return atom_latin1(parser->arena, text, strlen(text)); }

void early_start(Parser *parser, const ParseOptions *options) {
  static const char *const reserved[] = {"let",     "static",    "implements", "interface", "package",
                                         "private", "protected", "public",     "yield"};
  for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
    parser->strict_reserved[i] = word(parser, reserved[i]);
  parser->atom_eval = word(parser, "eval");
  parser->atom_arguments = word(parser, "arguments");
  parser->atom_let = word(parser, "let");
  parser->atom_async = word(parser, "async");
  parser->atom_await = word(parser, "await");
  parser->atom_proto = word(parser, "__proto__");
  parser->atom_target = word(parser, "target");

  FunctionState *program = push_function(parser, FUNCTION_NORMAL, (Position){1, 1, 0}, 0);
  program->allows_return = options->goal == PARSE_FUNCTION_BODY;
  program->allows_new_target = program->allows_return || options->allows_new_target;
  program->node->strict = options->strict;
  for (unsigned i = 0; i < options->parameter_count; i++) {
    Node *name = node_new(parser, NODE_IDENTIFIER, program->node->position, 0);
    name->identifier.atom = atom_utf8(parser->arena, options->parameter_names[i], strlen(options->parameter_names[i]));
    function_add_parameter(parser, name);
  }
  function_body_begin(parser);
}

FunctionNode *early_finish(Parser *parser, const Token *end) { return function_end(parser, NULL, NULL, end); }

void early_free(Parser *parser) {
  free(parser->scopes);
  free(parser->declarations);
  free(parser->pattern_only);
}
