// builtins/locale.c - locales and options of toLocaleString and its kin.
#include "builtins/locale.h"

// Could it be a language tag: letters and digits in parts of at most eight, a letter first?
static bool is_language_tag(Handle text) {
  StringView view = string_view(text);
  uint32_t part = 0;
  for (uint32_t i = 0; i < view.length; i++) {
    uint16_t c = view_unit(&view, i);
    bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z', digit = c >= '0' && c <= '9';
    if (c == '-' && part > 0) part = 0;
    else if ((!letter && !(digit && i > 1)) || ++part > 8) return false;
  }
  return part > 0 && view.length > 1;
}

bool locale_tag(VM *vm, Handle locales, Slot out) {
  ROOTS(vm, locale);
  *out = VALUE_UNDEFINED;
  r.locale = *locales;
  if (value_is_null(r.locale)) return throw_type(vm, "Cannot convert undefined or null to object");
  if (value_is_array(r.locale)) TRY(get_index(vm, locales, 0, &r.locale));
  if (!value_is_string(r.locale)) return true;
  string_flatten(vm, &r.locale);
  if (!is_language_tag(&r.locale)) return throw_range(vm, "Incorrect locale information provided");
  *out = r.locale;
  return true;
}

bool locale_check(VM *vm, Handle locales) {
  ROOTS(vm, tag);
  TRY(locale_tag(vm, locales, &r.tag));
  return value_is_undefined(r.tag) || string_is_ascii(vm, &r.tag, "en-US") || string_is_ascii(vm, &r.tag, "en") ||
         throw_range(vm, "Unsupported locale: %v", &r.tag);
}

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

bool options_refuse(VM *vm, Handle options, const char *const *names, const char *kind) {
  ROOTS(vm, value);
  for (; *names; names++) {
    TRY(option_get(vm, options, *names, &r.value));
    if (!value_is_undefined(r.value)) return throw_range(vm, "Unsupported %s format option: %s", kind, *names);
  }
  return true;
}
