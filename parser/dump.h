// parser/dump.h - prints a syntax tree as S-expressions, for tests and for people.

#ifndef NODULE_PARSER_DUMP_H
#define NODULE_PARSER_DUMP_H

#include <stdio.h>

#include "parser/ast.h"

// The statements of a function, separated by spaces.
void dump_body(FILE *file, const FunctionNode *function);

#endif
