// builtins/locale/collate-icu.h - localeCompare by ICU's collators: for other locales than en-US, and for options that
// builtins/string/string-collate.c does not have.
#ifndef NODULE_BUILTINS_LOCALE_COLLATE_ICU_H
#define NODULE_BUILTINS_LOCALE_COLLATE_ICU_H

#include "builtins/locale/locale.h"
#include "builtins/string/string.h"

enum { CASE_FIRST_LOCALE, CASE_FIRST_UPPER, CASE_FIRST_LOWER };

typedef struct IcuCollation {
  Collation base;
  int punctuation;  // ignored: 1, counts: 0, as the locale has it: -1
  int case_first;
} IcuCollation;

// Of flat strings: below, equal to or above 0.  ICU is loaded.
NODISCARD bool icu_collate(VM *vm, Handle a, Handle b, const Locale *locale, const IcuCollation *collation, int *order);

#endif
