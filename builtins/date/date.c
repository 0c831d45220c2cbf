// builtins/date/date.c - Date: time arithmetic, the constructor, getters and setters (ECMA-262 section 21.4).
//
// A Date is a WrapperObject of KIND_DATE whose value is its time value as a number.  Local time comes from the C
// library (localtime_r), so it follows the environment variable TZ and the system's time zone data.  Parsing is in
// date-parse.c, texts in date-format.c.
#include "builtins/date/date.h"

#include <time.h>

#include "builtins/builtins.h"
#include "vm/native.h"

// ------------------------------------------------------------------------------------------------- time arithmetic

// Days since 1970-01-01 of the first of a month in the proleptic Gregorian calendar.  Years begin in March here, so
// that the leap day is the last of its year, and 400 years are one cycle.
static double days_from_civil(int64_t year, int month) {
  if (month < 2) year--;
  int64_t cycle = (year >= 0 ? year : year - 399) / 400;
  int64_t year_of_cycle = year - cycle * 400;
  int64_t day_of_year = (153 * ((month + 10) % 12) + 2) / 5;
  return (double)(cycle * 146097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year -
                  719468);
}

// The inverse of days_from_civil, with the day of the month.
static void civil_from_days(int64_t days, int *year, int *month, int *day) {
  days += 719468;
  int64_t cycle = (days >= 0 ? days : days - 146096) / 146097;
  int64_t day_of_cycle = days - cycle * 146097;
  int64_t year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  int64_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  int64_t march_month = (5 * day_of_year + 2) / 153;
  *day = (int)(day_of_year - (153 * march_month + 2) / 5) + 1;
  *month = (int)(march_month + 2) % 12;
  *year = (int)(year_of_cycle + cycle * 400) + (*month < 2);
}

void date_split(double t, DateFields *out) {
  double days = floor(t / MS_PER_DAY);
  int ms = (int)(t - days * MS_PER_DAY);
  int *f = out->field;
  civil_from_days((int64_t)days, &f[DATE_YEAR], &f[DATE_MONTH], &f[DATE_DAY]);
  f[DATE_HOUR] = ms / 3600000;
  f[DATE_MINUTE] = ms / 60000 % 60;
  f[DATE_SECOND] = ms / 1000 % 60;
  f[DATE_MS] = ms % 1000;
  int weekday = (int)fmod(days + 4, 7);  // 1970-01-01 was a Thursday
  out->weekday = weekday < 0 ? weekday + 7 : weekday;
}

// 21.4.1.27 to 21.4.1.29
double date_join(const double *fields) {
  double f[DATE_FIELD_COUNT];
  for (int i = 0; i < DATE_FIELD_COUNT; i++) {
    if (!isfinite(fields[i])) return NAN;
    f[i] = trunc(fields[i]);
  }
  // Far outside these no day count could bring the result back into range.
  if (fabs(f[DATE_YEAR]) > 1e6 || fabs(f[DATE_MONTH]) > 1e7) return NAN;
  double carried = floor(f[DATE_MONTH] / 12);
  double days = days_from_civil((int64_t)(f[DATE_YEAR] + carried), (int)(f[DATE_MONTH] - carried * 12)) + f[DATE_DAY] -
                1;
  double ms = f[DATE_HOUR] * MS_PER_HOUR + f[DATE_MINUTE] * MS_PER_MINUTE + f[DATE_SECOND] * MS_PER_SECOND + f[DATE_MS];
  return days * MS_PER_DAY + ms;
}

// 21.4.1.31
double time_clip(double t) { return fabs(t) <= MAX_TIME ? trunc(t) + 0.0 : NAN; }

static bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

double equivalent_time(double t) {
  DateFields f;
  date_split(t, &f);
  int year = f.field[DATE_YEAR], candidate = 2008;
  double start = days_from_civil(year, 0), candidate_start;
  for (;; candidate++) {
    candidate_start = days_from_civil(candidate, 0);
    if (is_leap(candidate) == is_leap(year) && fmod(candidate_start - start, 7) == 0) break;
  }
  return t + (candidate_start - start) * MS_PER_DAY;
}

void local_zone(double t, LocalZone *out) {
  time_t seconds = (time_t)floor(t / MS_PER_SECOND);
  struct tm fields;
  if (!localtime_r(&seconds, &fields)) {
    seconds = (time_t)floor(equivalent_time(t) / MS_PER_SECOND);
    if (!localtime_r(&seconds, &fields)) memset(&fields, 0, sizeof fields);
  }
  out->offset = (double)fields.tm_gmtoff * MS_PER_SECOND;
  out->daylight = fields.tm_isdst > 0;
  snprintf(out->abbreviation, sizeof out->abbreviation, "%s", fields.tm_zone ? fields.tm_zone : "UTC");
}

static double offset_at(double t) {
  LocalZone zone;
  local_zone(t, &zone);
  return zone.offset;
}

double local_from_utc(double t) { return t + offset_at(t); }

// 21.4.1.26: a local time that occurs twice is the earlier one; one that is skipped is read with the offset from
// before.
double utc_from_local(double t) {
  if (!(fabs(t) <= MAX_TIME + MS_PER_DAY)) return NAN;
  double before = offset_at(t - MS_PER_DAY), after = offset_at(t + MS_PER_DAY);
  if (before == after || offset_at(t - before) == before) return t - before;
  return offset_at(t - after) == after ? t - after : t - before;
}

// ----------------------------------------------------------------------------------------------------- constructor

static double current_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (double)now.tv_sec * MS_PER_SECOND + (double)(now.tv_nsec / 1000000);
}

// Two-digit years count from 1900.
static double full_year(double year) {
  double y = trunc(year);
  return y >= 0 && y <= 99 ? 1900 + y : year;
}

// The arguments from year on, all of which are converted.
static bool fields_from_arguments(VM *vm, const Args *args, double *fields) {
  static const double defaults[DATE_FIELD_COUNT] = {NAN, 0, 1, 0, 0, 0, 0};
  for (uint32_t i = 0; i < DATE_FIELD_COUNT; i++) {
    fields[i] = defaults[i];
    if (i < args->argc) TRY(to_number(vm, &args->values[i], &fields[i]));
  }
  fields[DATE_YEAR] = full_year(fields[DATE_YEAR]);
  return true;
}

static bool time_from_value(VM *vm, Handle value, double *out) {
  if (value_is_kind(*value, KIND_DATE)) {
    *out = value_as_number(field_get(&as_wrapper(value)->value));
    return true;
  }
  ROOTS(vm, primitive);
  TRY(to_primitive(vm, value, HINT_DEFAULT, &r.primitive));
  if (value_is_string(r.primitive)) {
    *out = date_parse(vm, &r.primitive);
    return true;
  }
  TRY(to_number(vm, &r.primitive, out));
  *out = time_clip(*out);
  return true;
}

static bool text_of(VM *vm, double t, DateForm form, Slot out) {
  if (isnan(t)) return string_from_ascii(vm, "Invalid Date", out);
  StringBuilder b;
  builder_init(&b);
  date_format(&b, t, form);
  return builder_finish(vm, &b, out);
}

// 21.4.2.1
static bool date_constructor(VM *vm, const Args *args, Slot out) {
  if (!is_construct(args)) return text_of(vm, current_time(), DATE_FORM_FULL, out);
  double t = 0;
  if (args->argc == 0) {
    t = current_time();
  } else if (args->argc == 1) {
    TRY(time_from_value(vm, arg(args, 0), &t));
  } else {
    double fields[DATE_FIELD_COUNT];
    TRY(fields_from_arguments(vm, args, fields));
    t = time_clip(utc_from_local(date_join(fields)));
  }
  ROOTS(vm, prototype);
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->date_prototype, &r.prototype));
  object_new_kind(vm, KIND_DATE, sizeof(WrapperObject), &r.prototype, out);
  field_init(&as_wrapper(out)->value, number(t));
  return true;
}

// 21.4.3.1
static bool date_now(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args;
  *out = number(current_time());
  return true;
}

// 21.4.3.2
static bool date_parse_function(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  *out = number(date_parse(vm, &r.text));
  return true;
}

// 21.4.3.4
static bool date_utc(VM *vm, const Args *args, Slot out) {
  double fields[DATE_FIELD_COUNT];
  TRY(fields_from_arguments(vm, args, fields));
  *out = number(time_clip(date_join(fields)));
  return true;
}

// --------------------------------------------------------------------------------------------------------- getters

// thisTimeValue, with the message of getters
static bool this_time(VM *vm, const Args *args, double *out) {
  if (!value_is_kind(*args->self, KIND_DATE)) return throw_type(vm, "this is not a Date object.");
  *out = value_as_number(field_get(&as_wrapper(args->self)->value));
  return true;
}

// thisTimeValue, with the message of all other methods
static bool receiver_time(VM *vm, const Args *args, double *out) {
  if (value_is_kind(*args->self, KIND_DATE)) return this_time(vm, args, out);
  return throw_type(vm, "Method Date.prototype.%s called on incompatible receiver %v", native_name(args), args->self);
}

enum { GET_WEEKDAY = DATE_FIELD_COUNT, GET_SHORT_YEAR };

static bool get_field(VM *vm, const Args *args, bool local, int which, Slot out) {
  double t = 0;
  TRY(which == GET_SHORT_YEAR ? receiver_time(vm, args, &t) : this_time(vm, args, &t));
  if (isnan(t)) {
    *out = number(NAN);
    return true;
  }
  DateFields f;
  date_split(local ? local_from_utc(t) : t, &f);
  *out = value_int(which == GET_WEEKDAY      ? f.weekday
                   : which == GET_SHORT_YEAR ? f.field[DATE_YEAR] - 1900
                                             : f.field[which]);
  return true;
}

#define DATE_GETTER(name, local, which) \
  static bool name(VM *vm, const Args *args, Slot out) { return get_field(vm, args, local, which, out); }
#define DATE_GETTERS(name, which) DATE_GETTER(get_##name, true, which) DATE_GETTER(get_utc_##name, false, which)

DATE_GETTERS(full_year, DATE_YEAR)
DATE_GETTERS(month, DATE_MONTH)
DATE_GETTERS(date, DATE_DAY)
DATE_GETTERS(day, GET_WEEKDAY)
DATE_GETTERS(hours, DATE_HOUR)
DATE_GETTERS(minutes, DATE_MINUTE)
DATE_GETTERS(seconds, DATE_SECOND)
DATE_GETTERS(milliseconds, DATE_MS)
DATE_GETTER(get_year, true, GET_SHORT_YEAR)

// 21.4.4.10, also valueOf
static bool get_time(VM *vm, const Args *args, Slot out) {
  double t = 0;
  TRY(this_time(vm, args, &t));
  *out = number(t);
  return true;
}

// 21.4.4.11: whole minutes, also for the local mean times of old that had seconds
static bool get_timezone_offset(VM *vm, const Args *args, Slot out) {
  double t = 0;
  TRY(this_time(vm, args, &t));
  *out = number(isnan(t) ? NAN : trunc(-offset_at(t) / MS_PER_MINUTE) + 0.0);
  return true;
}

// --------------------------------------------------------------------------------------------------------- setters

static bool store_time(const Args *args, double t, Slot out) {
  *out = number(t);
  field_init(&as_wrapper(args->self)->value, *out);
  return true;
}

// Replaces up to `limit` fields from `first` on by the arguments.  An invalid date stays so, except that setting the
// year begins from the time 0.
static bool set_fields(VM *vm, const Args *args, bool local, int first, uint32_t limit, Slot out) {
  double t, given[4];
  TRY(receiver_time(vm, args, &t));
  uint32_t count = args->argc == 0 ? 1 : args->argc < limit ? args->argc : limit;
  for (uint32_t i = 0; i < count; i++) TRY(to_number(vm, arg(args, i), &given[i]));
  if (isnan(t) && first != DATE_YEAR) {
    *out = number(NAN);  // not stored: an argument's valueOf may have set the date
    return true;
  }
  t = isnan(t) ? 0 : local ? local_from_utc(t) : t;
  DateFields split;
  double fields[DATE_FIELD_COUNT];
  date_split(t, &split);
  for (int i = 0; i < DATE_FIELD_COUNT; i++) fields[i] = split.field[i];
  for (uint32_t i = 0; i < count; i++) fields[first + (int)i] = given[i];
  t = date_join(fields);
  return store_time(args, time_clip(local ? utc_from_local(t) : t), out);
}

#define DATE_SETTERS(name, first, limit)                                                                               \
  static bool set_##name(VM *vm, const Args *args, Slot out) { return set_fields(vm, args, true, first, limit, out); } \
  static bool set_utc_##name(VM *vm, const Args *args, Slot out) {                                                     \
    return set_fields(vm, args, false, first, limit, out);                                                             \
  }

DATE_SETTERS(full_year, DATE_YEAR, 3)
DATE_SETTERS(month, DATE_MONTH, 2)
DATE_SETTERS(date, DATE_DAY, 1)
DATE_SETTERS(hours, DATE_HOUR, 4)
DATE_SETTERS(minutes, DATE_MINUTE, 3)
DATE_SETTERS(seconds, DATE_SECOND, 2)
DATE_SETTERS(milliseconds, DATE_MS, 1)

// 21.4.4.27
static bool set_time(VM *vm, const Args *args, Slot out) {
  double t = 0;
  TRY(receiver_time(vm, args, &t));
  TRY(to_number(vm, arg(args, 0), &t));
  return store_time(args, time_clip(t), out);
}

// B.2.3.2
static bool set_year(VM *vm, const Args *args, Slot out) {
  double t, year;
  TRY(receiver_time(vm, args, &t));
  TRY(to_number(vm, arg(args, 0), &year));
  DateFields split;
  double fields[DATE_FIELD_COUNT];
  date_split(isnan(t) ? 0 : local_from_utc(t), &split);
  for (int i = 0; i < DATE_FIELD_COUNT; i++) fields[i] = split.field[i];
  fields[DATE_YEAR] = full_year(year);
  return store_time(args, time_clip(utc_from_local(date_join(fields))), out);
}

// ----------------------------------------------------------------------------------------------------------- texts

static bool to_text(VM *vm, const Args *args, DateForm form, Slot out) {
  double t = 0;
  TRY(receiver_time(vm, args, &t));
  return text_of(vm, t, form, out);
}

#define DATE_TEXT(name, form) \
  static bool name(VM *vm, const Args *args, Slot out) { return to_text(vm, args, form, out); }

DATE_TEXT(date_to_string, DATE_FORM_FULL)
DATE_TEXT(date_to_date_string, DATE_FORM_DATE)
DATE_TEXT(date_to_time_string, DATE_FORM_TIME)
DATE_TEXT(date_to_utc_string, DATE_FORM_UTC)

static bool to_locale_text(VM *vm, const Args *args, DateParts parts, const char *method, Slot out) {
  double t = 0;
  TRY(receiver_time(vm, args, &t));
  if (isnan(t)) return string_from_ascii(vm, "Invalid Date", out);
  return date_locale_text(vm, t, arg(args, 0), arg(args, 1), parts, method, out);
}

// 21.4.4.38 to 21.4.4.40
static bool date_to_locale_string(VM *vm, const Args *args, Slot out) {
  return to_locale_text(vm, args, DATE_PARTS_ALL, "Date.prototype.toLocaleString", out);
}
static bool date_to_locale_date_string(VM *vm, const Args *args, Slot out) {
  return to_locale_text(vm, args, DATE_PARTS_DATE, "Date.prototype.toLocaleDateString", out);
}
static bool date_to_locale_time_string(VM *vm, const Args *args, Slot out) {
  return to_locale_text(vm, args, DATE_PARTS_TIME, "Date.prototype.toLocaleTimeString", out);
}

// 21.4.4.36
static bool date_to_iso_string(VM *vm, const Args *args, Slot out) {
  double t = 0;
  TRY(receiver_time(vm, args, &t));
  if (isnan(t)) return throw_range(vm, "Invalid time value");
  return text_of(vm, t, DATE_FORM_ISO, out);
}

// 21.4.4.37: of any object
static bool date_to_json(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, primitive, key, method);
  TRY(to_object(vm, args->self, &r.object));
  TRY(to_primitive(vm, &r.object, HINT_NUMBER, &r.primitive));
  if (value_is_number(r.primitive) && !isfinite(value_as_number(r.primitive))) {
    *out = VALUE_NULL;
    return true;
  }
  TRY(string_from_ascii(vm, "toISOString", &r.key));
  TRY(get(vm, &r.object, &r.key, &r.method));
  if (!value_is_callable(r.method)) return throw_type(vm, "toISOString is not a function");
  return vm_call(vm, &r.method, &r.object, 0, NULL, out);
}

// OrdinaryToPrimitive (7.1.1.1); to_primitive itself would call Symbol.toPrimitive again.
static bool primitive_by_methods(VM *vm, Handle object, bool text_first, Slot out) {
  ROOTS(vm, method);
  for (int turn = 0; turn < 2; turn++) {
    bool text = text_first == (turn == 0);
    TRY(get(vm, object, text ? VM_NAME(vm, toString) : VM_NAME(vm, valueOf), &r.method));
    if (!value_is_callable(r.method)) continue;
    TRY(vm_call(vm, &r.method, object, 0, NULL, out));
    if (!value_is_object(*out)) return true;
  }
  return throw_type(vm, "Cannot convert object to primitive value");
}

// 21.4.4.45: the default hint is "string", unlike that of other objects
static bool date_to_primitive(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*args->self)) {
    return throw_type(vm, "Method Date.prototype [ @@toPrimitive ] called on incompatible receiver %v", args->self);
  }
  Handle hint = arg(args, 0);
  bool is_string = value_is_string(*hint);
  if (is_string && string_is_ascii(vm, hint, "number")) return primitive_by_methods(vm, args->self, false, out);
  if (is_string && (string_is_ascii(vm, hint, "string") || string_is_ascii(vm, hint, "default"))) {
    return primitive_by_methods(vm, args->self, true, out);
  }
  return throw_type(vm, "Invalid hint: %v", hint);
}

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin constructor = {"Date", date_constructor, 7, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin functions[] = {
    METHOD("now", date_now, 0),
    METHOD("parse", date_parse_function, 1),
    METHOD("UTC", date_utc, 7),
};
static const Builtin texts[] = {
    METHOD("toString", date_to_string, 0),          METHOD("toDateString", date_to_date_string, 0),
    METHOD("toTimeString", date_to_time_string, 0), METHOD("toISOString", date_to_iso_string, 0),
    METHOD("toUTCString", date_to_utc_string, 0),
};
static const Builtin methods[] = {
    METHOD("getDate", get_date, 0),
    METHOD("setDate", set_date, 1),
    METHOD("getDay", get_day, 0),
    METHOD("getFullYear", get_full_year, 0),
    METHOD("setFullYear", set_full_year, 3),
    METHOD("getHours", get_hours, 0),
    METHOD("setHours", set_hours, 4),
    METHOD("getMilliseconds", get_milliseconds, 0),
    METHOD("setMilliseconds", set_milliseconds, 1),
    METHOD("getMinutes", get_minutes, 0),
    METHOD("setMinutes", set_minutes, 3),
    METHOD("getMonth", get_month, 0),
    METHOD("setMonth", set_month, 2),
    METHOD("getSeconds", get_seconds, 0),
    METHOD("setSeconds", set_seconds, 2),
    METHOD("getTime", get_time, 0),
    METHOD("setTime", set_time, 1),
    METHOD("getTimezoneOffset", get_timezone_offset, 0),
    METHOD("getUTCDate", get_utc_date, 0),
    METHOD("setUTCDate", set_utc_date, 1),
    METHOD("getUTCDay", get_utc_day, 0),
    METHOD("getUTCFullYear", get_utc_full_year, 0),
    METHOD("setUTCFullYear", set_utc_full_year, 3),
    METHOD("getUTCHours", get_utc_hours, 0),
    METHOD("setUTCHours", set_utc_hours, 4),
    METHOD("getUTCMilliseconds", get_utc_milliseconds, 0),
    METHOD("setUTCMilliseconds", set_utc_milliseconds, 1),
    METHOD("getUTCMinutes", get_utc_minutes, 0),
    METHOD("setUTCMinutes", set_utc_minutes, 3),
    METHOD("getUTCMonth", get_utc_month, 0),
    METHOD("setUTCMonth", set_utc_month, 2),
    METHOD("getUTCSeconds", get_utc_seconds, 0),
    METHOD("setUTCSeconds", set_utc_seconds, 2),
    METHOD("valueOf", get_time, 0),
    METHOD("getYear", get_year, 0),
    METHOD("setYear", set_year, 1),
    METHOD("toJSON", date_to_json, 1),
    METHOD("toLocaleString", date_to_locale_string, 0),
    METHOD("toLocaleDateString", date_to_locale_date_string, 0),
    METHOD("toLocaleTimeString", date_to_locale_time_string, 0),
    {"[Symbol.toPrimitive]", date_to_primitive, 1, BUILTIN_METHOD, 1 + SYMBOL_INDEX_toPrimitive, ATTR_CONFIGURABLE,
     NULL},
};

// B.2.3.3: one function under two names
static void define_to_gmt_string(VM *vm, Handle prototype) {
  ROOTS(vm, function);
  native_function_new(vm, &texts[4], &r.function);
  define_value(vm, prototype, "toUTCString", &r.function, ATTR_METHOD);
  define_value(vm, prototype, "toGMTString", &r.function, ATTR_METHOD);
}

void install_date(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->date_prototype);
  define_constructor(vm, &rt->global, &constructor, &rt->date_prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, functions);
  DEFINE_BUILTINS(vm, &rt->date_prototype, texts);
  define_to_gmt_string(vm, &rt->date_prototype);
  DEFINE_BUILTINS(vm, &rt->date_prototype, methods);
}
