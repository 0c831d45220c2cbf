// builtins/error/error.c - Error and its kinds (ECMA-262 section 20.5), and V8's captureStackTrace and stackTraceLimit.
#include "builtins/builtins.h"
#include "vm/exec/iterator.h"
#include "vm/native.h"

// InstallErrorCause (20.5.8.1)
static bool install_cause(VM *vm, Handle error, Handle options) {
  if (!value_is_object(*options)) return true;
  ROOTS(vm, cause);
  bool has;
  TRY(has_property(vm, options, VM_NAME(vm, cause), &has));
  if (!has) return true;
  TRY(get(vm, options, VM_NAME(vm, cause), &r.cause));
  return define_data(vm, error, VM_NAME(vm, cause), &r.cause, ATTR_METHOD);
}

static bool construct_error(VM *vm, const Args *args, Handle prototype, Handle message, Handle options, Slot out) {
  ROOTS(vm, prototype, message, error);
  TRY(prototype_from_new_target(vm, args, prototype, &r.prototype));
  r.message = VALUE_UNDEFINED;
  if (!value_is_undefined(*message)) TRY(to_string(vm, message, &r.message));
  TRY(error_new_above(vm, &r.prototype, &r.message, args->callee, &r.error));
  TRY(install_cause(vm, &r.error, options));
  *out = r.error;
  return true;
}

#define ERROR_CONSTRUCTOR(function, prototype_root)                                                  \
  static bool function(VM *vm, const Args *args, Slot out) {                                         \
    return construct_error(vm, args, &runtime(vm)->prototype_root, arg(args, 0), arg(args, 1), out); \
  }
ERROR_CONSTRUCTOR(error_constructor, error_prototype)
ERROR_CONSTRUCTOR(type_error_constructor, type_error_prototype)
ERROR_CONSTRUCTOR(range_error_constructor, range_error_prototype)
ERROR_CONSTRUCTOR(reference_error_constructor, reference_error_prototype)
ERROR_CONSTRUCTOR(syntax_error_constructor, syntax_error_prototype)
ERROR_CONSTRUCTOR(eval_error_constructor, eval_error_prototype)
ERROR_CONSTRUCTOR(uri_error_constructor, uri_error_prototype)

// 20.5.7.1
static bool aggregate_error_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, error, errors);
  TRY(construct_error(vm, args, &runtime(vm)->aggregate_error_prototype, arg(args, 1), arg(args, 2), &r.error));
  TRY(array_new(vm, 0, &r.errors));
  TRY(array_spread(vm, &r.errors, arg(args, 0)));
  TRY(define_data(vm, &r.error, VM_NAME(vm, errors), &r.errors, ATTR_METHOD));
  *out = r.error;
  return true;
}

static bool text_or(VM *vm, Handle object, Handle key, const char *fallback, Slot out) {
  ROOTS(vm, value);
  TRY(get(vm, object, key, &r.value));
  if (value_is_undefined(r.value)) return string_from_ascii(vm, fallback, out);
  return to_string(vm, &r.value, out);
}

// 20.5.3.4
static bool error_to_string(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*args->self))
    return throw_type(vm, "Method Error.prototype.toString called on incompatible receiver %v", args->self);
  ROOTS(vm, name, message);
  TRY(text_or(vm, args->self, VM_NAME(vm, name), "Error", &r.name));
  TRY(text_or(vm, args->self, VM_NAME(vm, message), "", &r.message));
  StringBuilder b;
  builder_init(&b);
  builder_string(vm, &b, &r.name);
  if (string_length(&r.name) && string_length(&r.message)) builder_ascii(&b, ": ");
  builder_string(vm, &b, &r.message);
  return builder_finish(vm, &b, out);
}

static bool error_capture_stack_trace(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_object(*arg(args, 0))) return throw_type(vm, "invalid_argument");
  Handle upto = value_is_callable(*arg(args, 1)) ? arg(args, 1) : args->callee;
  return error_capture_stack(vm, arg(args, 0), upto);
}

typedef struct ErrorType {
  Builtin builtin;
  size_t root;  // offset of the prototype in Runtime
} ErrorType;

#define ERROR_TYPE(name, function, length, root) \
  { {name, function, length, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL}, offsetof(Runtime, root) }
static const ErrorType types[] = {
    ERROR_TYPE("Error", error_constructor, 1, error_prototype),
    ERROR_TYPE("TypeError", type_error_constructor, 1, type_error_prototype),
    ERROR_TYPE("RangeError", range_error_constructor, 1, range_error_prototype),
    ERROR_TYPE("ReferenceError", reference_error_constructor, 1, reference_error_prototype),
    ERROR_TYPE("SyntaxError", syntax_error_constructor, 1, syntax_error_prototype),
    ERROR_TYPE("EvalError", eval_error_constructor, 1, eval_error_prototype),
    ERROR_TYPE("URIError", uri_error_constructor, 1, uri_error_prototype),
    ERROR_TYPE("AggregateError", aggregate_error_constructor, 2, aggregate_error_prototype),
};
static const Builtin prototype_methods[] = {METHOD("toString", error_to_string, 0)};
static const Builtin constructor_methods[] = {METHOD("captureStackTrace", error_capture_stack_trace, 2)};

static void install_type(VM *vm, const ErrorType *type, Handle parent_prototype, Handle parent, Slot out) {
  Slot prototype = (Value *)(void *)((char *)runtime(vm) + type->root);
  object_new_with_prototype(vm, parent_prototype, prototype);
  define_constructor(vm, &runtime(vm)->global, &type->builtin, prototype, out);
  define_string(vm, prototype, "name", type->builtin.name, ATTR_METHOD);
  define_string(vm, prototype, "message", "", ATTR_METHOD);
  bool ok;
  if (value_is_object(*parent) && !set_prototype(vm, out, parent, &ok)) vm->exception = VALUE_EMPTY;
}

void install_error(VM *vm) {
  ROOTS(vm, error, constructor);
  Runtime *rt = runtime(vm);
  install_type(vm, &types[0], &rt->object_prototype, &undefined_value_, &r.error);
  DEFINE_BUILTINS(vm, &rt->error_prototype, prototype_methods);
  DEFINE_BUILTINS(vm, &r.error, constructor_methods);
  define_number(vm, &r.error, "stackTraceLimit", 10, ATTR_ALL);
  for (size_t i = 1; i < sizeof types / sizeof types[0]; i++) {
    install_type(vm, &types[i], &rt->error_prototype, &r.error, &r.constructor);
  }
}
