// node/buffer/buffer.c - natives of buffer.js: making Buffers, text and bytes, comparing, searching, filling.
#include "node/buffer/buffer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "node/buffer/encoding.h"
#include "node/host/builtin-modules.h"
#include "node/host/errors.h"
#include "node/util/util.h"

typedef struct Buffers {
  PersistentCell prototype;  // once the module is loaded
} Buffers;

static Slot buffer_prototype(VM *vm) {
  Buffers *buffers = node_state(vm, PART_buffer);
  return &buffers->prototype.value;
}

static const NodeCell cells[] = {{offsetof(Buffers, prototype), NULL}};

const NodePart buffer_part = {.name = "buffer", .state_size = sizeof(Buffers), NODE_CELLS(cells)};

// --------------------------------------------------------------------------------------------------------- bytes

bool buffer_bytes(Handle value, uint8_t **bytes, size_t *length) {
  if (value_is_array_buffer(*value)) {
    *bytes = array_buffer_bytes(value);
    *length = array_buffer_length(value);
    return true;
  }
  if (!value_is_typed_array(*value) && !value_is_kind(*value, KIND_DATA_VIEW)) return false;
  TypedView view = view_object(value);
  *bytes = view.data;
  *length = view.length * (value_is_typed_array(*value) ? element_size(view.type) : 1);
  return true;
}

bool buffer_this(VM *vm, Handle self, uint8_t **bytes, size_t *length) {
  if (buffer_bytes(self, bytes, length)) return true;
  throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_INVALID_ARG_TYPE", "argument must be a buffer");
  return false;
}

// A position that buffer.js has checked against properties, which scripts may change: here it ends at `most`.
static size_t argument_size(const Args *args, uint32_t i, size_t most) {
  double d = value_is_number(*arg(args, i)) ? value_as_number(*arg(args, i)) : 0;
  return !(d > 0) ? 0 : d >= (double)most ? most : (size_t)d;
}

// -------------------------------------------------------------------------------------------------------- creation

static bool new_with_prototype(VM *vm, double length, Slot out) {
  return typed_array_new(vm, ELEMENT_UINT8, length, buffer_prototype(vm), out);
}

bool buffer_new(VM *vm, size_t length, Slot out) {
  if (!value_is_object(*buffer_prototype(vm))) TRY(builtin_module_load(vm, "buffer", out));
  return new_with_prototype(vm, (double)length, out);
}

// setPrototype(Buffer.prototype): gives it the methods that are in C
static bool set_buffer_prototype(VM *vm, const Args *args, Slot out) {
  (void)out;
  *buffer_prototype(vm) = *arg(args, 0);
  buffer_define_numbers(vm, arg(args, 0));
  return true;
}

// allocate(length): zeroed
static bool allocate(VM *vm, const Args *args, Slot out) {
  return new_with_prototype(vm, value_as_number(*arg(args, 0)), out);
}

// view(arrayBuffer, byteOffset, length)
static bool view(VM *vm, const Args *args, Slot out) {
  size_t available = array_buffer_length(arg(args, 0)), offset = argument_size(args, 1, available);
  size_t length = argument_size(args, 2, available - offset);
  typed_array_new_on(vm, ELEMENT_UINT8, arg(args, 0), (double)offset, (double)length, buffer_prototype(vm), out);
  return true;
}

// encode(string, encoding): a Buffer with its bytes
static bool encode(VM *vm, const Args *args, Slot out) {
  Encoding encoding;
  ROOTS(vm, whole, bytes);
  TRY(encoding_argument(vm, arg(args, 1), &encoding));
  size_t room = text_byte_count(vm, arg(args, 0), encoding);
  TRY(new_with_prototype(vm, (double)room, &r.whole));
  size_t length = text_to_bytes(vm, arg(args, 0), encoding, view_object(&r.whole).data, room);
  if (length == room) {
    *out = r.whole;
  } else {
    r.bytes = field_get(&as_view(&r.whole)->buffer);
    typed_array_new_on(vm, ELEMENT_UINT8, &r.bytes, 0, (double)length, buffer_prototype(vm), out);
  }
  return true;
}

// Buffer.prototype.subarray, slice
static bool subarray(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, buffer);
  double start, end;
  if (!value_is_typed_array(*args->self)) return throw_type(vm, "this is not a typed array.");
  TypedView self = view_object(args->self);
  TRY(to_relative_index(vm, arg(args, 0), (double)self.length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), (double)self.length, (double)self.length, &end));
  r.buffer = field_get(&as_view(args->self)->buffer);
  double offset = value_as_number(field_get(&as_view(args->self)->byte_offset)) + start;
  typed_array_new_on(vm, ELEMENT_UINT8, &r.buffer, offset, fmax(end - start, 0), buffer_prototype(vm), out);
  return true;
}

// ----------------------------------------------------------------------------------------------------------- text

// encodingOf(value): the usual name of an encoding, or undefined
static bool encoding_of(VM *vm, const Args *args, Slot out) {
  if (!value_is_string(*arg(args, 0))) return true;
  Encoding encoding = encoding_find(vm, arg(args, 0));
  if (encoding != ENCODING_NONE) string_internalize_ascii(vm, encoding_name(encoding), out);
  return true;
}

// byteLength(string, encoding)
static bool byte_length(VM *vm, const Args *args, Slot out) {
  Encoding encoding;
  TRY(encoding_argument(vm, arg(args, 1), &encoding));
  *out = number((double)text_byte_count(vm, arg(args, 0), encoding));
  return true;
}

// A position as toString reads it: what is no number or negative is 0, what lies beyond is the end.
static bool text_position(VM *vm, Handle value, size_t length, size_t fallback, size_t *out) {
  double d;
  *out = fallback;
  if (value_is_undefined(*value)) return true;
  TRY(to_integer(vm, value, &d));
  *out = d <= 0 ? 0 : d >= (double)length ? length : (size_t)d;
  return true;
}

static bool text_between(VM *vm, const Args *args, uint32_t first, Encoding encoding, Slot out) {
  uint8_t *bytes;
  size_t length, start, end;
  TRY(buffer_this(vm, args->self, &bytes, &length));
  TRY(text_position(vm, arg(args, first), length, 0, &start));
  TRY(text_position(vm, arg(args, first + 1), length, length, &end));
  return bytes_to_text(vm, bytes + start, end > start ? end - start : 0, encoding, out);
}

// Buffer.prototype.toString(encoding, start, end)
static bool to_text(VM *vm, const Args *args, Slot out) {
  Encoding encoding;
  TRY(encoding_argument(vm, arg(args, 0), &encoding));
  return text_between(vm, args, 1, encoding, out);
}

// writeText(buffer, string, offset, length, encoding): the count of bytes
static bool write_at(VM *vm, Handle buffer, Handle string, size_t offset, size_t room, Encoding encoding, Slot out) {
  uint8_t *bytes;
  size_t length;
  TRY(buffer_this(vm, buffer, &bytes, &length));
  if (!value_is_string(*string)) {
    return throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_INVALID_ARG_TYPE",
                            "argument must be a string");
  }
  if (offset > length) offset = length;
  if (room > length - offset) room = length - offset;
  *out = number((double)text_to_bytes(vm, string, encoding, bytes + offset, room));
  return true;
}

static bool write_text(VM *vm, const Args *args, Slot out) {
  Encoding encoding;
  TRY(encoding_argument(vm, arg(args, 4), &encoding));
  size_t offset = argument_size(args, 2, SIZE_MAX), room = argument_size(args, 3, SIZE_MAX);
  return write_at(vm, arg(args, 0), arg(args, 1), offset, room, encoding, out);
}

// utf8Slice(start, end), utf8Write(string, offset, length) and so on
#define ENCODING_ACCESS(NAME, name)                                                                \
  static bool name##_slice(VM *vm, const Args *args, Slot out) {                                   \
    return text_between(vm, args, 0, ENCODING_##NAME, out);                                        \
  }                                                                                                \
  static bool name##_write(VM *vm, const Args *args, Slot out) {                                   \
    size_t offset = argument_size(args, 1, SIZE_MAX);                                              \
    size_t room = value_is_undefined(*arg(args, 2)) ? SIZE_MAX : argument_size(args, 2, SIZE_MAX); \
    return write_at(vm, args->self, arg(args, 0), offset, room, ENCODING_##NAME, out);             \
  }
#define ENCODINGS(X) \
  X(ASCII, ascii) X(BASE64, base64) X(BASE64URL, base64url) X(LATIN1, latin1) X(HEX, hex) X(UCS2, ucs2) X(UTF8, utf8)
ENCODINGS(ENCODING_ACCESS)

// ----------------------------------------------------------------------------------------------- bytes among bytes

static int compare_bytes(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length) {
  size_t common = a_length < b_length ? a_length : b_length;
  int order = common > 0 ? memcmp(a, b, common) : 0;
  if (order == 0) order = (a_length > b_length) - (a_length < b_length);
  return (order > 0) - (order < 0);
}

// The bytes of a view, argument `i`, between the positions that the next two arguments give.
static bool argument_bytes(VM *vm, const Args *args, uint32_t i, uint8_t **bytes, size_t *length) {
  TRY(buffer_this(vm, arg(args, i), bytes, length));
  size_t start = argument_size(args, i + 1, *length), end = argument_size(args, i + 2, *length);
  *bytes += start;
  *length = end > start ? end - start : 0;
  return true;
}

// compare(a, aStart, aEnd, b, bStart, bEnd)
static bool compare(VM *vm, const Args *args, Slot out) {
  uint8_t *a, *b;
  size_t a_length, b_length;
  TRY(argument_bytes(vm, args, 0, &a, &a_length));
  TRY(argument_bytes(vm, args, 3, &b, &b_length));
  *out = value_int(compare_bytes(a, a_length, b, b_length));
  return true;
}

// copy(source, target, targetStart, sourceStart, count)
static bool copy(VM *vm, const Args *args, Slot out) {
  (void)out;
  uint8_t *source, *target;
  size_t source_length, target_length;
  TRY(buffer_this(vm, arg(args, 0), &source, &source_length));
  TRY(buffer_this(vm, arg(args, 1), &target, &target_length));
  size_t to = argument_size(args, 2, target_length), from = argument_size(args, 3, source_length);
  size_t count = argument_size(args, 4, target_length - to);
  if (count > source_length - from) count = source_length - from;
  if (count > 0) memmove(target + to, source + from, count);
  return true;
}

// The bytes of a string or of a view, in memory that is freed if it is new.
typedef struct Pattern {
  uint8_t *bytes, *owned;
  size_t length;
} Pattern;
static void pattern_free(Pattern *pattern) { free(pattern->owned); }

static bool pattern_of(VM *vm, Handle value, Encoding encoding, Pattern *out) {
  *out = (Pattern){0};
  if (!value_is_string(*value)) return buffer_this(vm, value, &out->bytes, &out->length);
  size_t room = text_byte_count(vm, value, encoding);
  out->bytes = out->owned = checked_malloc(room + 1);
  out->length = text_to_bytes(vm, value, encoding, out->bytes, room);
  return true;
}

// fill(buffer, value, start, end, encoding): false when there is nothing to fill it with
static bool fill(VM *vm, const Args *args, Slot out) {
  Pattern pattern __attribute__((cleanup(pattern_free))) = {0};
  Encoding encoding;
  uint8_t *bytes;
  size_t length;
  TRY(encoding_argument(vm, arg(args, 4), &encoding));
  TRY(buffer_this(vm, arg(args, 0), &bytes, &length));
  size_t start = argument_size(args, 2, length), end = argument_size(args, 3, length);
  TRY(pattern_of(vm, arg(args, 1), encoding, &pattern));
  *out = value_boolean(pattern.length > 0);
  if (pattern.length == 0 || start >= end) return true;
  size_t done = end - start < pattern.length ? end - start : pattern.length;
  memmove(bytes + start, pattern.bytes, done);
  while (done < end - start) {  // each copy doubles what is filled
    size_t step = end - start - done < done ? end - start - done : done;
    memcpy(bytes + start + done, bytes + start, step);
    done += step;
  }
  return true;
}

// Where to begin, from a relative offset; -1: nothing can be found.
static double search_start(double offset, double length, double wanted, bool forward) {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return forward || wanted == 0 ? 0 : -1;
  }
  if (offset + wanted <= length) return offset;
  if (wanted == 0) return length;
  return forward ? -1 : length - 1;
}

static double find_forward(const uint8_t *bytes, size_t length, size_t at, const Pattern *pattern, size_t step) {
  while (at + pattern->length <= length) {
    const uint8_t *found = memmem(bytes + at, length - at, pattern->bytes, pattern->length);
    if (!found) return -1;
    at = (size_t)(found - bytes);
    if (at % step == 0) return (double)at;
    at++;
  }
  return -1;
}

static double find_backward(const uint8_t *bytes, size_t length, size_t at, const Pattern *pattern, size_t step) {
  if (pattern->length > length) return -1;
  if (at > length - pattern->length) at = length - pattern->length;
  for (;; at--) {
    if (at % step == 0 && memcmp(bytes + at, pattern->bytes, pattern->length) == 0) return (double)at;
    if (at == 0) return -1;
  }
}

static double find_pattern(const uint8_t *bytes, size_t length, const Pattern *pattern, double offset, bool forward,
                           size_t step) {
  double start = search_start(offset, (double)length, (double)pattern->length, forward);
  if (pattern->length == 0) return start;
  if (length == 0 || start < 0) return -1;
  return forward ? find_forward(bytes, length, (size_t)start, pattern, step)
                 : find_backward(bytes, length, (size_t)start, pattern, step);
}

// search(buffer, value, offset, encoding, forward): `value` a string, a view or a byte
static bool search(VM *vm, const Args *args, Slot out) {
  Pattern pattern __attribute__((cleanup(pattern_free))) = {0};
  Encoding encoding;
  uint8_t *bytes, byte;
  size_t length;
  TRY(encoding_argument(vm, arg(args, 3), &encoding));
  TRY(buffer_this(vm, arg(args, 0), &bytes, &length));
  if (value_is_number(*arg(args, 1))) {
    byte = (uint8_t)double_to_uint32(value_as_number(*arg(args, 1)));
    pattern = (Pattern){.bytes = &byte, .length = 1};
  } else {
    TRY(pattern_of(vm, arg(args, 1), encoding, &pattern));
  }
  size_t step = encoding == ENCODING_UCS2 && !value_is_number(*arg(args, 1)) ? 2 : 1;
  double offset = trunc(value_as_number(*arg(args, 2)));
  *out = number(find_pattern(bytes, length, &pattern, offset, value_is_true(*arg(args, 4)), step));
  return true;
}

// swap(buffer, size): turns every `size` bytes round
static bool swap(VM *vm, const Args *args, Slot out) {
  uint8_t *bytes;
  size_t length, size = argument_size(args, 1, 8);
  TRY(buffer_this(vm, arg(args, 0), &bytes, &length));
  for (size_t at = 0; size > 0 && at + size <= length; at += size) {
    for (size_t i = 0; i < size / 2; i++) {
      uint8_t low = bytes[at + i];
      bytes[at + i] = bytes[at + size - 1 - i];
      bytes[at + size - 1 - i] = low;
    }
  }
  *out = *arg(args, 0);
  return true;
}

static bool is_uint8_array(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = value_boolean(value_is_typed_array(*arg(args, 0)) && typed_array_type(arg(args, 0)) == ELEMENT_UINT8);
  return true;
}

static bool is_array_buffer(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = value_boolean(value_is_array_buffer(*arg(args, 0)));
  return true;
}

// namedKeys(object, hidden too)
static bool named_keys(VM *vm, const Args *args, Slot out) {
  int hidden = value_is_true(*arg(args, 1)) ? 0 : KEYS_ENUMERABLE_ONLY;
  return own_keys(vm, arg(args, 0), KEYS_STRINGS | KEYS_SYMBOLS | KEYS_NO_INDEXES | hidden, out);
}

#define ENCODING_METHODS(NAME, name) FUNCTION(#name "Slice", name##_slice, 2), FUNCTION(#name "Write", name##_write, 3),
static const Builtin methods[] = {
    ENCODINGS(ENCODING_METHODS) FUNCTION("toString", to_text, 3),
    FUNCTION("subarray", subarray, 2),
    FUNCTION("slice", subarray, 2),
};

static const Builtin functions[] = {
    FUNCTION("setPrototype", set_buffer_prototype, 1),
    FUNCTION("allocate", allocate, 1),
    FUNCTION("view", view, 3),
    FUNCTION("encode", encode, 2),
    FUNCTION("encodingOf", encoding_of, 1),
    FUNCTION("byteLength", byte_length, 2),
    FUNCTION("writeText", write_text, 5),
    FUNCTION("compare", compare, 6),
    FUNCTION("copy", copy, 5),
    FUNCTION("fill", fill, 5),
    FUNCTION("search", search, 5),
    FUNCTION("swap", swap, 2),
    FUNCTION("isUint8Array", is_uint8_array, 1),
    FUNCTION("isArrayBuffer", is_array_buffer, 1),
    FUNCTION("namedKeys", named_keys, 2),
};

bool bind_buffer(VM *vm, Handle binding) {
  ROOTS(vm, methods);
  object_new(vm, &r.methods);
  DEFINE_BUILTINS(vm, &r.methods, methods);
  define_value(vm, binding, "methods", &r.methods, ATTR_ALL);
  DEFINE_BUILTINS(vm, binding, functions);
  inspect_install(vm, binding);
  return bind_errors(vm, binding);
}
