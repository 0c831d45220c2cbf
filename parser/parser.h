// parser/parser.h - private to parser/: the parser's state, and what the grammar's actions call.
//
//   parser.c   the driver: feeds tokens to the automaton, inserts semicolons, words the errors
//   grammar.y  the grammar; each action builds one node
//   ast.c      node constructors (node_...)
//   early.c    early errors that need memory: scopes, labels, functions, strict mode
//
// An error is recorded in the Parser and everything goes on with a well-formed tree; the driver stops at the next
// token.

#ifndef NODULE_PARSER_PARSER_H
#define NODULE_PARSER_PARSER_H

#include "lexer/lexer.h"
#include "parser/ast.h"

// ------------------------------------------------------------------------------------------------------ state

// A label around the statement being parsed.
typedef struct Label {
  struct Label *outer;
  const Atom *name;
  const Token *continued;  // a label of a `continue` that means this one: then it must be a loop's
  JumpTarget *target;
} Label;

typedef struct FunctionState {
  struct FunctionState *outer;
  FunctionNode *node;
  const Node *name;       // the binding, to be checked once strictness is known
  const Node *duplicate;  // a parameter whose name an earlier one has
  bool allows_return, allows_new_target;
  bool in_body;
  bool in_prologue;                    // only directives so far
  const LexicalError *prologue_error;  // what strict mode has against an earlier directive
  uint32_t loops, switches;            // around the current statement
  Label *labels;
  uint32_t label_scope;  // number under which Parser.declarations has its labels; 0: none yet
  uint32_t first_scope;  // index of its outermost scope
} FunctionState;

// A literal that is an error unless it turns out to be a pattern: `{a = 1}`, or `__proto__` twice.
typedef struct PatternOnly {
  Position position;
  uint32_t end_offset;
  const char *message;
} PatternOnly;

// `( ... )`: a parenthesized expression, or the parameters of an arrow function.
typedef struct Cover {
  Node *expression;  // NULL: none
  Node *rest;        // NODE_REST or NULL
  const Token *open, *close;
  const Token *excess;  // what only parameters may have: `...`, a last comma, `)` of `()`; else NULL
} Cover;

typedef struct Arguments {
  const Token *open;
  NodeList items;
  uint32_t end_offset;
} Arguments;

// An untagged template must have no invalid escape; what is wrong is kept until it is known whether there is a tag.
typedef struct TemplateProblem {
  struct TemplateProblem *next;
  const Node *template_;
  const LexicalError *error;
} TemplateProblem;

typedef struct Parser {
  Arena *arena;
  Lexer lexer;
  ParseError *error;
  bool failed;
  bool machine_code;        // of ParseOptions
  uint32_t parameters_end;  // of ParseOptions

  const Token *previous;      // the last token pushed
  bool previous_is_property;  // it is a name behind a dot
  Token *ahead;               // one token read in advance, or NULL
  bool saw_async_call;        // `async (...)` went by: a later `=>` may belong to it

  FunctionState *function;

  // Scopes around the current statement, by number, innermost last; and what each declares: a hash table by (scope,
  // name) that keeps the entries of scopes that have ended.
  uint32_t *scopes;
  uint32_t scope_count, scope_capacity, next_scope;
  struct Declaration *declarations;
  uint32_t declaration_count, declaration_capacity;

  PatternOnly *pattern_only;
  uint32_t pattern_only_count, pattern_only_capacity;
  TemplateProblem *template_problems;

  const Atom *atom_eval, *atom_arguments, *atom_let, *atom_async, *atom_await, *atom_proto, *atom_target;
  const Atom *strict_reserved[9];
} Parser;

void parser_error(Parser *parser, Position position, uint32_t end_offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void parser_error_token(Parser *parser, const Token *token, const char *message);
void parser_error_node(Parser *parser, const Node *node, const char *message);
void parser_lexical_error(Parser *parser, const LexicalError *error);
void parser_unexpected(Parser *parser, const Token *token);
void parser_too_deep(Parser *parser);
bool parser_strict(const Parser *parser);

// ------------------------------------------------------------------------------------------------------ nodes

NodeList *list_new(Parser *parser);
NodeList *list_of(Parser *parser, Node *first);
void list_add(Parser *parser, NodeList *list, Node *item);

Node *node_new(Parser *parser, NodeType type, Position start, uint32_t end_offset);
Node *node_token(Parser *parser, NodeType type, const Token *token);  // null, true, this, ...
Node *node_reference(Parser *parser, const Token *identifier);
Node *node_number(Parser *parser, const Token *token);
Node *node_string(Parser *parser, const Token *token);
Node *node_name(Parser *parser, const Token *word);  // NODE_STRING
Node *node_regexp(Parser *parser, const Token *token);
Node *node_template(Parser *parser, const Token *first);
Node *template_add(Parser *parser, Node *template_, Node *expression, const Token *quasi);
Node *node_template_untagged(Parser *parser, Node *template_);
Node *node_template_tagged(Parser *parser, Node *tag, Node *template_);
Node *template_in_chain(Parser *parser, Node *base, Node *template_);
Node *node_list(Parser *parser, NodeType type, const Token *open, NodeList items, const Token *close);
Node *node_object(Parser *parser, const Token *open, NodeList properties, const Token *close);
Node *node_property(Parser *parser, Node *key, Position start);
Node *property_value(Parser *parser, Node *property, PropertyKind kind, Node *value);
Node *property_function(Parser *parser, PropertyKind kind, Node *property, FunctionNode *function);
Node *node_shorthand(Parser *parser, const Token *name, const Token *equals, Node *initial);
// A node whose children are nodes, none of them lists, in the order of nodes.def.
Node *node_make(Parser *parser, NodeType type, const Token *first, uint32_t end_offset, Node *const *children);
#define NODE_OF(type, first, end_offset, ...) node_make(parser, type, first, end_offset, (Node *const[]){__VA_ARGS__})
Node *node_wrap(Parser *parser, NodeType type, const Token *keyword, Node *operand, uint32_t end_offset);
Node *node_rest(Parser *parser, const Token *dots, Node *target);
Node *node_default(Parser *parser, Node *target, const Token *equals, Node *value);
Node *node_unary(Parser *parser, Operator op, const Token *token, Node *operand);
Node *node_update(Parser *parser, Operator op, const Token *token, Node *operand, bool prefix);
Node *node_binary(Parser *parser, Operator op, Node *left, const Token *token, Node *right);
Node *node_logical(Parser *parser, Operator op, Node *left, const Token *token, Node *right);
Node *node_assign(Parser *parser, Operator op, Node *target, const Token *token, Node *value);
Operator compound_operator(TokenType type);  // of += and its like
Node *node_conditional(Parser *parser, Node *test, Node *then, Node *otherwise);
Node *node_sequence(Parser *parser, Node *left, Node *right);
Node *node_member(Parser *parser, Node *object, const Token *name, bool optional);
Node *node_index(Parser *parser, Node *object, const Token *open, Node *index, const Token *close, bool optional);
Node *node_call(Parser *parser, Node *callee, const Arguments *arguments, bool optional);
void make_invalid_target(Parser *parser, Node *call, const char *message);
Node *node_new_expression(Parser *parser, const Token *keyword, Node *callee, const Arguments *arguments);
Node *node_new_target(Parser *parser, const Token *keyword, const Token *name);
Node *node_parenthesized(Parser *parser, const Cover *cover);

NodeList *statement_add(Parser *parser, NodeList *list, Node *statement);
Node *node_expression_statement(Parser *parser, Node *expression, uint32_t end_offset);
void misplaced_function(Parser *parser, const Node *declaration);
Node *node_if(Parser *parser, const Token *keyword, Node *test, Node *then, Node *otherwise);
Node *node_for(Parser *parser, const Token *keyword, Node *init, Node *test, Node *update, Node *body);
void for_in_left(Parser *parser, NodeType type, Node *left);  // checks it
Node *node_for_in(Parser *parser, NodeType type, const Token *keyword, Node *left, Node *right, Node *body);
Node *node_jump(Parser *parser, NodeType type, const Token *keyword, const Token *label, uint32_t end_offset);
Node *node_return(Parser *parser, const Token *keyword, Node *value, uint32_t end_offset);
Node *throw_newline(Parser *parser, const Token *keyword);
Node *node_try(Parser *parser, const Token *keyword, Node *block, Node *catch_, Node *finalizer);
Node *node_catch(Parser *parser, const Token *keyword, Node *parameter, Node *handler);
Node *node_switch(Parser *parser, const Token *keyword, Node *discriminant, NodeList cases, const Token *close);
Node *node_case(Parser *parser, const Token *keyword, Node *test, NodeList statements, const Token *colon);
NodeList *case_add(Parser *parser, NodeList *cases, Node *case_);
Node *node_labeled(Parser *parser, const Token *token, const Label *label, Node *body);
Node *node_with(Parser *parser, const Token *keyword, Node *object, Node *body);
Node *node_variables(Parser *parser, VariableKind kind, const Token *keyword);
Node *variables_add(Parser *parser, Node *variables, Node *declarator);
Node *node_declarator(Parser *parser, Node *target, Node *init);
Node *variables_finish(Parser *parser, Node *variables, uint32_t end_offset);  // as a statement or the head of for (;;)
Node *node_function(Parser *parser, NodeType type, FunctionNode *function);
Node *node_function_expression(Parser *parser, FunctionNode *function);

// ------------------------------------------------------------------------------------------------------ early errors

void early_start(Parser *parser, const ParseOptions *options);
FunctionNode *early_finish(Parser *parser, const Token *end);  // the whole program
void early_free(Parser *parser);

bool is_strict_reserved(const Parser *parser, const Atom *name);
bool is_optional_chain(const Node *node);
// What is written: by =, which takes patterns; by += or ++; by &&=, which takes no calls.
typedef enum TargetUse { TARGET_PLAIN, TARGET_COMPOUND, TARGET_LOGICAL } TargetUse;
void check_target(Parser *parser, Node *target, TargetUse use, const char *message);
void pattern_only(Parser *parser, Position position, uint32_t end_offset, const char *message);
void check_no_pattern_left(Parser *parser, const Node *statement);
Node *binding_identifier(Parser *parser, const Token *name);  // a NODE_IDENTIFIER that declares
Node *binding_pattern(Parser *parser, Node *literal);
Node *unsupported(Parser *parser, const Token *token, const char *message);

void early_scope_enter(Parser *parser);
void early_scope_leave(Parser *parser);
void declare(Parser *parser, VariableKind kind, const Node *name);
Node *declare_function(Parser *parser, Node *declaration);
void declare_catch_parameter(Parser *parser, const Node *name);

void loop_enter(Parser *parser);
void loop_leave(Parser *parser);
Node *checked_loop(Parser *parser, Node *body);
void switch_enter(Parser *parser);
void switch_leave(Parser *parser);
void label_enter(Parser *parser, const Token *name);
Node *label_leave(Parser *parser, const Token *name, Node *body);
JumpTarget *check_jump(Parser *parser, NodeType type, const Token *keyword, const Token *label);  // NULL: no label
Node *embedded_let(Parser *parser, const Token *let);
Node *labelled_function(Parser *parser, Node *declaration);
Node *node_embedded_function(Parser *parser, Node *declaration);

void function_begin(Parser *parser, FunctionKind kind, const Token *at, Position start, Node *name);
void method_begin(Parser *parser, FunctionKind kind, const Node *property, Position start);
void function_add_parameter(Parser *parser, Node *parameter);
bool in_dynamic_parameters(const Parser *parser);  // of new Function
void check_parameters_end(Parser *parser, const Token *close);
void function_body_begin(Parser *parser);
void function_append(Parser *parser, Node *statement);
// `open` and `close` are the parameters' parentheses, NULL for arrow functions; `end` is the body's last token.
FunctionNode *function_end(Parser *parser, const Token *open, const Token *close, const Token *end);
void arrow_begin_identifier(Parser *parser, const Token *parameter);
void arrow_begin_cover(Parser *parser, const Cover *cover);
void rest_not_last(Parser *parser, const Node *rest);
Node *arrow_end_expression(Parser *parser, Node *expression);
Node *arrow_end_body(Parser *parser, const Token *close);

void note_this(Parser *parser);
void note_reference(Parser *parser, const Token *name);
void note_call(Parser *parser, const Node *callee);  // eval?

#endif
