// builtins/function/function.c - Function.prototype and bound functions (ECMA-262 section 20.2); the Function
// constructor compiles.
#include <ctype.h>
#include <stdlib.h>

#include "builtins/builtins.h"
#include "builtins/function/function.h"
#include "compiler/compile.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/exec/operators.h"
#include "vm/property/lookup.h"

static const char *type_with_article(Value v) {
  if (value_is_undefined(v)) return "a undefined";
  if (value_is_null(v)) return "null";
  if (value_is_boolean(v)) return "a boolean";
  if (value_is_number(v)) return "a number";
  if (value_is_string(v)) return "a string";
  return value_is_symbol(v) ? "a symbol" : "an object";
}

bool require_callable(VM *vm, Handle self, const char *method) {
  if (LIKELY(value_is_callable(*self))) return true;
  return throw_type(vm, "Function.prototype.%s was called on %v, which is %s and not a function", method, self,
                    type_with_article(*self));
}

// 20.2.3.3
static bool function_call(VM *vm, const Args *args, Slot out) {
  if (UNLIKELY(!value_is_callable(*args->self))) return throw_caller_not_callable(vm, args->self);
  uint32_t count = args->argc > 0 ? args->argc - 1 : 0;
  return vm_call(vm, args->self, arg(args, 0), count, count ? &args->values[1] : NULL, out);
}

// Whether the first `length` elements can be copied without a look at prototypes: no holes, no accessors.
static bool elements_are_plain(Handle source, double length) {
  const Elements *elements = (const Elements *)value_as_object(field_get(&as_object(source)->elements));
  if (heap_object_kind(&elements->head) != KIND_ELEMENTS || length > elements->capacity) return false;
  for (uint32_t i = 0; i < (uint32_t)length; i++) {
    if (value_is_empty(field_get(&elements->values[i]))) return false;
  }
  return true;
}

#define MAX_LIST_LENGTH 4294967295.0  // of an array that could hold it

// Any other array-like goes into a fresh array first, because reading its elements can run the script.
static bool list_from_array_like(VM *vm, Handle source, double length, Slot out) {
  ROOTS(vm, list, item);
  TRY(array_new(vm, 0, &r.list));
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, source, i, &r.item));
    TRY(array_push(vm, &r.list, &r.item));
  }
  *out = r.list;
  return true;
}

bool spread_array_like(VM *vm, Handle source, uint32_t *argc, Handle *arguments) {
  if (!value_is_object(*source)) return throw_type(vm, "CreateListFromArrayLike called on non-object");
  ROOTS(vm, list);
  double length;
  TRY(get_length(vm, source, &length));
  Value *top = vm_stack_top(vm) + 2;
  if (length > MAX_LIST_LENGTH) return throw_range(vm, "Invalid array length");
  if (!vm_has_room(vm, top, (size_t)length + 4)) return throw_stack_overflow(vm);
  r.list = *source;
  if (!elements_are_plain(source, length)) TRY(list_from_array_like(vm, source, length, &r.list));
  // no allocation from here on
  const Elements *elements = (const Elements *)value_as_object(field_get(&as_object(&r.list)->elements));
  for (uint32_t i = 0; i < (uint32_t)length; i++) top[i] = field_get(&elements->values[i]);
  *argc = (uint32_t)length;
  *arguments = top;
  return true;
}

// 20.2.3.1
static bool function_apply(VM *vm, const Args *args, Slot out) {
  if (UNLIKELY(!value_is_callable(*args->self))) return throw_caller_not_callable(vm, args->self);
  uint32_t argc = 0;
  Handle arguments = NULL;
  if (!value_is_nullish(*arg(args, 1))) TRY(spread_array_like(vm, arg(args, 1), &argc, &arguments));
  return vm_call(vm, args->self, arg(args, 0), argc, arguments, out);
}

static bool bound_length(VM *vm, Handle target, uint32_t bound, Slot out) {
  ROOTS(vm, length);
  bool own;
  *out = value_int(0);
  TRY(has_own_property(vm, target, VM_NAME(vm, length), &own));
  if (!own) return true;
  TRY(get(vm, target, VM_NAME(vm, length), &r.length));
  if (!value_is_number(r.length)) return true;
  double n = value_as_number(r.length);
  n = isnan(n) ? 0 : trunc(n) - bound;
  *out = number(n > 0 ? n : 0);
  return true;
}

static bool bound_name(VM *vm, Handle target, Slot out) {
  TRY(get(vm, target, VM_NAME(vm, name), out));
  if (!value_is_string(*out)) *out = *VM_NAME(vm, empty);
  if (string_length(out) > MAX_STRING_LENGTH - strlen("bound ")) return throw_range(vm, "Invalid string length");
  return true;
}

// All bound functions of one prototype have one shape: name and length are internal properties.
static void bound_shape(VM *vm, Handle prototype, Slot out) {
  Runtime *rt = runtime(vm);
  *out = rt->shape_bound;
  if (value_same(field_get(&as_shape(out)->prototype), *prototype)) return;
  shape_root(vm, KIND_BOUND_FUNCTION, prototype, 0, sizeof(BoundFunction) / sizeof(Value), out);
  shape_add_internal(vm, out, VM_NAME(vm, length), ATTR_CONFIGURABLE, INTERNAL_FUNCTION_LENGTH, out);
  shape_add_internal(vm, out, VM_NAME(vm, name), ATTR_CONFIGURABLE, INTERNAL_FUNCTION_NAME, out);
}

// 20.2.3.2
static bool function_bind(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self)) return throw_type(vm, "Bind must be called on a function");
  ROOTS(vm, list, elements, prototype, shape, length, name);
  uint32_t count = args->argc > 1 ? args->argc - 1 : 0;
  r.elements = runtime(vm)->empty_elements;
  if (count > 0) {
    TRY(array_from_values(vm, &args->values[1], count, &r.list));
    r.elements = field_get(&as_array(&r.list)->elements);
  }
  r.prototype = object_prototype(vm, args->self);
  bound_shape(vm, &r.prototype, &r.shape);
  TRY(bound_length(vm, args->self, count, &r.length));
  TRY(bound_name(vm, args->self, &r.name));
  object_new_from_shape(vm, &r.shape, out);
  BoundFunction *bound = as_bound(out);  // fresh
  field_set(vm, bound, &bound->target, *args->self);
  field_set(vm, bound, &bound->this_value, *arg(args, 0));
  field_set(vm, bound, &bound->arguments, r.elements);
  field_set(vm, bound, &bound->length, r.length);
  field_set(vm, bound, &bound->name, r.name);
  return true;
}

// Units that are no part of a name.  A symbol's name stands in brackets, as a computed key; a name may begin with "get
// ".
static bool is_name_unit(unsigned unit) { return unit > 127 || isalnum((int)unit) || unit == '_' || unit == '$'; }

static bool is_property_name(VM *vm, Slot text, uint32_t start) {
  uint32_t length = string_length(text);
  if (start < length && string_unit_at(vm, text, start) == '[') return true;
  for (uint32_t i = start; i < length; i++) {
    if (!is_name_unit(string_unit_at(vm, text, i))) return false;
  }
  return true;
}

// NativeFunction (ECMA-262 section 20.2.3.5): the name that the function was made with, whatever its property says now.
// One that is none, `$&` of a getter, is written as a string.
static bool append_native_name(VM *vm, StringBuilder *b, Handle function) {
  ROOTS(vm, name, part);
  TRY(internal_get(vm, function, INTERNAL_FUNCTION_NAME, &r.name));
  bool is_accessor = string_length(&r.name) > 4 && string_unit_at(vm, &r.name, 3) == ' ';
  uint32_t start = is_accessor ? 4 : 0;
  if (is_property_name(vm, &r.name, start)) {
    builder_string(vm, b, &r.name);
    return true;
  }
  TRY(string_substring(vm, &r.name, 0, start, &r.part));
  builder_string(vm, b, &r.part);
  TRY(string_substring(vm, &r.name, start, string_length(&r.name), &r.part));
  builder_ascii(b, "\"");
  builder_string(vm, b, &r.part);
  builder_ascii(b, "\"");
  return true;
}

static bool function_to_string(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*args->self))
    return throw_type(vm, "Function.prototype.toString requires that 'this' be a Function");
  if (value_is_kind(*args->self, KIND_FUNCTION)) return function_source_text(vm, args->self, out);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "function ");
  if (value_is_kind(*args->self, KIND_NATIVE_FUNCTION) && !append_native_name(vm, &b, args->self))
    return builder_free(&b), false;
  builder_ascii(&b, "() { [native code] }");
  return builder_finish(vm, &b, out);
}

// 20.2.3.6
static bool function_has_instance(VM *vm, const Args *args, Slot out) {
  bool is;
  TRY(ordinary_has_instance(vm, args->self, arg(args, 0), &is));
  *out = value_boolean(is);
  return true;
}

// ---------------------------------------------------------------------------------------------------- constructor

// Steps 5 to 13 of CreateDynamicFunction (20.2.1.1.1): "(function anonymous(P\n) {\nBODY\n})", and where the `)` is.
static bool append_parameters(VM *vm, const Args *args, StringBuilder *b) {
  ROOTS(vm, text);
  builder_ascii(b, "(function anonymous(");
  for (uint32_t i = 0; i + 1 < args->argc; i++) {
    if (i) builder_ascii(b, ",");
    TRY(to_string(vm, &args->values[i], &r.text));
    builder_string(vm, b, &r.text);
  }
  builder_ascii(b, "\n");
  return true;
}

static bool dynamic_source(VM *vm, const Args *args, uint32_t *parameters_end, Slot out) {
  ROOTS(vm, start, body);
  StringBuilder b;
  builder_init(&b);
  if (!append_parameters(vm, args, &b)) return builder_free(&b), false;
  TRY(builder_finish(vm, &b, &r.start));
  r.body = *VM_NAME(vm, empty);
  if (args->argc) TRY(to_string(vm, &args->values[args->argc - 1], &r.body));
  size_t bytes;
  free(string_to_wtf8(vm, &r.start, &bytes));
  *parameters_end = (uint32_t)bytes;
  builder_init(&b);
  builder_string(vm, &b, &r.start);
  builder_ascii(&b, ") {\n");
  builder_string(vm, &b, &r.body);
  builder_ascii(&b, "\n})");
  return builder_finish(vm, &b, out);
}

// Nothing but the one function stands between the parentheses: neither parameters nor body closed it and began another.
static bool is_single_function(Handle script, size_t length) {
  const CompiledFunction *function = ((Code *)value_as_object(field_get(&as_function(script)->code)))->function;
  uint32_t functions = 0;
  for (uint32_t i = 0; i < function->constant_count; i++) {
    const Constant *constant = &function->constants[i];
    if (constant->type != CONSTANT_FUNCTION) continue;
    if (constant->function->start_offset != 1 || constant->function->end_offset != length - 1) return false;
    functions++;
  }
  return functions == 1;
}

// 20.2.1.1
static bool function_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text, script, prototype);
  ParseOptions parse = {.goal = PARSE_SCRIPT, .wtf8 = true};
  const CompileOptions compile = {.is_script = true, .completion_value = true, .evaluated = true};
  TRY(dynamic_source(vm, args, &parse.parameters_end, &r.text));
  size_t length;
  char *source = string_to_wtf8(vm, &r.text, &length);
  char *name = error_eval_origin(vm);
  bool ok = vm_compile(vm, source, length, name, &parse, &compile, &r.script);
  free(name);
  free(source);
  TRY(ok);
  if (!is_single_function(&r.script, length)) return throw_syntax(vm, "Single function literal required");
  TRY(vm_call(vm, &r.script, &runtime(vm)->global, 0, NULL, out));
  if (!is_construct(args)) return true;
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->function_prototype, &r.prototype));
  return set_prototype(vm, out, &r.prototype, &ok);
}

// %ThrowTypeError% (10.2.4.1)
static bool throw_restricted(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm,
                    "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or "
                    "the arguments objects for calls to them");
}

static const Builtin thrower = METHOD("", throw_restricted, 0);

// AddRestrictedFunctionProperties (10.2.4)
static void restrict_functions(VM *vm) {
  ROOTS(vm, it);
  Handle prototype = &runtime(vm)->function_prototype;
  native_function_new(vm, &thrower, &r.it);
  bool ok = set_integrity(vm, &r.it, INTEGRITY_FROZEN) &&
            define_accessor(vm, prototype, VM_NAME(vm, arguments), &r.it, &r.it, ATTR_CONFIGURABLE) &&
            define_accessor(vm, prototype, VM_NAME(vm, caller), &r.it, &r.it, ATTR_CONFIGURABLE);
  if (!ok) abort();  // nothing of the program can have been called
  accessor_pair_new(vm, &r.it, &r.it, &runtime(vm)->throws_type_error);
}

static const Builtin constructor = {"Function", function_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin methods[] = {
    FORWARDING_METHOD("apply", function_apply, 2, BUILTIN_APPLY),
    METHOD("bind", function_bind, 1),
    FORWARDING_METHOD("call", function_call, 1, BUILTIN_CALL),
    METHOD("toString", function_to_string, 0),
    {"[Symbol.hasInstance]", function_has_instance, 1, BUILTIN_METHOD, 1 + SYMBOL_INDEX_hasInstance, 0, NULL},
};

void install_function(VM *vm) {
  ROOTS(vm, constructor);
  define_number(vm, &runtime(vm)->function_prototype, "length", 0, ATTR_CONFIGURABLE);
  define_string(vm, &runtime(vm)->function_prototype, "name", "", ATTR_CONFIGURABLE);
  restrict_functions(vm);
  define_constructor(vm, &runtime(vm)->global, &constructor, &runtime(vm)->function_prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &runtime(vm)->function_prototype, methods);
}
