// builtins/locale/locale.c - locales and options of toLocaleString and its kin.
#include "builtins/locale/locale.h"

#include <ctype.h>
#include <stdlib.h>

#include "builtins/locale/icu.h"

// ------------------------------------------------------------------------------------------------- language tags

// A tag in parts (Unicode Technical Standard 35, unicode_bcp47_locale_id): "sr-Latn-RS-u-co-phonebk".
typedef struct TagParts {
  const char *at;  // the part under way; NULL behind the last
  size_t length;
  bool letters, digits;  // it has nothing else
} TagParts;

static void part_begins(TagParts *p, const char *at) {
  *p = (TagParts){.at = at, .length = strcspn(at, "-"), .letters = true, .digits = true};
  for (size_t i = 0; i < p->length; i++) {
    if (!isalpha((unsigned char)at[i])) p->letters = false;
    if (!isdigit((unsigned char)at[i])) p->digits = false;
  }
}

static void next_part(TagParts *p) {
  if (p->at[p->length] == 0) *p = (TagParts){.at = NULL};
  else part_begins(p, p->at + p->length + 1);
}

static bool has_length(const TagParts *p, size_t least, size_t most) {
  return p->at && p->length >= least && p->length <= most;
}

static bool take_language(TagParts *p) {
  if (!p->letters || !has_length(p, 2, 8) || p->length == 4) return false;
  next_part(p);
  if (has_length(p, 4, 4) && p->letters) next_part(p);
  if ((has_length(p, 2, 2) && p->letters) || (has_length(p, 3, 3) && p->digits)) next_part(p);
  return true;
}

static bool same_part(const char *a, const char *b, size_t length) {
  return strncasecmp(a, b, length) == 0 && (b[length] == 0 || b[length] == '-');
}

// None of the parts from `first` to `part` is the same as it.
static bool is_new(const char *first, const TagParts *part) {
  for (const char *p = first; p < part->at; p += strcspn(p, "-") + 1) {
    if (same_part(part->at, p, part->length)) return false;
  }
  return true;
}

static bool take_variants(TagParts *p) {
  const char *first = p->at;
  while (has_length(p, 5, 8) || (has_length(p, 4, 4) && isdigit((unsigned char)p->at[0]))) {
    if (!is_new(first, p)) return false;
    next_part(p);
  }
  return true;
}

// -u-co-phonebk, -x-anything
static bool take_extensions(TagParts *p) {
  bool seen[128] = {false};
  while (has_length(p, 1, 1)) {
    int singleton = tolower((unsigned char)p->at[0]);
    size_t least = singleton == 'x' ? 1 : 2;
    if (seen[singleton]) return false;
    seen[singleton] = true;
    next_part(p);
    if (!has_length(p, least, 8)) return false;
    while (has_length(p, least, 8)) next_part(p);
  }
  return true;
}

typedef enum TagState { TAG_VALID, TAG_WRONG, TAG_REPEATS } TagState;  // TAG_REPEATS: what V8 finds out only later

static TagState check_tag(const char *text) {
  static const char alphabet[] = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  if (strspn(text, alphabet) != strlen(text)) return TAG_WRONG;
  if (!*text || text[0] == '-' || text[strlen(text) - 1] == '-' || strstr(text, "--")) return TAG_WRONG;
  TagParts parts;
  part_begins(&parts, text);
  if (!take_language(&parts)) return TAG_WRONG;
  if (!take_variants(&parts) || !take_extensions(&parts)) return TAG_REPEATS;
  return parts.at ? TAG_WRONG : TAG_VALID;
}

// ------------------------------------------------------------------------------------------------------- locales

// Longer tags have more extensions than anybody reads; they are checked, and no locale has their name.
#define LONGEST_TAG 150

static bool read_tag(VM *vm, Slot value, char *text) {
  if (!value_is_string(*value) && !value_is_object(*value))
    return throw_type(vm, "Language ID should be string or object.");
  TRY(to_string(vm, value, value));
  string_flatten(vm, value);
  size_t length;
  char *utf8 = string_to_utf8(vm, value, &length);
  TagState state = strlen(utf8) == length ? check_tag(utf8) : TAG_WRONG;
  snprintf(text, LONGEST_TAG, "%s", length < LONGEST_TAG ? utf8 : "");
  free(utf8);
  if (state == TAG_REPEATS) return throw_range(vm, "Invalid language tag: %v", value);
  return state == TAG_VALID || throw_range(vm, "Incorrect locale information provided");
}

// What is done for each of the locales; *done: the others are checked only.
typedef bool LocaleVisitor(VM *vm, Handle tag, const char *text, void *data, bool *done);

// CanonicalizeLocaleList (ECMA-402 section 9.2.1)
static bool visit_locales(VM *vm, Handle locales, LocaleVisitor *visit, void *data) {
  ROOTS(vm, list, tag);
  char text[LONGEST_TAG];
  bool done = false, found;
  double length;
  if (value_is_undefined(*locales)) return true;
  if (value_is_string(*locales)) {
    r.tag = *locales;
    return read_tag(vm, &r.tag, text) && visit(vm, &r.tag, text, data, &done);
  }
  if (value_is_null(*locales)) return throw_type(vm, "Cannot convert undefined or null to object");
  TRY(to_object(vm, locales, &r.list));
  TRY(get_length(vm, &r.list, &length));
  for (double i = 0; i < length; i++) {
    TRY(find_index(vm, &r.list, i, &found, &r.tag));
    if (!found) continue;
    TRY(read_tag(vm, &r.tag, text));
    if (!done) TRY(visit(vm, &r.tag, text, data, &done));
  }
  return true;
}

static bool take_tag(VM *vm, Handle tag, const char *text, void *data, bool *done) {
  (void)vm, (void)text;
  *(Slot)data = *tag;
  *done = true;
  return true;
}

bool locale_tag(VM *vm, Handle locales, Slot out) {
  *out = VALUE_UNDEFINED;
  return visit_locales(vm, locales, take_tag, out);
}

// BestAvailableLocale (section 9.2.2): the locale itself, or what is left of it without its last parts.
static bool is_available(const char *id) {
  char rest[sizeof((Locale *)0)->id];
  int32_t count = icu.uloc_countAvailable();
  snprintf(rest, sizeof rest, "%.*s", (int)strcspn(id, "@"), id);
  for (char *end = rest + strlen(rest); end; end = strrchr(rest, '_')) {
    *end = 0;
    for (int32_t i = 0; i < count; i++) {
      if (strcmp(icu.uloc_getAvailable(i), rest) == 0) return true;
    }
  }
  return false;
}

static bool choose(VM *vm, Handle tag, const char *text, void *data, bool *done) {
  Locale *locale = data;
  int error = 0;
  *done = strcasecmp(text, "en") == 0 || strcasecmp(text, "en-US") == 0;
  if (*done) return true;
  TRY(icu_load(vm, "locale", tag));
  int32_t length = icu.uloc_forLanguageTag(text, locale->id, sizeof locale->id, NULL, &error);
  *done = error <= 0 && length > 0 && length < (int32_t)sizeof locale->id && is_available(locale->id);
  if (!*done) locale->id[0] = 0;
  return true;
}

bool locale_choose(VM *vm, Handle locales, Locale *out) {
  out->id[0] = 0;
  return visit_locales(vm, locales, choose, out);
}

bool locale_use_icu(VM *vm, Locale *locale, const char *wanted, const char *name) {
  ROOTS(vm, text);
  if (locale->id[0]) return true;
  string_internalize_ascii(vm, name, &r.text);
  snprintf(locale->id, sizeof locale->id, "en_US");
  return icu_load(vm, wanted, &r.text);
}

// ------------------------------------------------------------------------------------------------------- options

bool locale_options(VM *vm, Handle given, const char *method, Slot out) {
  *out = VALUE_UNDEFINED;
  if (value_is_undefined(*given)) return true;
  if (value_is_null(*given)) return throw_type(vm, "%s called on null or undefined", method);
  return to_object(vm, given, out);
}

bool option_get(VM *vm, Handle options, const char *name, Slot out) {
  *out = VALUE_UNDEFINED;
  if (value_is_undefined(*options)) return true;
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, options, &r.key, out);
}

bool option_number(VM *vm, Handle options, const char *name, int least, int most, int *out) {
  ROOTS(vm, value);
  double number;
  TRY(option_get(vm, options, name, &r.value));
  if (value_is_undefined(r.value)) return true;
  TRY(to_number(vm, &r.value, &number));
  if (!(number >= least && number <= most)) return throw_range(vm, "%s value is out of range.", name);
  *out = (int)number;
  return true;
}

bool option_choice(VM *vm, Handle options, const char *name, const char *const *choices, const char *method, int *out) {
  ROOTS(vm, value);
  TRY(option_get(vm, options, name, &r.value));
  if (value_is_undefined(r.value)) return true;
  TRY(to_string(vm, &r.value, &r.value));
  for (int i = 0; choices[i]; i++) {
    if (!string_is_ascii(vm, &r.value, choices[i])) continue;
    *out = i;
    return true;
  }
  return throw_range(vm, "Value %v out of range for %s options property %s", &r.value, method, name);
}

// Parts of three to eight letters and digits.
static bool is_type(const char *text) {
  size_t length = 0;
  for (; *text; text++) {
    if (*text == '-' ? length < 3 : !isalnum((unsigned char)*text) || length == 8) return false;
    length = *text == '-' ? 0 : length + 1;
  }
  return length >= 3;
}

bool option_type(VM *vm, Handle options, const char *name, OptionType *out) {
  ROOTS(vm, value);
  out->text[0] = 0;
  TRY(option_get(vm, options, name, &r.value));
  if (value_is_undefined(r.value)) return true;
  TRY(to_string(vm, &r.value, &r.value));
  size_t length;
  char *utf8 = string_to_utf8(vm, &r.value, &length);
  bool valid = strlen(utf8) == length && length < sizeof out->text && is_type(utf8);
  for (size_t i = 0; valid && i <= length; i++) out->text[i] = (char)tolower((unsigned char)utf8[i]);
  free(utf8);
  return valid || throw_range(vm, "Invalid %s : %v", name, &r.value);
}
