// builtins/regexp/regexp-split.c - RegExp.prototype[Symbol.split] (ECMA-262 section 22.2.6.14).
#include "builtins/regexp/regexp.h"
#include "builtins/typed-array/typed-array.h"

typedef struct Splitting {
  Handle regexp, string, array;
  uint32_t limit;
  bool unicode;
} Splitting;

static bool push_text(VM *vm, const Splitting *s, uint32_t start, uint32_t end) {
  ROOTS(vm, part);
  TRY(string_substring(vm, s->string, start, end, &r.part));
  return array_push(vm, s->array, &r.part);
}

static bool is_full(const Splitting *s) { return array_length(s->array) >= s->limit; }

// A search from each place on finds what trying at each place would.
static bool split_plain(VM *vm, const Splitting *s) {
  ROOTS(vm, part);
  uint32_t length = string_length(s->string), begin = 0, count = regexp_program(s->regexp)->capture_count;
  bool matched;
  const uint32_t *captures;
  if (length == 0) {
    TRY(regexp_match_string(vm, s->regexp, s->string, 0, &matched, &captures));
    return matched || push_text(vm, s, 0, 0);
  }
  for (double at = 0; at < length;) {
    TRY(regexp_match_string(vm, s->regexp, s->string, (uint32_t)at, &matched, &captures));
    if (!matched || captures[0] >= length) break;
    uint32_t start = captures[0], end = captures[1];
    if (end == begin) {  // empty, where the last one ended
      at = advance_index(s->string, start, s->unicode);
      continue;
    }
    TRY(push_text(vm, s, begin, start));
    if (is_full(s)) return true;
    begin = end;
    for (uint32_t i = 1; i < count; i++) {
      TRY(regexp_capture(vm, s->string, captures, i, &r.part));
      TRY(array_push(vm, s->array, &r.part));
      if (is_full(s)) return true;
    }
    at = start == end ? advance_index(s->string, end, s->unicode) : end;
  }
  return push_text(vm, s, begin, length);
}

static bool push_captures(VM *vm, const Splitting *s, Handle result) {
  ROOTS(vm, part);
  double count;
  TRY(get_length(vm, result, &count));
  for (double i = 1; i < count && !is_full(s); i++) {
    TRY(get_index(vm, result, i, &r.part));
    TRY(array_push(vm, s->array, &r.part));
  }
  return true;
}

static bool split_slowly(VM *vm, const Splitting *s) {
  ROOTS(vm, result);
  uint32_t length = string_length(s->string), begin = 0;
  if (length == 0) {
    TRY(regexp_exec(vm, s->regexp, s->string, &r.result));
    return !value_is_null(r.result) || push_text(vm, s, 0, 0);
  }
  for (double at = 0; at < length;) {
    double end = 0;
    TRY(regexp_set_last_index(vm, s->regexp, at));
    TRY(regexp_exec(vm, s->regexp, s->string, &r.result));
    if (!value_is_null(r.result)) {
      TRY(regexp_get_last_index(vm, s->regexp, &end));
      end = fmin(end, length);
    }
    if (value_is_null(r.result) || end == begin) {
      at = advance_index(s->string, at, s->unicode);
      continue;
    }
    TRY(push_text(vm, s, begin, (uint32_t)at));
    if (is_full(s)) return true;
    begin = (uint32_t)end;
    TRY(push_captures(vm, s, &r.result));
    if (is_full(s)) return true;
    at = begin;
  }
  return push_text(vm, s, begin, length);
}

// A splitter with the flag y, made by the species constructor.
static bool make_splitter(VM *vm, Handle self, Handle constructor, Slot out, bool *unicode) {
  ROOTS(vm, arguments[2], sticky);
  r.arguments[0] = *self;
  TRY(regexp_get_flags(vm, self, &r.arguments[1]));
  *unicode = flags_are_unicode(&r.arguments[1]);
  string_from_unit(vm, 'y', &r.sticky);
  if (!text_has_unit(&r.arguments[1], 'y')) TRY(string_concat(vm, &r.arguments[1], &r.sticky, &r.arguments[1]));
  return vm_construct(vm, constructor, 2, r.arguments, constructor, out);
}

// 22.2.6.14
static bool regexp_split(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.@@split"));
  ROOTS(vm, string, constructor, splitter);
  TRY(argument_string(vm, args, &r.string));
  Splitting s = {.regexp = args->self, .string = &r.string, .array = out, .limit = UINT32_MAX};
  TRY(species_constructor(vm, args->self, &runtime(vm)->regexp_constructor, &r.constructor));
  // a limit that is an object may change the RegExp, when its copy has been made
  bool plain = !value_is_object(*arg(args, 1)) && regexp_is_plain(vm, args->self) &&
               value_same(r.constructor, runtime(vm)->regexp_constructor) &&
               !(regexp_flag_bits(args->self) & REGEXP_STICKY);
  if (plain) s.unicode = regexp_flag_bits(args->self) & REGEXP_UNICODE;
  else TRY(make_splitter(vm, args->self, &r.constructor, &r.splitter, &s.unicode));
  if (!plain) s.regexp = &r.splitter;
  if (!value_is_undefined(*arg(args, 1))) TRY(to_uint32(vm, arg(args, 1), &s.limit));
  TRY(array_new(vm, 0, out));
  if (s.limit == 0) return true;
  return plain ? split_plain(vm, &s) : split_slowly(vm, &s);
}

static const Builtin methods[] = {SYMBOL_METHOD(split, regexp_split, 2)};

void install_regexp_split(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
