// builtins/regexp/regexp-match.c - RegExp.prototype[Symbol.match], [Symbol.matchAll], [Symbol.search] and the iterator
// of matchAll (ECMA-262 sections 22.2.6.8, 22.2.6.9, 22.2.6.12, 22.2.9).
#include "builtins/iterator/iterator.h"
#include "builtins/regexp/regexp.h"
#include "builtins/typed-array/typed-array.h"

// ----------------------------------------------------------------------------------------------------------- match

// All matches of a plain global one.
static bool match_all_plain(VM *vm, Handle regexp, Handle string, Slot array) {
  ROOTS(vm, part);
  unsigned flags = regexp_flag_bits(regexp);
  double at = 0, length = string_length(string);
  TRY(array_new(vm, 0, array));
  for (bool matched = true; at <= length;) {
    const uint32_t *captures;
    TRY(regexp_match_string(vm, regexp, string, (uint32_t)at, &matched, &captures));
    if (!matched) break;
    at = captures[1];
    bool empty = captures[0] == captures[1];
    TRY(regexp_capture(vm, string, captures, 0, &r.part));
    TRY(array_push(vm, array, &r.part));
    if (empty) at = advance_index(string, at, flags & REGEXP_UNICODE);
  }
  TRY(regexp_set_last_index(vm, regexp, 0));
  if (array_length(array) == 0) *array = VALUE_NULL;
  return true;
}

static bool match_all_slowly(VM *vm, Handle regexp, Handle string, bool unicode, Slot out) {
  ROOTS(vm, array, result, part);
  TRY(regexp_set_last_index(vm, regexp, 0));
  TRY(array_new(vm, 0, &r.array));
  for (;;) {
    TRY(regexp_exec(vm, regexp, string, &r.result));
    if (value_is_null(r.result)) break;
    TRY(get_index(vm, &r.result, 0, &r.part));
    TRY(to_string(vm, &r.part, &r.part));
    TRY(array_push(vm, &r.array, &r.part));
    if (string_length(&r.part) == 0) TRY(regexp_step_over_empty(vm, regexp, string, unicode));
  }
  *out = array_length(&r.array) == 0 ? VALUE_NULL : r.array;
  return true;
}

// 22.2.6.8
static bool regexp_match_method(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.@@match"));
  ROOTS(vm, string, flags);
  TRY(argument_string(vm, args, &r.string));
  if (regexp_is_plain(vm, args->self)) {
    if (regexp_flag_bits(args->self) & REGEXP_GLOBAL) return match_all_plain(vm, args->self, &r.string, out);
    return regexp_builtin_exec(vm, args->self, &r.string, out);
  }
  TRY(regexp_get_flags(vm, args->self, &r.flags));
  if (!text_has_unit(&r.flags, 'g')) return regexp_exec(vm, args->self, &r.string, out);
  bool unicode = flags_are_unicode(&r.flags);
  return match_all_slowly(vm, args->self, &r.string, unicode, out);
}

// ---------------------------------------------------------------------------------------------------------- search

// 22.2.6.12
static bool regexp_search(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.@@search"));
  ROOTS(vm, string, previous, current, result);
  TRY(argument_string(vm, args, &r.string));
  if (regexp_is_plain(vm, args->self)) {
    bool matched;
    const uint32_t *captures;
    TRY(regexp_match_string(vm, args->self, &r.string, 0, &matched, &captures));
    *out = value_int(matched ? (int32_t)captures[0] : -1);
    return true;
  }
  const Value zero = value_int(0);
  TRY(get(vm, args->self, VM_NAME(vm, lastIndex), &r.previous));
  if (!same_value(vm, &r.previous, &zero)) TRY(put(vm, args->self, VM_NAME(vm, lastIndex), &zero));
  TRY(regexp_exec(vm, args->self, &r.string, &r.result));
  TRY(get(vm, args->self, VM_NAME(vm, lastIndex), &r.current));
  if (!same_value(vm, &r.current, &r.previous)) TRY(put(vm, args->self, VM_NAME(vm, lastIndex), &r.previous));
  if (value_is_null(r.result)) return *out = value_int(-1), true;
  return get(vm, &r.result, VM_NAME(vm, index), out);
}

// -------------------------------------------------------------------------------------------------------- matchAll

enum { ALL_GLOBAL = 1, ALL_UNICODE = 2, ALL_DONE = 4 };

// %RegExpStringIterator% is an iterator object: target is an array of the matcher and the string, index the flags.
// 22.2.6.9
static bool regexp_match_all(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.@@matchAll"));
  ROOTS(vm, parts[2], constructor, arguments[2], target);
  TRY(argument_string(vm, args, &r.parts[1]));
  TRY(species_constructor(vm, args->self, &runtime(vm)->regexp_constructor, &r.constructor));
  r.arguments[0] = *args->self;
  TRY(regexp_get_flags(vm, args->self, &r.arguments[1]));
  TRY(vm_construct(vm, &r.constructor, 2, r.arguments, &r.constructor, &r.parts[0]));
  double last_index;
  TRY(regexp_get_last_index(vm, args->self, &last_index));
  TRY(regexp_set_last_index(vm, &r.parts[0], last_index));
  bool unicode = flags_are_unicode(&r.arguments[1]);
  int state = (text_has_unit(&r.arguments[1], 'g') ? ALL_GLOBAL : 0) | (unicode ? ALL_UNICODE : 0);
  TRY(array_from_values(vm, r.parts, 2, &r.target));
  object_new_kind(vm, KIND_REGEXP_ITERATOR, sizeof(IteratorObject), &runtime(vm)->regexp_iterator_prototype, out);
  field_set(vm, as_iterator(out), &as_iterator(out)->target, r.target);
  field_set(vm, as_iterator(out), &as_iterator(out)->mode, value_int(state));
  return true;
}

// 22.2.9.2.1
static bool iterator_next(VM *vm, const Args *args, Slot out) {
  Handle self = args->self;
  if (!value_is_kind(*self, KIND_REGEXP_ITERATOR)) {
    return throw_type(vm, "Method %%RegExpStringIterator%%.prototype.next called on incompatible receiver %v", self);
  }
  ROOTS(vm, target, regexp, string, result, part);
  int state = value_as_int(field_get(&as_iterator(self)->mode));
  if (state & ALL_DONE) return iterator_result(vm, &undefined_value_, true, out), true;
  r.target = field_get(&as_iterator(self)->target);
  TRY(get_index(vm, &r.target, 0, &r.regexp));
  TRY(get_index(vm, &r.target, 1, &r.string));
  TRY(regexp_exec(vm, &r.regexp, &r.string, &r.result));
  bool found = !value_is_null(r.result);
  if (!found || !(state & ALL_GLOBAL)) {
    field_set(vm, as_iterator(self), &as_iterator(self)->mode, value_int(state | ALL_DONE));
  } else {
    TRY(get_index(vm, &r.result, 0, &r.part));
    TRY(to_string(vm, &r.part, &r.part));
    if (string_length(&r.part) == 0) TRY(regexp_step_over_empty(vm, &r.regexp, &r.string, state & ALL_UNICODE));
  }
  iterator_result(vm, found ? &r.result : &undefined_value_, !found, out);
  return true;
}

static const Builtin methods[] = {
    SYMBOL_METHOD(match, regexp_match_method, 1),
    SYMBOL_METHOD(matchAll, regexp_match_all, 1),
    SYMBOL_METHOD(search, regexp_search, 1),
};
static const Builtin iterator_methods[] = {METHOD("next", iterator_next, 0)};

void install_regexp_match(VM *vm, Handle prototype) {
  Runtime *rt = runtime(vm);
  DEFINE_BUILTINS(vm, prototype, methods);
  object_new_with_prototype(vm, &rt->iterator_prototype, &rt->regexp_iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->regexp_iterator_prototype, iterator_methods);
  define_to_string_tag(vm, &rt->regexp_iterator_prototype, "RegExp String Iterator");
}
