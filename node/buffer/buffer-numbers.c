// node/buffer/buffer-numbers.c - the methods of Buffer.prototype that read and write numbers at an offset.
#include <endian.h>

#include "node/buffer/buffer.h"
#include "node/host/errors.h"
#include "node/host/node.h"

// Why `value` is no place for `size` bytes in a buffer of `length`: Node's boundsError.
static bool throw_bounds(VM *vm, const char *name, Handle value, double least, double most) {
  char expected[64];
  double d = value_as_number(*value);
  if (d != floor(d)) return throw_out_of_range(vm, name, "an integer", value);
  if (most < 0) {
    return throw_node_error(vm, &runtime(vm)->range_error_prototype, "ERR_BUFFER_OUT_OF_BOUNDS",
                            "Attempt to access memory outside buffer bounds");
  }
  snprintf(expected, sizeof expected, ">= %.0f and <= %.0f", least, most);
  return throw_out_of_range(vm, name, expected, value);
}

// The place of `size` bytes at the offset *value (undefined: 0).
static bool place_of(VM *vm, const Args *args, Handle value, unsigned size, uint8_t **place) {
  size_t length;
  TRY(buffer_this(vm, args->self, place, &length));
  if (!value_is_number(*value) && !value_is_undefined(*value)) {
    return throw_argument_type(vm, "offset", "of type number", value);
  }
  Value offset = value_is_undefined(*value) ? value_int(0) : *value;
  double d = value_as_number(offset);
  if (!(d >= 0 && d + size <= (double)length) || d != floor(d)) {
    return throw_bounds(vm, "offset", &offset, 0, (double)length - size);
  }
  *place += (size_t)d;
  return true;
}

static double offset_after(Handle value, unsigned size) {
  return (value_is_undefined(*value) ? 0 : value_as_number(*value)) + size;
}

// Between the order of the machine and the one that is asked for.
static void copy_number(uint8_t *to, const uint8_t *from, unsigned size, bool little_endian) {
  if (little_endian == (BYTE_ORDER == LITTLE_ENDIAN)) {
    memcpy(to, from, size);
  } else {
    for (unsigned i = 0; i < size; i++) to[i] = from[size - 1 - i];
  }
}

// ----------------------------------------------------------------------------------------------- numbers of one type

static bool read_number(VM *vm, const Args *args, ElementType type, bool little_endian, Slot out) {
  _Alignas(8) uint8_t bytes[8];
  uint8_t *place;
  unsigned size = element_size(type);
  TRY(place_of(vm, args, arg(args, 0), size, &place));
  copy_number(bytes, place, size, little_endian);
  Value value = element_load(type, bytes, 0);
  *out = value_is_int(value) ? value : number(value_as_double(value));
  return true;
}

static bool check_range(VM *vm, double value, double least, double most) {
  if (!(value < least || value > most)) return true;
  char expected[64];
  Value given = number(value);
  snprintf(expected, sizeof expected, ">= %.0f and <= %.0f", least, most);
  return throw_out_of_range(vm, "value", expected, &given);
}

static bool check_type_range(VM *vm, ElementType type, double value) {
  double span = ldexp(1, (int)element_size(type) * 8);
  switch (type) {
  case ELEMENT_UINT8:
  case ELEMENT_UINT16:
  case ELEMENT_UINT32: return check_range(vm, value, 0, span - 1);
  case ELEMENT_FLOAT32:
  case ELEMENT_FLOAT64: return true;
  default: return check_range(vm, value, -span / 2, span / 2 - 1);
  }
}

static bool write_number(VM *vm, const Args *args, ElementType type, bool little_endian, Slot out) {
  _Alignas(8) uint8_t bytes[8];
  uint8_t *place;
  double value;
  unsigned size = element_size(type);
  TRY(to_number(vm, arg(args, 0), &value));
  TRY(check_type_range(vm, type, value));
  TRY(place_of(vm, args, arg(args, 1), size, &place));
  element_store(type, bytes, 0, number(value));
  copy_number(place, bytes, size, little_endian);
  *out = number(offset_after(arg(args, 1), size));
  return true;
}

// ------------------------------------------------------------------------------------------- integers of 1 to 6 bytes

static bool byte_count(VM *vm, Handle value, unsigned *out) {
  if (!value_is_number(*value)) return throw_argument_type(vm, "byteLength", "of type number", value);
  double d = value_as_number(*value);
  if (!(d >= 1 && d <= 6) || d != floor(d)) return throw_bounds(vm, "byteLength", value, 1, 6);
  *out = (unsigned)d;
  return true;
}

static bool need_offset(VM *vm, Handle value) {
  return !value_is_undefined(*value) || throw_argument_type(vm, "offset", "of type number", value);
}

static bool read_integer(VM *vm, const Args *args, bool is_signed, bool little_endian, Slot out) {
  uint8_t *place;
  unsigned size;
  uint64_t bits = 0;
  TRY(need_offset(vm, arg(args, 0)));
  TRY(byte_count(vm, arg(args, 1), &size));
  TRY(place_of(vm, args, arg(args, 0), size, &place));
  for (unsigned i = 0; i < size; i++) bits = bits << 8 | place[little_endian ? size - 1 - i : i];
  double value = (double)bits;
  if (is_signed && bits >> (size * 8 - 1)) value -= ldexp(1, (int)size * 8);
  *out = number(value);
  return true;
}

static bool check_integer_range(VM *vm, double value, bool is_signed, unsigned size) {
  int bits = (int)size * 8;
  double least = is_signed ? -ldexp(1, bits - 1) : 0, most = ldexp(1, is_signed ? bits - 1 : bits) - 1;
  if (size <= 4) return check_range(vm, value, least, most);
  if (!(value < least || value > most)) return true;
  char expected[64];
  Value given = number(value);
  if (is_signed) snprintf(expected, sizeof expected, ">= -(2 ** %d) and < 2 ** %d", bits - 1, bits - 1);
  else snprintf(expected, sizeof expected, ">= 0 and < 2 ** %d", bits);
  return throw_out_of_range(vm, "value", expected, &given);
}

static bool write_integer(VM *vm, const Args *args, bool is_signed, bool little_endian, Slot out) {
  uint8_t *place;
  unsigned size;
  double value;
  TRY(need_offset(vm, arg(args, 1)));
  TRY(byte_count(vm, arg(args, 2), &size));
  TRY(to_number(vm, arg(args, 0), &value));
  TRY(check_integer_range(vm, value, is_signed, size));
  TRY(place_of(vm, args, arg(args, 1), size, &place));
  uint64_t bits = isnan(value) ? 0 : (uint64_t)(int64_t)value;
  for (unsigned i = 0; i < size; i++, bits >>= 8) place[little_endian ? i : size - 1 - i] = (uint8_t)bits;
  *out = number(offset_after(arg(args, 1), size));
  return true;
}

// ---------------------------------------------------------------------------------------------------------- methods

// Element types and what they are called in the names of methods.
#define TYPES(X) \
  X(INT16, Int16) X(UINT16, UInt16) X(INT32, Int32) X(UINT32, UInt32) X(FLOAT32, Float) X(FLOAT64, Double)
#define ACCESS(NAME, Name, order, little)                              \
  static bool read##Name##order(VM *vm, const Args *args, Slot out) {  \
    return read_number(vm, args, ELEMENT_##NAME, little, out);         \
  }                                                                    \
  static bool write##Name##order(VM *vm, const Args *args, Slot out) { \
    return write_number(vm, args, ELEMENT_##NAME, little, out);        \
  }
#define BOTH_ORDERS(NAME, Name) ACCESS(NAME, Name, LE, true) ACCESS(NAME, Name, BE, false)
TYPES(BOTH_ORDERS)
ACCESS(INT8, Int8, , true)
ACCESS(UINT8, UInt8, , true)

#define INTEGER(Name, is_signed, order, little)                        \
  static bool read##Name##order(VM *vm, const Args *args, Slot out) {  \
    return read_integer(vm, args, is_signed, little, out);             \
  }                                                                    \
  static bool write##Name##order(VM *vm, const Args *args, Slot out) { \
    return write_integer(vm, args, is_signed, little, out);            \
  }
INTEGER(Int, true, LE, true)
INTEGER(Int, true, BE, false)
INTEGER(UInt, false, LE, true)
INTEGER(UInt, false, BE, false)

#define METHODS(Name, order) \
  FUNCTION("read" #Name #order, read##Name##order, 1), FUNCTION("write" #Name #order, write##Name##order, 2),
#define METHODS_OF_BOTH(NAME, Name) METHODS(Name, LE) METHODS(Name, BE)
static const Builtin methods[] = {TYPES(METHODS_OF_BOTH) METHODS(Int8, ) METHODS(UInt8, ) METHODS(Int, LE)
                                      METHODS(Int, BE) METHODS(UInt, LE) METHODS(UInt, BE)};

// readUint8 is readUInt8.
static void define_second_names(VM *vm, Handle prototype) {
  ROOTS(vm, key, function);
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
    const char *unsigned_part = strstr(methods[i].name, "UInt");
    if (!unsigned_part) continue;
    char name[32];
    snprintf(name, sizeof name, "%s", methods[i].name);
    name[unsigned_part - methods[i].name + 1] = 'i';
    string_internalize_ascii(vm, methods[i].name, &r.key);
    if (!get(vm, prototype, &r.key, &r.function)) vm->exception = VALUE_EMPTY;  // cannot happen: it was just defined
    define_value(vm, prototype, name, &r.function, ATTR_ALL);
  }
}

void buffer_define_numbers(VM *vm, Handle prototype) {
  DEFINE_BUILTINS(vm, prototype, methods);
  define_second_names(vm, prototype);
}
