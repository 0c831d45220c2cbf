// builtins/date/date.h - what the files of Date share: the arithmetic of time values (ECMA-262 section 21.4.1),
// parsing, texts.
//
// A time value is a double: milliseconds since 1970-01-01T00:00:00Z, NaN when invalid.  Local times are counted the
// same way, as if the local clock showed UTC.  Nothing here but date_parse and date_locale_text touches the heap of the
// VM.
#ifndef NODULE_BUILTINS_DATE_DATE_H
#define NODULE_BUILTINS_DATE_DATE_H

#include "vm/vm.h"

#define MS_PER_SECOND 1000.0
#define MS_PER_MINUTE 60000.0
#define MS_PER_HOUR 3600000.0
#define MS_PER_DAY 86400000.0
#define MAX_TIME 8.64e15

enum { DATE_YEAR, DATE_MONTH, DATE_DAY, DATE_HOUR, DATE_MINUTE, DATE_SECOND, DATE_MS, DATE_FIELD_COUNT };

// The calendar fields of a finite time; months count from 0, weekdays from Sunday.
typedef struct DateFields {
  int field[DATE_FIELD_COUNT];
  int weekday;
} DateFields;

// The local time zone at a moment.
typedef struct LocalZone {
  double offset;  // ms east of Greenwich
  bool daylight;
  char abbreviation[16];
} LocalZone;

void date_split(double t, DateFields *out);
// MakeDate(MakeDay(...), MakeTime(...)) of DATE_FIELD_COUNT fields.
double date_join(const double *fields);
double time_clip(double t);
void local_zone(double t, LocalZone *out);
double local_from_utc(double t);
double utc_from_local(double t);
// A time within 2008 to 2035 in a year with the same calendar: where the rules of daylight saving are looked up for
// years the time zone data says little about.
double equivalent_time(double t);

// Date.parse of a string (may flatten it).
double date_parse(VM *vm, Slot string);

typedef enum DateForm { DATE_FORM_ISO, DATE_FORM_UTC, DATE_FORM_FULL, DATE_FORM_DATE, DATE_FORM_TIME } DateForm;
// Appends the text of a valid time value.
void date_format(StringBuilder *b, double t, DateForm form);

// The text of a valid time value in the locale, with the options of the script; `parts` are what it shows without any.
typedef enum DateParts { DATE_PARTS_ALL, DATE_PARTS_DATE, DATE_PARTS_TIME } DateParts;
NODISCARD bool date_locale_text(VM *vm, double t, Handle locales, Handle options, DateParts parts, const char *method,
                                Slot out);

#endif
