// compiler/scope.h - scopes, variables, and which identifier means which variable.
//
// analyze() walks the tree once.  Declarations of a block are entered when the block begins; each use of a name is kept
// with the innermost scope and looked up when that scope ends, by which time everything it declares is known.  What is
// not found moves on to the outer scope; what leaves the outermost one is a global.
//
// A direct eval may use every variable around it, and in sloppy functions make new ones.  So around one all variables
// are captured, and a function that has one keeps an object for those it makes: names that pass it are looked for
// there, as in the object of `with`.  The scopes around the text of an eval are made again from the contexts it runs
// in.
//
// A variable that only its own function uses lives in a register.  One that an inner function uses ("captured") lives
// in the context of its scope; a scope without captured variables has no context.  Where a function has more variables
// than MOST_REGISTERS, the others count as captured.  A scope with more captured variables than MOST_SLOTS has several
// contexts, each the parent of the next.

#ifndef NODULE_COMPILER_SCOPE_H
#define NODULE_COMPILER_SCOPE_H

#include "compiler/compile.h"

typedef enum ScopeKind {
  SCOPE_FUNCTION,  // parameters, var, and the lexical declarations of the body
  SCOPE_BODY,      // the latter two by themselves, where parameters have default values, which do not see them
  SCOPE_BLOCK,
  SCOPE_LOOP,  // let and const in the head of a loop
  SCOPE_SWITCH,
  SCOPE_CATCH,  // the catch parameter
  SCOPE_WITH,   // its only variable is the object, under a name that no program can spell
} ScopeKind;

typedef enum VariableType {
  VARIABLE_VAR,
  VARIABLE_LET,
  VARIABLE_CONST,
  VARIABLE_FUNCTION,
  VARIABLE_PARAMETER,
  VARIABLE_CATCH,
  VARIABLE_SELF,        // name of a function expression, inside it
  VARIABLE_THIS,        // `this` that arrow functions use
  VARIABLE_NEW_TARGET,  // likewise
  VARIABLE_ARGUMENTS,
  VARIABLE_WITH_OBJECT,
  VARIABLE_EVAL_OBJECT,  // holds the variables that sloppy direct evals make, or undefined; under a name no program can
                         // spell
  VARIABLE_DEFAULT_EVAL_OBJECT,  // the same of evals in default values: it is outside of the parameters, which they
                                 // cannot declare
  VARIABLE_EVAL,                 // one of them
} VariableType;

struct Variable {
  const Atom *name;
  Scope *scope;
  Variable *next;            // of its scope, in order of declaration
  Variable *next_in_bucket;  // of the scope's table
  Variable *parameter;       // var in SCOPE_BODY: begins with the value of this one; else NULL
  Variable *hoisted;         // function in a block, sloppy mode: the var that takes its value too
  uint8_t type;              // VariableType
  bool captured;             // lives in the context
  bool checked;              // some use may come before the initialization
  bool global;               // a property of the global object, or a script-scope binding
  bool may_hold_object;      // something other than a primitive value may be assigned to it
  bool used, assigned;       // by any function
  bool mapped;               // parameter: an element of the arguments object is the same variable (10.4.4)
  bool holds_declared;       // hoisted functions, and only references to this variable can reach them
  uint16_t reg;
  uint32_t slot;                  // counted through all contexts of the scope
  uint32_t first_use;             // holds_declared: source offset before which nothing can call them
  uint32_t initialized;           // source offset from which on it has a value
  uint32_t case_start, case_end;  // SCOPE_SWITCH: the case that holds the declaration
  uint32_t *writes;               // source offsets of assignments by its own function, ascending
  uint32_t write_count, write_capacity;
};

typedef struct Reference Reference;

// What a sloppy eval declares with var or function: a global, a variable of the function around it, or one to be made.
typedef struct EvalVariable {
  struct EvalVariable *next, *next_in_bucket;
  Variable *variable;
} EvalVariable;

// What analysis finds out about a function, beside its variables.
typedef struct FunctionInfo {
  FunctionNode *outer;  // NULL: the program
  uint32_t created;     // source offset from which on the closure can be called
  bool uses_this;       // by itself or through arrow functions
  bool uses_outer;      // variables in contexts of outer functions
  bool makes_functions;
  bool exposes_arguments;  // the arguments object is used for more than reading its elements
  bool keeps_arguments;    // ... for more than f.apply(x, arguments)
  uint16_t expected_properties;
  Scope *body;                                           // SCOPE_BODY; NULL: the body is in the scope of the function
  Variable *self, *this_value, *new_target, *arguments;  // NULL: not needed
  EvalVariable *eval_variables, *last_eval_variable;     // the program of a sloppy eval: what it declares outside
  EvalVariable **eval_buckets;                           // the same by name
  uint32_t eval_variable_count, eval_bucket_count;
} FunctionInfo;

struct Scope {
  Scope *outer;
  FunctionNode *function;
  uint8_t kind;           // ScopeKind
  bool closures_in_head;  // SCOPE_LOOP: the initialization of for (;;) makes closures
  bool has_eval;          // a direct eval in it, or in a scope inside
  uint32_t start;         // source offset
  Variable *variables, *last_variable;
  uint32_t variable_count;
  Variable **buckets;  // made when there are many
  uint32_t bucket_count;
  Reference *references, *last_reference;  // while open
  NodeList functions;                      // hoisted declarations (NODE_FUNCTION_DECLARATION)
  uint32_t slot_count, lexical_start;      // of the context; no context if slot_count is 0
  uint16_t context;                        // the register that holds it, the last one if there are several
  uint32_t inner_registers;  // that variables of the scopes inside, of the same function, have at most at the same time
  FunctionInfo *info;        // SCOPE_FUNCTION
  Variable *eval_object;     // where var belongs: VARIABLE_EVAL_OBJECT, NULL if no sloppy direct eval declares here
  Scope *head;               // SCOPE_LOOP of for-in and for-of: where the right side is evaluated; may be NULL
};

typedef struct AnalyzeResult {
  bool has_dynamic;     // `with` or a direct eval: some names must be looked for when the program runs
  const char *failure;  // NULL, or a limit that is passed, or a declaration that cannot be
} AnalyzeResult;

// `outer`: the scopes around the text of a direct eval, innermost first; else NULL.
AnalyzeResult analyze(Arena *arena, FunctionNode *program, const CompileOptions *options, Scope *outer);
// Those scopes, of one function that stands for all outside.
Scope *scopes_around_eval(Arena *arena, const OuterScope *outer);

// The size of a context has 16 bits, and so have its slots' numbers in instructions.
enum { MOST_SLOTS = 65000 };

static inline bool scope_has_context(const Scope *scope) { return scope->slot_count > 0; }
static inline uint32_t scope_context_count(const Scope *scope) {
  return (scope->slot_count + MOST_SLOTS - 1) / MOST_SLOTS;
}
// How many contexts the variable's one is above the last of its scope, and its slot there.
static inline uint32_t variable_level(const Variable *variable) {
  return scope_context_count(variable->scope) - 1 - variable->slot / MOST_SLOTS;
}
static inline uint32_t variable_slot(const Variable *variable) { return variable->slot % MOST_SLOTS; }
Variable *scope_find(const Scope *scope, const Atom *name);
Variable *eval_variable_find(const FunctionInfo *info, const Atom *name);

// A call f.apply(x, name).
bool is_apply(const Node *call);
// A call of `eval` by that name, in parentheses or not: if it is the intrinsic one, it sees the variables around.
bool is_direct_eval(const Node *call);

static inline bool variable_is_let_or_const(const Variable *variable) {
  return variable->type == VARIABLE_LET || variable->type == VARIABLE_CONST;
}

// The object in which names that pass this scope are looked for first; NULL: none.
static inline Variable *scope_object(const Scope *scope) {
  return scope->kind == SCOPE_WITH ? scope->variables : scope->eval_object;
}

// Must a use by `function` at source offset `offset` make sure that the variable is initialized?
bool variable_needs_check(const Variable *variable, const FunctionNode *function, uint32_t offset);
// Does its own function assign to it between these source offsets?
bool variable_written_between(const Variable *variable, uint32_t start, uint32_t end);

// Gives only primitive values (or throws)?
bool is_primitive_expression(const Node *node);

// ------------------------------------------------------------------------------------------------------ private

// For analyze.c.

struct Reference {
  Reference *next;
  Node *node;
  const Atom *name;
  const FunctionNode *function;  // that has the use
  bool is_write, writes_primitive;
  bool reads_element;  // `arguments[i]`, `arguments.length`
  bool is_applied;     // `f.apply(x, arguments)`
};

Scope *scope_new(Arena *arena, ScopeKind kind, Scope *outer, FunctionNode *function, uint32_t start);
Variable *scope_declare(Arena *arena, Scope *scope, const Atom *name, VariableType type);
void scope_add_reference(Scope *scope, Reference *reference);
void eval_variable_add(Arena *arena, FunctionInfo *info, Variable *variable);
void variable_add_write(Arena *arena, Variable *variable, uint32_t offset);

#endif
