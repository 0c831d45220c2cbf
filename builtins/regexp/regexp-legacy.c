// builtins/regexp/regexp-legacy.c - RegExp.$1 to $9, lastMatch and their kin: the last match of the whole program, as
// all engines have them.
#include "builtins/regexp/regexp.h"

static bool piece(VM *vm, uint32_t start, uint32_t end, Slot out) {
  *out = runtime(vm)->names.empty;
  if (!value_is_string(runtime(vm)->regexp_last_input) || start == REGEXP_UNSET) return true;
  return string_substring(vm, &runtime(vm)->regexp_last_input, start, end, out);
}

static bool last_pair(VM *vm, uint32_t i, Slot out) {
  const uint32_t *last = runtime(vm)->regexp_last;
  if (i >= runtime(vm)->regexp_last_pairs) return piece(vm, REGEXP_UNSET, 0, out);
  return piece(vm, last[2 * i], last[2 * i + 1], out);
}

#define CAPTURE(n) \
  static bool legacy_##n(VM *vm, const Args *args, Slot out) { return (void)args, last_pair(vm, n, out); }
CAPTURE(0)
CAPTURE(1)
CAPTURE(2)
CAPTURE(3)
CAPTURE(4)
CAPTURE(5)
CAPTURE(6)
CAPTURE(7)
CAPTURE(8)
CAPTURE(9)
#undef CAPTURE

static bool legacy_input(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = value_is_string(runtime(vm)->regexp_last_input) ? runtime(vm)->regexp_last_input : runtime(vm)->names.empty;
  return true;
}

static bool legacy_left(VM *vm, const Args *args, Slot out) {
  (void)args;
  return piece(vm, runtime(vm)->regexp_last_pairs ? 0 : REGEXP_UNSET, runtime(vm)->regexp_last[0], out);
}

static bool legacy_right(VM *vm, const Args *args, Slot out) {
  (void)args;
  if (runtime(vm)->regexp_last_pairs == 0) return piece(vm, REGEXP_UNSET, 0, out);
  return piece(vm, runtime(vm)->regexp_last[1], string_length(&runtime(vm)->regexp_last_input), out);
}

static bool legacy_paren(VM *vm, const Args *args, Slot out) {
  (void)args;
  uint32_t pairs = runtime(vm)->regexp_last_pairs;
  if (pairs <= 1) return piece(vm, REGEXP_UNSET, 0, out);
  if (pairs <= REGEXP_LAST_PAIRS) return last_pair(vm, pairs - 1, out);
  return piece(vm, runtime(vm)->regexp_last_paren[0], runtime(vm)->regexp_last_paren[1], out);
}

// Stores are ignored.
static bool legacy_set(VM *vm, const Args *args, Slot out) { return (void)vm, (void)args, (void)out, true; }

#define PROPERTY(name, code) GETTER(name, code), SETTER(name, legacy_set)
// clang-format off
static const Builtin properties[] = {
    PROPERTY("input", legacy_input), PROPERTY("$_", legacy_input), PROPERTY("lastMatch", legacy_0),
    PROPERTY("$&", legacy_0), PROPERTY("lastParen", legacy_paren), PROPERTY("$+", legacy_paren),
    PROPERTY("leftContext", legacy_left), PROPERTY("$`", legacy_left), PROPERTY("rightContext", legacy_right),
    PROPERTY("$'", legacy_right), PROPERTY("$1", legacy_1), PROPERTY("$2", legacy_2), PROPERTY("$3", legacy_3),
    PROPERTY("$4", legacy_4), PROPERTY("$5", legacy_5), PROPERTY("$6", legacy_6), PROPERTY("$7", legacy_7),
    PROPERTY("$8", legacy_8), PROPERTY("$9", legacy_9)
};
// clang-format on

void install_regexp_legacy(VM *vm, Handle constructor) { DEFINE_BUILTINS(vm, constructor, properties); }
