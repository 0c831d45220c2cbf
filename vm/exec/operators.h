// vm/exec/operators.h - parts of the operators and conversions that builtins share with the interpreter's slow paths;
// the rest of them stands in vm/convert.h.
#ifndef NODULE_VM_EXEC_OPERATORS_H
#define NODULE_VM_EXEC_OPERATORS_H

#include "vm/vm.h"

// OrdinaryHasInstance (ECMA-262 section 7.3.22): what Function.prototype[Symbol.hasInstance] does.
NODISCARD bool ordinary_has_instance(VM *vm, Handle constructor, Handle value, bool *out);

// A new String object around *string.
void string_object_new(VM *vm, Handle string, Handle prototype, Slot out);

bool is_white_space(uint16_t unit);  // WhiteSpace or LineTerminator
unsigned digit_of(uint16_t unit);    // 0 to 35; 36: neither digit nor letter
// Moves *start and *end past white space and line terminators.
void view_trim(const StringView *v, uint32_t *start, uint32_t *end);
// Digits of radix 2^bits_per_digit, all valid, correctly rounded.
double radix_digits_to_number(const StringView *v, uint32_t start, uint32_t end, unsigned bits_per_digit);

#endif
