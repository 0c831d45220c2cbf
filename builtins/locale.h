// builtins/locale.h - locales and options of toLocaleString and its kin (ECMA-402); there is one locale, en-US.
//
// What cannot be done throws a RangeError instead of giving the wrong text.
#ifndef NODULE_BUILTINS_LOCALE_H
#define NODULE_BUILTINS_LOCALE_H

#include "vm/native.h"

// The first of the locales that a script asks for, a flat string; or undefined.
NODISCARD bool locale_tag(VM *vm, Handle locales, Slot out);
// It is en-US, or the script asks for none.
NODISCARD bool locale_check(VM *vm, Handle locales);

// The options as an object, or undefined when there are none; `method`, for messages: "Date.prototype.toLocaleString".
NODISCARD bool locale_options(VM *vm, Handle given, const char *method, Slot out);
// One of them; undefined if it is not given.
NODISCARD bool option_get(VM *vm, Handle options, const char *name, Slot out);
// A whole number between the two bounds; *out stays as it is if the option is not given.
NODISCARD bool option_number(VM *vm, Handle options, const char *name, int least, int most, int *out);
// The place of a text among the choices, which end with NULL; *out stays as it is if the option is not given.
NODISCARD bool option_choice(VM *vm, Handle options, const char *name, const char *const *choices, const char *method,
                             int *out);
// None of these options, which end with NULL, may be given; `kind`, for the message: "number".
NODISCARD bool options_refuse(VM *vm, Handle options, const char *const *names, const char *kind);

#endif
