// builtins/typed-array/typed-array.c - %TypedArray%, the constructors of its kinds, from and of (ECMA-262
// sections 23.2.1 to 23.2.7).
//
// One C function constructs all kinds: which one its function object makes stands in the object's data.
#include "builtins/typed-array/typed-array.h"

#include <stdlib.h>

#include "base/memory.h"
#include "builtins/array/array-access.h"
#include "builtins/builtins.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/iterator.h"

// ------------------------------------------------------------------------------------------------- making a new one

static bool throw_length(VM *vm, Handle length) { return throw_range(vm, "Invalid typed array length: %v", length); }

void elements_convert(const TypedView *to, size_t to_index, const TypedView *from, size_t from_index, size_t count) {
  if (count == 0) return;
  unsigned to_size = element_size(to->type), from_size = element_size(from->type);
  uint8_t *target = to->data + to_index * to_size;
  const uint8_t *source = from->data + from_index * from_size;
  bool same_bytes = to->type == from->type || (to_size == 1 && from_size == 1 && to->type != ELEMENT_UINT8_CLAMPED);
  if (same_bytes) {
    memmove(target, source, count * to_size);
    return;
  }
  // what is not yet read must not be written: in one of the two directions that holds, or the source is copied
  bool overlap = source < target + count * to_size && target < source + count * from_size;
  uint8_t *copy = NULL;
  if (overlap) {
    copy = checked_malloc(count * from_size);
    source = memcpy(copy, source, count * from_size);
  }
  for (size_t i = 0; i < count; i++) element_store(to->type, target, i, element_load(from->type, source, i));
  free(copy);
}

// 23.2.5.1.2
static bool from_typed_array(VM *vm, ElementType type, Handle source, Handle prototype, Slot out) {
  TypedView from = view_object(source);
  TRY(typed_array_new(vm, type, (double)from.length, prototype, out));
  TypedView to = view_object(out);
  elements_convert(&to, 0, &from, 0, from.length);
  return true;
}

// 23.2.5.1.3
static bool from_buffer(VM *vm, const Args *args, ElementType type, Handle prototype, Slot out) {
  Handle buffer = arg(args, 0);
  double offset, length = 0, size = element_size(type), available = (double)array_buffer_length(buffer);
  bool valid;
  TRY(to_index(vm, arg(args, 1), &offset, &valid));
  if (!valid) return throw_range(vm, "Start offset %v is outside the bounds of the buffer", arg(args, 1));
  if (fmod(offset, size) != 0) {
    return throw_range(vm, "start offset of %s should be a multiple of %d", element_type_name(type), (int)size);
  }
  bool to_end = value_is_undefined(*arg(args, 2));
  TRY(to_index(vm, arg(args, 2), &length, &valid));
  if (!valid) return throw_length(vm, arg(args, 2));
  if (to_end) {
    if (fmod(available, size) != 0) {
      return throw_range(vm, "byte length of %s should be a multiple of %d", element_type_name(type), (int)size);
    }
    if (offset > available) return throw_range(vm, "Start offset %v is outside the bounds of the buffer", arg(args, 1));
    length = (available - offset) / size;
  } else if (offset + length * size > available) {
    return throw_length(vm, arg(args, 2));
  }
  if (length > MAX_TYPED_ARRAY_LENGTH) {
    Value given = number(length);
    return throw_length(vm, &given);
  }
  typed_array_new_on(vm, type, buffer, offset, length, prototype, out);
  return true;
}

// All elements are numbers, so that storing them runs nothing.
static bool is_list_of_numbers(VM *vm, Handle array) {
  const Elements *elements = fast_elements_of(vm, array);  // no allocation in this function
  if (!elements) return false;
  double length = array_length(array);
  for (uint32_t i = 0; i < length; i++) {
    if (!value_is_number(field_get(&elements->values[i]))) return false;
  }
  return true;
}

// 23.2.5.1.4: `list` is a true array that nobody else has, or one whose elements are numbers.
static bool from_list(VM *vm, ElementType type, Handle list, Handle prototype, Slot out) {
  ROOTS(vm, item);
  double length = array_length(list);
  TRY(typed_array_new(vm, type, length, prototype, out));
  TypedView to = view_object(out);
  for (size_t i = 0; i < to.length; i++) {
    double d;
    TRY(array_element(vm, list, (double)i, &r.item));
    if (LIKELY(value_is_number(r.item))) {
      element_store(type, to.data, i, r.item);
    } else {
      TRY(to_number(vm, &r.item, &d));
      element_store(type, to.data, i, number(d));
    }
  }
  return true;
}

// 23.2.5.1.5
static bool from_array_like(VM *vm, ElementType type, Handle source, Handle prototype, Slot out) {
  ROOTS(vm, item);
  double length;
  TRY(get_length(vm, source, &length));
  TRY(typed_array_new(vm, type, length, prototype, out));
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, source, i, &r.item));
    TRY(typed_array_put(vm, out, (uint64_t)i, &r.item));
  }
  return true;
}

static bool from_object(VM *vm, ElementType type, Handle source, Handle prototype, Slot out) {
  ROOTS(vm, method, list, iterator[2]);
  TRY(get(vm, source, VM_SYMBOL(vm, iterator), &r.method));
  if (value_is_nullish(r.method)) return from_array_like(vm, type, source, prototype, out);
  if (!value_is_callable(r.method)) {
    return throw_type(vm,
                      "TypedArray's constructor requires that the property of the first argument, "
                      "items[Symbol.iterator], when exists, be a function");
  }
  if (is_list_of_numbers(vm, source)) {
    TRY(iterator_open(vm, source, r.iterator));
    if (value_is_int(r.iterator[1])) return from_list(vm, type, source, prototype, out);
  }
  TRY(array_new(vm, 0, &r.list));
  TRY(array_spread(vm, &r.list, source));
  return from_list(vm, type, &r.list, prototype, out);
}

// 23.2.5.1
static bool typed_array_constructor(VM *vm, const Args *args, Slot out) {
  ElementType type = (ElementType)value_as_int(field_get(&as_native(args->callee)->data[0]));
  if (!is_construct(args)) return throw_type(vm, "Constructor %s requires 'new'", element_type_name(type));
  ROOTS(vm, prototype, result);
  Handle first = arg(args, 0);
  if (!value_is_object(*first)) {
    double length;
    bool valid;
    TRY(to_index(vm, first, &length, &valid));
    if (!valid) return throw_length(vm, first);
    TRY(prototype_from_new_target(vm, args, &runtime(vm)->typed_array_prototypes[type], &r.prototype));
    return typed_array_new(vm, type, length, &r.prototype, out);
  }
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->typed_array_prototypes[type], &r.prototype));
  if (value_is_typed_array(*first)) TRY(from_typed_array(vm, type, first, &r.prototype, &r.result));
  else if (value_is_array_buffer(*first)) TRY(from_buffer(vm, args, type, &r.prototype, &r.result));
  else TRY(from_object(vm, type, first, &r.prototype, &r.result));
  *out = r.result;
  return true;
}

// 23.2.1.1
static bool abstract_constructor(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm, "Abstract class TypedArray not directly constructable");
}

// --------------------------------------------------------------------------------------------- through constructors

bool typed_array_create(VM *vm, Handle constructor, uint32_t argc, Handle arguments, double length, const char *method,
                        Slot out) {
  TRY(vm_construct(vm, constructor, argc, arguments, constructor, out));
  if (!value_is_typed_array(*out)) {
    return throw_type(vm, "Method %%TypedArray%%.%s called on incompatible receiver %v", method, out);
  }
  if (typed_array_length(out) < length) {
    return throw_type(vm, "Derived TypedArray constructor created an array which was too small");
  }
  return true;
}

bool typed_array_species(VM *vm, Handle exemplar, double length, const char *method, Slot out) {
  ROOTS(vm, constructor, size);
  ElementType type = typed_array_type(exemplar);
  Handle standard = &runtime(vm)->typed_array_constructors[type];
  TRY(species_constructor(vm, exemplar, standard, &r.constructor));
  if (value_same(r.constructor, *standard)) {
    return typed_array_new(vm, type, length, &runtime(vm)->typed_array_prototypes[type], out);
  }
  char name[64];
  snprintf(name, sizeof name, "prototype.%s", method);
  r.size = number(length);
  return typed_array_create(vm, &r.constructor, 1, &r.size, length, name, out);
}

static bool require_constructor(VM *vm, Handle value) {
  return value_is_constructor(*value) || throw_type(vm, "%v is not a constructor", value);
}

// 23.2.2.2
static bool typed_array_of(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, length, result);
  TRY(require_constructor(vm, args->self));
  r.length = number_uint32(args->argc);
  TRY(typed_array_create(vm, args->self, 1, &r.length, args->argc, "of", &r.result));
  for (uint32_t i = 0; i < args->argc; i++) TRY(typed_array_put(vm, &r.result, i, &args->values[i]));
  *out = r.result;
  return true;
}

static bool map_into(VM *vm, const Args *args, Handle source, double length, Slot out) {
  ROOTS(vm, size, arguments[2], value);
  r.size = number(length);
  TRY(typed_array_create(vm, args->self, 1, &r.size, length, "from", out));
  for (double i = 0; i < length; i++) {
    if (value_is_array(*source)) TRY(array_element(vm, source, i, &r.arguments[0]));
    else TRY(get_index(vm, source, i, &r.arguments[0]));
    r.value = r.arguments[0];
    if (!value_is_undefined(*arg(args, 1))) {
      r.arguments[1] = number(i);
      TRY(vm_call(vm, arg(args, 1), arg(args, 2), 2, r.arguments, &r.value));
    }
    TRY(typed_array_put(vm, out, (uint64_t)i, &r.value));
  }
  return true;
}

// 23.2.2.1
static bool typed_array_from(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, source, method, result);
  double length;
  TRY(require_constructor(vm, args->self));
  if (!value_is_undefined(*arg(args, 1)) && !value_is_callable(*arg(args, 1))) {
    return throw_type(vm, "%v is not a function", arg(args, 1));
  }
  if (value_is_nullish(*arg(args, 0))) return throw_not_iterable(vm, arg(args, 0));
  TRY(get(vm, arg(args, 0), VM_SYMBOL(vm, iterator), &r.method));
  if (value_is_nullish(r.method)) {
    TRY(to_object(vm, arg(args, 0), &r.source));
    TRY(get_length(vm, &r.source, &length));
  } else {
    TRY(array_new(vm, 0, &r.source));
    TRY(array_spread(vm, &r.source, arg(args, 0)));
    length = array_length(&r.source);
  }
  TRY(map_into(vm, args, &r.source, length, &r.result));
  *out = r.result;
  return true;
}

static bool typed_array_species_getter(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin intrinsic = {"TypedArray", abstract_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin functions[] = {
    METHOD("of", typed_array_of, 0),
    METHOD("from", typed_array_from, 1),
    SYMBOL_GETTER(species, typed_array_species_getter),
};
static const Builtin constructors[] = {
#define ELEMENT(NAME, Name, c_type) \
  {#Name "Array", typed_array_constructor, 3, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL},
#include "objects/element-types.def"
#undef ELEMENT
};

static void install_kind(VM *vm, ElementType type, Handle base, Handle base_prototype) {
  Runtime *rt = runtime(vm);
  Slot prototype = &rt->typed_array_prototypes[type], constructor = &rt->typed_array_constructors[type];
  bool ok;
  object_new_with_prototype(vm, base_prototype, prototype);
  define_constructor(vm, &rt->global, &constructors[type], prototype, constructor);
  field_init(&as_native(constructor)->data[0], value_int((int32_t)type));
  define_number(vm, constructor, "BYTES_PER_ELEMENT", element_size(type), 0);
  define_number(vm, prototype, "BYTES_PER_ELEMENT", element_size(type), 0);
  if (!set_prototype(vm, constructor, base, &ok)) vm->exception = VALUE_EMPTY;  // cannot happen
}

void install_typed_arrays(VM *vm) {
  ROOTS(vm, nowhere, base, prototype);
  install_array_buffer(vm);
  object_new_with_prototype(vm, &runtime(vm)->object_prototype, &r.prototype);
  object_new(vm, &r.nowhere);  // %TypedArray% has no name in the global object
  define_constructor(vm, &r.nowhere, &intrinsic, &r.prototype, &r.base);
  DEFINE_BUILTINS(vm, &r.base, functions);
  install_typed_array_methods(vm, &r.prototype);
  install_typed_array_iteration(vm, &r.prototype);
  install_typed_array_sort(vm, &r.prototype);
  for (int type = 0; type < ELEMENT_TYPES; type++) install_kind(vm, (ElementType)type, &r.base, &r.prototype);
  install_data_view(vm);
}
