// vm/property/typed-array.h - ArrayBuffers and the views on them: memory outside the heap, and its elements as numbers
// (ECMA-262 sections 25.1, 10.4.5).
//
// The bytes of an ArrayBuffer never move and live as long as it does; a view holds its buffer and the address of its
// first byte.  So C code that has a rooted view may keep `data` and `length` across anything.
#ifndef NODULE_VM_PROPERTY_TYPED_ARRAY_H
#define NODULE_VM_PROPERTY_TYPED_ARRAY_H

#include "vm/convert.h"

#define MAX_ARRAY_BUFFER_LENGTH 9007199254740991.0  // bytes, by the specification; memory is short long before
#define MAX_TYPED_ARRAY_LENGTH 4294967296.0         // elements: V8's limit

typedef struct TypedView {
  ElementType type;
  uint8_t *data;
  size_t length;  // elements; of a DataView bytes
} TypedView;

unsigned element_size(ElementType type);
const char *element_type_name(ElementType type);  // "Int8Array"

static inline ElementType typed_array_type(Handle array) {
  return (ElementType)heap_object_flags(value_as_object(*array));
}
// Of a typed array or DataView.
static inline double typed_array_length(Handle view) { return value_as_number(field_get(&as_view(view)->length)); }
static inline TypedView view_object(Handle view) {
  uint8_t *data = value_as_private(field_get(&as_view(view)->data));
  return (TypedView){typed_array_type(view), data, (size_t)typed_array_length(view)};
}
static inline bool value_is_typed_array(Value v) { return value_is_kind(v, KIND_TYPED_ARRAY); }
static inline bool value_is_array_buffer(Value v) { return value_is_kind(v, KIND_ARRAY_BUFFER); }
static inline uint8_t *array_buffer_bytes(Handle buffer) {
  return value_as_private(field_get(&as_array_buffer(buffer)->bytes));
}
static inline size_t array_buffer_length(Handle buffer) {
  return (size_t)value_as_number(field_get(&as_array_buffer(buffer)->byte_length));
}

// ------------------------------------------------------------------------------------------------------- elements

// ToInt32 for all doubles that fit 64 bits, which is nearly every one.
static inline int32_t element_integer(Value number) {
  if (value_is_int(number)) return value_as_int(number);
  double d = value_as_double(number);
  return fabs(d) < 9e18 ? (int32_t)(int64_t)d : double_to_int32(d);
}

// ToUint8Clamp (7.1.12): ties go to even.
static inline uint8_t element_clamped(Value number) {
  double d = value_as_number(number);
  return d > 0 ? (uint8_t)(d < 255 ? lrint(d) : 255) : 0;
}

// `number` is any number.
static inline void element_store(ElementType type, void *data, size_t index, Value number) {
  switch (type) {
  case ELEMENT_INT8:
  case ELEMENT_UINT8: ((uint8_t *)data)[index] = (uint8_t)element_integer(number); break;
  case ELEMENT_UINT8_CLAMPED: ((uint8_t *)data)[index] = element_clamped(number); break;
  case ELEMENT_INT16:
  case ELEMENT_UINT16: ((uint16_t *)data)[index] = (uint16_t)element_integer(number); break;
  case ELEMENT_INT32:
  case ELEMENT_UINT32: ((int32_t *)data)[index] = element_integer(number); break;
  case ELEMENT_FLOAT32: ((float *)data)[index] = (float)value_as_number(number); break;
  case ELEMENT_FLOAT64: ((double *)data)[index] = value_as_number(number); break;
  case ELEMENT_TYPES: break;
  }
}

static inline Value element_load(ElementType type, const void *data, size_t index) {
  switch (type) {
  case ELEMENT_INT8: return value_int(((const int8_t *)data)[index]);
  case ELEMENT_UINT8:
  case ELEMENT_UINT8_CLAMPED: return value_int(((const uint8_t *)data)[index]);
  case ELEMENT_INT16: return value_int(((const int16_t *)data)[index]);
  case ELEMENT_UINT16: return value_int(((const uint16_t *)data)[index]);
  case ELEMENT_INT32: return value_int(((const int32_t *)data)[index]);
  case ELEMENT_UINT32: return number_uint32(((const uint32_t *)data)[index]);
  case ELEMENT_FLOAT32: return value_double(((const float *)data)[index]);
  case ELEMENT_FLOAT64: return value_double(((const double *)data)[index]);
  case ELEMENT_TYPES: break;
  }
  return VALUE_UNDEFINED;
}

// For the interpreter: element `index` (the bits of an integer) of a typed array; false when it needs the long way.
static inline bool typed_array_load(const HeapObject *object, uint32_t index, Value *out) {
  const ViewObject *view = (const ViewObject *)object;
  if (UNLIKELY(index >= (uint32_t)view->bound.value_.bits)) return false;
  *out = element_load((ElementType)heap_object_flags(object), value_as_private(view->data.value_), index);
  return true;
}
static inline bool typed_array_store(HeapObject *object, uint32_t index, Value value) {
  const ViewObject *view = (const ViewObject *)object;
  if (UNLIKELY(index >= (uint32_t)view->bound.value_.bits || !value_is_number(value))) return false;
  element_store((ElementType)heap_object_flags(object), value_as_private(view->data.value_), index, value);
  return true;
}

// Element `index`, which is there.
static inline Value typed_array_get(Value array, size_t index) {
  TypedView view = view_object(&array);
  return element_load(view.type, view.data, index);
}
// TypedArraySetElement (10.4.5.16): converts first, and stores only inside.
NODISCARD bool typed_array_put(VM *vm, Handle array, uint64_t index, Handle value);

// CanonicalNumericIndexString (7.1.21) of a property key: true when it is a number; *index is then an integer index, or
// UINT64_MAX for one that no typed array has.
bool key_as_typed_index(VM *vm, Value key, uint64_t *index);

// ------------------------------------------------------------------------------------------------------- creation

// ToIndex (7.1.22): *valid false for what is no integer from 0 to 2^53 - 1.
NODISCARD bool to_index(VM *vm, Handle value, double *out, bool *valid);

// Zeroed bytes.  RangeError "Invalid array buffer length" or "Array buffer allocation failed".
NODISCARD bool array_buffer_new(VM *vm, double byte_length, Handle prototype, Slot out);
// A view on the buffer; `length` in elements, all of it inside.
void typed_array_new_on(VM *vm, ElementType type, Handle buffer, double byte_offset, double length, Handle prototype,
                        Slot out);
// A typed array with a zeroed buffer of its own.  RangeError "Invalid typed array length: N" and those of the buffer.
NODISCARD bool typed_array_new(VM *vm, ElementType type, double length, Handle prototype, Slot out);
void data_view_new(VM *vm, Handle buffer, double byte_offset, double length, Handle prototype, Slot out);

void array_buffer_finalize(VM *vm, ArrayBufferObject *buffer);

#endif
