// compiler/compile.h - from the syntax tree to bytecode.
// Apart from bytecode.h, so that the vm does not depend on the syntax tree.
#ifndef NODULE_COMPILER_COMPILE_H
#define NODULE_COMPILER_COMPILE_H

#include "compiler/bytecode.h"
#include "parser/ast.h"

typedef struct CompileError {
  Position position;
  char message[256];
} CompileError;

// A scope around the text of a direct eval: what the context that it runs in tells.
typedef struct OuterScope {
  struct OuterScope *outer;
  uint32_t count;
  const Atom **names;    // of the slots, in the arena of the text
  const uint8_t *types;  // VariableType
} OuterScope;

typedef enum EvalKind { EVAL_NONE, EVAL_INDIRECT, EVAL_DIRECT } EvalKind;

typedef struct CompileOptions {
  bool is_script;   // top-level var and function become properties of the global object, let and const script-scope
                    // bindings
  bool redeclares;  // a line of the interactive session: what earlier scripts declared may be declared again
  bool internal;    // part of nodule itself: not shown in stack traces and bytecode listings
  bool completion_value;  // the outermost function returns the value of its last expression statement (-p, REPL, eval)
  bool evaluated;         // a text of the running program, of eval or Function: its name tells where it was made
  uint8_t eval;           // EvalKind; is_script is set, too
  // EVAL_DIRECT: the scopes around, made in the arena.  NULL: there are none.
  OuterScope *(*outer_scopes)(Arena *arena, const void *data);
  const void *outer_data;
} CompileOptions;

// Compiles what parse() returned.  The result lives in `arena` (may be the AST's own) until it is packed.  NULL with
// *error when a limit is passed (65,535 registers, inline caches, ...).
CompiledFunction *compile(Arena *arena, FunctionNode *program, const CompileOptions *options, CompileError *error);

#endif
