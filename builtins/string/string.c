// builtins/string/string.c - the String constructor and the methods that take strings apart or put them together
// (ECMA-262 section 22.1).  Searching, replacing, case and iteration stand in files of their own.
//
// Methods work on a rooted copy of `this`; flattening a rope shows through to the caller's string, since ropes are
// flattened in place.
#include "builtins/string/string.h"

#include "builtins/builtins.h"

// --------------------------------------------------------------------------------------------------------- helpers

bool this_string(VM *vm, const Args *args, const char *method, Slot out) {
  if (LIKELY(value_is_string(*args->self))) {
    *out = *args->self;
    return true;
  }
  if (value_is_nullish(*args->self)) {
    return throw_type(vm, "String.prototype%s%s called on null or undefined", *method == '[' ? "" : ".", method);
  }
  return to_string(vm, args->self, out);
}

bool this_flat_string(VM *vm, const Args *args, const char *method, Slot out) {
  TRY(this_string(vm, args, method, out));
  string_flatten(vm, out);
  return true;
}

uint32_t view_code_point(const StringView *v, uint32_t index, uint32_t *units) {
  uint16_t first = view_unit(v, index);
  *units = 1;
  if ((first & 0xFC00) != 0xD800 || index + 1 >= v->length) return first;
  uint16_t second = view_unit(v, index + 1);
  if ((second & 0xFC00) != 0xDC00) return first;
  *units = 2;
  return 0x10000 + ((uint32_t)(first & 0x3FF) << 10) + (second & 0x3FFu);
}

// An index argument, for methods that answer something else outside the string.
static bool index_argument(VM *vm, const Args *args, Handle string, uint32_t *index, bool *inside) {
  double position;
  TRY(to_integer(vm, arg(args, 0), &position));
  *inside = position >= 0 && position < string_length(string);
  *index = *inside ? (uint32_t)position : 0;
  return true;
}

// ----------------------------------------------------------------------------------------------------- constructor

static bool symbol_description_text(VM *vm, Handle symbol, Slot out) {
  ROOTS(vm, description);
  SCOPED_BUILDER(b);
  builder_ascii(&b, "Symbol(");
  r.description = field_get(&as_symbol(symbol)->description);
  if (value_is_string(r.description)) builder_string(vm, &b, &r.description);
  builder_ascii(&b, ")");
  return builder_finish(vm, &b, out);
}

// 22.1.1.1
static bool string_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text, prototype);
  r.text = runtime(vm)->names.empty;
  if (args->argc > 0) {
    if (!is_construct(args) && value_is_symbol(*arg(args, 0))) return symbol_description_text(vm, arg(args, 0), out);
    TRY(to_string(vm, arg(args, 0), &r.text));
  }
  if (is_construct(args)) {
    TRY(prototype_from_new_target(vm, args, &runtime(vm)->string_prototype, &r.prototype));
    string_object_new(vm, &r.text, &r.prototype, out);
  } else {
    *out = r.text;
  }
  return true;
}

// 22.1.2.1
static bool string_from_char_code(VM *vm, const Args *args, Slot out) {
  uint32_t unit;
  if (args->argc == 1) {
    TRY(to_uint32(vm, arg(args, 0), &unit));
    string_from_unit(vm, (uint16_t)unit, out);
    return true;
  }
  SCOPED_BUILDER(b);
  for (uint32_t i = 0; i < args->argc; i++) {
    TRY(to_uint32(vm, arg(args, i), &unit));
    builder_unit(&b, (uint16_t)unit);
  }
  return builder_finish(vm, &b, out);
}

static bool leaf_from_char_code(VM *vm, const Value *self, uint32_t argc, Value *out) {
  if (argc != 1 || !value_is_int(self[1]) || (value_as_int(self[1]) & 0xFF00)) return false;
  *out = runtime(vm)->single_chars[value_as_int(self[1]) & 0xFF];
  return true;
}

// 22.1.2.2
static bool string_from_code_point(VM *vm, const Args *args, Slot out) {
  SCOPED_BUILDER(b);
  for (uint32_t i = 0; i < args->argc; i++) {
    double d;
    TRY(to_number(vm, arg(args, i), &d));
    if (!(d >= 0 && d <= 0x10FFFF) || d != floor(d)) {
      const Value shown = number(d);
      return throw_range(vm, "Invalid code point %v", &shown);
    }
    uint32_t code = (uint32_t)d;
    if (code > 0xFFFF) builder_unit(&b, (uint16_t)(0xD7C0 + (code >> 10)));
    builder_unit(&b, (uint16_t)(code > 0xFFFF ? 0xDC00 + (code & 0x3FF) : code));
  }
  return builder_finish(vm, &b, out);
}

// 22.1.2.4
static bool string_raw(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, cooked, raw, part);
  TRY(to_object(vm, arg(args, 0), &r.cooked));
  TRY(get(vm, &r.cooked, VM_NAME(vm, raw), &r.raw));
  TRY(to_object(vm, &r.raw, &r.raw));
  double length;
  TRY(get_length(vm, &r.raw, &length));
  SCOPED_BUILDER(b);
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, &r.raw, i, &r.part));
    TRY(to_string(vm, &r.part, &r.part));
    builder_string(vm, &b, &r.part);
    TRY(builder_check(vm, &b));
    if (i + 1 >= length || i + 1 >= args->argc) continue;
    TRY(to_string(vm, arg(args, (uint32_t)i + 1), &r.part));
    builder_string(vm, &b, &r.part);
  }
  return builder_finish(vm, &b, out);
}

// ------------------------------------------------------------------------------------------------------ characters

// 22.1.3.1
static bool string_at(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_string(vm, args, "at", &r.self));
  double position, length = string_length(&r.self);
  TRY(to_integer(vm, arg(args, 0), &position));
  if (position < 0) position += length;
  if (position < 0 || position >= length) return true;
  string_from_unit(vm, string_unit_at(vm, &r.self, (uint32_t)position), out);
  return true;
}

// 22.1.3.2
static bool string_char_at(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  uint32_t index;
  bool inside;
  TRY(this_string(vm, args, "charAt", &r.self));
  TRY(index_argument(vm, args, &r.self, &index, &inside));
  if (inside) string_from_unit(vm, string_unit_at(vm, &r.self, index), out);
  else *out = runtime(vm)->names.empty;
  return true;
}

// 22.1.3.3
static bool string_char_code_at(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  uint32_t index;
  bool inside;
  TRY(this_string(vm, args, "charCodeAt", &r.self));
  TRY(index_argument(vm, args, &r.self, &index, &inside));
  *out = inside ? value_int(string_unit_at(vm, &r.self, index)) : value_double(NAN);
  return true;
}

// The unit at an index of a flat string.
static bool leaf_unit(const Value *self, uint32_t argc, uint16_t *unit) {
  if (argc == 0 || !value_is_int(self[1]) || !value_is_string(self[0])) return false;
  const String *s = (const String *)value_as_object(self[0]);
  uint32_t index = (uint32_t)value_as_int(self[1]);
  if (index >= s->length || !string_is_flat(s)) return false;
  StringView view = view_of(s);
  *unit = view_unit(&view, index);
  return true;
}

static bool leaf_char_code_at(VM *vm, const Value *self, uint32_t argc, Value *out) {
  (void)vm;
  uint16_t unit;
  if (!leaf_unit(self, argc, &unit)) return false;
  *out = value_int(unit);
  return true;
}

static bool leaf_char_at(VM *vm, const Value *self, uint32_t argc, Value *out) {
  uint16_t unit;
  if (!leaf_unit(self, argc, &unit) || unit > 255) return false;
  *out = runtime(vm)->single_chars[unit];
  return true;
}

// 22.1.3.4
static bool string_code_point_at(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  uint32_t index, units;
  bool inside;
  TRY(this_flat_string(vm, args, "codePointAt", &r.self));
  TRY(index_argument(vm, args, &r.self, &index, &inside));
  if (!inside) return true;
  StringView view = string_view(&r.self);
  *out = value_int((int32_t)view_code_point(&view, index, &units));
  return true;
}

// 22.1.3.10
static bool string_is_well_formed(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, "isWellFormed", &r.self));
  StringView view = string_view(&r.self);
  *out = VALUE_TRUE;
  for (uint32_t i = 0, units; view.two_byte && i < view.length; i += units) {
    uint32_t code = view_code_point(&view, i, &units);
    if ((code & ~(uint32_t)0x7FF) == 0xD800) *out = VALUE_FALSE;
  }
  return true;
}

// 22.1.3.31
static bool string_to_well_formed(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, "toWellFormed", &r.self));
  StringView view = string_view(&r.self);
  if (!view.two_byte) {
    *out = r.self;
    return true;
  }
  SCOPED_BUILDER(b);
  for (uint32_t i = 0, units; i < view.length; i += units) {
    uint32_t code = view_code_point(&view, i, &units);
    bool lone = (code & ~(uint32_t)0x7FF) == 0xD800;
    builder_unit(&b, lone ? 0xFFFD : view_unit(&view, i));
    if (units == 2) builder_unit(&b, view_unit(&view, i + 1));
  }
  return builder_finish(vm, &b, out);
}

// ------------------------------------------------------------------------------------------------------- substrings

// 22.1.3.22
static bool string_slice(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_string(vm, args, "slice", &r.self));
  double length = string_length(&r.self), start, end;
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), length, length, &end));
  return string_substring(vm, &r.self, (uint32_t)start, (uint32_t)fmax(start, end), out);
}

static double clamp(double value, double low, double high) { return value < low ? low : value > high ? high : value; }

// 22.1.3.25
static bool string_substring_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_string(vm, args, "substring", &r.self));
  double length = string_length(&r.self), start, end = length;
  TRY(to_integer(vm, arg(args, 0), &start));
  if (!value_is_undefined(*arg(args, 1))) TRY(to_integer(vm, arg(args, 1), &end));
  start = clamp(start, 0, length);
  end = clamp(end, 0, length);
  return string_substring(vm, &r.self, (uint32_t)fmin(start, end), (uint32_t)fmax(start, end), out);
}

// B.2.2.1
static bool string_substr(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_string(vm, args, "substr", &r.self));
  double length = string_length(&r.self), start, count = length;
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &start));
  if (!value_is_undefined(*arg(args, 1))) TRY(to_integer(vm, arg(args, 1), &count));
  count = clamp(count, 0, length - start);
  return string_substring(vm, &r.self, (uint32_t)start, (uint32_t)(start + count), out);
}

enum { TRIM_START = 1, TRIM_END = 2 };

static bool trim(VM *vm, const Args *args, const char *method, int sides, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, method, &r.self));
  StringView view = string_view(&r.self);
  uint32_t start = 0, end = view.length;
  while ((sides & TRIM_START) && start < end && is_white_space(view_unit(&view, start))) start++;
  while ((sides & TRIM_END) && end > start && is_white_space(view_unit(&view, end - 1))) end--;
  return string_substring(vm, &r.self, start, end, out);
}

// 22.1.3.32 to 22.1.3.34
static bool string_trim(VM *vm, const Args *args, Slot out) {
  return trim(vm, args, "trim", TRIM_START | TRIM_END, out);
}
static bool string_trim_start(VM *vm, const Args *args, Slot out) {
  return trim(vm, args, "trimLeft", TRIM_START, out);
}
static bool string_trim_end(VM *vm, const Args *args, Slot out) { return trim(vm, args, "trimRight", TRIM_END, out); }

// ---------------------------------------------------------------------------------------------------- longer strings

// 22.1.3.5
static bool string_concat_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, sum, part);
  TRY(this_string(vm, args, "concat", &r.sum));
  for (uint32_t i = 0; i < args->argc; i++) {
    TRY(to_string(vm, arg(args, i), &r.part));
    TRY(string_concat(vm, &r.sum, &r.part, &r.sum));
  }
  *out = r.sum;
  return true;
}

// *text repeated, by doubling: a long result is a rope whose halves are the same string.
static bool repeat(VM *vm, Handle text, uint32_t count, Slot out) {
  ROOTS(vm, sum, power);
  r.sum = runtime(vm)->names.empty;
  r.power = *text;
  for (;; count >>= 1) {
    if (count & 1) TRY(string_concat(vm, &r.sum, &r.power, &r.sum));
    if (count <= 1) break;
    TRY(string_concat(vm, &r.power, &r.power, &r.power));
  }
  *out = r.sum;
  return true;
}

// 22.1.3.18
static bool string_repeat(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, count);
  TRY(this_string(vm, args, "repeat", &r.self));
  double count;
  TRY(to_integer(vm, arg(args, 0), &count));
  if (count < 0 || isinf(count)) {
    TRY(to_string(vm, arg(args, 0), &r.count));
    return throw_range(vm, "Invalid count value: %v", &r.count);
  }
  double length = string_length(&r.self);
  if (length * count > MAX_STRING_LENGTH) return throw_range(vm, "Invalid string length");
  return repeat(vm, &r.self, length == 0 ? 0 : (uint32_t)count, out);
}

// StringPad (22.1.3.17.1): `count` units of filler.
static bool filler_of(VM *vm, Handle filler, uint32_t count, Slot out) {
  ROOTS(vm, whole, rest);
  uint32_t length = string_length(filler);
  TRY(repeat(vm, filler, count / length, &r.whole));
  TRY(string_substring(vm, filler, 0, count % length, &r.rest));
  return string_concat(vm, &r.whole, &r.rest, out);
}

static bool pad(VM *vm, const Args *args, const char *method, bool at_start, Slot out) {
  ROOTS(vm, self, filler, padding);
  TRY(this_string(vm, args, method, &r.self));
  double length = string_length(&r.self), target;
  TRY(to_length(vm, arg(args, 0), &target));
  *out = r.self;
  if (target <= length) return true;
  r.filler = runtime(vm)->single_chars[' '];
  if (!value_is_undefined(*arg(args, 1))) TRY(to_string(vm, arg(args, 1), &r.filler));
  if (string_length(&r.filler) == 0) return true;
  if (target > MAX_STRING_LENGTH) return throw_range(vm, "Invalid string length");
  TRY(filler_of(vm, &r.filler, (uint32_t)(target - length), &r.padding));
  return at_start ? string_concat(vm, &r.padding, &r.self, out) : string_concat(vm, &r.self, &r.padding, out);
}

// 22.1.3.16, 22.1.3.17
static bool string_pad_end(VM *vm, const Args *args, Slot out) { return pad(vm, args, "padEnd", false, out); }
static bool string_pad_start(VM *vm, const Args *args, Slot out) { return pad(vm, args, "padStart", true, out); }

// 22.1.3.29, 22.1.3.35
static bool this_string_value(VM *vm, const Args *args, const char *method, Slot out) {
  Handle self = args->self;
  if (value_is_string(*self)) *out = *self;
  else if (value_is_kind(*self, KIND_STRING_OBJECT)) *out = field_get(&as_wrapper(self)->value);
  else return throw_type(vm, "String.prototype.%s requires that 'this' be a String", method);
  return true;
}

static bool string_to_string(VM *vm, const Args *args, Slot out) {
  return this_string_value(vm, args, "toString", out);
}
static bool string_value_of(VM *vm, const Args *args, Slot out) { return this_string_value(vm, args, "valueOf", out); }

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin string_function = {"String", string_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

static const Builtin string_functions[] = {
    LEAF_METHOD("fromCharCode", string_from_char_code, 1, leaf_from_char_code),
    METHOD("fromCodePoint", string_from_code_point, 1),
    METHOD("raw", string_raw, 1),
};

static const Builtin string_methods[] = {
    METHOD("at", string_at, 1),
    LEAF_METHOD("charAt", string_char_at, 1, leaf_char_at),
    LEAF_METHOD("charCodeAt", string_char_code_at, 1, leaf_char_code_at),
    METHOD("codePointAt", string_code_point_at, 1),
    METHOD("concat", string_concat_method, 1),
    METHOD("isWellFormed", string_is_well_formed, 0),
    METHOD("padEnd", string_pad_end, 1),
    METHOD("padStart", string_pad_start, 1),
    METHOD("repeat", string_repeat, 1),
    METHOD("slice", string_slice, 2),
    METHOD("substr", string_substr, 2),
    METHOD("substring", string_substring_method, 2),
    METHOD("toString", string_to_string, 0),
    METHOD("toWellFormed", string_to_well_formed, 0),
    METHOD("trim", string_trim, 0),
    METHOD("trimEnd", string_trim_end, 0),
    METHOD("trimStart", string_trim_start, 0),
    METHOD("valueOf", string_value_of, 0),
};

// trimLeft and trimRight are the same functions under their old names (B.2.2.15, B.2.2.16).
static void alias(VM *vm, Handle prototype, const char *name, const char *old_name) {
  ROOTS(vm, key, function);
  string_internalize_ascii(vm, name, &r.key);
  if (get(vm, prototype, &r.key, &r.function)) define_value(vm, prototype, old_name, &r.function, ATTR_METHOD);
}

void install_string(VM *vm) {
  Runtime *rt = runtime(vm);
  ROOTS(vm, constructor);
  Slot prototype = &rt->string_prototype;
  string_object_new(vm, &rt->names.empty, &rt->object_prototype, prototype);
  define_constructor(vm, &rt->global, &string_function, prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, string_functions);
  DEFINE_BUILTINS(vm, prototype, string_methods);
  alias(vm, prototype, "trimStart", "trimLeft");
  alias(vm, prototype, "trimEnd", "trimRight");
  install_string_search(vm, prototype);
  install_string_replace(vm, prototype);
  install_string_case(vm, prototype);
  install_string_html(vm, prototype);
  install_string_iterator(vm, prototype);
}
