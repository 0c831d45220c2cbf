// builtins/locale/date-locale.h - the options of toLocaleString and its kin, and who writes what they ask for: for
// en-US date-locale.c, else ICU (date-icu.c).
#ifndef NODULE_BUILTINS_LOCALE_DATE_LOCALE_H
#define NODULE_BUILTINS_LOCALE_DATE_LOCALE_H

#include "builtins/date/date.h"
#include "builtins/locale/locale.h"

enum { WEEKDAY, YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, COMPONENTS };
enum { ABSENT, NUMERIC, TWO_DIGITS, SHORT, LONG, NARROW };  // how a component is written
enum { CYCLE_H11, CYCLE_H12, CYCLE_H23, CYCLE_H24 };
enum { STYLE_FULL, STYLE_LONG, STYLE_MEDIUM, STYLE_SHORT };

typedef struct DateOptions {
  int how[COMPONENTS];
  int cycle, hour12;              // -1: not given
  int date_style, time_style;     // -1: not given
  int era, day_period, fraction;  // of a second: digits
  int zone_name;                  // 1 + the place among the choices
  OptionType calendar, numbering;
  uint16_t zone[64];  // its name, if it is neither the local zone nor UTC
  int32_t zone_length;
  bool utc;
} DateOptions;

// date-icu.c.  The name of a time zone that ICU knows, which it loads.
NODISCARD bool icu_zone(VM *vm, Handle name, DateOptions *out);
// What is added to UTC at the time t for local time, ms.
NODISCARD bool icu_zone_offset(VM *vm, const DateOptions *o, double t, double *out);
NODISCARD bool icu_date_text(VM *vm, double t, const Locale *locale, const DateOptions *o, Slot out);

#endif
