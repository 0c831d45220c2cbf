// builtins/string/string-replace.c - replace, replaceAll and split with strings as patterns, and the $ patterns of
// replacements, which RegExp uses too.  Patterns that are objects are asked to do it themselves.
#include "builtins/string/string.h"

// ---------------------------------------------------------------------------------------------------- substitution

// "$n" or "$nn" at `at`: the number of the capture, and in *length the characters used; 0: there is none such.
static uint32_t capture_reference(const StringView *v, uint32_t at, uint32_t count, uint32_t *length) {
  uint32_t digit = digit_of(view_unit(v, at + 1));
  if (digit > 9) return 0;
  if (at + 2 < v->length) {
    uint32_t second = digit_of(view_unit(v, at + 2));
    uint32_t both = digit * 10 + second;
    if (second <= 9 && both >= 1 && both <= count) {
      *length = 3;
      return both;
    }
  }
  *length = 2;
  return digit <= count ? digit : 0;
}

static bool append_group(VM *vm, StringBuilder *b, const Substitution *s, uint32_t start, uint32_t end) {
  ROOTS(vm, name, value);
  TRY(string_substring(vm, s->replacement, start, end, &r.name));
  TRY(get(vm, s->groups, &r.name, &r.value));
  if (value_is_undefined(r.value)) return true;
  TRY(to_string(vm, &r.value, &r.value));
  builder_string(vm, b, &r.value);
  return true;
}

// What the pattern at `at` (a dollar sign, not the last character) stands for; *at passes it.
static bool append_pattern(VM *vm, StringBuilder *b, const Substitution *s, uint32_t *at) {
  StringView v = string_view(s->replacement);
  uint16_t c = view_unit(&v, *at + 1);
  uint32_t length = 2, text_length = string_length(s->text), tail = s->position + string_length(s->matched);
  uint32_t capture = capture_reference(&v, *at, s->capture_count, &length);
  if (capture > 0) {
    if (!value_is_undefined(s->captures[capture - 1])) builder_string(vm, b, &s->captures[capture - 1]);
  } else if (c == '$') {
    builder_unit(b, '$');
  } else if (c == '&') {
    builder_string(vm, b, s->matched);
  } else if (c == '`') {
    builder_substring(vm, b, s->text, 0, s->position);
  } else if (c == '\'') {
    if (tail < text_length) builder_substring(vm, b, s->text, tail, text_length);
  } else if (c == '<' && !value_is_undefined(*s->groups)) {
    uint32_t end = *at + 2;
    while (end < v.length && view_unit(&v, end) != '>') end++;
    if (end < v.length) {
      TRY(append_group(vm, b, s, *at + 2, end));
      length = end + 1 - *at;
    } else {
      builder_ascii(b, "$<");
    }
  } else {
    builder_unit(b, '$');  // means itself
    length = 1;
  }
  *at += length;
  return true;
}

static uint32_t next_dollar(const StringView *v, uint32_t from) {
  if (v->two_byte) {
    while (from < v->length && v->utf16[from] != '$') from++;
    return from;
  }
  const uint8_t *found = memchr(v->latin1 + from, '$', v->length - from);
  return found ? (uint32_t)(found - v->latin1) : v->length;
}

bool builder_substitution(VM *vm, StringBuilder *b, const Substitution *s) {
  uint32_t length = string_length(s->replacement);
  StringView whole = string_view(s->replacement);
  if (next_dollar(&whole, 0) == length) {
    builder_string(vm, b, s->replacement);
    return true;
  }
  for (uint32_t at = 0; at < length && !b->too_long;) {
    StringView view = string_view(s->replacement);
    uint32_t dollar = next_dollar(&view, at);
    if (dollar + 1 >= length) dollar = length;  // a dollar sign at the end means itself
    builder_substring(vm, b, s->replacement, at, dollar);
    at = dollar;
    if (at < length) TRY(append_pattern(vm, b, s, &at));
  }
  return true;
}

// --------------------------------------------------------------------------------------------------------- replace

typedef struct Replacing {
  Handle text, needle;
  Handle replacement;  // a flat string or a function
} Replacing;

// Appends what replaces the match at `position`.
static bool append_replacement(VM *vm, StringBuilder *b, const Replacing *p, uint32_t position) {
  if (!value_is_callable(*p->replacement)) {
    Substitution s = {.text = p->text,
                      .matched = p->needle,
                      .replacement = p->replacement,
                      .groups = &undefined_value_,
                      .position = position};
    return builder_substitution(vm, b, &s);
  }
  ROOTS(vm, arguments[3], result);
  r.arguments[0] = *p->needle;
  r.arguments[1] = value_int((int32_t)position);
  r.arguments[2] = *p->text;
  TRY(vm_call(vm, p->replacement, &undefined_value_, 3, r.arguments, &r.result));
  TRY(to_string(vm, &r.result, &r.result));
  builder_string(vm, b, &r.result);
  return true;
}

// The two arguments of replace and replaceAll as flat strings; a function stays.
static bool replace_arguments(VM *vm, const Args *args, Slot needle, Slot replacement) {
  TRY(to_string(vm, arg(args, 0), needle));
  string_flatten(vm, needle);
  *replacement = *arg(args, 1);
  if (value_is_callable(*replacement)) return true;
  TRY(to_string(vm, replacement, replacement));
  string_flatten(vm, replacement);
  return true;
}

// The text around the match is not copied: the result is a rope.
static bool replace_one(VM *vm, const Replacing *p, uint32_t position, Slot out) {
  ROOTS(vm, before, middle, after);
  SCOPED_BUILDER(b);
  TRY(append_replacement(vm, &b, p, position));
  TRY(builder_finish(vm, &b, &r.middle));
  TRY(string_substring(vm, p->text, 0, position, &r.before));
  TRY(string_substring(vm, p->text, position + string_length(p->needle), string_length(p->text), &r.after));
  TRY(string_concat(vm, &r.before, &r.middle, &r.before));
  return string_concat(vm, &r.before, &r.after, out);
}

static bool replace_every(VM *vm, const Replacing *p, uint32_t position, Slot out) {
  SCOPED_BUILDER(b);
  uint32_t length = string_length(p->text), needle_length = string_length(p->needle), end = 0;
  for (int64_t at = position; at >= 0;) {
    builder_substring(vm, &b, p->text, end, (uint32_t)at);
    TRY(builder_check(vm, &b));
    TRY(append_replacement(vm, &b, p, (uint32_t)at));
    end = (uint32_t)at + needle_length;
    uint32_t next = needle_length ? end : end + 1;
    at = next > length ? -1 : string_index_of(p->text, p->needle, next);
  }
  builder_substring(vm, &b, p->text, end, length);
  return builder_finish(vm, &b, out);
}

typedef bool (*ReplaceFrom)(VM *vm, const Replacing *p, uint32_t position, Slot out);

static bool replace_with(VM *vm, const Args *args, const char *method, ReplaceFrom replace_from, Slot out) {
  ROOTS(vm, self, needle, replacement);
  if (value_is_nullish(*args->self)) TRY(this_string(vm, args, method, &r.self));
  bool called;
  TRY(call_symbol_method(vm, arg(args, 0), VM_SYMBOL(vm, replace), args->self, arg(args, 1), &called, out));
  if (called) return true;
  TRY(this_flat_string(vm, args, method, &r.self));
  TRY(replace_arguments(vm, args, &r.needle, &r.replacement));
  int64_t position = string_index_of(&r.self, &r.needle, 0);
  if (position < 0) {
    *out = r.self;
    return true;
  }
  Replacing p = {.text = &r.self, .needle = &r.needle, .replacement = &r.replacement};
  return replace_from(vm, &p, (uint32_t)position, out);
}

// 22.1.3.19
static bool string_replace(VM *vm, const Args *args, Slot out) {
  return replace_with(vm, args, "replace", replace_one, out);
}

// 22.1.3.20
static bool string_replace_all(VM *vm, const Args *args, Slot out) {
  TRY(require_global(vm, args, "replaceAll"));
  return replace_with(vm, args, "replaceAll", replace_every, out);
}

// ----------------------------------------------------------------------------------------------------------- split

static bool push_part(VM *vm, Handle array, Handle text, uint32_t start, uint32_t end) {
  ROOTS(vm, part);
  TRY(string_substring(vm, text, start, end, &r.part));
  return array_push(vm, array, &r.part);
}

static bool split_units(VM *vm, Handle text, uint32_t limit, Handle array) {
  uint32_t length = string_length(text), count = length < limit ? length : limit;
  TRY(elements_reserve(vm, array, count));
  for (uint32_t i = 0; i < count; i++) TRY(push_part(vm, array, text, i, i + 1));
  return true;
}

static bool split_parts(VM *vm, Handle text, Handle separator, uint32_t limit, Handle array) {
  uint32_t start = 0, width = string_length(separator);
  for (;;) {
    int64_t at = string_index_of(text, separator, start);
    if (at < 0) break;
    TRY(push_part(vm, array, text, start, (uint32_t)at));
    if (--limit == 0) return true;
    start = (uint32_t)at + width;
  }
  return push_part(vm, array, text, start, string_length(text));
}

// 22.1.3.23
static bool string_split(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, separator);
  if (value_is_nullish(*args->self)) TRY(this_string(vm, args, "split", &r.self));
  bool called;
  TRY(call_symbol_method(vm, arg(args, 0), VM_SYMBOL(vm, split), args->self, arg(args, 1), &called, out));
  if (called) return true;
  TRY(this_flat_string(vm, args, "split", &r.self));
  uint32_t limit = UINT32_MAX;
  if (!value_is_undefined(*arg(args, 1))) TRY(to_uint32(vm, arg(args, 1), &limit));
  TRY(to_string(vm, arg(args, 0), &r.separator));
  string_flatten(vm, &r.separator);
  TRY(array_new(vm, 0, out));
  if (limit == 0) return true;
  if (value_is_undefined(*arg(args, 0))) return array_push(vm, out, &r.self);
  if (string_length(&r.separator) == 0) return split_units(vm, &r.self, limit, out);
  return split_parts(vm, &r.self, &r.separator, limit, out);
}

static const Builtin methods[] = {
    METHOD("replace", string_replace, 2),
    METHOD("replaceAll", string_replace_all, 2),
    METHOD("split", string_split, 2),
};

void install_string_replace(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
