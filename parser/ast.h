// parser/ast.h - the syntax tree: plain C data in an arena, no heap objects, no GC rules.
//
// The parser builds it, the compiler's scope analysis annotates it (fields under "filled by the compiler"), the code
// generator reads it.  Node names follow ESTree (the names Node's own tools use) where there is one.
#ifndef NODULE_PARSER_AST_H
#define NODULE_PARSER_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"  // Arena, Atom, Position

// ------------------------------------------------------------------------------------------------------ nodes

typedef enum NodeType {
#define NODE(NAME, role, member, text, generator, ...) NODE_##NAME,
#include "parser/nodes.def"
} NodeType;

enum {
  NODE_COUNT = 0
#define NODE(NAME, role, member, text, generator, ...) +1
#include "parser/nodes.def"
};

// Operators of NODE_UNARY, NODE_UPDATE, NODE_BINARY, NODE_LOGICAL, NODE_ASSIGN.
// clang-format off
typedef enum Operator {
  OP_NONE,  // plain =
  OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_MOD, OP_EXP,
  OP_BIT_AND, OP_BIT_OR, OP_BIT_XOR, OP_SHL, OP_SAR, OP_SHR,
  OP_EQ, OP_NE, OP_STRICT_EQ, OP_STRICT_NE, OP_LT, OP_LE, OP_GT, OP_GE, OP_IN, OP_INSTANCEOF,
  OP_AND, OP_OR, OP_NULLISH,
  OP_NEGATE, OP_PLUS, OP_NOT, OP_BIT_NOT, OP_TYPEOF, OP_VOID, OP_DELETE,
  OP_INCREMENT, OP_DECREMENT
} Operator;
// clang-format on

typedef struct Node Node;
typedef struct FunctionNode FunctionNode;
typedef struct Scope Scope;        // compiler/scope.h
typedef struct Variable Variable;  // compiler/scope.h

// What a label names; shared by the labelled statement and the jumps to it.
typedef struct JumpTarget {
  struct Control *control;  // filled by the compiler (compiler/codegen.h)
} JumpTarget;

typedef struct NodeList {
  Node **items;
  uint32_t count, capacity;
} NodeList;

typedef enum VariableKind { KIND_VAR, KIND_LET, KIND_CONST } VariableKind;
typedef enum PropertyKind {
  PROPERTY_INIT,
  PROPERTY_GET,
  PROPERTY_SET,
  PROPERTY_METHOD,
  PROPERTY_SHORTHAND
} PropertyKind;

// clang-format off
struct Node {
  uint8_t type;          // NodeType
  bool parenthesized;    // an expression written in parentheses (matters for assignment targets, arrow bodies, names)
  uint16_t height;       // of the tree below, at most 5,000.  It bounds any recursion over the tree that walks over
                         // chains (node_continues) in loops, for the links of a chain are of the same height
  Position position;     // the first character, of an expression in parentheses behind them; where an error or a stack
                         // frame points, unless name_position says more
  uint32_t end_offset;   // one past the last byte of the node in the source, with its closing parentheses
  Position name_position;  // what V8 points to.  NODE_MEMBER: the property name; NODE_INDEX: the `[`; NODE_CALL: the
                           // name just before the `(` (`a.b.c()`: c, `f()`: f), else the `(`; a tagged NODE_TEMPLATE:
                           // the template; NODE_BINARY, NODE_LOGICAL, NODE_ASSIGN, NODE_UPDATE: the operator;
                           // others: the same as position
  union {
    struct { const Atom *atom; Variable *variable; /* filled by the compiler */ } identifier;
    double number;
    const Atom *string;
    struct { const Atom **cooked; const Atom **raw; uint32_t quasi_count; NodeList expressions; Node *tag; } template_;
    struct { const Atom *pattern; const Atom *flags; } regexp;
    NodeList list;
    struct { uint8_t kind; /* PropertyKind */ bool computed; Node *key; Node *value; } property;
        // key: NODE_STRING (identifier names too), NODE_NUMBER, or any expression when computed
    FunctionNode *function;
    struct { uint8_t op; bool prefix; Node *operand; } unary;
    struct { uint8_t op; Node *left, *right; } binary;
    struct { uint8_t op; Node *target, *value; } assign;
    struct { Node *test, *then, *otherwise; } conditional;
    struct { Node *callee; NodeList arguments; bool optional, iterated; } call;
        // iterated: what it returns is walked by a spread in an array or a for-of
    struct { Node *object; const Atom *name; bool optional; } member;
    struct { Node *object; Node *index; bool optional; } index;
    struct { uint8_t kind; NodeList declarators; } variables;
    struct { Node *target, *init; } declarator;
    struct { NodeList statements; Scope *scope; } block;
    struct { Node *init, *test, *update, *body; Scope *scope; } for_;
    struct { Node *left, *right, *body; Scope *scope; } for_in;
    struct { Node *test, *body; } loop;
    struct { const Atom *label; JumpTarget *target; } jump;
    struct { Node *block, *parameter, *handler, *finalizer; Scope *scope; } try_;
    struct { Node *discriminant; NodeList cases; Scope *scope; } switch_;
    struct { Node *test; NodeList statements; } case_;
    struct { const Atom *label; Node *body; JumpTarget *target; bool is_loop; /* so is the statement */ } labeled;
    struct { Node *object, *body; Scope *scope; } with_;
  };
};
// clang-format on

// What nodes.def says of each type.
typedef enum ChildKind { CHILD_NONE, CHILD_NODE, CHILD_OPTIONAL, CHILD_LIST } ChildKind;
enum { MOST_CHILDREN = 4 };

typedef struct NodeInfo {
  const char *text;
  uint8_t size;
  struct {
    uint8_t kind;             // ChildKind
    uint8_t offset;           // in Node
  } children[MOST_CHILDREN];  // up to the first CHILD_NONE
} NodeInfo;

extern const NodeInfo node_infos[NODE_COUNT];

// Calls `visit` for each child in the order of nodes.def, with NULL for a hole or a missing child.
typedef void NodeVisitor(void *data, Node *child);
void node_children(const Node *node, NodeVisitor *visit, void *data);

// Chains of any length: a + b + c..., a || b && c..., a.b[c](d)`e`..., a ? b : c ? d : e..., if ... else if ..., a: b:
// c: ...
Node *node_link(const Node *node);                         // the part that a chain may go on with; NULL: there is none
bool node_is_access(const Node *node);                     // a member, an index, a call, a tagged template
bool node_continues(const Node *node, const Node *child);  // `child`, the link of `node`, is of its chain

typedef enum FunctionKind {
  FUNCTION_NORMAL,
  FUNCTION_ARROW,
  FUNCTION_METHOD,
  FUNCTION_GETTER,
  FUNCTION_SETTER
} FunctionKind;

struct FunctionNode {
  uint8_t kind;                // FunctionKind
  bool is_expression;          // a function expression (its name binds inside it)
  bool strict;                 // "use strict" here or outside
  bool has_simple_parameters;  // only identifiers
  bool expression_body;        // arrow with an expression: body holds one NODE_RETURN
  const Atom *name;      // NULL when anonymous (the compiler infers names: var f = function () {}), and for methods,
                         // getters and setters, which take it from the property's key
  const Atom *inferred;  // filled by the compiler (compiler/infer-names.c)
  NodeList parameters;   // NODE_IDENTIFIER, NODE_ASSIGN_PATTERN, NODE_REST
  NodeList body;         // statements
  Position position;     // of `function`, of the parameters of an arrow, of the name of a method
  uint32_t start_offset, end_offset;  // the source text, for toString
  Position end_position;  // of the closing brace; of an arrow's body when that is an expression; of the end of input
  bool uses_arguments, uses_this,
      uses_eval;  // seen by the parser directly in this function, or in an arrow function
                  // directly in it, which sets both; new.target counts as this; eval: a direct call
  Scope *scope;   // filled by the compiler
};

// ------------------------------------------------------------------------------------------------------ parsing

typedef enum ParseGoal {
  PARSE_SCRIPT,
  PARSE_FUNCTION_BODY,  // body of a CommonJS module or of `new Function`: `return` allowed, parameters given by name
} ParseGoal;

typedef struct ParseOptions {
  ParseGoal goal;
  bool strict;
  bool wtf8;                           // made from a string: surrogates by themselves are written as their three bytes
  bool allows_new_target;              // a direct eval inside a function
  const char *const *parameter_names;  // PARSE_FUNCTION_BODY; UTF-8
  unsigned parameter_count;
  bool machine_code;  // may be made while patterns are checked (regexp_check)
  uint32_t
      parameters_end;  // new Function: offset where the `)` of the parameters of the one function has to be; else 0
} ParseOptions;

typedef struct ParseError {
  Position position;     // start of the offending token
  uint32_t end_offset;   // its end, for the line of carets
  char message[512];     // "Unexpected token '}'", without the "SyntaxError: "; UTF-8
  bool at_end_of_input;  // the input is unfinished rather than wrong (the REPL asks)
  bool too_deep;         // nested beyond the parser's limit: a RangeError, not a SyntaxError
} ParseError;

// Parses UTF-8 `source` (a BOM and a `#!` line are skipped; broken UTF-8 reads as U+FFFD).  Returns the outermost
// function (kind FUNCTION_NORMAL, no name), or NULL with *error filled in.
FunctionNode *parse(Arena *arena, const char *source, size_t length, const ParseOptions *options, ParseError *error);

// Reads a text that grows, every token of it once, to say whether it is a program so far.  Early errors that show at
// its end only are not found: that is for parse().
typedef enum PartialAnswer {
  PARTIAL_UNFINISHED,  // more must come
  PARTIAL_MAY_BE_WHOLE,
  PARTIAL_WRONG,  // no text that begins so is a program
} PartialAnswer;

typedef struct PartialParse PartialParse;

PartialParse *partial_parse_create(const ParseOptions *options);
// `source` begins with what was given before, is made of whole lines, ends with a NUL and stays until the next call.
// `in_parentheses`: a program once a `)` has been added?
PartialAnswer partial_parse(PartialParse *partial, const char *source, size_t length, bool in_parentheses);
void partial_parse_destroy(PartialParse *partial);

#endif
