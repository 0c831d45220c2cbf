// builtins/function.c - Function.prototype and bound functions (ECMA-262 section 20.2); the Function constructor compiles.
#include <stdlib.h>

#include "builtins/builtins.h"
#include "vm/native.h"

static bool require_callable(VM *vm, Handle self, const char *method) {
  if (value_is_callable(*self)) return true;
  return throw_type(vm, "Function.prototype.%s was called on %v, which is %s and not a function", method, self,
                    value_is_undefined(*self) ? "a undefined" : value_is_object(*self) ? "an object" : "a primitive");
}

// 20.2.3.3
static bool function_call(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self)) return require_callable(vm, args->self, "call");
  uint32_t count = args->argc > 0 ? args->argc - 1 : 0;
  return vm_call(vm, args->self, arg(args, 0), count, count ? &args->values[1] : NULL, out);
}

// Puts the elements of an array-like into a fresh true array with no holes.
static bool list_from_array_like(VM *vm, Handle source, Slot out) {
  ROOTS(vm, list, item);
  if (!value_is_object(*source)) return throw_type(vm, "CreateListFromArrayLike called on non-object");
  double length;
  TRY(get_length(vm, source, &length));
  if (length > 120000) return throw_stack_overflow(vm);
  TRY(array_new(vm, 0, &r.list));
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, source, i, &r.item));
    TRY(array_push(vm, &r.list, &r.item));
  }
  *out = r.list;
  return true;
}

// 20.2.3.1
static bool function_apply(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self)) return require_callable(vm, args->self, "apply");
  if (value_is_nullish(*arg(args, 1))) return vm_call(vm, args->self, arg(args, 0), 0, NULL, out);
  ROOTS(vm, list);
  TRY(list_from_array_like(vm, arg(args, 1), &r.list));
  return vm_call_array(vm, args->self, arg(args, 0), &r.list, out);
}

static void bound_length(VM *vm, Handle target, uint32_t bound, Slot out) {
  ROOTS(vm, length);
  double n = 0;
  bool own;
  *out = value_int(0);
  if (!has_own_property(vm, target, VM_NAME(vm, length), &own) || !own) return;
  if (!get(vm, target, VM_NAME(vm, length), &r.length) || !value_is_number(r.length)) return;
  n = value_as_number(r.length);
  if (isnan(n)) n = 0;
  n = trunc(n) - bound;
  *out = number(n > 0 ? n : 0);
}

// 20.2.3.2
static bool function_bind(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self)) return throw_type(vm, "Bind must be called on a function");
  ROOTS(vm, bound, list, name, prefix, length);
  uint32_t count = args->argc > 1 ? args->argc - 1 : 0;
  TRY(array_from_values(vm, count ? &args->values[1] : NULL, count, &r.list));
  object_new_from_shape(vm, &runtime(vm)->shape_bound, &r.bound);
  field_set(vm, as_bound(&r.bound), &as_bound(&r.bound)->target, *args->self);
  field_set(vm, as_bound(&r.bound), &as_bound(&r.bound)->this_value, *arg(args, 0));
  TRY(elements_trim(vm, &r.list));
  field_set(vm, as_bound(&r.bound), &as_bound(&r.bound)->arguments, field_get(&as_array(&r.list)->elements));
  Value prototype = object_prototype(vm, args->self);
  bool ok;
  r.name = prototype;
  TRY(set_prototype(vm, &r.bound, &r.name, &ok));
  bound_length(vm, args->self, count, &r.length);
  TRY(exception_pending(vm) ? false : define_data(vm, &r.bound, VM_NAME(vm, length), &r.length, ATTR_CONFIGURABLE));
  TRY(get(vm, args->self, VM_NAME(vm, name), &r.name));
  if (!value_is_string(r.name)) r.name = *VM_NAME(vm, empty);
  TRY(string_from_ascii(vm, "bound ", &r.prefix));
  TRY(string_concat(vm, &r.prefix, &r.name, &r.name));
  TRY(define_data(vm, &r.bound, VM_NAME(vm, name), &r.name, ATTR_CONFIGURABLE));
  *out = r.bound;
  return true;
}

// 20.2.3.5
static bool function_to_string(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self)) return throw_type(vm, "Function.prototype.toString requires that 'this' be a Function");
  if (value_is_kind(*args->self, KIND_FUNCTION)) return function_source_text(vm, args->self, out);
  ROOTS(vm, name);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "function ");
  TRY(get(vm, args->self, VM_NAME(vm, name), &r.name));
  if (value_is_string(r.name) && value_is_kind(*args->self, KIND_NATIVE_FUNCTION)) builder_string(vm, &b, &r.name);
  builder_ascii(&b, "() { [native code] }");
  return builder_finish(vm, &b, out);
}

// 20.2.3.6
static bool function_has_instance(VM *vm, const Args *args, Slot out) {
  bool is = false;
  ROOTS(vm, prototype, object);
  if (value_is_callable(*args->self) && value_is_object(*arg(args, 0))) {
    r.object = *args->self;
    while (value_is_kind(r.object, KIND_BOUND_FUNCTION)) r.object = field_get(&as_bound(&r.object)->target);
    TRY(get(vm, &r.object, VM_NAME(vm, prototype), &r.prototype));
    if (!value_is_object(r.prototype)) {
      return throw_type(vm, "Function has non-object prototype '%v' in instanceof check", &r.prototype);
    }
    r.object = *arg(args, 0);
    while (!is && value_is_object(r.object = object_prototype(vm, &r.object))) is = value_same(r.object, r.prototype);
  }
  *out = value_boolean(is);
  return true;
}

// 20.2.1.1: the text is put together as the specification says, and compiled as one expression.
static bool function_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text, function);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "(function anonymous(");
  for (uint32_t i = 0; i + 1 < args->argc; i++) {
    if (i) builder_ascii(&b, ",");
    if (!to_string(vm, &args->values[i], &r.text)) return builder_free(&b), false;
    builder_string(vm, &b, &r.text);
  }
  builder_ascii(&b, "\n) {\n");
  if (args->argc) {
    if (!to_string(vm, &args->values[args->argc - 1], &r.text)) return builder_free(&b), false;
    builder_string(vm, &b, &r.text);
  }
  builder_ascii(&b, "\n})");
  TRY(builder_finish(vm, &b, &r.text));
  size_t length;
  char *source = string_to_utf8(vm, &r.text, &length);
  ParseOptions options = {.goal = PARSE_SCRIPT};
  CompileOptions compile_options = {.is_script = true, .completion_value = true};
  bool ok = vm_compile(vm, source, length, "evalmachine.<anonymous>", &options, &compile_options, &r.function);
  free(source);
  TRY(ok);
  return vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
}

static const Builtin constructor = {"Function", function_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD};
static const Builtin methods[] = {
    METHOD("apply", function_apply, 2),
    METHOD("bind", function_bind, 1),
    METHOD("call", function_call, 1),
    METHOD("toString", function_to_string, 0),
    {"[Symbol.hasInstance]", function_has_instance, 1, BUILTIN_METHOD, 1 + SYMBOL_INDEX_hasInstance, 0},
};

void install_function(VM *vm) {
  ROOTS(vm, constructor);
  DEFINE_BUILTINS(vm, &runtime(vm)->function_prototype, methods);
  define_constructor(vm, &runtime(vm)->global, &constructor, &runtime(vm)->function_prototype, &r.constructor);
}
