// builtins/object/reflect.c - the Reflect object (ECMA-262 section 28.1): the essential internal methods as functions.
//
// Unlike their namesakes on Object, these take objects only and answer a refusal with false instead of throwing.
#include "builtins/builtins.h"
#include "builtins/object/descriptor.h"
#include "builtins/function/function.h"
#include "vm/native.h"

static bool require_object(VM *vm, const Args *args, const char *method) {
  if (value_is_object(*arg(args, 0))) return true;
  return throw_type(vm, "Reflect.%s called on non-object", method);
}

// ----------------------------------------------------------------------------------------------------------- calls

// 28.1.1
static bool reflect_apply(VM *vm, const Args *args, Slot out) {
  uint32_t count;
  Handle arguments;
  TRY(require_callable(vm, arg(args, 0), "apply"));
  TRY(spread_array_like(vm, arg(args, 2), &count, &arguments));
  return vm_call(vm, arg(args, 0), arg(args, 1), count, arguments, out);
}

// 28.1.2
static bool reflect_construct(VM *vm, const Args *args, Slot out) {
  Handle target = arg(args, 0), new_target = args->argc > 2 ? arg(args, 2) : target;
  uint32_t count;
  Handle arguments;
  if (!value_is_constructor(*target)) return throw_type(vm, "%v is not a constructor", target);
  if (!value_is_constructor(*new_target)) return throw_type(vm, "%v is not a constructor", new_target);
  TRY(spread_array_like(vm, arg(args, 1), &count, &arguments));
  return vm_construct(vm, target, count, arguments, new_target, out);
}

// ------------------------------------------------------------------------------------------------------ properties

// 28.1.3
static bool reflect_define_property(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "defineProperty"));
  ROOTS(vm, key, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool ok;
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(to_descriptor(vm, arg(args, 2), &d));
  TRY(define_own_property(vm, arg(args, 0), &r.key, &d, false, &ok));
  *out = value_boolean(ok);
  return true;
}

// 28.1.6
static bool reflect_get_own_property_descriptor(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "getOwnPropertyDescriptor"));
  return descriptor_of(vm, arg(args, 0), arg(args, 1), out);
}

// 28.1.4
static bool reflect_delete_property(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "deleteProperty"));
  ROOTS(vm, key);
  bool deleted;
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(delete_property(vm, arg(args, 0), &r.key, &deleted));
  *out = value_boolean(deleted);
  return true;
}

// 28.1.5
static bool reflect_get(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "get"));
  ROOTS(vm, key);
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  return get_with_receiver(vm, arg(args, 0), &r.key, args->argc > 2 ? arg(args, 2) : arg(args, 0), out);
}

// 28.1.12
static bool reflect_set(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "set"));
  ROOTS(vm, key);
  bool ok;
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(put_with(vm, arg(args, 0), &r.key, arg(args, 2), args->argc > 3 ? arg(args, 3) : arg(args, 0), false, &ok));
  *out = value_boolean(ok);
  return true;
}

// 28.1.8
static bool reflect_has(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "has"));
  ROOTS(vm, key);
  bool has;
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(has_property(vm, arg(args, 0), &r.key, &has));
  *out = value_boolean(has);
  return true;
}

// 28.1.10
static bool reflect_own_keys(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "ownKeys"));
  return own_keys(vm, arg(args, 0), KEYS_STRINGS | KEYS_SYMBOLS, out);
}

// --------------------------------------------------------------------------------------- prototype, extensibility

// 28.1.7
static bool reflect_get_prototype_of(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "getPrototypeOf"));
  *out = object_prototype(vm, arg(args, 0));
  return true;
}

// 28.1.13
static bool reflect_set_prototype_of(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "setPrototypeOf"));
  Handle prototype = arg(args, 1);
  if (!value_is_object(*prototype) && !value_is_null(*prototype)) {
    return throw_type(vm, "Object prototype may only be an Object or null: %v", prototype);
  }
  bool ok;
  TRY(set_prototype(vm, arg(args, 0), prototype, &ok));
  *out = value_boolean(ok);
  return true;
}

// 28.1.9
static bool reflect_is_extensible(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "isExtensible"));
  *out = value_boolean(is_extensible(vm, arg(args, 0)));
  return true;
}

// 28.1.11
static bool reflect_prevent_extensions(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args, "preventExtensions"));
  TRY(prevent_extensions(vm, arg(args, 0)));
  *out = VALUE_TRUE;
  return true;
}

static const Builtin functions[] = {
    METHOD("defineProperty", reflect_define_property, 3),
    METHOD("deleteProperty", reflect_delete_property, 2),
    METHOD("apply", reflect_apply, 3),
    METHOD("construct", reflect_construct, 2),
    METHOD("get", reflect_get, 2),
    METHOD("getOwnPropertyDescriptor", reflect_get_own_property_descriptor, 2),
    METHOD("getPrototypeOf", reflect_get_prototype_of, 1),
    METHOD("has", reflect_has, 2),
    METHOD("isExtensible", reflect_is_extensible, 1),
    METHOD("ownKeys", reflect_own_keys, 1),
    METHOD("preventExtensions", reflect_prevent_extensions, 1),
    METHOD("set", reflect_set, 3),
    METHOD("setPrototypeOf", reflect_set_prototype_of, 2),
};

void install_reflect(VM *vm) {
  ROOTS(vm, reflect);
  object_new(vm, &r.reflect);
  DEFINE_BUILTINS(vm, &r.reflect, functions);
  define_to_string_tag(vm, &r.reflect, "Reflect");
  define_value(vm, &runtime(vm)->global, "Reflect", &r.reflect, ATTR_METHOD);
}
