// builtins/locale/date-locale.c - toLocaleString, toLocaleDateString and toLocaleTimeString for en-US with their
// options (ECMA-402 section 11), in the forms that ICU gives them.
#include "builtins/locale/date-locale.h"

#include <stdlib.h>

static const char *const component_names[] = {"weekday", "year", "month", "day", "hour", "minute", "second"};

// ------------------------------------------------------------------------------------------------------ options

// Where the options are read from: an object or undefined, and the method for messages.
typedef struct Source {
  Handle options;
  const char *method;
} Source;

static bool choose(VM *vm, const Source *source, const char *name, const char *const *choices, int *out) {
  return option_choice(vm, source->options, name, choices, source->method, out);
}

static bool read_components(VM *vm, const Source *source, DateOptions *o) {
  static const char *const forms[] = {"numeric", "2-digit", "short", "long", "narrow", NULL};
  static const char *const numbers[] = {"numeric", "2-digit", NULL};
  for (int i = 0; i < COMPONENTS; i++) {
    int choice = -1;
    TRY(choose(vm, source, component_names[i], i == WEEKDAY ? forms + 2 : i == MONTH ? forms : numbers, &choice));
    if (choice >= 0) o->how[i] = choice + (i == WEEKDAY ? SHORT : NUMERIC);
  }
  return true;
}

static bool read_cycle(VM *vm, const Source *source, DateOptions *o) {
  static const char *const cycles[] = {"h11", "h12", "h23", "h24", NULL};
  ROOTS(vm, hour12);
  TRY(option_get(vm, source->options, "hour12", &r.hour12));
  TRY(choose(vm, source, "hourCycle", cycles, &o->cycle));
  if (!value_is_undefined(r.hour12)) o->hour12 = to_boolean(r.hour12);
  return true;
}

// The local zone and UTC are ours, others ICU's.
static bool read_zone(VM *vm, const Source *source, DateOptions *o) {
  ROOTS(vm, zone);
  TRY(option_get(vm, source->options, "timeZone", &r.zone));
  if (value_is_undefined(r.zone)) return true;
  TRY(to_string(vm, &r.zone, &r.zone));
  string_flatten(vm, &r.zone);
  static const char *const names[] = {"UTC", "utc", "Utc", "Etc/UTC", "etc/utc", "GMT", "gmt", NULL};
  for (int i = 0; names[i]; i++) o->utc |= string_is_ascii(vm, &r.zone, names[i]);
  return o->utc || icu_zone(vm, &r.zone, o);
}

static bool read_extras(VM *vm, const Source *source, DateOptions *o) {
  static const char *const widths[] = {"short", "long", "narrow", NULL};
  static const char *const zones[] = {"short",        "long",        "shortOffset", "longOffset",
                                      "shortGeneric", "longGeneric", NULL};
  int era = -1, period = -1, zone = -1;
  TRY(option_type(vm, source->options, "calendar", &o->calendar));
  TRY(option_type(vm, source->options, "numberingSystem", &o->numbering));
  TRY(choose(vm, source, "era", widths, &era));
  TRY(choose(vm, source, "dayPeriod", widths, &period));
  TRY(option_number(vm, source->options, "fractionalSecondDigits", 1, 3, &o->fraction));
  TRY(choose(vm, source, "timeZoneName", zones, &zone));
  o->era = era < 0 ? ABSENT : SHORT + era;
  o->day_period = period < 0 ? ABSENT : SHORT + period;
  o->zone_name = zone + 1;
  return true;
}

// The first component that is asked for, or NULL.
static const char *given_component(const DateOptions *o) {
  for (int i = 0; i < COMPONENTS; i++) {
    if (o->how[i] != ABSENT) return component_names[i];
  }
  return o->era          ? "era"
         : o->day_period ? "dayPeriod"
         : o->fraction   ? "fractionalSecondDigits"
         : o->zone_name  ? "timeZoneName"
                         : NULL;
}

static bool read_styles(VM *vm, const Source *source, DateParts parts, DateOptions *o) {
  static const char *const styles[] = {"full", "long", "medium", "short", NULL};
  TRY(choose(vm, source, "dateStyle", styles, &o->date_style));
  TRY(choose(vm, source, "timeStyle", styles, &o->time_style));
  if (o->date_style >= 0 && parts == DATE_PARTS_TIME) return throw_type(vm, "Invalid option : dateStyle");
  if (o->time_style >= 0 && parts == DATE_PARTS_DATE) return throw_type(vm, "Invalid option : timeStyle");
  const char *component = given_component(o);
  if (!component || (o->date_style < 0 && o->time_style < 0)) return true;
  return throw_type(vm, "Can't set option %s when %s is used", component,
                    o->date_style >= 0 ? "dateStyle" : "timeStyle");
}

static bool has_any(const DateOptions *o, int first, int last) {
  for (int i = first; i <= last; i++) {
    if (o->how[i] != ABSENT) return true;
  }
  return false;
}

static void set_numeric(DateOptions *o, int first, int last) {
  for (int i = first; i <= last; i++) o->how[i] = NUMERIC;
}

// What a method writes when nothing of its kind is asked for.
static void add_defaults(DateParts parts, DateOptions *o) {
  bool date = parts != DATE_PARTS_TIME && has_any(o, WEEKDAY, DAY);
  bool time = parts != DATE_PARTS_DATE && (has_any(o, HOUR, SECOND) || o->day_period || o->fraction);
  if (date || time) return;
  if (parts != DATE_PARTS_TIME) set_numeric(o, YEAR, DAY);
  if (parts != DATE_PARTS_DATE) set_numeric(o, HOUR, SECOND);
}

static bool read_options(VM *vm, const Source *source, DateParts parts, DateOptions *o) {
  TRY(read_components(vm, source, o));
  TRY(read_cycle(vm, source, o));
  TRY(read_zone(vm, source, o));
  TRY(read_extras(vm, source, o));
  TRY(read_styles(vm, source, parts, o));
  if (o->date_style < 0 && o->time_style < 0) add_defaults(parts, o);
  return true;
}

// What is not written here, or NULL.  Some combinations are so rare that ICU has only makeshift forms for them; long
// styles of times name the zone.
static const char *beyond_us(const DateOptions *o) {
  const int *how = o->how;
  bool odd = (how[YEAR] && how[DAY] && !how[MONTH]) || (how[WEEKDAY] && !how[DAY] && (how[YEAR] || how[MONTH])) ||
             (how[HOUR] && how[SECOND] && !how[MINUTE]);
  if (odd) return "a rare combination";
  if (o->time_style == STYLE_FULL || o->time_style == STYLE_LONG) return "timeStyle";
  if (o->era) return "era";
  if (o->day_period) return "dayPeriod";
  if (o->fraction) return "fractionalSecondDigits";
  if (o->zone_name) return "timeZoneName";
  if (o->calendar.text[0]) return "calendar";
  return o->numbering.text[0] ? "numberingSystem" : NULL;
}

// dateStyle and timeStyle are short for components.
static void expand_styles(DateOptions *o) {
  int date = o->date_style, time = o->time_style;
  if (date >= 0) {
    o->how[WEEKDAY] = date == STYLE_FULL ? LONG : ABSENT;
    o->how[YEAR] = date == STYLE_SHORT ? TWO_DIGITS : NUMERIC;
    o->how[MONTH] = date == STYLE_SHORT ? NUMERIC : date == STYLE_MEDIUM ? SHORT : LONG;
    o->how[DAY] = NUMERIC;
  }
  if (time >= 0) o->how[HOUR] = o->how[MINUTE] = NUMERIC;
  if (time == STYLE_MEDIUM) o->how[SECOND] = NUMERIC;
  if (o->hour12 >= 0) o->cycle = o->hour12 ? CYCLE_H12 : CYCLE_H24;  // midnight is 24:00
  if (o->cycle < 0) o->cycle = CYCLE_H12;
}

// --------------------------------------------------------------------------------------------------------- texts

static const char *const weekday_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

static void append_name(StringBuilder *b, const char *name, int how) {
  builder_format(b, "%.*s", how == LONG ? 10 : how == SHORT ? 3 : 1, name);
}

static void append_value(StringBuilder *b, int value, int how) {
  builder_format(b, how == TWO_DIGITS ? "%02d" : "%d", how == TWO_DIGITS ? value % 100 : value);
}

static void append_month(StringBuilder *b, const DateOptions *o, const DateFields *f) {
  int month = f->field[DATE_MONTH], how = o->how[MONTH];
  if (how >= SHORT) append_name(b, month_names[month], how);
  else append_value(b, month + 1, how);
}

// "Sun, Sep 9, 2001", "9/9/2001" and what is left of them when not all is there
static void append_date(StringBuilder *b, const DateOptions *o, const DateFields *f) {
  const int *how = o->how;
  int year = f->field[DATE_YEAR];
  bool names = how[MONTH] >= SHORT, day_first = how[WEEKDAY] && how[DAY] && !how[MONTH];
  if (day_first) append_value(b, f->field[DATE_DAY], how[DAY]);
  if (day_first) builder_ascii(b, " ");
  if (how[WEEKDAY]) append_name(b, weekday_names[f->weekday], how[WEEKDAY]);
  if (how[WEEKDAY] && how[MONTH]) builder_ascii(b, ", ");
  if (how[MONTH]) append_month(b, o, f);
  if (how[MONTH] && how[DAY]) builder_ascii(b, names ? " " : "/");
  if (how[DAY] && !day_first) append_value(b, f->field[DATE_DAY], how[DAY]);
  if (how[MONTH] && how[YEAR]) builder_ascii(b, !names ? "/" : how[DAY] ? ", " : " ");
  // years before the year 1 are counted backwards from 1 BC, which is not said
  if (how[YEAR]) append_value(b, year > 0 ? year : 1 - year, how[YEAR]);
}

static int hour_of_cycle(int hour, int cycle) {
  switch (cycle) {
  case CYCLE_H11: return hour % 12;
  case CYCLE_H12: return hour % 12 ? hour % 12 : 12;
  case CYCLE_H24: return hour ? hour : 24;
  default: return hour;
  }
}

// "3:46:40 AM", "03:46:40"; minutes and seconds have two digits when they are not alone
static void append_time(StringBuilder *b, const DateOptions *o, const DateFields *f) {
  const int *how = o->how;
  int hour = f->field[DATE_HOUR], pair = how[HOUR] || (how[MINUTE] && how[SECOND]) ? TWO_DIGITS : NUMERIC;
  bool halves = o->cycle <= CYCLE_H12;
  if (how[HOUR]) append_value(b, hour_of_cycle(hour, o->cycle), halves ? how[HOUR] : TWO_DIGITS);
  if (how[HOUR] && how[MINUTE]) builder_ascii(b, ":");
  if (how[MINUTE]) append_value(b, f->field[DATE_MINUTE], pair);
  if (how[MINUTE] && how[SECOND]) builder_ascii(b, ":");
  if (how[SECOND]) append_value(b, f->field[DATE_SECOND], pair);
  if (how[HOUR] && halves) builder_ascii(b, hour < 12 ? " AM" : " PM");
}

static const char *between_date_and_time(const DateOptions *o) {
  if (o->how[MONTH] == LONG) return " at ";
  return has_any(o, YEAR, DAY) ? ", " : " ";
}

static bool text_of_en_us(VM *vm, double t, DateOptions *o, Slot out) {
  double local = o->utc ? t : local_from_utc(t), offset;
  if (o->zone_length > 0) {
    TRY(icu_zone_offset(vm, o, t, &offset));
    local = t + offset;
  }
  DateFields f;
  expand_styles(o);
  date_split(local, &f);
  StringBuilder b;
  builder_init(&b);
  bool date = has_any(o, WEEKDAY, DAY), time = has_any(o, HOUR, SECOND);
  if (date) append_date(&b, o, &f);
  if (date && time) builder_ascii(&b, between_date_and_time(o));
  if (time) append_time(&b, o, &f);
  return builder_finish(vm, &b, out);
}

bool date_locale_text(VM *vm, double t, Handle locales, Handle given, DateParts parts, const char *method, Slot out) {
  ROOTS(vm, options);
  DateOptions o;
  Locale locale;
  memset(&o, 0, sizeof o);  // padding, too: it is compared
  o.cycle = o.hour12 = o.date_style = o.time_style = -1;
  TRY(locale_choose(vm, locales, &locale));
  if (value_is_null(*given)) return throw_type(vm, "Cannot convert undefined or null to object");
  TRY(locale_options(vm, given, method, &r.options));
  TRY(read_options(vm, &(Source){&r.options, method}, parts, &o));
  const char *beyond = beyond_us(&o);
  if (beyond) TRY(locale_use_icu(vm, &locale, "date format option", beyond));
  return locale.id[0] ? icu_date_text(vm, t, &locale, &o, out) : text_of_en_us(vm, t, &o, out);
}
