// builtins/typed-array/array-buffer.c - ArrayBuffer (ECMA-262 section 25.1).
#include "builtins/typed-array/typed-array.h"

// 25.1.4.1
static bool array_buffer_constructor(VM *vm, const Args *args, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor ArrayBuffer requires 'new'");
  ROOTS(vm, prototype);
  double length;
  bool valid;
  TRY(to_index(vm, arg(args, 0), &length, &valid));
  if (!valid) return throw_range(vm, "Invalid array buffer length");
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->array_buffer_prototype, &r.prototype));
  return array_buffer_new(vm, length, &r.prototype, out);
}

// 25.1.5.1
static bool array_buffer_is_view(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = value_boolean(value_is_typed_array(*arg(args, 0)) || value_is_kind(*arg(args, 0), KIND_DATA_VIEW));
  return true;
}

static bool array_buffer_require(VM *vm, const Args *args, const char *method) {
  if (value_is_array_buffer(*args->self)) return true;
  return throw_type(vm, "Method %sArrayBuffer.prototype.%s called on incompatible receiver %v",
                    *method == 'b' ? "get " : "", method, args->self);
}

static bool array_buffer_byte_length(VM *vm, const Args *args, Slot out) {
  TRY(array_buffer_require(vm, args, "byteLength"));
  *out = field_get(&as_array_buffer(args->self)->byte_length);
  return true;
}

static bool throw_species(VM *vm) { return throw_type(vm, "object.constructor[Symbol.species] is not a constructor"); }

bool species_constructor(VM *vm, Handle object, Handle fallback, Slot out) {
  ROOTS(vm, constructor, species);
  *out = *fallback;
  TRY(get(vm, object, VM_NAME(vm, constructor), &r.constructor));
  if (value_is_undefined(r.constructor)) return true;
  if (!value_is_object(r.constructor)) return throw_species(vm);
  TRY(get(vm, &r.constructor, VM_SYMBOL(vm, species), &r.species));
  if (value_is_nullish(r.species)) return true;
  if (!value_is_constructor(r.species)) return throw_species(vm);
  *out = r.species;
  return true;
}

static bool slice_target(VM *vm, const Args *args, double length, Slot out) {
  ROOTS(vm, constructor, size);
  TRY(species_constructor(vm, args->self, &runtime(vm)->array_buffer_constructor, &r.constructor));
  r.size = number(length);
  TRY(vm_construct(vm, &r.constructor, 1, &r.size, &r.constructor, out));
  if (!value_is_array_buffer(*out)) {
    return throw_type(vm, "Method ArrayBuffer.prototype.slice called on incompatible receiver %v", out);
  }
  if (value_same(*out, *args->self)) {
    return throw_type(vm, "ArrayBuffer subclass returned this from species constructor");
  }
  if ((double)array_buffer_length(out) < length) {
    return throw_type(vm, "Derived ArrayBuffer constructor created a buffer which was too small");
  }
  return true;
}

// 25.1.6.4
static bool array_buffer_slice(VM *vm, const Args *args, Slot out) {
  TRY(array_buffer_require(vm, args, "slice"));
  ROOTS(vm, result);
  double length = (double)array_buffer_length(args->self), start, end;
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), length, length, &end));
  double size = fmax(end - start, 0);
  TRY(slice_target(vm, args, size, &r.result));
  if (size > 0) memcpy(array_buffer_bytes(&r.result), array_buffer_bytes(args->self) + (size_t)start, (size_t)size);
  *out = r.result;
  return true;
}

static bool array_buffer_species(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

static const Builtin constructor = {"ArrayBuffer", array_buffer_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD,
                                    NULL};
static const Builtin functions[] = {
    METHOD("isView", array_buffer_is_view, 1),
    SYMBOL_GETTER(species, array_buffer_species),
};
static const Builtin methods[] = {
    GETTER("byteLength", array_buffer_byte_length),
    METHOD("slice", array_buffer_slice, 2),
};

void install_array_buffer(VM *vm) {
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->array_buffer_prototype);
  define_constructor(vm, &rt->global, &constructor, &rt->array_buffer_prototype, &rt->array_buffer_constructor);
  DEFINE_BUILTINS(vm, &rt->array_buffer_constructor, functions);
  DEFINE_BUILTINS(vm, &rt->array_buffer_prototype, methods);
  define_to_string_tag(vm, &rt->array_buffer_prototype, "ArrayBuffer");
}
