// builtins/symbol/symbol.c - Symbol, its registry and well-known symbols (ECMA-262 section 20.4).
#include "builtins/builtins.h"
#include "vm/native.h"

static bool symbol_constructor(VM *vm, const Args *args, Slot out) {
  if (is_construct(args)) return throw_type(vm, "Symbol is not a constructor");
  ROOTS(vm, description);
  r.description = VALUE_UNDEFINED;
  if (!value_is_undefined(*arg(args, 0))) TRY(to_string(vm, arg(args, 0), &r.description));
  symbol_new(vm, &r.description, out);
  return true;
}

// The registry is an object without prototype that the functions Symbol.for and Symbol.keyFor keep in their data.
static bool symbol_for(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, registry, key);
  TRY(to_string(vm, arg(args, 0), &r.key));
  string_internalize(vm, &r.key);
  r.registry = field_get(&as_native(args->callee)->data[0]);
  TRY(get(vm, &r.registry, &r.key, out));
  if (!value_is_undefined(*out)) return true;
  symbol_new(vm, &r.key, out);
  heap_object_set_flag(value_as_object(*out), SYMBOL_REGISTERED);
  return define_data(vm, &r.registry, &r.key, out, ATTR_ALL);
}

static bool symbol_key_for(VM *vm, const Args *args, Slot out) {
  if (!value_is_symbol(*arg(args, 0))) return throw_type(vm, "%v is not a symbol", arg(args, 0));
  ROOTS(vm, registry, key, found);
  r.registry = field_get(&as_native(args->callee)->data[0]);
  r.key = field_get(&as_symbol(arg(args, 0))->description);
  if (!value_is_string(r.key)) return true;
  TRY(get(vm, &r.registry, &r.key, &r.found));
  if (value_same(r.found, *arg(args, 0))) *out = r.key;
  return true;
}

static bool this_symbol(VM *vm, Handle self, const char *method, Slot out) {
  if (value_is_symbol(*self)) return *out = *self, true;
  if (value_is_kind(*self, KIND_SYMBOL_OBJECT)) return *out = field_get(&as_wrapper(self)->value), true;
  return throw_type(vm, "%s requires that 'this' be a Symbol", method);
}

static bool symbol_to_string(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, symbol, description);
  TRY(this_symbol(vm, args->self, "Symbol.prototype.toString", &r.symbol));
  r.description = field_get(&as_symbol(&r.symbol)->description);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "Symbol(");
  if (value_is_string(r.description)) builder_string(vm, &b, &r.description);
  builder_ascii(&b, ")");
  return builder_finish(vm, &b, out);
}

static bool symbol_value_of(VM *vm, const Args *args, Slot out) {
  return this_symbol(vm, args->self, "Symbol.prototype.valueOf", out);
}

static bool symbol_to_primitive(VM *vm, const Args *args, Slot out) {
  return this_symbol(vm, args->self, "Symbol.prototype [ @@toPrimitive ]", out);
}

static bool symbol_description(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, symbol);
  TRY(this_symbol(vm, args->self, "Symbol.prototype.description", &r.symbol));
  *out = field_get(&as_symbol(&r.symbol)->description);
  return true;
}

static const Builtin constructor = {"Symbol", symbol_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin registry_functions[] = {METHOD("for", symbol_for, 1), METHOD("keyFor", symbol_key_for, 1)};
static const Builtin methods[] = {
    METHOD("toString", symbol_to_string, 0),
    METHOD("valueOf", symbol_value_of, 0),
    GETTER("description", symbol_description),
    {"[Symbol.toPrimitive]", symbol_to_primitive, 1, BUILTIN_METHOD, 1 + SYMBOL_INDEX_toPrimitive, ATTR_CONFIGURABLE,
     NULL},
};

static void install_registry(VM *vm, Handle constructor_object) {
  ROOTS(vm, registry, function);
  const Value null = VALUE_NULL;
  object_new_with_prototype(vm, &null, &r.registry);
  for (size_t i = 0; i < sizeof registry_functions / sizeof registry_functions[0]; i++) {
    native_function_new(vm, &registry_functions[i], &r.function);
    field_set(vm, as_native(&r.function), &as_native(&r.function)->data[0], r.registry);
    define_value(vm, constructor_object, registry_functions[i].name, &r.function, ATTR_METHOD);
  }
}

void install_symbol(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->symbol_prototype);
  define_constructor(vm, &rt->global, &constructor, &rt->symbol_prototype, &r.constructor);
#define SYMBOL(n) define_value(vm, &r.constructor, #n, &rt->symbols.n, 0);
#include "objects/symbols.def"
#undef SYMBOL
  install_registry(vm, &r.constructor);
  DEFINE_BUILTINS(vm, &rt->symbol_prototype, methods);
  define_to_string_tag(vm, &rt->symbol_prototype, "Symbol");
}
