// compiler/number.h - number arithmetic of the language, for constants.

#ifndef NODULE_COMPILER_NUMBER_H
#define NODULE_COMPILER_NUMBER_H

#include "parser/ast.h"

int32_t number_to_int32(double number);
// An integer of 32 bits, and not -0?
bool number_is_int32(double number, int32_t *integer);
// Arithmetic and bitwise operators; false: not one of them.
bool number_fold(Operator op, double left, double right, double *result);

#endif
