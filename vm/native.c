// vm/native.c - native function objects, constructors, and the tables that install them.
#include "vm/native.h"

#include <string.h>

#include "vm/property/lookup.h"

static const Value empty_value = {0};

void native_function_new(VM *vm, const Builtin *builtin, Slot out) {
  ROOTS(vm, function);
  Runtime *rt = runtime(vm);
  Handle shape = builtin->type == BUILTIN_CONSTRUCTOR ? &rt->shape_native_constructor : &rt->shape_native;
  object_new_from_shape(vm, shape, &r.function);
  NativeFunction *function = as_native(&r.function);  // fresh; no allocation below
  field_init(&function->builtin, value_private(builtin));
  field_init(&function->name, VALUE_EMPTY);
  field_init(&function->prototype, VALUE_EMPTY);
  field_init(&function->data[0], VALUE_UNDEFINED);
  field_init(&function->data[1], VALUE_UNDEFINED);
  *out = r.function;
}

static Handle builtin_key(VM *vm, const Builtin *builtin, Slot storage) {
  if (builtin->symbol) return &(&runtime(vm)->symbols.iterator)[builtin->symbol - 1];
  string_internalize_ascii(vm, builtin->name, storage);
  return storage;
}

static void set_prefixed_name(VM *vm, Handle function, const char *prefix, const char *name) {
  ROOTS(vm, text);
  char buffer[128];
  snprintf(buffer, sizeof buffer, "%s %s", prefix, name);
  string_internalize_ascii(vm, buffer, &r.text);
  field_set(vm, as_native(function), &as_native(function)->name, r.text);
}

// Nothing a program does can make these fail: the objects are new.
static void must(VM *vm, bool ok) {
  if (!ok) vm->exception = VALUE_EMPTY;
}

void define_builtins(VM *vm, Handle object, const Builtin *table, size_t count) {
  ROOTS(vm, key, function);
  for (size_t i = 0; i < count; i++) {
    const Builtin *builtin = &table[i];
    Handle key = builtin_key(vm, builtin, &r.key);
    native_function_new(vm, builtin, &r.function);
    if (builtin->type == BUILTIN_GETTER) {
      set_prefixed_name(vm, &r.function, "get", builtin->name);
      must(vm, define_accessor(vm, object, key, &r.function, &empty_value, builtin->attributes));
    } else if (builtin->type == BUILTIN_SETTER) {
      set_prefixed_name(vm, &r.function, "set", builtin->name);
      must(vm, define_accessor(vm, object, key, &empty_value, &r.function, builtin->attributes));
    } else {
      must(vm, define_data(vm, object, key, &r.function, builtin->attributes));
    }
  }
}

void define_constructor(VM *vm, Handle holder, const Builtin *builtin, Handle prototype, Slot out) {
  ROOTS(vm, function, key);
  native_function_new(vm, builtin, &r.function);
  if (value_is_object(*prototype)) {
    field_set(vm, as_native(&r.function), &as_native(&r.function)->prototype, *prototype);
    must(vm, define_data(vm, prototype, VM_NAME(vm, constructor), &r.function, ATTR_METHOD));
  }
  string_internalize_ascii(vm, builtin->name, &r.key);
  must(vm, define_data(vm, holder, &r.key, &r.function, ATTR_METHOD));
  *out = r.function;
}

void define_value(VM *vm, Handle object, const char *name, Handle value, int attributes) {
  ROOTS(vm, key, value);
  r.value = *value;
  string_internalize_ascii(vm, name, &r.key);
  must(vm, define_data(vm, object, &r.key, &r.value, attributes));
}

void define_number(VM *vm, Handle object, const char *name, double value, int attributes) {
  Value v = number(value);
  define_value(vm, object, name, &v, attributes);
}

void define_string(VM *vm, Handle object, const char *name, const char *utf8, int attributes) {
  ROOTS(vm, text);
  must(vm, string_from_utf8(vm, utf8, strlen(utf8), &r.text));
  define_value(vm, object, name, &r.text, attributes);
}

void define_to_string_tag(VM *vm, Handle object, const char *text) {
  ROOTS(vm, text);
  string_internalize_ascii(vm, text, &r.text);
  must(vm, define_data(vm, object, VM_SYMBOL(vm, toStringTag), &r.text, ATTR_CONFIGURABLE));
}

bool prototype_from_new_target(VM *vm, const Args *args, Handle fallback, Slot out) {
  ROOTS(vm, prototype);
  *out = *fallback;
  if (!is_construct(args) || value_same(*args->new_target, *args->callee)) return true;
  TRY(get(vm, args->new_target, VM_NAME(vm, prototype), &r.prototype));
  if (value_is_object(r.prototype)) *out = r.prototype;
  return true;
}
