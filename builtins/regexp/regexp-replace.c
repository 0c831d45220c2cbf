// builtins/regexp/regexp-replace.c - RegExp.prototype[Symbol.replace] (ECMA-262 section 22.2.6.11).
#include "builtins/regexp/regexp.h"

typedef struct Replacing {
  Handle regexp, string;
  Handle replacement;  // a flat string or a function
} Replacing;

// One match: its captures are values 0 .. count - 1 of an array, groups an object or undefined.
typedef struct Match {
  Handle captures, groups;
  uint32_t count, position;
} Match;

static bool call_replacer(VM *vm, StringBuilder *b, const Replacing *p, const Match *match) {
  ROOTS(vm, position, result);
  r.position = value_int((int32_t)match->position);
  TRY(array_push(vm, match->captures, &r.position));
  TRY(array_push(vm, match->captures, p->string));
  if (!value_is_undefined(*match->groups)) TRY(array_push(vm, match->captures, match->groups));
  TRY(vm_call_array(vm, p->replacement, &undefined_value_, match->captures, &r.result));
  TRY(to_string(vm, &r.result, &r.result));
  builder_string(vm, b, &r.result);
  return true;
}

#define MOST_ROOTED 32

// The captures as roots: the usual few, or all of the elements of the array, which does not shrink.
static bool substitute(VM *vm, StringBuilder *b, const Replacing *p, const Match *match) {
  ROOTS(vm, captures[MOST_ROOTED], groups);
  uint32_t count = match->count < MOST_ROOTED ? match->count : MOST_ROOTED;
  for (uint32_t i = 0; i < count; i++) TRY(get_index(vm, match->captures, i, &r.captures[i]));
  for (uint32_t i = 0; i < count; i++) {
    if (!value_is_undefined(r.captures[i])) string_flatten(vm, &r.captures[i]);
  }
  r.groups = *match->groups;
  if (!value_is_undefined(r.groups)) TRY(to_object(vm, &r.groups, &r.groups));
  Substitution s = {.text = p->string,
                    .matched = &r.captures[0],
                    .replacement = p->replacement,
                    .groups = &r.groups,
                    .captures = &r.captures[1],
                    .capture_count = count - 1,
                    .position = match->position};
  return builder_substitution(vm, b, &s);
}

static bool append_match(VM *vm, StringBuilder *b, const Replacing *p, const Match *match) {
  return value_is_callable(*p->replacement) ? call_replacer(vm, b, p, match) : substitute(vm, b, p, match);
}

// ----------------------------------------------------------------------------------------------------------- plainly

static bool append_plain(VM *vm, StringBuilder *b, const Replacing *p, const uint32_t *captures, bool constant) {
  if (constant) {
    builder_string(vm, b, p->replacement);
    return true;
  }
  ROOTS(vm, values, groups);
  Match match = {.captures = &r.values, .groups = &r.groups, .position = captures[0]};
  match.count = regexp_program(p->regexp)->capture_count;
  TRY(regexp_captures(vm, p->regexp, p->string, captures, &r.values));
  TRY(regexp_groups(vm, p->regexp, &r.values, &r.groups));
  return append_match(vm, b, p, &match);
}

static bool replace_plain_once(VM *vm, const Replacing *p, bool constant, Slot out) {
  SCOPED_BUILDER(b);
  bool matched;
  const uint32_t *captures;
  TRY(regexp_find(vm, p->regexp, p->string, &matched, &captures));
  if (!matched) return *out = *p->string, true;
  uint32_t end = captures[1];
  builder_substring(vm, &b, p->string, 0, captures[0]);
  TRY(append_plain(vm, &b, p, captures, constant));
  builder_substring(vm, &b, p->string, end, string_length(p->string));
  return builder_finish(vm, &b, out);
}

// A function called may do anything but change this search: flags and data are fixed, lastIndex is 0 and not looked at.
static bool replace_plain_all(VM *vm, const Replacing *p, bool constant, Slot out) {
  SCOPED_BUILDER(b);
  ROOTS(vm, data, regexp);
  r.regexp = *p->regexp;
  if (value_is_callable(*p->replacement)) {
    r.data = field_get(&as_regexp(p->regexp)->data);
    regexp_from_data(vm, &r.data, &r.regexp);  // compile() may change p's
  }
  Replacing own = *p;
  own.regexp = &r.regexp;
  uint32_t length = string_length(p->string), copied = 0, count = 0;
  bool matched = true, unicode = regexp_flag_bits(&r.regexp) & REGEXP_UNICODE;
  TRY(regexp_set_last_index(vm, p->regexp, 0));
  for (double at = 0; at <= length; count++) {
    const uint32_t *captures;
    TRY(regexp_match_string(vm, &r.regexp, p->string, (uint32_t)at, &matched, &captures));
    if (!matched) break;
    uint32_t start = captures[0], end = captures[1];
    builder_substring(vm, &b, p->string, copied, start);
    TRY(builder_check(vm, &b));
    TRY(append_plain(vm, &b, &own, captures, constant));
    copied = end;
    at = start == end ? advance_index(p->string, end, unicode) : end;
  }
  if (count == 0) return *out = *p->string, true;
  builder_substring(vm, &b, p->string, copied, length);
  return builder_finish(vm, &b, out);
}

// ------------------------------------------------------------------------------------------------------------ slowly

static bool collect_results(VM *vm, const Replacing *p, Slot results) {
  ROOTS(vm, flags, result, part);
  TRY(array_new(vm, 0, results));
  TRY(regexp_get_flags(vm, p->regexp, &r.flags));
  bool global = text_has_unit(&r.flags, 'g'), unicode = flags_are_unicode(&r.flags);
  if (global) TRY(regexp_set_last_index(vm, p->regexp, 0));
  for (;;) {
    TRY(regexp_exec(vm, p->regexp, p->string, &r.result));
    if (value_is_null(r.result)) return true;
    TRY(array_push(vm, results, &r.result));
    if (!global) return true;
    TRY(get_index(vm, &r.result, 0, &r.part));
    TRY(to_string(vm, &r.part, &r.part));
    if (string_length(&r.part) == 0) TRY(regexp_step_over_empty(vm, p->regexp, p->string, unicode));
  }
}

// The captures of a result as strings; *match is filled in.
static bool read_result(VM *vm, const Replacing *p, Handle result, Slot values, Slot groups, Match *match) {
  ROOTS(vm, part, position);
  double count, position;
  TRY(get_length(vm, result, &count));
  count = fmax(count, 1);
  TRY(array_new(vm, 0, values));
  TRY(get_index(vm, result, 0, &r.part));
  TRY(to_string(vm, &r.part, &r.part));
  TRY(array_push(vm, values, &r.part));
  TRY(get(vm, result, VM_NAME(vm, index), &r.position));
  TRY(to_integer(vm, &r.position, &position));
  for (double i = 1; i < count; i++) {
    TRY(get_index(vm, result, i, &r.part));
    if (!value_is_undefined(r.part)) TRY(to_string(vm, &r.part, &r.part));
    TRY(array_push(vm, values, &r.part));
  }
  TRY(get(vm, result, VM_NAME(vm, groups), groups));
  *match = (Match){.captures = values, .groups = groups, .count = (uint32_t)count};
  match->position = (uint32_t)fmin(fmax(position, 0), string_length(p->string));
  return true;
}

static bool replace_slowly(VM *vm, const Replacing *p, Slot out) {
  SCOPED_BUILDER(b);
  ROOTS(vm, results, result, values, groups, matched);
  uint32_t copied = 0, length = string_length(p->string);
  TRY(collect_results(vm, p, &r.results));
  uint32_t count = (uint32_t)array_length(&r.results);
  for (uint32_t i = 0; i < count; i++) {
    Match match;
    TRY(get_index(vm, &r.results, i, &r.result));
    TRY(read_result(vm, p, &r.result, &r.values, &r.groups, &match));
    TRY(get_index(vm, &r.values, 0, &r.matched));
    StringBuilder piece __attribute__((cleanup(builder_free)));
    builder_init(&piece);
    TRY(append_match(vm, &piece, p, &match));
    if (match.position < copied) continue;
    builder_substring(vm, &b, p->string, copied, match.position);
    builder_units(&b, piece.latin1, piece.utf16, piece.length);
    if (piece.too_long) b.too_long = true;
    TRY(builder_check(vm, &b));
    copied = match.position + string_length(&r.matched);
  }
  if (copied < length) builder_substring(vm, &b, p->string, copied, length);
  return builder_finish(vm, &b, out);
}

// 22.2.6.11
static bool regexp_replace(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.@@replace"));
  ROOTS(vm, string, replacement);
  TRY(argument_string(vm, args, &r.string));
  r.replacement = *arg(args, 1);
  bool function = value_is_callable(r.replacement);
  if (!function) {
    TRY(to_string(vm, &r.replacement, &r.replacement));
    string_flatten(vm, &r.replacement);
  }
  Replacing p = {.regexp = args->self, .string = &r.string, .replacement = &r.replacement};
  if (!regexp_is_plain(vm, args->self)) return replace_slowly(vm, &p, out);
  bool constant = !function && !text_has_unit(&r.replacement, '$');
  if (regexp_flag_bits(args->self) & REGEXP_GLOBAL) return replace_plain_all(vm, &p, constant, out);
  return replace_plain_once(vm, &p, constant, out);
}

static const Builtin methods[] = {SYMBOL_METHOD(replace, regexp_replace, 2)};

void install_regexp_replace(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
