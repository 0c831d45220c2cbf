// builtins/string/string-case.c - case conversion, normalization and localeCompare.  Latin-1 is done here; for the rest
// of Unicode libunistring knows the tables.
//
// libunistring does not take lone surrogates, JavaScript strings may have them: text is converted in the stretches
// between them.
#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/memory.h"
#include "builtins/locale/collate-icu.h"
#include "builtins/locale/locale.h"
#include "builtins/string/string.h"

// ----------------------------------------------------------------------------------------------------------- Latin-1

static uint8_t lower_latin1(uint8_t c) {
  bool upper = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  return upper ? (uint8_t)(c + 0x20) : c;
}

static uint8_t upper_latin1(uint8_t c) {
  bool lower = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
  return lower ? (uint8_t)(c - 0x20) : c;
}

// Sharp s, y with diaeresis and micro become something else than one Latin-1 character in upper case.
static bool leaves_latin1(uint8_t c) { return c == 0xDF || c == 0xFF || c == 0xB5; }

typedef uint8_t (*MapLatin1)(uint8_t);

// The string itself when nothing changes.
static bool map_latin1(VM *vm, Handle text, MapLatin1 map, Slot out) {
  StringView view = string_view(text);
  uint32_t first = 0;
  while (first < view.length && map(view.latin1[first]) == view.latin1[first]) first++;
  if (first == view.length) {
    *out = *text;
    return true;
  }
  uint8_t *units;
  TRY(string_new_latin1(vm, view.length, out, &units));
  view = string_view(text);  // it may have moved
  memcpy(units, view.latin1, first);
  for (uint32_t i = first; i < view.length; i++) units[i] = map(view.latin1[i]);
  return true;
}

// ----------------------------------------------------------------------------------------------------------- Unicode

// Converts well-formed UTF-16; the result is malloc'd.
typedef uint16_t *(*Convert)(const uint16_t *units, size_t length, const void *data, size_t *result_length);

#define CAPITAL_SIGMA 0x3A3
#define SMALL_SIGMA 0x3C3
#define FINAL_SIGMA 0x3C2

// Is there a cased letter in front of `at` (behind it), when what is case-ignorable is passed over?
static bool cased_before(const uint16_t *units, size_t at) {
  const uint16_t *p = units + at;
  ucs4_t c;
  do p = u16_prev(&c, p, units);
  while (p && uc_is_property_case_ignorable(c));
  return p && uc_is_property_cased(c);
}

static bool cased_after(const uint16_t *units, size_t at, size_t length) {
  ucs4_t c = 0;
  do at += (size_t)u16_mbtouc(&c, units + at, length - at);
  while (at < length && uc_is_property_case_ignorable(c));
  return !uc_is_property_case_ignorable(c) && uc_is_property_cased(c);
}

// Final_Sigma of the Unicode Standard as ICU reads it: what is both cased and case-ignorable is the latter.
// Sigmas stay single units, so the n-th one of the text is the n-th one of the result.
static void choose_sigmas(const uint16_t *units, size_t length, uint16_t *result) {
  size_t to = 0;
  for (size_t at = 0; at < length; at++) {
    if (units[at] != CAPITAL_SIGMA && units[at] != SMALL_SIGMA && units[at] != FINAL_SIGMA) continue;
    while (result[to] != SMALL_SIGMA && result[to] != FINAL_SIGMA) to++;
    if (units[at] == CAPITAL_SIGMA) {
      bool last = at + 1 == length || !cased_after(units, at + 1, length);
      result[to] = last && cased_before(units, at) ? FINAL_SIGMA : SMALL_SIGMA;
    }
    to++;
  }
}

static uint16_t *convert_lower(const uint16_t *units, size_t length, const void *data, size_t *result_length) {
  uint16_t *result = u16_tolower(units, length, data, NULL, NULL, result_length);
  if (result) choose_sigmas(units, length, result);
  return result;
}

static uint16_t *convert_upper(const uint16_t *units, size_t length, const void *data, size_t *result_length) {
  return u16_toupper(units, length, data, NULL, NULL, result_length);
}

static uint16_t *convert_normal(const uint16_t *units, size_t length, const void *data, size_t *result_length) {
  return u16_normalize((uninorm_t)data, units, length, NULL, result_length);
}

// The length of the well-formed stretch at the beginning.
static size_t well_formed_prefix(const uint16_t *units, size_t length) {
  size_t i = 0;
  while (i < length) {
    if ((units[i] & 0xF800) != 0xD800) i++;
    else if (units[i] < 0xDC00 && i + 1 < length && (units[i + 1] & 0xFC00) == 0xDC00) i += 2;
    else break;
  }
  return i;
}

static bool convert(VM *vm, Handle text, Convert function, const void *data, Slot out) {
  StringView view = string_view(text);
  SCOPED_BUILDER(b);
  uint16_t *units = checked_malloc((size_t)view.length * 2 + 1);  // outside the heap, where libunistring may have it
  for (uint32_t i = 0; i < view.length; i++) units[i] = view_unit(&view, i);
  for (size_t at = 0; at < view.length && !b.too_long;) {
    size_t stretch = well_formed_prefix(units + at, view.length - at), length = 0;
    uint16_t *converted = stretch ? function(units + at, stretch, data, &length) : NULL;
    if (stretch && converted == NULL) memory_failed(stretch * sizeof *converted);  // the text is well formed
    for (size_t i = 0; i < length; i++) builder_unit(&b, converted[i]);
    free(converted);
    at += stretch;
    if (at < view.length) builder_unit(&b, units[at++]);  // a lone surrogate
  }
  free(units);
  return builder_finish(vm, &b, out);
}

static bool to_lower(VM *vm, Handle text, const char *language, Slot out) {
  if (!language && !string_view(text).two_byte) return map_latin1(vm, text, lower_latin1, out);
  return convert(vm, text, convert_lower, language, out);
}

static bool to_upper(VM *vm, Handle text, const char *language, Slot out) {
  StringView view = string_view(text);
  bool plain = !language && !view.two_byte;
  for (uint32_t i = 0; plain && i < view.length; i++) plain = !leaves_latin1(view.latin1[i]);
  if (plain) return map_latin1(vm, text, upper_latin1, out);
  return convert(vm, text, convert_upper, language, out);
}

// The languages whose letters change their case in another way (ECMA-402 section 20.1.2.1), or NULL.
static bool case_language(VM *vm, const Args *args, const char **language) {
  static const char *const special[] = {"az", "lt", "tr"};
  ROOTS(vm, tag);
  *language = NULL;
  TRY(locale_tag(vm, arg(args, 0), &r.tag));
  if (value_is_undefined(r.tag)) return true;
  StringView view = string_view(&r.tag);
  if (view.length > 2 && view_unit(&view, 2) != '-') return true;
  for (size_t i = 0; i < sizeof special / sizeof special[0]; i++) {
    bool same = (view_unit(&view, 0) | 0x20) == special[i][0] && (view_unit(&view, 1) | 0x20) == special[i][1];
    if (same) *language = special[i];
  }
  return true;
}

// 22.1.3.28
static bool string_to_lower_case(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, "toLowerCase", &r.self));
  return to_lower(vm, &r.self, NULL, out);
}

// 22.1.3.30
static bool string_to_upper_case(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, "toUpperCase", &r.self));
  return to_upper(vm, &r.self, NULL, out);
}

// 22.1.3.26
static bool string_to_locale_lower_case(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  const char *language;
  TRY(this_flat_string(vm, args, "toLocaleLowerCase", &r.self));
  TRY(case_language(vm, args, &language));
  return to_lower(vm, &r.self, language, out);
}

// 22.1.3.27
static bool string_to_locale_upper_case(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  const char *language;
  TRY(this_flat_string(vm, args, "toLocaleUpperCase", &r.self));
  TRY(case_language(vm, args, &language));
  return to_upper(vm, &r.self, language, out);
}

// 22.1.3.15
static bool string_normalize(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, form);
  TRY(this_flat_string(vm, args, "normalize", &r.self));
  uninorm_t form = UNINORM_NFC;
  if (!value_is_undefined(*arg(args, 0))) {
    TRY(to_string(vm, arg(args, 0), &r.form));
    if (string_is_ascii(vm, &r.form, "NFC")) form = UNINORM_NFC;
    else if (string_is_ascii(vm, &r.form, "NFD")) form = UNINORM_NFD;
    else if (string_is_ascii(vm, &r.form, "NFKC")) form = UNINORM_NFKC;
    else if (string_is_ascii(vm, &r.form, "NFKD")) form = UNINORM_NFKD;
    else return throw_range(vm, "The normalization form should be one of NFC, NFD, NFKC, NFKD.");
  }
  StringView view = string_view(&r.self);
  bool ascii = !view.two_byte;
  for (uint32_t i = 0; ascii && i < view.length; i++) ascii = view.latin1[i] < 0x80;
  if (!ascii) return convert(vm, &r.self, convert_normal, form, out);
  *out = r.self;
  return true;
}

// Which levels count, and whether digits are numbers (ECMA-402 section 10.1.2).
static bool read_collation(VM *vm, Handle given, IcuCollation *out) {
  static const char method[] = "String.prototype.localeCompare";
  static const char *const sensitivities[] = {"base", "accent", "case", "variant", NULL};
  static const char *const usages[] = {"sort", "search", NULL};
  static const char *const case_first[] = {"upper", "lower", "false", NULL};
  ROOTS(vm, options, value);
  int sensitivity = 3, usage = 0, first = 2;
  TRY(locale_options(vm, given, method, &r.options));
  TRY(option_choice(vm, &r.options, "usage", usages, method, &usage));
  TRY(option_get(vm, &r.options, "numeric", &r.value));
  bool numeric = to_boolean(r.value);
  TRY(option_choice(vm, &r.options, "caseFirst", case_first, method, &first));
  TRY(option_choice(vm, &r.options, "sensitivity", sensitivities, method, &sensitivity));
  TRY(option_get(vm, &r.options, "ignorePunctuation", &r.value));
  *out = (IcuCollation){
      .base = {.numeric = numeric, .marks = sensitivity & 1, .cases = sensitivity & 2},
      .punctuation = value_is_undefined(r.value) ? -1 : to_boolean(r.value),
      .case_first = first == 0   ? CASE_FIRST_UPPER
                    : first == 1 ? CASE_FIRST_LOWER
                                 : CASE_FIRST_LOCALE,
  };
  return true;
}

// 22.1.3.12
static bool string_locale_compare(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, other);
  IcuCollation collation;
  Locale locale;
  int order = 0;
  TRY(this_flat_string(vm, args, "localeCompare", &r.self));
  TRY(to_string(vm, arg(args, 0), &r.other));
  string_flatten(vm, &r.other);
  TRY(locale_choose(vm, arg(args, 1), &locale));
  TRY(read_collation(vm, arg(args, 2), &collation));
  if (collation.punctuation > 0) TRY(locale_use_icu(vm, &locale, "collation option", "ignorePunctuation"));
  if (collation.case_first == CASE_FIRST_UPPER) TRY(locale_use_icu(vm, &locale, "collation option", "caseFirst"));
  if (locale.id[0]) TRY(icu_collate(vm, &r.self, &r.other, &locale, &collation, &order));
  else order = string_collate(vm, &r.self, &r.other, &collation.base);
  *out = value_int(order);
  return true;
}

static const Builtin methods[] = {
    METHOD("localeCompare", string_locale_compare, 1),
    METHOD("normalize", string_normalize, 0),
    METHOD("toLocaleLowerCase", string_to_locale_lower_case, 0),
    METHOD("toLocaleUpperCase", string_to_locale_upper_case, 0),
    METHOD("toLowerCase", string_to_lower_case, 0),
    METHOD("toUpperCase", string_to_upper_case, 0),
};

void install_string_case(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
