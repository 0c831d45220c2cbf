// compiler/codegen.h - private to compiler/: the state of code generation, and what its parts offer each other.
//
//   codegen-function.c    compile(), functions, entering and leaving scopes
//   codegen-variable.c    reading, writing and initializing variables; `with`
//   codegen-expr.c        expressions: dispatch, operators
//   codegen-condition.c   expressions that only decide a jump
//   codegen-assign.c      =, compound assignment, ++, --
//   codegen-call.c        calls, property access, optional chains, delete
//   literal.c             arrays, objects, templates, regular expressions, functions
//   codegen-stmt.c        statements
//   codegen-loop.c        loops, switch, labels and the jumps out of them
//   codegen-try.c         try, and what a jump has to do on its way out
//   call-text.c           how a callee reads in an error message
//
// Registers are a stack: locals of the scopes around, then temporaries.  An expression leaves nothing on it but its
// result.  Locals are made only between statements, so no temporary is ever below a local; and a call takes its callee
// and arguments from the top, so everything alive is below the frame it begins.

#ifndef NODULE_COMPILER_CODEGEN_H
#define NODULE_COMPILER_CODEGEN_H

#include "compiler/emit.h"
#include "compiler/scope.h"

#define NOINLINE __attribute__((noinline))  // keeps the frames of recursive functions small

enum {
  NO_RESULT = 0xFFFE,  // as a wanted register: the value is not needed.  NO_REGISTER: any register will do
  REGISTER_LIMIT = 65000,
  HIGH_REGISTER = 50000,  // from here on literals and calls do with few temporaries
  MOST_IN_A_ROW = 1000,   // arguments of a call in registers; more go by an array
  THIS_REGISTER = 1,
  FIRST_PARAMETER = 2,
};

// A jump that runs a finally block on its way.
typedef struct Exit {
  struct Exit *next;
  uint8_t type;  // ExitType
  int16_t code;  // the value of the completion register that asks for it
  struct Control *target;
} Exit;

typedef enum ExitType { EXIT_BREAK, EXIT_CONTINUE, EXIT_RETURN } ExitType;

typedef enum ControlKind { CONTROL_LOOP, CONTROL_SWITCH, CONTROL_LABELED, CONTROL_TRY, CONTROL_FINALLY } ControlKind;

// A statement around the current one that jumps lead out of.
typedef struct Control {
  struct Control *outer;
  uint8_t kind;  // ControlKind
  Label break_label, continue_label;
  Reg iterator;   // LOOP over an iterator: to be closed when the loop is left early
  Label handler;  // where exceptions go; NO_LABEL: no region of its own
  Reg exception;  // the register that receives the exception
  uint32_t region_start;
  Label finally_label;  // FINALLY
  Reg completion;       // FINALLY: 0 normal, 1 throw, otherwise the code of an Exit
  Exit *exits, *last_exit;
} Control;

typedef struct Pending {
  struct Pending *next;
  FunctionNode *node;
  CompiledFunction *function;
} Pending;

// What the right side of a link of a && b || c... does, where it only decides a jump.
typedef struct LogicalLink {
  Node *right;
  bool sense;          // of the truth that jumps
  Label target, skip;  // skip: where the left side goes if it decides alone, behind the right side; or NO_LABEL
} LogicalLink;

typedef struct Codegen {
  Emitter e;
  Arena *arena;
  const CompileOptions *options;
  bool has_dynamic;  // `with`, or variables that evals make
  FunctionNode *function;
  CompiledFunction *out;
  Scope *scope;                              // innermost
  uint32_t top, locals_top, register_count;  // first free register; first that no local has; most ever used
  Variable **register_variables;             // the variable that each local register holds
  const Atom **register_names;
  uint32_t *local_starts;  // for each local the instruction that it holds something from on; NO_LABEL: not yet
  uint32_t register_capacity;
  Reg closure;                // holds the context of the callee; NO_REGISTER: not needed
  Reg completion;             // receives the values of expression statements; NO_REGISTER: not wanted
  Control *control;           // innermost
  Node *labeled;              // the labels of the loop that is about to be generated: NODE_LABELED, or NULL
  uint32_t parameters_ready;  // parameters that have their values; UINT32_MAX: all
  Label chain_end;            // where an optional chain goes when it meets undefined or null
  Pending *pending, *last_pending;
  const Node *first_read;  // the identifier that the statement under way reads before all else; see statement_begins
  Position first_position;
  Node **spine;  // stack of the links of chains
  size_t spine_count, spine_capacity;
  LogicalLink *links;  // the same of those that decide jumps
  size_t link_count, link_capacity;
  const Node *ready;  // part of a chain of accesses that has been generated (chain_prepare); its value is in
  Reg ready_register;
  const Atom *atom_undefined, *atom_nan, *atom_infinity, *atom_length, *atom_proto, *atom_empty;
} Codegen;

// ------------------------------------------------------------------------------------------------------ registers

Reg temp(Codegen *c);
// Locals are roots from their beginning until their scope is left: local_reserve() makes one that begins later, when
// something is put into it.
Reg local(Codegen *c, Variable *variable);  // variable may be NULL
Reg local_reserve(Codegen *c, Variable *variable);
void local_begin(Codegen *c, Reg reg);
void locals_leave(Codegen *c, uint32_t mark);  // frees the registers from `mark` on
static inline bool is_local(const Codegen *c, Reg reg) { return reg < c->locals_top; }
static inline bool is_wanted(Reg want) { return want < NO_RESULT; }
static inline Reg destination(Codegen *c, Reg want) { return is_wanted(want) ? want : temp(c); }
// A destination that may be written before the expression is complete: no variable.
static inline Reg early_destination(Codegen *c, Reg want) {
  return is_wanted(want) && !is_local(c, want) ? want : temp(c);
}
void move(Codegen *c, Reg to, Reg from);

// ------------------------------------------------------------------------------------------------------ functions

Label label_next(Codegen *c);
// Puts a function on the list of those to be compiled; the index of its constant.
Reg function_literal(Codegen *c, Node *node, Reg want, const Atom *name);  // name: what to call an anonymous one
void scope_enter(Codegen *c, Scope *scope);                                // scope may be NULL: nothing
void scope_leave(Codegen *c, Scope *scope);
bool arguments_only_applied(const Codegen *c);  // f.apply(x, arguments), and nothing else of the arguments object
Reg current_context(const Codegen *c);          // NO_REGISTER: none
Reg new_context(Codegen *c, Scope *scope, Reg reg);

// ------------------------------------------------------------------------------------------------------ variables

Reg variable_read(Codegen *c, Node *node, Reg want);
Reg variable_read_or_undefined(Codegen *c, Node *node, Reg want);  // for typeof
void variable_write(Codegen *c, Node *node, Reg value, Position position);
void variable_rewrite(Codegen *c, Node *node, Reg value, Position position);  // after a read; not inside `with`
// The register that plain assignment may write directly; NO_REGISTER if it takes more.
Reg variable_register(Codegen *c, Node *node);
void variable_initialize(Codegen *c, Variable *variable, Reg value);
void variable_copy(Codegen *c, Variable *to, const Variable *from);  // both of this function
void variable_store(Codegen *c, Variable *variable, Reg value);      // without any checks
void context_of_variable(Codegen *c, const Variable *variable, Reg *context, uint32_t *level);
bool is_undefined_constant(const Codegen *c, const Node *node);

// An identifier in a `with` body, or one that evals may declare: a register with the object that has it as a property,
// or undefined.
bool is_dynamic(const Codegen *c, const Node *identifier);
Reg with_resolve(Codegen *c, Node *identifier);
// The same, in R[this + 1]; and in R[this] what a call of the property has as `this`.
Reg with_resolve_callee(Codegen *c, Node *identifier, Reg this_register);
Reg with_read(Codegen *c, Node *identifier, Reg object, Reg want);
void with_write(Codegen *c, Node *identifier, Reg object, Reg value, Position position);
Reg static_read(Codegen *c, Node *identifier, Reg want);  // as if there were no `with`

// ------------------------------------------------------------------------------------------------------ expressions

// The value in `want`, or in any register (a variable's own, or a new temporary), which is returned.
Reg expression(Codegen *c, Node *node, Reg want);
Reg expression_named(Codegen *c, Node *node, Reg want, const Atom *name);
static inline Reg expression_any(Codegen *c, Node *node) { return expression(c, node, NO_REGISTER); }
static inline void expression_to(Codegen *c, Node *node, Reg to) { expression(c, node, to); }
void expression_effect(Codegen *c, Node *node);
// A value that still holds when the code up to source offset `until` has been evaluated.
Reg operand(Codegen *c, Node *node, uint32_t until);
Reg protect(Codegen *c, Reg reg, uint32_t from, uint32_t until);

void push_spine(Codegen *c, Node *node);
void emit_binary(Codegen *c, uint8_t op, Reg to, Reg left, Reg right);
bool emit_binary_constant(Codegen *c, uint8_t op, Reg to, Reg left, const Node *right);
bool is_small_integer(const Node *node, int16_t *value);
void load_number(Codegen *c, Reg to, double number);
void load_string(Codegen *c, Reg to, const Atom *string);

void condition(Codegen *c, Node *node, bool sense, Label target);  // jumps to target if the truth of node is `sense`

Reg assign_expression(Codegen *c, Node *node, Reg want);
Reg update_expression(Codegen *c, Node *node, Reg want);

Reg new_expression(Codegen *c, Node *node, Reg want);
Reg access_expression(Codegen *c, Node *node, Reg want);  // what node_is_access() tells
Reg delete_expression(Codegen *c, Node *node, Reg want);
void get_named(Codegen *c, Reg to, Reg object, const Atom *name);
const Atom *index_name(const Node *index);  // obj["name"]: the name, NULL if it is no constant name

Reg array_literal(Codegen *c, Node *node, Reg want);
Reg spread_arguments(Codegen *c, const NodeList *arguments, Reg to);  // an array of them, in no variable
void push_elements(Codegen *c, const NodeList *items, uint32_t from, Reg array, bool arguments);
static inline bool fit_in_registers(const Codegen *c, uint32_t count) {
  return count <= MOST_IN_A_ROW && c->top + count <= HIGH_REGISTER;
}
Reg object_literal(Codegen *c, Node *node, Reg want);
Reg template_literal(Codegen *c, Node *node, Reg want);
Reg regexp_literal(Codegen *c, Node *node, Reg want);
uint32_t template_constant(Codegen *c, const Node *node);

const Atom *call_text(Codegen *c, const Node *callee);
const Atom *callee_text(Codegen *c, const Node *call);        // of a call or `new`
const Atom *iterated_text(Codegen *c, const Node *iterable);  // of what for-of and spreads in arrays walk
const Atom *spread_text(Codegen *c, const Node *iterable);    // of a spread that ends an argument list

// ------------------------------------------------------------------------------------------------------ statements

void statement(Codegen *c, Node *node);
void statement_list(Codegen *c, const NodeList *list);
void completion_undefined(Codegen *c);

void while_loop(Codegen *c, Node *node);
void do_while_loop(Codegen *c, Node *node);
void for_loop(Codegen *c, Node *node);
void for_in_loop(Codegen *c, Node *node);
void for_of_loop(Codegen *c, Node *node);
void switch_statement(Codegen *c, Node *node);
void labeled_statement(Codegen *c, Node *node);
void jump_statement(Codegen *c, Node *node);
void return_statement(Codegen *c, Node *node);
void try_statement(Codegen *c, Node *node);

Control *control_push(Codegen *c, ControlKind kind);
void control_pop(Codegen *c);
void region_begin(Codegen *c, Control *control, Reg exception);
void region_end(Codegen *c, Control *control);
// Leaves everything up to `target` (NULL: the function, with R[value]) and jumps.
void leave(Codegen *c, ExitType type, Control *target, Reg value);

#endif
