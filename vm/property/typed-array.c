// vm/property/typed-array.c - ArrayBuffers and views: their making and their end, and what property access needs of
// them.
#include "vm/property/typed-array.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "base/memory.h"
#include "base/number-text.h"
#include "vm/error/error.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// More than any machine can give; above it the allocator is not asked.
#define MAX_ALLOCATION ((double)((uint64_t)1 << 40))

unsigned element_size(ElementType type) {
  static const uint8_t sizes[] = {
#define ELEMENT(NAME, Name, c_type) sizeof(c_type),
#include "objects/element-types.def"
#undef ELEMENT
  };
  return sizes[type];
}

const char *element_type_name(ElementType type) {
  static const char *const names[] = {
#define ELEMENT(NAME, Name, c_type) #Name "Array",
#include "objects/element-types.def"
#undef ELEMENT
  };
  return names[type];
}

// ------------------------------------------------------------------------------------------------------------ keys

static bool name_as_typed_index(VM *vm, Handle name, uint64_t *index) {
  if (string_length(name) == 0) return false;
  Value copy = *name;  // internalized strings are flat: nothing here allocates
  uint16_t first = string_unit_at(vm, &copy, 0);
  if (!(first >= '0' && first <= '9') && first != '-' && first != 'I' && first != 'N') return false;
  *index = UINT64_MAX;
  if (string_is_ascii(vm, name, "-0")) return true;
  char text[NUMBER_TEXT_SIZE];
  double d = string_to_number(vm, name);
  number_to_text(d, text);
  if (!string_is_ascii(vm, name, text)) return false;
  if (d >= 0 && d < MAX_TYPED_ARRAY_LENGTH && d == floor(d)) *index = (uint64_t)d;
  return true;
}

bool key_as_typed_index(VM *vm, Value key, uint64_t *index) {
  uint32_t small;
  if (value_is_symbol(key)) return false;
  if (value_is_string(key)) return name_as_typed_index(vm, &key, index);
  if (value_as_index(key, &small)) *index = small;
  else *index = UINT64_MAX;
  return true;
}

// -------------------------------------------------------------------------------------------------------- elements

bool typed_array_put(VM *vm, Handle array, uint64_t index, Handle value) {
  Value converted = *value;
  if (!value_is_number(converted)) {
    ROOTS(vm, array);
    double d;
    r.array = *array;
    TRY(to_number(vm, value, &d));
    TypedView view = view_object(&r.array);
    if (index < view.length) element_store(view.type, view.data, index, number(d));
    return true;
  }
  TypedView view = view_object(array);
  if (index < view.length) element_store(view.type, view.data, index, converted);
  return true;
}

// -------------------------------------------------------------------------------------------------------- creation

bool to_index(VM *vm, Handle value, double *out, bool *valid) {
  *out = 0;
  *valid = true;
  if (value_is_undefined(*value)) return true;
  TRY(to_integer(vm, value, out));
  *valid = *out >= 0 && *out <= MAX_ARRAY_BUFFER_LENGTH;
  return true;
}

// From this size on memory is mapped: it costs nothing before it is written, and goes back to the system at once, where
// malloc would keep it after a while.
#define MAPPED_FROM MB
#define HUGE_FROM \
  (16 * MB)  // in the system's huge pages, which come and go far quicker; smaller ones would waste too much

static void *take_bytes(size_t bytes) {
  if (bytes < MAPPED_FROM) return try_calloc(bytes, 1);
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
#ifdef MADV_HUGEPAGE
  if (bytes >= HUGE_FROM) madvise(memory, bytes, MADV_HUGEPAGE);
#endif
  return memory;
}

static void give_back_bytes(void *memory, size_t bytes) {
  if (bytes < MAPPED_FROM) free(memory);
  else munmap(memory, bytes);
}

// Zeroed memory.  When there is none, what the program has dropped is given back first.
static void *allocate_bytes(VM *vm, size_t bytes) {
  if (bytes == 0) return NULL;
  void *memory = take_bytes(bytes);
  if (memory) return memory;
  heap_collect(vm_heap(vm), GC_MARK_SWEEP, "external memory allocation failed");
  return take_bytes(bytes);
}

bool array_buffer_new(VM *vm, double byte_length, Handle prototype, Slot out) {
  if (!(byte_length >= 0 && byte_length <= MAX_ARRAY_BUFFER_LENGTH)) {
    return throw_range(vm, "Invalid array buffer length");
  }
  if (byte_length > MAX_ALLOCATION) return throw_range(vm, "Array buffer allocation failed");
  size_t bytes = (size_t)byte_length;
  ROOTS(vm, buffer);
  object_new_kind(vm, KIND_ARRAY_BUFFER, sizeof(ArrayBufferObject), prototype, &r.buffer);
  field_init(&as_array_buffer(&r.buffer)->byte_length, value_int(0));
  field_init(&as_array_buffer(&r.buffer)->bytes, value_private(NULL));
  void *memory = allocate_bytes(vm, bytes);
  if (!memory && bytes > 0) return throw_range(vm, "Array buffer allocation failed");
  field_init(&as_array_buffer(&r.buffer)->byte_length, number(byte_length));  // no pointers: no barrier
  field_init(&as_array_buffer(&r.buffer)->bytes, value_private(memory));
  if (memory) {
    heap_register_finalizer(vm_heap(vm), value_as_object(r.buffer));
    runtime(vm)->array_buffer_bytes += (int64_t)bytes;
    heap_adjust_external(vm_heap(vm), (int64_t)bytes);
  }
  *out = r.buffer;
  return true;
}

// In a collection: raw words only.
void array_buffer_finalize(VM *vm, ArrayBufferObject *buffer) {
  int64_t bytes = (int64_t)value_as_number(field_get(&buffer->byte_length));
  give_back_bytes(value_as_private(field_get(&buffer->bytes)), (size_t)bytes);
  runtime(vm)->array_buffer_bytes -= bytes;
  heap_adjust_external(vm_heap(vm), -bytes);
}

static void view_new(VM *vm, Kind kind, Handle buffer, double byte_offset, double length, Handle prototype, Slot out) {
  ROOTS(vm, buffer, view);
  r.buffer = *buffer;
  object_new_kind(vm, kind, sizeof(ViewObject), prototype, &r.view);
  ViewObject *view = as_view(&r.view);  // fresh; no allocation below
  uint8_t *bytes = array_buffer_bytes(&r.buffer);
  field_init(&view->data, value_private(bytes ? bytes + (size_t)byte_offset : NULL));
  field_init(&view->bound, value_int(length < INT32_MAX ? (int32_t)length : INT32_MAX));
  field_init(&view->length, number(length));
  field_init(&view->byte_offset, number(byte_offset));
  field_set(vm, view, &view->buffer, r.buffer);
  *out = r.view;
}

void typed_array_new_on(VM *vm, ElementType type, Handle buffer, double byte_offset, double length, Handle prototype,
                        Slot out) {
  view_new(vm, KIND_TYPED_ARRAY, buffer, byte_offset, length, prototype, out);
  heap_object_set_flag(value_as_object(*out), type);
}

void data_view_new(VM *vm, Handle buffer, double byte_offset, double length, Handle prototype, Slot out) {
  view_new(vm, KIND_DATA_VIEW, buffer, byte_offset, length, prototype, out);
}

bool typed_array_new(VM *vm, ElementType type, double length, Handle prototype, Slot out) {
  ROOTS(vm, buffer, prototype);
  if (length > MAX_TYPED_ARRAY_LENGTH) {
    Value given = number(length);
    return throw_range(vm, "Invalid typed array length: %v", &given);
  }
  r.prototype = *prototype;
  TRY(array_buffer_new(vm, length * element_size(type), &runtime(vm)->array_buffer_prototype, &r.buffer));
  typed_array_new_on(vm, type, &r.buffer, 0, length, &r.prototype, out);
  return true;
}
