// jit/helpers.c - see helpers.h.
#include "jit/helpers.h"

#include "jit/baseline.h"
#include "vm/exec/construct.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/operands.h"
#include "vm/exec/operations.h"
#include "vm/native.h"

#define R (vm->frame->registers)

HelpOutcome baseline_help_call(VM *vm, uint64_t I) {
  Value *base = R + B;
  unsigned argc = C;
  if (value_is_kind(base[0], KIND_FUNCTION)) return HELP_CALL;
  if (!value_is_kind(base[0], KIND_NATIVE_FUNCTION)) return call_at(vm, base, argc, &R[A]) ? HELP_DONE : HELP_EXCEPTION;
  const Builtin *builtin = value_as_private(((NativeFunction *)value_as_object(base[0]))->builtin.value_);
  if (builtin->leaf && builtin->leaf(vm, base + 1, argc, &R[A])) return HELP_DONE;
  if (builtin->type >= BUILTIN_CALL) return HELP_CALL;
  if (!native_call(vm, base, argc, &undefined_value_)) return HELP_EXCEPTION;
  R[A] = base[2 + argc];
  return HELP_DONE;
}

HelpOutcome baseline_help_new(VM *vm, uint64_t I) {
  Value *base = R + B;
  unsigned argc = C;
  if (!value_is_kind(base[0], KIND_FUNCTION))
    return construct_at(vm, base, argc, &base[0], &R[A]) ? HELP_DONE : HELP_EXCEPTION;
  const JSFunction *function = (const JSFunction *)value_as_object(base[0]);
  Code *target = (Code *)value_as_object(field_get(&function->code));
  Value shape = field_get(&function->initial_shape);
  if (!(target->flags & CODE_ASSIGNS_FIELDS) || !value_is_pointer(shape) ||
      ((const Shape *)value_as_object(shape))->tracking || !frame_fits(vm, vm->frame, base, target) ||
      !construct_has_plan(vm, target, (const Shape *)value_as_object(shape)) ||
      !construct_object(vm, target, (const Shape *)value_as_object(shape), base, argc))
    return HELP_CALL;
  if (target->plan->machine_code == NULL) baseline_make_constructor(vm, target);
  R[A] = base[1];
  return HELP_DONE;
}

bool baseline_help_truthy(Value value) { return truthy(value); }
