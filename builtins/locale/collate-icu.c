// builtins/locale/collate-icu.c - localeCompare's options as attributes of an ICU collator, and the comparison.
//
// The numbers of attributes and values are those of ICU's unicode/ucol.h, which is not there at build time (icu.h);
// which strengths a `sensitivity` means says ECMA-402 section 10 (Intl.Collator).  The collator that was used last is
// kept, for a sort asks for the same one again and again.
#include "builtins/locale/collate-icu.h"

#include <stdlib.h>

#include "base/memory.h"
#include "builtins/locale/icu.h"

// Of ucol.h.
enum { ALTERNATE_HANDLING = 1, CASE_FIRST, CASE_LEVEL, STRENGTH = 5, NUMERIC = 7 };
enum { PRIMARY, SECONDARY, TERTIARY, OFF = 16, ON, SHIFTED = 20, NON_IGNORABLE, LOWER_FIRST = 24, UPPER_FIRST };

static struct {
  void *collator;  // NULL: none yet
  Locale locale;
  IcuCollation collation;
} last;

static bool same_collation(const IcuCollation *a, const IcuCollation *b) {
  return a->base.numeric == b->base.numeric && a->base.marks == b->base.marks && a->base.cases == b->base.cases &&
         a->punctuation == b->punctuation && a->case_first == b->case_first;
}

// What is not given stays as the locale has it (de-u-kn).
static void set_attributes(void *collator, const IcuCollation *c, int *error) {
  int strength = c->base.marks ? SECONDARY : PRIMARY;
  if (c->base.marks && c->base.cases) strength = TERTIARY;
  icu.ucol_setAttribute(collator, STRENGTH, strength, error);
  if (!c->base.marks && c->base.cases) icu.ucol_setAttribute(collator, CASE_LEVEL, ON, error);
  if (c->base.numeric) icu.ucol_setAttribute(collator, NUMERIC, ON, error);
  if (c->punctuation >= 0) {
    icu.ucol_setAttribute(collator, ALTERNATE_HANDLING, c->punctuation ? SHIFTED : NON_IGNORABLE, error);
  }
  if (c->case_first != CASE_FIRST_LOCALE) {
    icu.ucol_setAttribute(collator, CASE_FIRST, c->case_first == CASE_FIRST_UPPER ? UPPER_FIRST : LOWER_FIRST, error);
  }
}

static bool open_collator(VM *vm, const Locale *locale, const IcuCollation *collation) {
  int error = 0;
  if (last.collator && strcmp(last.locale.id, locale->id) == 0 && same_collation(&last.collation, collation))
    return true;
  if (last.collator) icu.ucol_close(last.collator);
  last.collator = icu.ucol_open(locale->id, &error);
  last.locale = *locale;
  last.collation = *collation;
  if (last.collator) set_attributes(last.collator, collation, &error);
  return (last.collator && error <= 0) || throw_range(vm, "ICU has no order for %s", locale->id);
}

// The text as UTF-16; *made: to be freed.
static const uint16_t *units_of(Handle text, uint16_t **made, int32_t *length) {
  StringView view = string_view(text);
  *length = (int32_t)view.length;
  *made = NULL;
  if (view.two_byte) return view.utf16;
  *made = checked_malloc((size_t)view.length * sizeof **made + 1);
  for (uint32_t i = 0; i < view.length; i++) (*made)[i] = view.latin1[i];
  return *made;
}

bool icu_collate(VM *vm, Handle a, Handle b, const Locale *locale, const IcuCollation *collation, int *order) {
  TRY(open_collator(vm, locale, collation));
  uint16_t *made_a, *made_b;
  int32_t a_length, b_length;
  const uint16_t *a_units = units_of(a, &made_a, &a_length), *b_units = units_of(b, &made_b, &b_length);
  *order = icu.ucol_strcoll(last.collator, a_units, a_length, b_units, b_length);
  free(made_a);
  free(made_b);
  return true;
}
