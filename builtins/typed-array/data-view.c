// builtins/typed-array/data-view.c - DataView (ECMA-262 section 25.3): numbers of any type at any byte of a buffer.
#include <endian.h>

#include "builtins/typed-array/typed-array.h"

// 25.3.2.1
static bool data_view_constructor(VM *vm, const Args *args, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor DataView requires 'new'");
  Handle buffer = arg(args, 0);
  if (!value_is_array_buffer(*buffer)) {
    return throw_type(vm, "First argument to DataView constructor must be an ArrayBuffer");
  }
  ROOTS(vm, prototype);
  double offset, length, available = (double)array_buffer_length(buffer);
  bool valid;
  TRY(to_index(vm, arg(args, 1), &offset, &valid));
  if (!valid || offset > available) {
    return throw_range(vm, "Start offset %v is outside the bounds of the buffer", arg(args, 1));
  }
  available -= offset;
  if (value_is_undefined(*arg(args, 2))) {
    length = available;
  } else {
    TRY(to_index(vm, arg(args, 2), &length, &valid));
    if (!valid || length > available) return throw_range(vm, "Invalid DataView length %v", arg(args, 2));
  }
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->data_view_prototype, &r.prototype));
  data_view_new(vm, buffer, offset, length, &r.prototype, out);
  return true;
}

static bool data_view_require(VM *vm, const Args *args, const char *method) {
  if (LIKELY(value_is_kind(*args->self, KIND_DATA_VIEW))) return true;
  return throw_type(vm, "Method %s called on incompatible receiver undefined", method);  // as V8 says of any receiver
}

static bool data_view_buffer(VM *vm, const Args *args, Slot out) {
  TRY(data_view_require(vm, args, "get DataView.prototype.buffer"));
  *out = field_get(&as_view(args->self)->buffer);
  return true;
}
static bool data_view_byte_length(VM *vm, const Args *args, Slot out) {
  TRY(data_view_require(vm, args, "get DataView.prototype.byte_length"));
  *out = field_get(&as_view(args->self)->length);
  return true;
}
static bool data_view_byte_offset(VM *vm, const Args *args, Slot out) {
  TRY(data_view_require(vm, args, "get DataView.prototype.byte_offset"));
  *out = field_get(&as_view(args->self)->byte_offset);
  return true;
}

// The place of a number of `size` bytes at the offset that the first argument gives.
static bool view_place(VM *vm, const Args *args, double index, bool valid, unsigned size, uint8_t **place) {
  TypedView view = view_object(args->self);
  if (!valid || index + size > (double)view.length) {
    return throw_range(vm, "Offset is outside the bounds of the DataView");
  }
  *place = view.data + (size_t)index;
  return true;
}

// The machine is little-endian or the bytes of both orders change places.
static void copy_number(uint8_t *to, const uint8_t *from, unsigned size, bool little_endian) {
  if (little_endian == (BYTE_ORDER == LITTLE_ENDIAN)) {
    memcpy(to, from, size);
  } else {
    for (unsigned i = 0; i < size; i++) to[i] = from[size - 1 - i];
  }
}

// GetViewValue (25.3.1.5)
static bool view_get(VM *vm, const Args *args, ElementType type, const char *method, Slot out) {
  TRY(data_view_require(vm, args, method));
  double index;
  bool valid;
  uint8_t *place;
  _Alignas(8) uint8_t bytes[8];
  TRY(to_index(vm, arg(args, 0), &index, &valid));
  TRY(view_place(vm, args, index, valid, element_size(type), &place));
  copy_number(bytes, place, element_size(type), to_boolean(*arg(args, 1)));
  Value value = element_load(type, bytes, 0);
  *out = value_is_int(value) ? value : number(value_as_double(value));
  return true;
}

// SetViewValue (25.3.1.6)
static bool view_set(VM *vm, const Args *args, ElementType type, const char *method, Slot out) {
  (void)out;
  TRY(data_view_require(vm, args, method));
  double index, value;
  bool valid;
  uint8_t *place;
  _Alignas(8) uint8_t bytes[8];
  TRY(to_index(vm, arg(args, 0), &index, &valid));
  if (!valid) return throw_range(vm, "Offset is outside the bounds of the DataView");
  TRY(to_number(vm, arg(args, 1), &value));
  TRY(view_place(vm, args, index, valid, element_size(type), &place));
  element_store(type, bytes, 0, number(value));
  copy_number(place, bytes, element_size(type), to_boolean(*arg(args, 2)));
  return true;
}

#define ACCESS(NAME, Name)                                                          \
  static bool get_##Name(VM *vm, const Args *args, Slot out) {                      \
    return view_get(vm, args, ELEMENT_##NAME, "DataView.prototype.get" #Name, out); \
  }                                                                                 \
  static bool set_##Name(VM *vm, const Args *args, Slot out) {                      \
    return view_set(vm, args, ELEMENT_##NAME, "DataView.prototype.set" #Name, out); \
  }
#define ACCESS_TYPES(X) \
  X(INT8, Int8)         \
  X(UINT8, Uint8)       \
  X(INT16, Int16) X(UINT16, Uint16) X(INT32, Int32) X(UINT32, Uint32) X(FLOAT32, Float32) X(FLOAT64, Float64)
ACCESS_TYPES(ACCESS)

#define ACCESS_METHODS(NAME, Name) METHOD("get" #Name, get_##Name, 1), METHOD("set" #Name, set_##Name, 2),
static const Builtin constructor = {"DataView", data_view_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin methods[] = {GETTER("buffer", data_view_buffer), GETTER("byteLength", data_view_byte_length),
                                  GETTER("byteOffset", data_view_byte_offset), ACCESS_TYPES(ACCESS_METHODS)};

void install_data_view(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->data_view_prototype);
  define_constructor(vm, &rt->global, &constructor, &rt->data_view_prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &rt->data_view_prototype, methods);
  define_to_string_tag(vm, &rt->data_view_prototype, "DataView");
}
