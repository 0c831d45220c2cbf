// vm/exec/slow-paths.h - what the interpreter's opcodes do when their inline part does not apply.
//
// Arguments may be registers and `out` may be one of them: each function reads its arguments before it writes `out`.
#ifndef NODULE_VM_EXEC_SLOW_PATHS_H
#define NODULE_VM_EXEC_SLOW_PATHS_H

#include "vm/vm.h"

NODISCARD bool binary_slow(VM *vm, Opcode op, Handle a, Handle b, Slot out);    // Sub ... Shr, Exp
NODISCARD bool compare_slow(VM *vm, Opcode op, Handle a, Handle b, bool *out);  // Lt, Le, Gt, Ge
bool strings_equal_rooted(VM *vm, Value a, Value b);
NODISCARD bool loosely_equals_rooted(VM *vm, Value a, Value b, bool *out);
double number_remainder(double a, double b);

NODISCARD bool get_keyed(VM *vm, Handle object, Slot key, Slot out);  // *key may be replaced by an equal string
NODISCARD bool set_keyed(VM *vm, Code *code, Handle object, Slot key, Handle value);  // likewise
NODISCARD bool delete_keyed(VM *vm, Code *code, Handle object, Handle key, Slot out);
NODISCARD bool in_operator(VM *vm, Handle key, Handle object, bool *out);
NODISCARD bool check_binding(VM *vm, Handle object, Handle name);
NODISCARD bool with_has(VM *vm, Handle object, Handle name, bool *out);
NODISCARD bool to_object_register(VM *vm, Handle value, Slot out);
NODISCARD bool to_property_key_register(VM *vm, Handle value, Slot out);
NODISCARD bool to_string_register(VM *vm, Handle value, Slot out);
NODISCARD bool concat_strings(VM *vm, Handle values, uint32_t count, Slot out);
NODISCARD bool set_function_name(VM *vm, Handle function, Handle key, unsigned prefix);
void throw_error_constant(VM *vm, unsigned type, Handle message);
NODISCARD bool vm_handle_interrupt(VM *vm);

// Script-level declarations.
NODISCARD bool check_global_name(VM *vm, Handle name, unsigned kind);  // kind: GLOBAL_VAR, ...
NODISCARD bool declare_global_var(VM *vm, Handle name);
NODISCARD bool declare_global_function(VM *vm, Handle name, Handle function);
NODISCARD bool declare_eval_variable(VM *vm, Handle context, uint32_t slot, Handle name);
NODISCARD bool declare_global_lexical(VM *vm, Handle name, bool is_const);
NODISCARD bool init_global_lexical(VM *vm, Handle name, Handle value);
NODISCARD bool delete_global(VM *vm, Handle name, Slot out);

const Handler *frame_find_handler(VM *vm, const Frame *frame);

bool truthy_slow(Value v);
static inline bool truthy(Value v) {
  if (v.bits == VALUE_TRUE.bits) return true;
  if (v.bits == VALUE_FALSE.bits || value_is_nullish(v)) return false;
  if (value_is_int(v)) return value_as_int(v) != 0;
  if (value_is_pointer(v) && value_kind(v) >= KIND_OBJECT) return true;
  return truthy_slow(v);
}

#endif
