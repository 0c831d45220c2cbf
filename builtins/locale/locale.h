// builtins/locale/locale.h - locales and options of toLocaleString and its kin (ECMA-402).
//
// en-US is ours: it is written without help.  Others are ICU's (builtins/locale/icu.h).  What cannot be done throws a
// RangeError instead of giving the wrong text.
#ifndef NODULE_BUILTINS_LOCALE_LOCALE_H
#define NODULE_BUILTINS_LOCALE_LOCALE_H

#include "vm/native.h"

// The name that ICU has for a locale, with its keywords ("de_DE@collation=phonebook"); "" for en-US.
typedef struct Locale {
  char id[160];
} Locale;

// The first of the locales that a script asks for, a flat string; or undefined.  All of them are checked.
NODISCARD bool locale_tag(VM *vm, Handle locales, Slot out);
// The first of them that is known; en-US if none is, or none is asked for.
NODISCARD bool locale_choose(VM *vm, Handle locales, Locale *out);
// For what en-US cannot do alone: makes sure of ICU, and gives en-US its name there.  `wanted` and `name`: see
// icu_load.
NODISCARD bool locale_use_icu(VM *vm, Locale *locale, const char *wanted, const char *name);

// The options as an object, or undefined when there are none; `method`, for messages: "Date.prototype.toLocaleString".
NODISCARD bool locale_options(VM *vm, Handle given, const char *method, Slot out);
// One of them; undefined if it is not given.
NODISCARD bool option_get(VM *vm, Handle options, const char *name, Slot out);
// A whole number between the two bounds; *out stays as it is if the option is not given.
NODISCARD bool option_number(VM *vm, Handle options, const char *name, int least, int most, int *out);
// The place of a text among the choices, which end with NULL; *out stays as it is if the option is not given.
NODISCARD bool option_choice(VM *vm, Handle options, const char *name, const char *const *choices, const char *method,
                             int *out);
// A calendar or numbering system, in lower case; "" if it is not given.
typedef struct OptionType {
  char text[32];
} OptionType;
NODISCARD bool option_type(VM *vm, Handle options, const char *name, OptionType *out);

#endif
