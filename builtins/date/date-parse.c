// builtins/date/date-parse.c - Date.parse (ECMA-262 section 21.4.3.2) and the forms engines read beyond the standard
// one.
//
// A text is first read as the standard's form, 2013-10-07T13:46:27.000Z.  Where that stops short of the end, the rest
// is read freely, on top of what was understood so far: words are months, zones or AM and PM; numbers are parts of the
// time when a colon follows, of the zone after a sign, otherwise of the date.  Words before the first number and text
// in parentheses mean nothing.  Whatever this reads in a surprising way, it reads as node does.
#include <ctype.h>

#include "builtins/date/date.h"

// ---------------------------------------------------------------------------------------------------------- tokens

typedef enum TokenType { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SYMBOL, TOKEN_SPACE, TOKEN_OTHER } TokenType;
typedef enum WordType { WORD_UNKNOWN, WORD_MONTH, WORD_ZONE, WORD_HALF, WORD_T } WordType;

typedef struct Token {
  TokenType type;
  int number;   // of digits; only the first nine that count are kept
  int length;   // characters
  char symbol;  // + - : . )
  WordType word;
  int value;  // month from 1, hours of a zone, hours to add
} Token;

typedef struct Scanner {
  const StringView *text;
  uint32_t position;
  Token token;  // the next one
} Scanner;

typedef struct KnownWord {
  char text[4];
  WordType type;
  int value;
} KnownWord;

// Words of more than three letters count when they begin as a month does.
static const KnownWord words[] = {
    {"jan", WORD_MONTH, 1}, {"feb", WORD_MONTH, 2},  {"mar", WORD_MONTH, 3},  {"apr", WORD_MONTH, 4},
    {"may", WORD_MONTH, 5}, {"jun", WORD_MONTH, 6},  {"jul", WORD_MONTH, 7},  {"aug", WORD_MONTH, 8},
    {"sep", WORD_MONTH, 9}, {"oct", WORD_MONTH, 10}, {"nov", WORD_MONTH, 11}, {"dec", WORD_MONTH, 12},
    {"am", WORD_HALF, 0},   {"pm", WORD_HALF, 12},   {"ut", WORD_ZONE, 0},    {"utc", WORD_ZONE, 0},
    {"z", WORD_ZONE, 0},    {"gmt", WORD_ZONE, 0},   {"cdt", WORD_ZONE, -5},  {"cst", WORD_ZONE, -6},
    {"edt", WORD_ZONE, -4}, {"est", WORD_ZONE, -5},  {"mdt", WORD_ZONE, -6},  {"mst", WORD_ZONE, -7},
    {"pdt", WORD_ZONE, -7}, {"pst", WORD_ZONE, -8},  {"t", WORD_T, 0}};

static bool is_digit(int unit) { return unit >= '0' && unit <= '9'; }

static bool is_space(int unit) {
  return (unit >= 9 && unit <= 13) || unit == ' ' || unit == 0xA0 || unit == 0x1680 ||
         (unit >= 0x2000 && unit <= 0x200A) || unit == 0x2028 || unit == 0x2029 || unit == 0x202F || unit == 0x205F ||
         unit == 0x3000 || unit == 0xFEFF;
}

// Of the letters and everything that sorts after them.
static bool is_word_unit(int unit) { return unit >= 'A' && !is_space(unit); }

static int peek_unit(const Scanner *s) { return s->position < s->text->length ? view_unit(s->text, s->position) : -1; }

static void scan_number(Scanner *s) {
  Token *t = &s->token;
  uint32_t start = s->position;
  while (peek_unit(s) == '0') s->position++;
  for (int kept = 0; is_digit(peek_unit(s)); kept++, s->position++) {
    if (kept < 9) t->number = t->number * 10 + peek_unit(s) - '0';
  }
  t->type = TOKEN_NUMBER;
  t->length = (int)(s->position - start);
}

static void scan_word(Scanner *s) {
  Token *t = &s->token;
  char text[4] = "";
  for (; is_word_unit(peek_unit(s)); s->position++, t->length++) {
    int unit = peek_unit(s);
    if (t->length < 3) text[t->length] = unit < 128 ? (char)tolower(unit) : '?';
  }
  t->type = TOKEN_WORD;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (memcmp(text, words[i].text, 3) != 0 || (t->length > 3 && words[i].type != WORD_MONTH)) continue;
    t->word = words[i].type;
    t->value = words[i].value;
  }
}

static void skip_parentheses(Scanner *s) {
  int depth = 0;
  do {
    depth += peek_unit(s) == '(' ? 1 : peek_unit(s) == ')' ? -1 : 0;
    s->position++;
  } while (depth > 0 && peek_unit(s) >= 0);
}

static void advance(Scanner *s) {
  int unit = peek_unit(s);
  s->token = (Token){.type = TOKEN_OTHER};
  if (unit < 0) {
    s->token.type = TOKEN_END;
  } else if (is_digit(unit)) {
    scan_number(s);
  } else if (unit < 128 && strchr(":-+.)", unit) && unit) {
    s->token = (Token){.type = TOKEN_SYMBOL, .symbol = (char)unit, .length = 1};
    s->position++;
  } else if (is_word_unit(unit)) {
    scan_word(s);
  } else if (is_space(unit)) {
    s->token.type = TOKEN_SPACE;
    while (is_space(peek_unit(s))) s->position++;
  } else if (unit == '(') {
    skip_parentheses(s);
  } else {
    s->position++;
  }
}

static bool is_symbol(const Token *t, char symbol) { return t->type == TOKEN_SYMBOL && t->symbol == symbol; }
static bool is_sign(const Token *t) { return is_symbol(t, '+') || is_symbol(t, '-'); }
static bool is_word(const Token *t, WordType type) { return t->type == TOKEN_WORD && t->word == type; }
static bool is_z(const Token *t) { return is_word(t, WORD_ZONE) && t->length == 1; }
static bool is_fixed(const Token *t, int length, int low, int high) {
  return t->type == TOKEN_NUMBER && t->length == length && t->number >= low && t->number <= high;
}
static bool skip_symbol(Scanner *s, char symbol) {
  if (!is_symbol(&s->token, symbol)) return false;
  advance(s);
  return true;
}

// ------------------------------------------------------------------------------------------- what was read so far

enum { UNSET = -1 };

typedef struct Reading {
  int day[3], days;    // numbers of the date, in the order of reading
  int month;           // by name
  bool iso;            // the date has the standard form
  int time[4], times;  // hour, minute, second, ms
  int half;            // hours that AM or PM adds
  int zone_sign, zone_hour, zone_minute;
  bool any_number;
} Reading;

static bool add_day(Reading *r, int number) {
  if (r->days == 3) return false;
  r->day[r->days++] = number;
  return true;
}

static bool add_time(Reading *r, int number) {
  if (r->times == 4) return false;
  r->time[r->times++] = number;
  return true;
}

// Adds the last part; those that were not given are 0.
static bool end_time(Reading *r, int number) {
  if (!add_time(r, number)) return false;
  while (r->times < 4) r->time[r->times++] = 0;
  return true;
}

static bool expects_time(const Reading *r, int number) {
  return (r->times == 1 && number < 60) || (r->times == 2 && number < 60) || (r->times == 3 && number < 1000);
}

static bool expects_zone_minute(const Reading *r, int number) {
  return r->zone_hour != UNSET && r->zone_minute == UNSET && number < 60;
}

static void set_zone(Reading *r, int sign, int hour, int minute) {
  r->zone_sign = sign;
  r->zone_hour = hour;
  r->zone_minute = minute;
}

static bool zone_is_utc(const Reading *r) { return r->zone_hour == 0 && r->zone_minute == 0; }

// The milliseconds of a fraction of a second.
static int fraction_ms(const Token *t) {
  int number = t->number, length = t->length > 9 ? 9 : t->length;
  for (; length < 3; length++) number *= 10;
  for (; length > 3; length--) number /= 10;
  return number;
}

// --------------------------------------------------------------------------------------------- the standard's form

// +yyyyyy or yyyy, -MM and -DD.  Each returns false where the text leaves the form.
static bool read_iso_date(Scanner *s, Reading *r) {
  if (is_sign(&s->token)) {
    int sign = s->token.symbol == '-' ? -1 : 1;
    Scanner back = *s;
    advance(s);
    if (!is_fixed(&s->token, 6, sign < 0, 999999)) return *s = back, false;
    add_day(r, sign * s->token.number);
  } else {
    if (!is_fixed(&s->token, 4, 0, 9999)) return false;
    add_day(r, s->token.number);
  }
  for (int high = 12;; high = 31) {
    advance(s);
    if (r->days == 3 || !skip_symbol(s, '-')) return true;
    if (!is_fixed(&s->token, 2, 1, high)) return false;
    add_day(r, s->token.number);
  }
}

static bool read_iso_zone(Scanner *s, Reading *r) {
  if (is_z(&s->token)) {
    set_zone(r, 1, 0, 0);
    advance(s);
    return true;
  }
  if (!is_sign(&s->token)) return true;
  r->zone_sign = s->token.symbol == '-' ? -1 : 1;
  advance(s);
  if (is_fixed(&s->token, 4, 0, 2359) && s->token.number % 100 < 60) {
    set_zone(r, r->zone_sign, s->token.number / 100, s->token.number % 100);
    advance(s);
    return true;
  }
  if (!is_fixed(&s->token, 2, 0, 23)) return false;
  r->zone_hour = s->token.number;
  advance(s);
  if (!skip_symbol(s, ':') || !is_fixed(&s->token, 2, 0, 59)) return false;
  r->zone_minute = s->token.number;
  advance(s);
  return true;
}

// hh:mm, :ss and .sss; 24:00:00.000 is the end of the day.
static bool read_iso_time(Scanner *s, Reading *r) {
  if (!is_fixed(&s->token, 2, 0, 24)) return false;
  bool midnight = s->token.number == 24;
  int high = midnight ? 0 : 59;
  add_time(r, s->token.number);
  advance(s);
  if (!skip_symbol(s, ':') || !is_fixed(&s->token, 2, 0, high)) return false;
  add_time(r, s->token.number);
  advance(s);
  if (skip_symbol(s, ':')) {
    if (!is_fixed(&s->token, 2, 0, high)) return false;
    add_time(r, s->token.number);
    advance(s);
    if (skip_symbol(s, '.')) {
      if (s->token.type != TOKEN_NUMBER || (midnight && s->token.number > 0)) return false;
      add_time(r, fraction_ms(&s->token));
      advance(s);
    }
  }
  return read_iso_zone(s, r);
}

// Reads what has the standard's form; *whole tells whether that was all of the text.  False: nothing can make sense of
// the text, because after a T only a time of the standard's form will do.
static bool read_iso(Scanner *s, Reading *r, bool *whole) {
  *whole = false;
  if (!read_iso_date(s, r)) return true;
  if (is_word(&s->token, WORD_T)) {
    advance(s);
    TRY(read_iso_time(s, r) && s->token.type == TOKEN_END);
  } else if (s->token.type == TOKEN_END) {
    set_zone(r, 1, 0, 0);  // a date alone is in UTC
  }
  *whole = r->iso = s->token.type == TOKEN_END;
  return true;
}

// ------------------------------------------------------------------------------------------------- the free forms

static bool read_number(Scanner *s, Reading *r) {
  int n = s->token.number;
  r->any_number = true;
  advance(s);
  if (skip_symbol(s, ':')) {
    if (skip_symbol(s, ':')) return r->times == 0 && add_time(r, n) && add_time(r, 0);
    if (!add_time(r, n)) return false;
    skip_symbol(s, '.');
    return true;
  }
  bool point = skip_symbol(s, '.');
  if (point && expects_time(r, n)) {
    add_time(r, n);
    if (s->token.type != TOKEN_NUMBER) return false;
    n = fraction_ms(&s->token);
    advance(s);
    return end_time(r, n);
  }
  if (expects_zone_minute(r, n)) return r->zone_minute = n, true;
  if (expects_time(r, n)) {
    if (!end_time(r, n)) return false;
    const Token *t = &s->token;
    return t->type == TOKEN_END || t->type == TOKEN_SPACE || is_z(t) || is_sign(t);
  }
  if (!add_day(r, n)) return false;
  skip_symbol(s, '-');
  return true;
}

static bool read_word(Scanner *s, Reading *r) {
  Token word = s->token;
  advance(s);
  if (word.word == WORD_HALF && r->times > 0) {
    r->half = word.value;
    return true;
  }
  if (word.word == WORD_MONTH) {
    r->month = word.value;
    skip_symbol(s, '-');
    return true;
  }
  if (word.word == WORD_ZONE && r->any_number) {
    set_zone(r, word.value < 0 ? -1 : 1, word.value < 0 ? -word.value : word.value, 0);
    return true;
  }
  return !r->any_number && s->token.type != TOKEN_NUMBER;
}

// +h, +hh, +hmm, +hhmm, +h:mm or +hh:mm
static bool read_zone(Scanner *s, Reading *r) {
  r->zone_sign = s->token.symbol == '-' ? -1 : 1;
  int n = 0, length = 0;
  advance(s);
  if (s->token.type == TOKEN_NUMBER) {
    n = s->token.number;
    length = s->token.length;
    advance(s);
  }
  r->any_number = true;
  if (is_symbol(&s->token, ':')) return set_zone(r, r->zone_sign, n, UNSET), true;
  if (length == 1 || length == 2) return set_zone(r, r->zone_sign, n, 0), true;
  if (length == 3 || length == 4) return set_zone(r, r->zone_sign, n / 100, n % 100), true;
  return false;
}

static bool read_freely(Scanner *s, Reading *r) {
  while (s->token.type != TOKEN_END) {
    if (s->token.type == TOKEN_NUMBER) {
      TRY(read_number(s, r));
    } else if (s->token.type == TOKEN_WORD) {
      TRY(read_word(s, r));
    } else if (is_sign(&s->token) && (zone_is_utc(r) || r->times > 0)) {
      TRY(read_zone(s, r));
    } else if ((is_sign(&s->token) || is_symbol(&s->token, ')')) && r->any_number) {
      return false;
    } else {
      advance(s);
    }
  }
  return true;
}

// ---------------------------------------------------------------------------------------------- putting it together

// Missing parts of a date are 1, so that "Jan 5" is of the year 2001.
static bool finish_date(Reading *r, double *fields) {
  if (r->days == 0) return false;
  while (r->days < 3) r->day[r->days++] = 1;
  int *d = r->day, year, month, day;
  if (r->month != UNSET) {
    bool day_first = d[0] >= 1 && d[0] <= 31;
    month = r->month;
    day = day_first ? d[0] : d[1];
    year = day_first ? d[1] : d[0];
  } else if (r->iso || d[0] < 1 || d[0] > 31) {
    year = d[0], month = d[1], day = d[2];
  } else {
    month = d[0], day = d[1], year = d[2];
  }
  if (!r->iso && year >= 0 && year <= 99) year += year < 50 ? 2000 : 1900;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  fields[DATE_YEAR] = year;
  fields[DATE_MONTH] = month - 1;
  fields[DATE_DAY] = day;
  return true;
}

static bool finish_time(Reading *r, double *fields) {
  while (r->times < 4) r->time[r->times++] = 0;
  int hour = r->time[0], minute = r->time[1], second = r->time[2], ms = r->time[3];
  if (r->half != UNSET) {
    if (hour > 12) return false;
    hour = hour % 12 + r->half;
  }
  bool end_of_day = hour == 24 && minute == 0 && second == 0 && ms == 0;
  if (!end_of_day && (hour > 23 || minute > 59 || second > 59 || ms > 999)) return false;
  fields[DATE_HOUR] = hour;
  fields[DATE_MINUTE] = minute;
  fields[DATE_SECOND] = second;
  fields[DATE_MS] = ms;
  return true;
}

double date_parse(VM *vm, Slot string) {
  string_flatten(vm, string);
  StringView text = string_view(string);
  Scanner s = {.text = &text};
  Reading r = {.month = UNSET, .half = UNSET, .zone_sign = 0, .zone_hour = UNSET, .zone_minute = UNSET};
  advance(&s);
  bool whole;
  if (!read_iso(&s, &r, &whole)) return NAN;
  r.any_number = r.days > 0;
  if (!whole && !read_freely(&s, &r)) return NAN;
  double fields[DATE_FIELD_COUNT];
  if (!finish_date(&r, fields) || !finish_time(&r, fields)) return NAN;
  double t = date_join(fields);
  if (r.zone_sign == 0) return time_clip(utc_from_local(t));
  double hours = r.zone_hour == UNSET ? 0 : r.zone_hour, minutes = r.zone_minute == UNSET ? 0 : r.zone_minute;
  double offset = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE;
  return offset > INT32_MAX * MS_PER_SECOND ? NAN : time_clip(t - r.zone_sign * offset);
}
