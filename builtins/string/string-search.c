// builtins/string/string-search.c - finding text in strings: indexOf and its kin, and match, matchAll, search, which
// hand over to the pattern's own methods.
#include "builtins/string/string.h"
#include "vm/regexp.h"

// ---------------------------------------------------------------------------------------------------------- search

static bool matches_at(const StringView *text, const StringView *needle, uint32_t at) {
  if (!text->two_byte && !needle->two_byte) return memcmp(text->latin1 + at, needle->latin1, needle->length) == 0;
  if (text->two_byte && needle->two_byte) {
    return memcmp(text->utf16 + at, needle->utf16, (size_t)needle->length * 2) == 0;
  }
  for (uint32_t i = 0; i < needle->length; i++) {
    if (view_unit(text, at + i) != view_unit(needle, i)) return false;
  }
  return true;
}

// memchr finds a rare first character fastest by far; where it stops too often, memmem is steadier.
static int64_t index_of_latin1(const StringView *text, const StringView *needle, uint32_t from) {
  const uint8_t *p = text->latin1 + from, *last = text->latin1 + (text->length - needle->length);
  for (size_t stops = 0; p <= last; p++, stops++) {
    if (stops > 8 + ((size_t)(p - text->latin1) - from) / 64) {
      p = memmem(p, (size_t)(last - p) + needle->length, needle->latin1, needle->length);
      return p ? p - text->latin1 : -1;
    }
    p = memchr(p, needle->latin1[0], (size_t)(last - p) + 1);
    if (p == NULL) return -1;
    if (memcmp(p, needle->latin1, needle->length) == 0) return p - text->latin1;
  }
  return -1;
}

static int64_t view_index_of(const StringView *text, const StringView *needle, uint32_t from) {
  if (needle->length > text->length || from > text->length - needle->length) return -1;
  if (needle->length == 0) return from;
  if (!text->two_byte && !needle->two_byte) return index_of_latin1(text, needle, from);
  uint16_t first = view_unit(needle, 0);
  uint32_t last = text->length - needle->length;
  for (uint32_t i = from; i <= last; i++) {
    if (view_unit(text, i) == first && matches_at(text, needle, i)) return i;
  }
  return -1;
}

static int64_t view_last_index_of(const StringView *text, const StringView *needle, uint32_t from) {
  if (needle->length > text->length) return -1;
  uint32_t last = text->length - needle->length;
  for (int64_t i = from < last ? from : last; i >= 0; i--) {
    if (matches_at(text, needle, (uint32_t)i)) return i;
  }
  return -1;
}

int64_t string_index_of(Handle text, Handle needle, uint32_t from) {
  StringView haystack = string_view(text), part = string_view(needle);
  return view_index_of(&haystack, &part, from);
}

// Argument 0 as a flat string, and argument 1 as a position inside *self.
static bool search_arguments(VM *vm, const Args *args, Handle self, Slot needle, double fallback, uint32_t *position) {
  TRY(to_string(vm, arg(args, 0), needle));
  string_flatten(vm, needle);
  double at = fallback, length = string_length(self);
  if (!value_is_undefined(*arg(args, 1))) TRY(to_integer(vm, arg(args, 1), &at));
  *position = (uint32_t)fmin(fmax(at, 0), length);
  return true;
}

// 22.1.3.9
static bool string_index_of_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, needle);
  uint32_t position;
  TRY(this_flat_string(vm, args, "indexOf", &r.self));
  TRY(search_arguments(vm, args, &r.self, &r.needle, 0, &position));
  *out = value_int((int32_t)string_index_of(&r.self, &r.needle, position));
  return true;
}

// 22.1.3.11
static bool string_last_index_of(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, needle);
  TRY(this_flat_string(vm, args, "lastIndexOf", &r.self));
  TRY(to_string(vm, arg(args, 0), &r.needle));
  string_flatten(vm, &r.needle);
  double at, length = string_length(&r.self);
  TRY(to_number(vm, arg(args, 1), &at));
  at = isnan(at) ? length : fmin(fmax(trunc(at), 0), length);
  StringView text = string_view(&r.self), needle = string_view(&r.needle);
  *out = value_int((int32_t)view_last_index_of(&text, &needle, (uint32_t)at));
  return true;
}

bool is_regexp(VM *vm, Handle value, bool *out) {
  *out = false;
  if (!value_is_object(*value)) return true;
  ROOTS(vm, matcher);
  TRY(get(vm, value, VM_SYMBOL(vm, match), &r.matcher));
  *out = value_is_undefined(r.matcher) ? value_is_kind(*value, KIND_REGEXP) : to_boolean(r.matcher);
  return true;
}

bool require_global(VM *vm, const Args *args, const char *method) {
  ROOTS(vm, flags);
  bool regexp;
  if (value_is_nullish(*args->self)) return this_string(vm, args, method, &r.flags);
  TRY(is_regexp(vm, arg(args, 0), &regexp));
  if (!regexp) return true;
  TRY(get(vm, arg(args, 0), VM_NAME(vm, flags), &r.flags));
  if (value_is_nullish(r.flags)) {
    return throw_type(vm, "The .flags property of the argument to String.prototype.%s cannot be null or undefined",
                      method);
  }
  TRY(to_string(vm, &r.flags, &r.flags));
  string_flatten(vm, &r.flags);
  return string_index_of(&r.flags, &runtime(vm)->single_chars['g'], 0) >= 0 ||
         throw_type(vm, "String.prototype.%s called with a non-global RegExp argument", method);
}

static bool refuse_regexp(VM *vm, Handle value, const char *method) {
  bool regexp;
  TRY(is_regexp(vm, value, &regexp));
  if (!regexp) return true;
  return throw_type(vm, "First argument to String.prototype.%s must not be a regular expression", method);
}

// 22.1.3.8
static bool string_includes(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, needle);
  uint32_t position;
  TRY(this_flat_string(vm, args, "includes", &r.self));
  TRY(refuse_regexp(vm, arg(args, 0), "includes"));
  TRY(search_arguments(vm, args, &r.self, &r.needle, 0, &position));
  *out = value_boolean(string_index_of(&r.self, &r.needle, position) >= 0);
  return true;
}

// 22.1.3.24
static bool string_starts_with(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, needle);
  uint32_t position;
  TRY(this_flat_string(vm, args, "startsWith", &r.self));
  TRY(refuse_regexp(vm, arg(args, 0), "startsWith"));
  TRY(search_arguments(vm, args, &r.self, &r.needle, 0, &position));
  StringView text = string_view(&r.self), needle = string_view(&r.needle);
  *out = value_boolean(needle.length <= text.length - position && matches_at(&text, &needle, position));
  return true;
}

// 22.1.3.7
static bool string_ends_with(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, needle);
  uint32_t end;
  TRY(this_flat_string(vm, args, "endsWith", &r.self));
  TRY(refuse_regexp(vm, arg(args, 0), "endsWith"));
  TRY(search_arguments(vm, args, &r.self, &r.needle, string_length(&r.self), &end));
  StringView text = string_view(&r.self), needle = string_view(&r.needle);
  *out = value_boolean(needle.length <= end && matches_at(&text, &needle, end - needle.length));
  return true;
}

// -------------------------------------------------------------------------------------------------------- patterns

bool call_symbol_method(VM *vm, Handle pattern, Handle symbol, Handle self, Handle argument, bool *called, Slot out) {
  *called = false;
  if (!value_is_object(*pattern)) return true;
  ROOTS(vm, method, arguments[2]);
  TRY(get_method(vm, pattern, symbol, &r.method));
  if (value_is_undefined(r.method)) return true;
  r.arguments[0] = *self;
  r.arguments[1] = *argument;
  *called = true;
  return vm_call(vm, &r.method, pattern, value_is_empty(*argument) ? 1 : 2, r.arguments, out);
}

// RegExpCreate(pattern, flags) and the call of its method.
static bool match_new_regexp(VM *vm, Handle pattern, Handle flags, Handle symbol, Handle self, Slot out) {
  ROOTS(vm, source, data, regexp);
  r.source = runtime(vm)->names.empty;
  if (!value_is_undefined(*pattern)) TRY(to_string(vm, pattern, &r.source));
  TRY(regexp_data(vm, &r.source, flags, &r.data));
  regexp_from_data(vm, &r.data, &r.regexp);
  return invoke(vm, &r.regexp, symbol, 1, self, out);
}

static const Value no_argument = {0};

static bool match_with(VM *vm, const Args *args, const char *method, Handle symbol, Handle flags, Slot out) {
  ROOTS(vm, self);
  if (value_is_nullish(*args->self)) TRY(this_string(vm, args, method, &r.self));
  bool called;
  TRY(call_symbol_method(vm, arg(args, 0), symbol, args->self, &no_argument, &called, out));
  if (called) return true;
  TRY(this_string(vm, args, method, &r.self));
  return match_new_regexp(vm, arg(args, 0), flags, symbol, &r.self, out);
}

// 22.1.3.13
static bool string_match(VM *vm, const Args *args, Slot out) {
  return match_with(vm, args, "match", VM_SYMBOL(vm, match), VM_NAME(vm, empty), out);
}

// 22.1.3.21
static bool string_search(VM *vm, const Args *args, Slot out) {
  return match_with(vm, args, "search", VM_SYMBOL(vm, search), VM_NAME(vm, empty), out);
}

// 22.1.3.14
static bool string_match_all(VM *vm, const Args *args, Slot out) {
  TRY(require_global(vm, args, "matchAll"));
  return match_with(vm, args, "matchAll", VM_SYMBOL(vm, matchAll), &runtime(vm)->single_chars['g'], out);
}

static const Builtin methods[] = {
    METHOD("endsWith", string_ends_with, 1),
    METHOD("includes", string_includes, 1),
    METHOD("indexOf", string_index_of_method, 1),
    METHOD("lastIndexOf", string_last_index_of, 1),
    METHOD("match", string_match, 1),
    METHOD("matchAll", string_match_all, 1),
    METHOD("search", string_search, 1),
    METHOD("startsWith", string_starts_with, 1),
};

void install_string_search(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
