// vm/exec/wide-constant.c - see wide-constant.h.  Machine code leaves these instructions to the interpreter.
#include "vm/exec/wide-constant.h"

#include "vm/exec/arguments.h"
#include "vm/exec/inline-cache.h"
#include "vm/exec/literals.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/exec/slow-paths.h"

static bool set_named(VM *vm, Handle object, Handle name, Handle value) {
  ROOTS(vm, name);
  r.name = *name;
  return set_keyed(vm, vm->frame->code, object, &r.name, value);
}

static bool get_named(VM *vm, Handle object, Handle name, Slot out) {
  ROOTS(vm, name);
  r.name = *name;
  return get_keyed(vm, object, &r.name, out);
}

static bool method_for_call(VM *vm, Value *base, Value object, Handle name) {
  base[1] = object;
  return get_named(vm, &base[1], name, base);
}

static bool has(VM *vm, Handle object, Handle name, Slot out) {
  bool found;
  TRY(with_has(vm, object, name, &found));
  *out = value_boolean(found);
  return true;
}

bool wide_constant(VM *vm, Value *registers, Handle constant, Instruction instruction) {
  Value none = VALUE_EMPTY, *a = &registers[instruction.a];
  Value *b = instruction.b == NO_REGISTER ? &none : &registers[instruction.b];
  switch ((Opcode)instruction.op) {
  case OPCODE_GetGlobal: return get_global(vm, constant, false, a);
  case OPCODE_GetGlobalOrUndefined: return get_global(vm, constant, true, a);
  case OPCODE_SetGlobal: return set_global(vm, constant, a);
  case OPCODE_GetNamed:
  case OPCODE_GetLength: return get_named(vm, b, constant, a);
  case OPCODE_GetMethod: return method_for_call(vm, a, *b, constant);
  case OPCODE_SetNamed: return set_named(vm, a, constant, b);
  case OPCODE_DefineNamed: return define_data(vm, a, constant, b, ATTR_ALL);
  case OPCODE_DeleteNamed: return delete_keyed(vm, vm->frame->code, b, constant, a);
  case OPCODE_WithHas: return has(vm, b, constant, a);
  case OPCODE_CheckBinding: return check_binding(vm, a, constant);
  case OPCODE_DeclareEvalVar: return declare_eval_variable(vm, a, instruction.b, constant);
  case OPCODE_CreateMappedArguments: return create_mapped_arguments(vm, b, constant, a);
  case OPCODE_NewContext: scope_context_new(vm, constant, b, a); return true;
  default: function_new(vm, constant, b, a); return true;  // NewFunction
  }
}
