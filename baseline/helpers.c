// baseline/helpers.c - see helpers.h.
#include "baseline/helpers.h"

#include "vm/inline-cache.h"
#include "vm/interpreter.h"
#include "vm/operations.h"
#include "objects/object.h"

#define A ((uint16_t)(instruction >> 16))
#define B ((uint16_t)(instruction >> 32))
#define C ((uint16_t)(instruction >> 48))

// Through C, but where the interpreter makes a frame for the constructor.
HelpOutcome baseline_help_new(VM *vm, uint64_t instruction) {
  Value *R = vm->frame->registers, *base = R + B;
  unsigned argc = C;
  if (value_is_kind(base[0], KIND_FUNCTION)) {
    const JSFunction *function = (const JSFunction *)value_as_object(base[0]);
    Code *target = (Code *)value_as_object(field_get(&function->code));
    if ((target->flags & (CODE_ASSIGNS_FIELDS | CODE_CONSTRUCTOR)) == CODE_CONSTRUCTOR) return HELP_CALL;
    Value shape = field_get(&function->initial_shape);
    if (value_is_pointer(shape) && !((const Shape *)value_as_object(shape))->tracking && frame_fits(vm, vm->frame, base, target)) {
      object_allocate(vm, (const Shape *)value_as_object(shape), &base[1]);
      if (LIKELY(assign_fields(vm, target, base, argc) == NULL)) {
        R[A] = base[1];
        return HELP_DONE;
      }
    }
  }
  return construct_at(vm, base, argc, &base[0], &R[A]) ? HELP_DONE : HELP_EXCEPTION;
}
