// compiler/number.c - see number.h.

#include "compiler/number.h"

#include <math.h>

int32_t number_to_int32(double number) {
  if (!isfinite(number)) return 0;
  double modulo = fmod(trunc(number), 4294967296.0);
  if (modulo < 0) modulo += 4294967296.0;
  return (int32_t)(uint32_t)modulo;
}

bool number_is_int32(double number, int32_t *integer) {
  if (!(number >= INT32_MIN && number <= INT32_MAX)) return false;
  int32_t i = (int32_t)number;
  if (i != number || (i == 0 && signbit(number))) return false;
  *integer = i;
  return true;
}

bool number_fold(Operator op, double left, double right, double *result) {
  uint32_t bits = (uint32_t)number_to_int32(left), other = (uint32_t)number_to_int32(right);
  uint32_t shift = other & 31;
  switch (op) {
  case OP_ADD: *result = left + right; return true;
  case OP_SUB: *result = left - right; return true;
  case OP_MUL: *result = left * right; return true;
  case OP_DIV: *result = left / right; return true;
  case OP_MOD: *result = fmod(left, right); return true;
  case OP_BIT_AND: *result = (int32_t)(bits & other); return true;
  case OP_BIT_OR: *result = (int32_t)(bits | other); return true;
  case OP_BIT_XOR: *result = (int32_t)(bits ^ other); return true;
  case OP_SHL: *result = (int32_t)(bits << shift); return true;
  case OP_SAR: *result = (int32_t)bits >> shift; return true;
  case OP_SHR: *result = bits >> shift; return true;
  default: return false;
  }
}
