// builtins/global/global-functions.c - parseInt, parseFloat, isNaN, isFinite (ECMA-262 section 19.2).
#include "builtins/global/global-functions.h"

#include <stdlib.h>

#include "base/memory.h"
#include "builtins/builtins.h"
#include "base/number-text.h"
#include "vm/native.h"
#include "vm/exec/operators.h"

// 19.2.2
static bool global_is_finite(VM *vm, const Args *args, Slot out) {
  double d;
  TRY(to_number(vm, arg(args, 0), &d));
  *out = value_boolean(isfinite(d));
  return true;
}

// 19.2.3
static bool global_is_nan(VM *vm, const Args *args, Slot out) {
  double d;
  TRY(to_number(vm, arg(args, 0), &d));
  *out = value_boolean(isnan(d));
  return true;
}

// -------------------------------------------------------------------------------------------------------- parseFloat

// The units up to the first one that is not ASCII, as far as they fit; a longer literal is copied whole.
static double parse_wide_float(const StringView *v, uint32_t start, size_t *used) {
  uint32_t length = 0;
  while (start + length < v->length && view_unit(v, start + length) < 0x80) length++;
  char *text = checked_malloc(length + 1u);
  for (uint32_t i = 0; i < length; i++) text[i] = (char)view_unit(v, start + i);
  double d = text_to_number(text, length, used);
  free(text);
  return d;
}

static bool starts_with_infinity(const StringView *v, uint32_t at) {
  static const char infinity[] = "Infinity";
  for (uint32_t i = 0; infinity[i]; i++) {
    if (at + i >= v->length || view_unit(v, at + i) != (uint8_t)infinity[i]) return false;
  }
  return true;
}

static double parse_float(const StringView *v) {
  uint32_t start = 0, end = v->length;
  view_trim(v, &start, &end);
  if (start == end) return NAN;
  size_t used;
  double d = v->two_byte ? parse_wide_float(v, start, &used)
                         : text_to_number((const char *)v->latin1 + start, end - start, &used);
  if (used > 0) return d;
  uint16_t sign = view_unit(v, start);
  if (!starts_with_infinity(v, sign == '-' || sign == '+' ? start + 1 : start)) return NAN;
  return sign == '-' ? -INFINITY : INFINITY;
}

// 19.2.4
static bool global_parse_float_function(VM *vm, const Args *args, Slot out) {
  if (value_is_int(*arg(args, 0))) {
    *out = *arg(args, 0);
    return true;
  }
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  *out = number(parse_float(&view));
  return true;
}

// ---------------------------------------------------------------------------------------------------------- parseInt

static double parse_decimal_digits(const StringView *v, uint32_t start, uint32_t end) {
  char small[64], *text = end - start <= sizeof small ? small : checked_malloc(end - start);
  for (uint32_t i = start; i < end; i++) text[i - start] = (char)view_unit(v, i);
  size_t used;
  double d = text_to_number(text, end - start, &used);
  if (text != small) free(text);
  return d;
}

// Other radixes: beyond 2^53 an approximation is allowed.  Digits are taken in groups that fit into 32 bits, as V8
// does, so that the roundings are the same.
static double parse_radix_digits(const StringView *v, uint32_t start, uint32_t end, uint32_t radix) {
  double value = 0;
  for (uint32_t i = start; i < end;) {
    uint32_t part = 0, multiplier = 1;
    for (; i < end && multiplier <= UINT32_MAX / 36 / radix; i++) {
      part = part * radix + digit_of(view_unit(v, i));
      multiplier *= radix;
    }
    value = value * multiplier + part;
  }
  return value;
}

static double parse_int(const StringView *v, int32_t radix) {
  uint32_t at = 0, end = v->length;
  view_trim(v, &at, &end);
  bool negative = at < end && view_unit(v, at) == '-';
  if (at < end && (negative || view_unit(v, at) == '+')) at++;
  bool hexadecimal = end - at >= 2 && view_unit(v, at) == '0' && (view_unit(v, at + 1) | 0x20) == 'x';
  if (hexadecimal && (radix == 0 || radix == 16)) {
    radix = 16;
    at += 2;
  }
  if (radix == 0) radix = 10;
  if (radix < 2 || radix > 36) return NAN;
  uint32_t stop = at, base = (uint32_t)radix;
  while (stop < end && digit_of(view_unit(v, stop)) < base) stop++;
  if (stop == at) return NAN;
  while (at < stop && view_unit(v, at) == '0') at++;
  if (stop == at) return negative ? -0.0 : 0;
  double d;
  if (base == 10) d = parse_decimal_digits(v, at, stop);
  else if ((base & (base - 1)) == 0) d = radix_digits_to_number(v, at, stop, (unsigned)__builtin_ctz(base));
  else d = parse_radix_digits(v, at, stop, base);
  return negative ? -d : d;
}

// 19.2.5
static bool global_parse_int_function(VM *vm, const Args *args, Slot out) {
  int32_t radix = 0;
  if (value_is_int(*arg(args, 0)) && value_is_undefined(*arg(args, 1))) {
    *out = *arg(args, 0);
    return true;
  }
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  TRY(to_int32(vm, arg(args, 1), &radix));
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  *out = number(parse_int(&view, radix));
  return true;
}

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin parse_float_builtin = METHOD("parseFloat", global_parse_float_function, 1);
static const Builtin parse_int_builtin = METHOD("parseInt", global_parse_int_function, 2);

static void global_function(VM *vm, const Builtin *builtin, Slot out) {
  ROOTS(vm, name);
  string_internalize_ascii(vm, builtin->name, &r.name);
  bool found = false;
  if (!find(vm, &runtime(vm)->global, &r.name, &found, out)) return;  // cannot fail: plain properties
  if (found) return;
  native_function_new(vm, builtin, out);
  define_value(vm, &runtime(vm)->global, builtin->name, out, ATTR_METHOD);
}

void global_parse_float(VM *vm, Slot out) { global_function(vm, &parse_float_builtin, out); }
void global_parse_int(VM *vm, Slot out) { global_function(vm, &parse_int_builtin, out); }

static const Builtin functions[] = {
    METHOD("isFinite", global_is_finite, 1),
    METHOD("isNaN", global_is_nan, 1),
};

void install_global_functions(VM *vm) {
  ROOTS(vm, function);
  Handle global = &runtime(vm)->global;
  DEFINE_BUILTINS(vm, global, functions);
  global_parse_float(vm, &r.function);
  global_parse_int(vm, &r.function);
  install_uri_functions(vm);
}
