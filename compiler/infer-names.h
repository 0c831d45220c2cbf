// compiler/infer-names.h - what stacks call an anonymous function: the place that it is stored in.
#ifndef NODULE_COMPILER_INFER_NAMES_H
#define NODULE_COMPILER_INFER_NAMES_H

#include "parser/ast.h"

// Of the functions in `value`, which is assigned to `target` in the function `around`.
void infer_names(Arena *arena, const FunctionNode *around, const Node *target, Node *value);

#endif
