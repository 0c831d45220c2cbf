// vm/convert.h - the abstract operations of ECMA-262 section 7.1 and 7.2.
#ifndef NODULE_VM_CONVERT_H
#define NODULE_VM_CONVERT_H

#include "vm/vm.h"

typedef enum Hint { HINT_DEFAULT, HINT_NUMBER, HINT_STRING } Hint;

NODISCARD bool to_primitive(VM *vm, Handle value, Hint hint, Slot out);
NODISCARD bool to_number(VM *vm, Handle value,
                         double *out);  // Symbol: TypeError "Cannot convert a Symbol value to a number"
NODISCARD bool to_numeric(VM *vm, Handle value, Slot out);
NODISCARD bool to_integer(VM *vm, Handle value, double *out);  // ToIntegerOrInfinity
NODISCARD bool to_int32(VM *vm, Handle value, int32_t *out);
NODISCARD bool to_uint32(VM *vm, Handle value, uint32_t *out);
NODISCARD bool to_length(VM *vm, Handle value, double *out);  // 0 .. 2^53 - 1
NODISCARD bool to_string(VM *vm, Handle value, Slot out);     // out: a string
NODISCARD bool to_object(VM *vm, Handle value,
                         Slot out);  // nullish: TypeError "Cannot convert undefined or null to object"
NODISCARD bool to_property_key(VM *vm, Handle value,
                               Slot out);  // an internalized string, a symbol, or an integer index as a number
bool to_boolean(Value value);

int32_t double_to_int32_slow(double d);
// Modulo 2^32.  What fits 64 bits, as nearly everything does, is cut by the processor.
static inline int32_t double_to_int32(double d) {
  if (d > -9.2e18 && d < 9.2e18) return (int32_t)(int64_t)d;
  return double_to_int32_slow(d);
}
static inline uint32_t double_to_uint32(double d) { return (uint32_t)double_to_int32(d); }
double string_to_number(VM *vm, Handle string);
void number_to_string(VM *vm, Value number, Slot out);  // cached for small integers

bool strict_equals(VM *vm, Handle a, Handle b);
bool same_value(VM *vm, Handle a, Handle b);
bool same_value_zero(VM *vm, Handle a, Handle b);
NODISCARD bool loosely_equals(VM *vm, Handle a, Handle b, bool *out);
// a < b with a evaluated first if left_first; *undefined is set when an operand is NaN.
NODISCARD bool less_than(VM *vm, Handle a, Handle b, bool left_first, bool *out, bool *undefined);
NODISCARD bool add_values(VM *vm, Handle a, Handle b, Slot out);
NODISCARD bool instance_of(VM *vm, Handle value, Handle target, bool *out);
Handle type_of(VM *vm, Value value);  // an internalized string

// A relative index clamped to 0..length (slice, splice, ...): `value` undefined gives `fallback`.
NODISCARD bool to_relative_index(VM *vm, Handle value, double length, double fallback, double *out);

#endif
