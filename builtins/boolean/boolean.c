// builtins/boolean/boolean.c - Boolean (ECMA-262 section 20.3).
#include "builtins/builtins.h"
#include "vm/native.h"

static bool boolean_constructor(VM *vm, const Args *args, Slot out) {
  Value value = value_boolean(to_boolean(*arg(args, 0)));
  if (!is_construct(args)) {
    *out = value;
    return true;
  }
  ROOTS(vm, prototype);
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->boolean_prototype, &r.prototype));
  object_new_kind(vm, KIND_BOOLEAN_OBJECT, sizeof(WrapperObject), &r.prototype, out);
  field_init(&as_wrapper(out)->value, value);
  return true;
}

static bool this_boolean(VM *vm, Handle self, const char *method, Value *out) {
  if (value_is_boolean(*self)) return *out = *self, true;
  if (value_is_kind(*self, KIND_BOOLEAN_OBJECT)) return *out = field_get(&as_wrapper(self)->value), true;
  return throw_type(vm, "Boolean.prototype.%s requires that 'this' be a Boolean", method);
}

static bool boolean_to_string(VM *vm, const Args *args, Slot out) {
  Value value = VALUE_FALSE;
  TRY(this_boolean(vm, args->self, "toString", &value));
  *out = value_is_true(value) ? *VM_NAME(vm, true_) : *VM_NAME(vm, false_);
  return true;
}

static bool boolean_value_of(VM *vm, const Args *args, Slot out) {
  return this_boolean(vm, args->self, "valueOf", out);
}

static const Builtin constructor = {"Boolean", boolean_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin methods[] = {METHOD("toString", boolean_to_string, 0), METHOD("valueOf", boolean_value_of, 0)};

void install_boolean(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  object_new_kind(vm, KIND_BOOLEAN_OBJECT, sizeof(WrapperObject), &rt->object_prototype, &rt->boolean_prototype);
  field_init(&as_wrapper(&rt->boolean_prototype)->value, VALUE_FALSE);
  DEFINE_BUILTINS(vm, &rt->boolean_prototype, methods);
  define_constructor(vm, &rt->global, &constructor, &rt->boolean_prototype, &r.constructor);
}
