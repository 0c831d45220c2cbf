// builtins/locale/number-format.h - numbers as Intl.NumberFormat writes them: for en-US here, else by ICU
// (number-icu.c).
#ifndef NODULE_BUILTINS_LOCALE_NUMBER_FORMAT_H
#define NODULE_BUILTINS_LOCALE_NUMBER_FORMAT_H

#include "builtins/locale/locale.h"

enum { STYLE_DECIMAL, STYLE_PERCENT, STYLE_CURRENCY, STYLE_UNIT };
enum { GROUPING_NEVER, GROUPING_ALWAYS, GROUPING_FROM_FIVE, GROUPING_LOCALE };
enum { NOTATION_STANDARD, NOTATION_SCIENTIFIC, NOTATION_ENGINEERING, NOTATION_COMPACT };
enum { PRIORITY_AUTO, PRIORITY_MORE, PRIORITY_LESS };
enum { TRAILING_ZEROS_AUTO, TRAILING_ZEROS_STRIP };

// What en-US is not written with here: places among the choices of each option, 0 the usual one.
typedef struct NumberExtras {
  int notation, compact_display, currency_display, currency_sign, sign_display, unit_display, rounding, priority,
      trailing_zeros;
  int increment;  // 0: of one
  char unit[64];
  OptionType numbering;
} NumberExtras;

typedef struct NumberFormat {
  int style, grouping;
  char currency[4];
  int integer;                         // digits in front of the point, at least
  int least_fraction, fraction;        // behind it
  int least_significant, significant;  // these rule if `significant` is not 0
  bool digits_given;
  NumberExtras extras;
} NumberFormat;

// The text of a number with the options of toLocaleString, an object or undefined.
NODISCARD bool number_format(VM *vm, double d, Locale *locale, Handle options, const char *method, Slot out);

// number-icu.c: reads the extras; the name of one that is not the usual, or NULL; writes by ICU, which is loaded.
NODISCARD bool number_read_extras(VM *vm, Handle options, const char *method, NumberFormat *f);
const char *number_extra(const NumberFormat *f);
NODISCARD bool number_format_icu(VM *vm, double d, const Locale *locale, const NumberFormat *f, Slot out);

#endif
