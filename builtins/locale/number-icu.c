// builtins/locale/number-icu.c - numbers of other locales than en-US, and in notations and units, by ICU: the options
// become a number skeleton (ICU User Guide, "Number Skeletons").  The formatter that was used last is kept.
#include <stdlib.h>

#include "builtins/locale/icu.h"
#include "builtins/locale/number-format.h"

// ------------------------------------------------------------------------------------------------------- options

// The simple units that ECMA-402 sanctions (section 6.6.2).
static bool is_simple_unit(const char *unit, size_t length) {
  static const char units[] =
      " acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte gram hectare hour"
      " inch kilobit kilobyte kilogram kilometer liter megabit megabyte meter mile mile-scandinavian milliliter millimeter"
      " millisecond minute month ounce percent petabyte pound second stone terabit terabyte week yard year ";
  char word[64];
  if (length == 0 || length + 3 > sizeof word) return false;
  snprintf(word, sizeof word, " %.*s ", (int)length, unit);
  return strchr(word + 1, ' ') == word + length + 1 && strstr(units, word);
}

static bool is_unit(const char *unit) {
  const char *per = strstr(unit, "-per-");
  if (!per) return is_simple_unit(unit, strlen(unit));
  return is_simple_unit(unit, (size_t)(per - unit)) && is_simple_unit(per + 5, strlen(per + 5));
}

static bool read_unit(VM *vm, Handle options, const char *method, NumberFormat *f) {
  ROOTS(vm, value);
  TRY(option_get(vm, options, "unit", &r.value));
  if (value_is_undefined(r.value)) {
    return f->style != STYLE_UNIT || throw_type(vm, "Invalid unit argument for %s() ''", method);
  }
  TRY(to_string(vm, &r.value, &r.value));
  char *utf8 = string_to_utf8(vm, &r.value, NULL);
  bool valid = is_unit(utf8);
  if (valid && f->style == STYLE_UNIT) snprintf(f->extras.unit, sizeof f->extras.unit, "%s", utf8);
  free(utf8);
  return valid || throw_range(vm, "Invalid unit argument for %s() '%v'", method, &r.value);
}

static bool read_increment(VM *vm, Handle options, NumberExtras *x) {
  static const int valid[] = {1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000};
  int given = 1;
  TRY(option_number(vm, options, "roundingIncrement", 1, 5000, &given));
  for (size_t i = 0; i < sizeof valid / sizeof *valid; i++) {
    if (valid[i] != given) continue;
    x->increment = given == 1 ? 0 : given;
    return true;
  }
  return throw_range(vm, "roundingIncrement value is out of range.");
}

bool number_read_extras(VM *vm, Handle options, const char *method, NumberFormat *f) {
  static const char *const notations[] = {"standard", "scientific", "engineering", "compact", NULL};
  static const char *const compact[] = {"short", "long", NULL};
  static const char *const currencies[] = {"symbol", "code", "narrowSymbol", "name", NULL};
  static const char *const currency_signs[] = {"standard", "accounting", NULL};
  static const char *const signs[] = {"auto", "never", "always", "exceptZero", "negative", NULL};
  static const char *const units[] = {"short", "narrow", "long", NULL};
  static const char *const roundings[] = {"halfExpand", "ceil",      "floor",     "expand",   "trunc",
                                          "halfCeil",   "halfFloor", "halfTrunc", "halfEven", NULL};
  static const char *const priorities[] = {"auto", "morePrecision", "lessPrecision", NULL};
  static const char *const trailing_zeros[] = {"auto", "stripIfInteger", NULL};
  NumberExtras *x = &f->extras;
  TRY(option_type(vm, options, "numberingSystem", &x->numbering));
  TRY(option_choice(vm, options, "currencyDisplay", currencies, method, &x->currency_display));
  TRY(option_choice(vm, options, "currencySign", currency_signs, method, &x->currency_sign));
  TRY(read_unit(vm, options, method, f));
  TRY(option_choice(vm, options, "unitDisplay", units, method, &x->unit_display));
  TRY(option_choice(vm, options, "notation", notations, method, &x->notation));
  TRY(read_increment(vm, options, x));
  TRY(option_choice(vm, options, "roundingMode", roundings, method, &x->rounding));
  TRY(option_choice(vm, options, "roundingPriority", priorities, "SetNumberFormatDigitOptions", &x->priority));
  TRY(option_choice(vm, options, "trailingZeroDisplay", trailing_zeros, method, &x->trailing_zeros));
  TRY(option_choice(vm, options, "compactDisplay", compact, method, &x->compact_display));
  TRY(option_choice(vm, options, "signDisplay", signs, method, &x->sign_display));
  return true;
}

const char *number_extra(const NumberFormat *f) {
  const NumberExtras *x = &f->extras;
  if (f->style == STYLE_UNIT) return "unit";
  if (f->style == STYLE_CURRENCY && x->currency_display) return "currencyDisplay";
  if (f->style == STYLE_CURRENCY && x->currency_sign) return "currencySign";
  if (x->notation) return "notation";
  if (x->sign_display) return "signDisplay";
  if (x->rounding) return "roundingMode";
  if (x->increment) return "roundingIncrement";
  if (x->priority) return "roundingPriority";
  if (x->trailing_zeros) return "trailingZeroDisplay";
  return x->numbering.text[0] ? "numberingSystem" : NULL;
}

// ------------------------------------------------------------------------------------------------------ skeleton

typedef struct Skeleton {
  char text[400];
  size_t length;
} Skeleton;

static void add(Skeleton *s, const char *stem) {
  s->length += (size_t)snprintf(s->text + s->length, sizeof s->text - s->length, " %s", stem);
}

static void repeat(Skeleton *s, char c, int count) {
  while (count-- > 0) s->text[s->length++] = c;
  s->text[s->length] = 0;
}

static void add_style(Skeleton *s, const NumberFormat *f) {
  static const char *const currency_widths[] = {"unit-width-short", "unit-width-iso-code", "unit-width-narrow",
                                                "unit-width-full-name"};
  static const char *const unit_widths[] = {"unit-width-short", "unit-width-narrow", "unit-width-full-name"};
  char stem[80];
  if (f->style == STYLE_PERCENT) {
    add(s, "percent scale/100");
  } else if (f->style == STYLE_CURRENCY) {
    snprintf(stem, sizeof stem, "currency/%s", f->currency);
    add(s, stem);
    add(s, currency_widths[f->extras.currency_display]);
  } else if (f->style == STYLE_UNIT) {
    snprintf(stem, sizeof stem, "unit/%s", f->extras.unit);
    add(s, stem);
    add(s, unit_widths[f->extras.unit_display]);
  }
}

static void add_notation(Skeleton *s, const NumberFormat *f) {
  switch (f->extras.notation) {
  case NOTATION_SCIENTIFIC: add(s, "scientific"); break;
  case NOTATION_ENGINEERING: add(s, "engineering"); break;
  case NOTATION_COMPACT: add(s, f->extras.compact_display ? "compact-long" : "compact-short"); break;
  default: break;
  }
}

static void append_significant(Skeleton *s, const NumberFormat *f) {
  int least = f->least_significant > 0 ? f->least_significant : 1;
  repeat(s, '@', least);
  repeat(s, '#', f->significant - least);
}

// The increment counts at the last place: 5 with two digits behind the point is 0.05.
static void add_increment(Skeleton *s, const NumberFormat *f) {
  char digits[40];
  int length = snprintf(digits, sizeof digits, "%0*d", f->fraction + 1, f->extras.increment);
  add(s, "precision-increment/");
  s->length += (size_t)snprintf(s->text + s->length, sizeof s->text - s->length, "%.*s%s%s", length - f->fraction,
                                digits, f->fraction ? "." : "", digits + length - f->fraction);
}

static void add_fraction(Skeleton *s, const NumberFormat *f) {
  add(s, f->fraction ? "." : "precision-integer");
  repeat(s, '0', f->fraction ? f->least_fraction : 0);
  repeat(s, '#', f->fraction - f->least_fraction);
}

static void add_precision(Skeleton *s, const NumberFormat *f) {
  if (f->extras.increment) {
    add_increment(s, f);
  } else if (f->extras.priority) {
    add_fraction(s, f);
    repeat(s, '/', 1);
    append_significant(s, f);
    repeat(s, f->extras.priority == PRIORITY_MORE ? 'r' : 's', 1);
  } else if (f->significant) {
    add(s, "");
    append_significant(s, f);
  } else {
    add_fraction(s, f);
  }
  if (f->extras.trailing_zeros == TRAILING_ZEROS_STRIP) s->length += (size_t)sprintf(s->text + s->length, "/w");
}

// In compact notation ICU knows how many digits look right, unless the script says it.
static void add_digits(Skeleton *s, const NumberFormat *f) {
  if (f->extras.notation != NOTATION_COMPACT || f->digits_given || f->extras.priority) add_precision(s, f);
  if (f->integer > 1) {
    add(s, "integer-width/+");
    repeat(s, '0', f->integer);
  }
}

static void add_rest(Skeleton *s, const NumberFormat *f) {
  static const char *const groupings[] = {"group-off", "group-on-aligned", "group-min2", "group-auto"};
  static const char *const signs[][2] = {
      {"sign-auto", "sign-accounting"},
      {"sign-never", "sign-never"},
      {"sign-always", "sign-accounting-always"},
      {"sign-except-zero", "sign-accounting-except-zero"},
      {"sign-negative", "sign-accounting-negative"},
  };
  static const char *const roundings[] = {"half-up",      "ceiling",    "floor",     "up",       "down",
                                          "half-ceiling", "half-floor", "half-down", "half-even"};
  char stem[80];
  bool accounting = f->style == STYLE_CURRENCY && f->extras.currency_sign;
  add(s, groupings[f->grouping]);
  add(s, signs[f->extras.sign_display][accounting]);
  snprintf(stem, sizeof stem, "rounding-mode-%s", roundings[f->extras.rounding]);
  add(s, stem);
  if (!f->extras.numbering.text[0]) return;
  snprintf(stem, sizeof stem, "numbering-system/%s", f->extras.numbering.text);
  add(s, stem);
}

// -------------------------------------------------------------------------------------------------------- texts

static struct {
  void *formatter, *result;
  Locale locale;
  Skeleton skeleton;
} last;

static void *open_formatter(const char *id, const char *skeleton, int *error) {
  uint16_t units[sizeof(Skeleton)];
  int32_t length = 0;
  for (; skeleton[length]; length++) units[length] = (uint8_t)skeleton[length];
  return icu.unumf_openForSkeletonAndLocale(units, length, id, error);
}

static bool prepare(const Locale *locale, const Skeleton *skeleton) {
  int error = 0;
  if (last.formatter && strcmp(last.locale.id, locale->id) == 0 && strcmp(last.skeleton.text, skeleton->text) == 0) {
    return true;
  }
  if (last.formatter) icu.unumf_close(last.formatter);
  last.formatter = open_formatter(locale->id, skeleton->text, &error);
  if (!last.result) last.result = icu.unumf_openResult(&error);
  last.locale = *locale;
  last.skeleton = *skeleton;
  if (error <= 0 && last.formatter && last.result) return true;
  last.skeleton.text[0] = 0;  // matches nothing
  return false;
}

static void make_skeleton(Skeleton *s, const NumberFormat *f) {
  s->length = 0;
  add_style(s, f);
  add_notation(s, f);
  add_digits(s, f);
  add_rest(s, f);
}

bool number_format_icu(VM *vm, double d, const Locale *locale, const NumberFormat *f, Slot out) {
  Skeleton skeleton;
  uint16_t text[512];
  int error = 0;
  make_skeleton(&skeleton, f);
  bool ready = prepare(locale, &skeleton);
  if (!ready && f->extras.numbering.text[0]) {  // a system that ICU does not know is passed over
    NumberFormat plain = *f;
    plain.extras.numbering.text[0] = 0;
    make_skeleton(&skeleton, &plain);
    ready = prepare(locale, &skeleton);
  }
  if (!ready) return throw_range(vm, "Unsupported number format");
  icu.unumf_formatDouble(last.formatter, d, last.result, &error);
  int32_t length = icu.unumf_resultToString(last.result, text, sizeof text / sizeof *text, &error);
  if (error > 0) return throw_range(vm, "Unsupported number format");
  StringBuilder b;
  builder_init(&b);
  builder_units(&b, NULL, text, (size_t)length);
  return builder_finish(vm, &b, out);
}
