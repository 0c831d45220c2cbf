// builtins/locale/date-icu.c - time zones, and dates of other locales than en-US, by ICU.  The options become a
// skeleton ("yMMMd"), for which ICU knows the pattern of the locale ("d. MMM y").  The format that was used last is
// kept.
#include <ctype.h>

#include "builtins/locale/date-locale.h"
#include "builtins/locale/icu.h"

// Of udat.h, udatpg.h and ucal.h.
enum { STYLE_NONE = -1, STYLE_PATTERN = -2 };
enum { MATCH_HOUR_FIELD_LENGTH = 1 << 11 };
enum { ZONE_OFFSET = 15, DST_OFFSET = 16 };
#define FIRST_TIME -8.64e15  // of all: the Gregorian calendar is valid from there on

#define PATTERN_SIZE 256

typedef struct Pattern {
  uint16_t units[PATTERN_SIZE];
  int32_t length;
} Pattern;

static bool fail(VM *vm) { return throw_range(vm, "Unsupported date format"); }

// --------------------------------------------------------------------------------------------------------- zones

static bool is_known_zone(const uint16_t *name, int32_t length, int8_t *known) {
  uint16_t canonical[128];
  int error = 0;
  *known = 0;
  icu.ucal_getCanonicalTimeZoneID(name, length, canonical, 128, known, &error);
  return error <= 0 && *known;
}

// "america/new_york" means America/New_York: the letters behind no letter are capitals.
static void capitalize(DateOptions *o) {
  bool inside = false;
  for (int32_t i = 0; i < o->zone_length; i++) {
    int c = o->zone[i] < 0x80 ? o->zone[i] : '_';
    o->zone[i] = (uint16_t)(c == '_' ? o->zone[i] : inside ? tolower(c) : toupper(c));
    inside = isalpha(c) != 0;
  }
}

bool icu_zone(VM *vm, Handle name, DateOptions *out) {
  TRY(icu_load(vm, "time zone", name));
  StringView view = string_view(name);
  int8_t known = 0;
  out->zone_length = view.length < 64 ? (int32_t)view.length : 0;
  for (int32_t i = 0; i < out->zone_length; i++) out->zone[i] = view_unit(&view, (uint32_t)i);
  bool offset = view.length > 3 && (view_unit(&view, 3) == '+' || view_unit(&view, 3) == '-');  // GMT+8 is ICU's alone
  if (out->zone_length > 0 && !offset) {
    if (is_known_zone(out->zone, out->zone_length, &known)) return true;
    capitalize(out);
    if (is_known_zone(out->zone, out->zone_length, &known)) return true;
  }
  return throw_range(vm, "Invalid time zone specified: %v", name);
}

bool icu_zone_offset(VM *vm, const DateOptions *o, double t, double *out) {
  int error = 0;
  void *calendar = icu.ucal_open(o->zone, o->zone_length, "en_US", 0, &error);
  if (!calendar) return fail(vm);
  icu.ucal_setMillis(calendar, t, &error);
  *out = icu.ucal_get(calendar, ZONE_OFFSET, &error) + (double)icu.ucal_get(calendar, DST_OFFSET, &error);
  icu.ucal_close(calendar);
  return error <= 0 || fail(vm);
}

// --------------------------------------------------------------------------------------------------- hour cycles

static const char hour_letters[] = "KhHk";  // CYCLE_H11 and so on

// The place in a pattern of the first hour, outside quotes, from `at` on; or its length.
static int32_t find_hour(const Pattern *p, int32_t at) {
  bool quoted = false;
  for (int32_t i = 0; i < p->length; i++) {
    uint16_t c = p->units[i];
    if (c == '\'') quoted = !quoted;
    if (i >= at && !quoted && c < 0x80 && c && strchr(hour_letters, c)) return i;
  }
  return p->length;
}

static int cycle_of(const Pattern *p) {
  int32_t at = find_hour(p, 0);
  return at == p->length ? -1 : (int)(strchr(hour_letters, p->units[at]) - hour_letters);
}

static void set_cycle(Pattern *p, int cycle) {
  for (int32_t at = 0; (at = find_hour(p, at)) < p->length; at++) p->units[at] = (uint16_t)hour_letters[cycle];
}

static bool best_pattern(void *generator, const char *skeleton, Pattern *out) {
  uint16_t units[PATTERN_SIZE];
  int32_t length = 0;
  int error = 0;
  for (; skeleton[length]; length++) units[length] = (uint8_t)skeleton[length];
  out->length = icu.udatpg_getBestPatternWithOptions(generator, units, length, MATCH_HOUR_FIELD_LENGTH, out->units,
                                                     PATTERN_SIZE, &error);
  return error <= 0;
}

// Of the locale's name: de-u-hc-h12.
static int cycle_of_keyword(const char *id) {
  static const char *const names[] = {"h11", "h12", "h23", "h24"};
  char value[16];
  int error = 0;
  if (icu.uloc_getKeywordValue(id, "hours", value, sizeof value, &error) <= 0 || error > 0) return -1;
  for (int i = 0; i < 4; i++) {
    if (strcmp(value, names[i]) == 0) return i;
  }
  return -1;
}

// What the options or the name ask for, or -1.  hour12 goes before hourCycle, and chooses of the pair that has the
// cycle of the locale.
static int wanted_cycle(void *generator, const char *id, const DateOptions *o) {
  Pattern usual;
  if (o->hour12 < 0) return o->cycle >= 0 ? o->cycle : cycle_of_keyword(id);
  int cycle = best_pattern(generator, "j", &usual) ? cycle_of(&usual) : CYCLE_H23;
  bool from_zero = cycle == CYCLE_H11 || cycle == CYCLE_H23;
  if (o->hour12) return from_zero ? CYCLE_H11 : CYCLE_H12;
  return from_zero ? CYCLE_H23 : CYCLE_H24;
}

// ------------------------------------------------------------------------------------------------------ patterns

typedef struct Skeleton {
  char text[100];
  size_t length;
} Skeleton;

static void add(Skeleton *s, char letter, int count) {
  while (count-- > 0) s->text[s->length++] = letter;
  s->text[s->length] = 0;
}

// How often a letter stands for a component that is written in one of these ways.
static int letters_of(int how) {
  static const int counts[] = {[ABSENT] = 0, [NUMERIC] = 1, [TWO_DIGITS] = 2, [SHORT] = 3, [LONG] = 4, [NARROW] = 5};
  return counts[how];
}

static void make_skeleton(Skeleton *s, const DateOptions *o, int cycle) {
  static const char *const zones[] = {"", "z", "zzzz", "O", "OOOO", "v", "vvvv"};
  static const int periods[] = {[ABSENT] = 0, [SHORT] = 1, [LONG] = 4, [NARROW] = 5};
  char hour = cycle >= 0 ? hour_letters[cycle] : 'j';
  add(s, 'E', letters_of(o->how[WEEKDAY]));
  add(s, 'G', letters_of(o->era));
  add(s, 'y', letters_of(o->how[YEAR]));
  add(s, 'M', letters_of(o->how[MONTH]));
  add(s, 'd', letters_of(o->how[DAY]));
  add(s, 'B', periods[o->day_period]);
  add(s, hour, letters_of(o->how[HOUR]));
  add(s, 'm', letters_of(o->how[MINUTE]));
  add(s, 's', letters_of(o->how[SECOND]));
  add(s, 'S', o->fraction);
  for (const char *z = zones[o->zone_name]; *z; z++) add(s, *z, 1);
}

static bool pattern_of_components(void *generator, const char *id, const DateOptions *o, Pattern *out) {
  Skeleton skeleton = {.length = 0};
  Pattern usual;
  int cycle = wanted_cycle(generator, id, o);
  // "in the morning" stands in the place of AM, which j would bring
  if (cycle < 0 && o->day_period && best_pattern(generator, "j", &usual)) cycle = cycle_of(&usual);
  make_skeleton(&skeleton, o, cycle);
  if (!best_pattern(generator, skeleton.text, out)) return false;
  if (cycle >= 0) set_cycle(out, cycle);
  return true;
}

// In another cycle than the locale's the pattern is made anew of the same components.
static bool pattern_of_styles(void *generator, const char *id, const DateOptions *o, Pattern *out) {
  uint16_t units[PATTERN_SIZE];
  Skeleton skeleton = {.length = 0};
  int error = 0, cycle = wanted_cycle(generator, id, o);
  void *format = icu.udat_open(o->time_style, o->date_style, id, o->zone, o->zone_length, NULL, 0, &error);
  if (!format) return false;
  out->length = icu.udat_toPattern(format, 0, out->units, PATTERN_SIZE, &error);
  icu.udat_close(format);
  if (error > 0 || cycle < 0 || o->time_style < 0 || cycle_of(out) == cycle) return error <= 0;
  int32_t length = icu.udatpg_getSkeleton(NULL, out->units, out->length, units, PATTERN_SIZE, &error);
  char hour = hour_letters[cycle];
  for (int32_t i = 0; error <= 0 && i < length && i < 90; i++) {
    if (units[i] == 'a' || units[i] == 'B') continue;
    add(&skeleton, units[i] < 0x80 && strchr(hour_letters, units[i]) ? hour : (char)units[i], 1);
  }
  if (error > 0 || !best_pattern(generator, skeleton.text, out)) return false;
  set_cycle(out, cycle);
  return true;
}

// -------------------------------------------------------------------------------------------------------- formats

static struct {
  void *format;
  Locale locale;
  DateOptions options;
} last;

// Calendar and numbering system become keywords of the locale's name.
static void add_keyword(Locale *locale, const char *key, const char *value) {
  int error = 0;
  if (!*value) return;
  const char *legacy = icu.uloc_toLegacyType(key, value);
  icu.uloc_setKeywordValue(key, legacy ? legacy : value, locale->id, sizeof locale->id, &error);
}

static void *open_format(const char *id, const DateOptions *o) {
  Pattern pattern = {.length = 0};
  int error = 0;
  void *generator = icu.udatpg_open(id, &error), *format = NULL;
  if (!generator) return NULL;
  bool styles = o->date_style >= 0 || o->time_style >= 0;
  if (styles ? pattern_of_styles(generator, id, o, &pattern) : pattern_of_components(generator, id, o, &pattern)) {
    static const uint16_t utc[] = {'U', 'T', 'C'};
    format = icu.udat_open(STYLE_PATTERN, STYLE_PATTERN, id,
                           o->utc           ? utc
                           : o->zone_length ? o->zone
                                            : NULL,
                           o->utc ? 3 : o->zone_length, pattern.units, pattern.length, &error);
  }
  icu.udatpg_close(generator);
  // Other calendars refuse, which is right.
  error = 0;
  if (format) icu.ucal_setGregorianChange((void *)(uintptr_t)icu.udat_getCalendar(format), FIRST_TIME, &error);
  return format;
}

static bool prepare(VM *vm, const Locale *locale, const DateOptions *o) {
  bool same = last.format && strcmp(last.locale.id, locale->id) == 0 && memcmp(&last.options, o, sizeof *o) == 0;
  if (same) return true;
  if (last.format) icu.udat_close(last.format);
  last.locale = *locale;
  memcpy(&last.options, o, sizeof *o);  // padding, too
  Locale whole = *locale;
  add_keyword(&whole, "calendar", o->calendar.text);
  add_keyword(&whole, "numbers", o->numbering.text);
  last.format = open_format(whole.id, o);
  return last.format || fail(vm);
}

// The narrow space in front of AM and PM is a plain one, as with V8.
static void append_text(StringBuilder *b, const uint16_t *text, int32_t length) {
  for (int32_t i = 0; i < length; i++) builder_unit(b, text[i] == 0x202F ? ' ' : text[i]);
}

bool icu_date_text(VM *vm, double t, const Locale *locale, const DateOptions *o, Slot out) {
  uint16_t text[512];
  int error = 0;
  TRY(prepare(vm, locale, o));
  int32_t length = icu.udat_format(last.format, t, text, sizeof text / sizeof *text, NULL, &error);
  if (error > 0) return fail(vm);
  StringBuilder b;
  builder_init(&b);
  append_text(&b, text, length);
  return builder_finish(vm, &b, out);
}
