// vm/convert.c - type conversion: ECMA-262 section 7.1.
//
// Every function reads its argument before it writes `out`, so the two may be the same place.  What can run the script
// (to_primitive of objects) roots what it still needs; the rest works on the caller's handles.
#include "vm/convert.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/number-text.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/exec/operators.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// -------------------------------------------------------------------------------------------------- ToPrimitive

// OrdinaryToPrimitive (section 7.1.1.1).
static bool ordinary_to_primitive(VM *vm, Handle object, Hint hint, Slot out) {
  ROOTS(vm, method, result);
  bool string_first = hint == HINT_STRING;
  for (int i = 0; i < 2; i++) {
    Handle name = string_first == (i == 0) ? VM_NAME(vm, toString) : VM_NAME(vm, valueOf);
    TRY(get(vm, object, name, &r.method));
    if (!value_is_callable(r.method)) continue;
    TRY(vm_call(vm, &r.method, object, 0, NULL, &r.result));
    if (value_is_object(r.result)) continue;
    *out = r.result;
    return true;
  }
  return throw_type(vm, "Cannot convert object to primitive value");
}

static Handle hint_name(VM *vm, Hint hint) {
  if (hint == HINT_STRING) return VM_NAME(vm, string_);
  return hint == HINT_NUMBER ? VM_NAME(vm, number_) : VM_NAME(vm, default_);
}

bool to_primitive(VM *vm, Handle value, Hint hint, Slot out) {
  if (!value_is_object(*value)) {
    *out = *value;
    return true;
  }
  ROOTS(vm, method, hint, result);
  TRY(get_method(vm, value, VM_SYMBOL(vm, toPrimitive), &r.method));
  if (value_is_undefined(r.method)) { return ordinary_to_primitive(vm, value, hint, out); }
  r.hint = *hint_name(vm, hint);
  TRY(vm_call(vm, &r.method, value, 1, &r.hint, &r.result));
  if (value_is_object(r.result)) return throw_type(vm, "Cannot convert object to primitive value");
  *out = r.result;
  return true;
}

// -------------------------------------------------------------------------------------------------- StringToNumber

bool is_white_space(uint16_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

unsigned digit_of(uint16_t c) {
  if (c >= '0' && c <= '9') return (unsigned)c - '0';
  if (c >= 'a' && c <= 'z') return (unsigned)c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return (unsigned)c - 'A' + 10;
  return 36;
}

// Digits of a radix that is a power of two: bits beyond the 64 kept only matter by being set at all.
double radix_digits_to_number(const StringView *v, uint32_t start, uint32_t end, unsigned bits_per_digit) {
  uint64_t mantissa = 0;
  int exponent = 0;
  bool sticky = false;
  for (uint32_t i = start; i < end; i++) {
    unsigned digit = digit_of(view_unit(v, i));
    for (int bit = (int)bits_per_digit - 1; bit >= 0; bit--) {
      unsigned one = digit >> bit & 1;
      if (mantissa >> 62) {  // room for two more bits is kept: the sticky one, and none for the sign
        sticky = sticky || one;
        if (exponent < 4096) exponent++;
      } else {
        mantissa = mantissa << 1 | one;
      }
    }
  }
  return ldexp((double)(mantissa | sticky), exponent);
}

// 0x, 0o, 0b: false when the text is not such a literal.
static bool radix_literal(const StringView *v, uint32_t start, uint32_t end, double *out) {
  if (end - start < 2 || view_unit(v, start) != '0') return false;
  unsigned bits;
  switch (view_unit(v, start + 1) | 0x20) {
  case 'x': bits = 4; break;
  case 'o': bits = 3; break;
  case 'b': bits = 1; break;
  default: return false;
  }
  *out = NAN;
  start += 2;
  for (uint32_t i = start; i < end; i++) {
    if (digit_of(view_unit(v, i)) >= 1u << bits) return true;
  }
  if (start < end) *out = radix_digits_to_number(v, start, end, bits);
  return true;
}

static double infinity_or_nan(const char *text, size_t length) {
  bool sign = length > 0 && (text[0] == '-' || text[0] == '+');
  if (length - sign != 8 || memcmp(text + sign, "Infinity", 8) != 0) return NAN;
  return text[0] == '-' ? -INFINITY : INFINITY;
}

static double decimal_to_number(const char *text, size_t length) {
  size_t end;
  double d = text_to_number(text, length, &end);
  return end == length ? d : infinity_or_nan(text, length);
}

// A two-byte text is a number only if it is ASCII.
static double wide_to_number(const uint16_t *units, size_t length) {
  char *text = checked_malloc(length);
  double d = 0;
  for (size_t i = 0; i < length; i++) {
    if (units[i] > 0x7F) d = NAN;
    text[i] = (char)units[i];
  }
  if (!isnan(d)) d = decimal_to_number(text, length);
  free(text);
  return d;
}

void view_trim(const StringView *v, uint32_t *start, uint32_t *end) {
  while (*start < *end && is_white_space(view_unit(v, *start))) ++*start;
  while (*end > *start && is_white_space(view_unit(v, *end - 1))) --*end;
}

double string_to_number(VM *vm, Handle string) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  uint32_t start = 0, end = view.length;
  view_trim(&view, &start, &end);
  if (start == end) return 0;
  double d;
  if (radix_literal(&view, start, end, &d)) return d;
  if (view.two_byte) return wide_to_number(view.utf16 + start, end - start);
  return decimal_to_number((const char *)view.latin1 + start, end - start);
}

// ------------------------------------------------------------------------------------------------------- numbers

// Primitives only.
static bool primitive_to_number(VM *vm, Handle value, double *out) {
  Value v = *value;
  if (value_is_string(v)) *out = string_to_number(vm, value);
  else if (value_is_undefined(v)) *out = NAN;
  else if (value_is_symbol(v)) return throw_type(vm, "Cannot convert a Symbol value to a number");
  else *out = value_is_true(v);
  return true;
}

bool to_number(VM *vm, Handle value, double *out) {
  if (LIKELY(value_is_number(*value))) {
    *out = value_as_number(*value);
    return true;
  }
  if (!value_is_object(*value)) return primitive_to_number(vm, value, out);
  ROOTS(vm, primitive);
  TRY(to_primitive(vm, value, HINT_NUMBER, &r.primitive));
  if (value_is_number(r.primitive)) *out = value_as_number(r.primitive);
  else TRY(primitive_to_number(vm, &r.primitive, out));
  return true;
}

bool to_numeric(VM *vm, Handle value, Slot out) {
  if (LIKELY(value_is_number(*value))) {
    *out = *value;
    return true;
  }
  double d;
  TRY(to_number(vm, value, &d));
  *out = number(d);
  return true;
}

bool to_integer(VM *vm, Handle value, double *out) {
  if (LIKELY(value_is_int(*value))) {
    *out = value_as_int(*value);
    return true;
  }
  TRY(to_number(vm, value, out));
  *out = isnan(*out) ? 0 : trunc(*out) + 0.0;  // -0 becomes 0
  return true;
}

int32_t double_to_int32_slow(double d) {
  if (!isfinite(d)) return 0;
  uint64_t bits;
  memcpy(&bits, &d, 8);
  int shift = (int)(bits >> 52 & 0x7FF) - 1075;  // d is mantissa * 2^shift
  uint64_t mantissa = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1 << 52;
  if (shift >= 32) return 0;
  uint32_t result = shift >= 0 ? (uint32_t)(mantissa << shift) : (uint32_t)(mantissa >> -shift);
  return (int32_t)(d < 0 ? 0u - result : result);
}

bool to_int32(VM *vm, Handle value, int32_t *out) {
  if (LIKELY(value_is_int(*value))) {
    *out = value_as_int(*value);
    return true;
  }
  double d;
  TRY(to_number(vm, value, &d));
  *out = double_to_int32(d);
  return true;
}

bool to_uint32(VM *vm, Handle value, uint32_t *out) {
  int32_t i;
  TRY(to_int32(vm, value, &i));
  *out = (uint32_t)i;
  return true;
}

bool to_length(VM *vm, Handle value, double *out) {
  TRY(to_integer(vm, value, out));
  if (*out < 0) *out = 0;
  if (*out > 9007199254740991.0) *out = 9007199254740991.0;
  return true;
}

bool to_relative_index(VM *vm, Handle value, double length, double fallback, double *out) {
  if (value_is_undefined(*value)) {
    *out = fallback;
    return true;
  }
  TRY(to_integer(vm, value, out));
  if (*out < 0) *out = fmax(*out + length, 0);
  else *out = fmin(*out, length);
  return true;
}

bool to_boolean(Value v) {
  if (value_is_boolean(v)) return value_is_true(v);
  if (value_is_int(v)) return value_as_int(v) != 0;
  if (value_is_number(v)) {
    double d = value_as_double(v);
    return d == d && d != 0;
  }
  if (value_is_string(v)) return ((const String *)value_as_object(v))->length != 0;
  return value_is_pointer(v);
}

// --------------------------------------------------------------------------------------------------------- texts

static unsigned number_hash(Value v) {
  if (value_is_int(v)) return (uint32_t)v.bits % NUMBER_STRING_CACHE_SIZE;
  uint64_t h = v.bits * 0x9E3779B97F4A7C15u;
  return (unsigned)(h >> 32) % NUMBER_STRING_CACHE_SIZE;
}

static int value_to_text(Value v, char text[NUMBER_TEXT_SIZE]) {
  return value_is_int(v) ? int_to_text(value_as_int(v), text) : number_to_text(value_as_double(v), text);
}

void number_to_string(VM *vm, Value number_, Slot out) {
  if (value_is_int(number_) && (uint32_t)value_as_int(number_) < 10) {
    *out = runtime(vm)->single_chars['0' + value_as_int(number_)];
    return;
  }
  Value *cached = &runtime(vm)->number_strings[2 * number_hash(number_)];
  if (!value_same(cached[0], number_)) {
    char text[NUMBER_TEXT_SIZE];
    int length = value_to_text(number_, text);
    uint8_t *units;
    if (!string_new_latin1(vm, (size_t)length, &cached[1], &units)) return;  // never too long
    memcpy(units, text, (size_t)length);
    cached[0] = number_;
  }
  *out = cached[1];
}

static bool primitive_to_string(VM *vm, Handle value, Slot out) {
  Value v = *value;
  if (value_is_string(v)) *out = v;
  else if (value_is_number(v)) number_to_string(vm, v, out);
  else if (value_is_undefined(v)) *out = runtime(vm)->names.undefined;
  else if (value_is_null(v)) *out = runtime(vm)->names.null_;
  else if (value_is_boolean(v)) *out = value_is_true(v) ? runtime(vm)->names.true_ : runtime(vm)->names.false_;
  else return throw_type(vm, "Cannot convert a Symbol value to a string");
  return true;
}

bool to_string(VM *vm, Handle value, Slot out) {
  if (!value_is_object(*value)) return primitive_to_string(vm, value, out);
  ROOTS(vm, primitive);
  TRY(to_primitive(vm, value, HINT_STRING, &r.primitive));
  return primitive_to_string(vm, &r.primitive, out);
}

// -------------------------------------------------------------------------------------------------------- objects

static void wrapper_new(VM *vm, Kind kind, Handle prototype, Handle value, Slot out) {
  ROOTS(vm, object);
  object_new_kind(vm, kind, sizeof(WrapperObject), prototype, &r.object);
  field_set(vm, as_wrapper(&r.object), &as_wrapper(&r.object)->value, *value);
  *out = r.object;
}

// A String object's own length is read from its string.
void string_object_new(VM *vm, Handle string, Handle prototype, Slot out) {
  ROOTS(vm, root, shape, object);
  shape_root(vm, KIND_STRING_OBJECT, prototype, 0, sizeof(WrapperObject) / sizeof(Value), &r.root);
  shape_add_internal(vm, &r.root, VM_NAME(vm, length), 0, INTERNAL_STRING_LENGTH, &r.shape);
  object_new_from_shape(vm, &r.shape, &r.object);
  field_set(vm, as_wrapper(&r.object), &as_wrapper(&r.object)->value, *string);
  *out = r.object;
}

bool to_object(VM *vm, Handle value, Slot out) {
  Value v = *value;
  Runtime *rt = runtime(vm);
  if (value_is_object(v)) *out = v;
  else if (value_is_string(v)) string_object_new(vm, value, &rt->string_prototype, out);
  else if (value_is_number(v)) wrapper_new(vm, KIND_NUMBER_OBJECT, &rt->number_prototype, value, out);
  else if (value_is_boolean(v)) wrapper_new(vm, KIND_BOOLEAN_OBJECT, &rt->boolean_prototype, value, out);
  else if (value_is_symbol(v)) wrapper_new(vm, KIND_SYMBOL_OBJECT, &rt->symbol_prototype, value, out);
  else return throw_type(vm, "Cannot convert undefined or null to object");
  return true;
}

// ------------------------------------------------------------------------------------------------- property keys

static void number_to_key(VM *vm, Value v, Slot out) {
  uint32_t index;
  if (value_as_index(v, &index)) {
    *out = number_uint32(index);
    return;
  }
  ROOTS(vm, text);
  if (value_is_number(v)) v = number(value_as_number(v));  // one form only, for the cache
  number_to_string(vm, v, &r.text);
  string_internalize(vm, &r.text);
  *out = r.text;
}

static void string_to_key(VM *vm, Handle string, Slot out) {
  uint32_t index;
  if (string_as_index(vm, string, &index)) {
    *out = number_uint32(index);
    return;
  }
  ROOTS(vm, text);
  r.text = *string;
  string_internalize(vm, &r.text);
  *out = r.text;
}

bool to_property_key(VM *vm, Handle value, Slot out) {
  Value v = *value;
  if (value_is_string(v)) {
    const unsigned known_name = STRING_INTERNALIZED | STRING_NOT_INDEX;
    if ((heap_object_flags(value_as_object(v)) & known_name) == known_name) *out = v;
    else string_to_key(vm, value, out);
    return true;
  }
  if (value_is_number(v)) {
    number_to_key(vm, v, out);
    return true;
  }
  if (value_is_symbol(v)) {
    *out = v;
    return true;
  }
  ROOTS(vm, primitive);
  TRY(to_primitive(vm, value, HINT_STRING, &r.primitive));
  if (value_is_symbol(r.primitive)) {
    *out = r.primitive;
    return true;
  }
  if (value_is_number(r.primitive)) {
    number_to_key(vm, r.primitive, out);
    return true;
  }
  TRY(primitive_to_string(vm, &r.primitive, &r.primitive));
  string_to_key(vm, &r.primitive, out);
  return true;
}
