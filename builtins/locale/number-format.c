// builtins/locale/number-format.c - numbers as Intl.NumberFormat writes them for en-US (ECMA-402 section 15).
//
// A number is its shortest decimal digits; they are rounded half up, so 1.005 with two decimals is 1.01, as with ICU.
#include "builtins/locale/number-format.h"

#include "base/number-text.h"

// Positive decimal digits: 0.DIGITS * 10^exponent; none for zero.
typedef struct Decimal {
  char digits[20];
  int count, exponent;
} Decimal;

// ---------------------------------------------------------------------------------------------------- currencies

// What en-US writes for other currencies than by their codes.
static const char *currency_symbol(const char *code) {
  // clang-format off
  static const char *const symbols[] = {
      "USD$", "EUR\xe2\x82\xac", "GBP\xc2\xa3", "JPY\xc2\xa5", "INR\xe2\x82\xb9", "CNYCN\xc2\xa5", "KRW\xe2\x82\xa9",
      "CADCA$", "AUDA$", "NZDNZ$", "MXNMX$", "BRLR$", "HKDHK$", "TWDNT$", "XCDEC$", "ILS\xe2\x82\xaa",
      "VND\xe2\x82\xab", "PHP\xe2\x82\xb1", "XAFFCFA", "XOFF\u202FCFA", "XPFCFPF"
  };
  // clang-format on
  for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
    if (memcmp(symbols[i], code, 3) == 0) return symbols[i] + 3;
  }
  return NULL;
}

// ISO 4217's decimals.
static int currency_decimals(const char *code) {
  if (strstr("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", code)) return 0;
  if (strstr("BHD IQD JOD KWD LYD OMR TND", code)) return 3;
  return strstr("CLF UYW", code) ? 4 : 2;
}

static void append_currency(StringBuilder *b, const char *code, bool digits_follow) {
  const char *symbol = currency_symbol(code);
  builder_utf8(b, symbol ? symbol : code, strlen(symbol ? symbol : code));
  if (!symbol && digits_follow) builder_unit(b, 0xA0);
}

// ------------------------------------------------------------------------------------------------------- options

static bool read_currency(VM *vm, Handle options, NumberFormat *f) {
  ROOTS(vm, code);
  TRY(option_get(vm, options, "currency", &r.code));
  if (value_is_undefined(r.code)) {
    return f->style != STYLE_CURRENCY || throw_type(vm, "Currency code is required with currency style.");
  }
  TRY(to_string(vm, &r.code, &r.code));
  string_flatten(vm, &r.code);
  StringView view = string_view(&r.code);
  bool valid = view.length == 3;
  for (uint32_t i = 0; valid && i < 3; i++) {
    uint16_t c = view_unit(&view, i);
    f->currency[i] = (char)(c & ~0x20);
    valid = c < 0x80 && f->currency[i] >= 'A' && f->currency[i] <= 'Z';
  }
  return valid || throw_range(vm, "Invalid currency code : %v", &r.code);
}

// An increment needs a place to count at: so many digits behind the point, neither more nor fewer.
static bool check_increment(VM *vm, const NumberFormat *f) {
  bool free = f->significant || f->extras.priority || (f->extras.notation == NOTATION_COMPACT && !f->digits_given);
  if (!f->extras.increment) return true;
  if (free) return throw_type(vm, "RoundingType is not fractionDigits");
  return f->least_fraction == f->fraction ||
         throw_range(vm, "maximumFractionDigits not equal to minimumFractionDigits");
}

// SetNumberFormatDigitOptions (ECMA-402 section 15.1.3)
static bool read_digits(VM *vm, Handle options, NumberFormat *f) {
  int least = -1, most = -1;
  f->integer = 1;
  TRY(option_number(vm, options, "minimumIntegerDigits", 1, 21, &f->integer));
  TRY(option_number(vm, options, "minimumFractionDigits", 0, 20, &least));
  TRY(option_number(vm, options, "maximumFractionDigits", 0, 20, &most));
  TRY(option_number(vm, options, "minimumSignificantDigits", 1, 21, &f->least_significant));
  TRY(option_number(vm, options, "maximumSignificantDigits", f->least_significant, 21, &f->significant));
  f->digits_given = least >= 0 || most >= 0 || f->least_significant > 0 || f->significant > 0;
  if (f->extras.priority && f->least_significant == 0) f->least_significant = 1;
  if (f->least_significant > 0 && f->significant == 0) f->significant = 21;
  int usual_least = f->style == STYLE_CURRENCY ? currency_decimals(f->currency) : 0;
  int usual_most = f->style == STYLE_CURRENCY ? usual_least : f->style == STYLE_PERCENT ? 0 : 3;
  if (f->extras.increment) usual_most = usual_least;
  if (least > most && most >= 0) return throw_range(vm, "maximumFractionDigits value is out of range.");
  if (least < 0) least = most >= 0 && most < usual_least ? most : usual_least;
  if (most < 0) most = least > usual_most ? least : usual_most;
  f->least_fraction = least;
  f->fraction = most;
  return check_increment(vm, f);
}

static bool read_grouping(VM *vm, Handle options, const char *method, NumberFormat *f) {
  static const char *const choices[] = {"min2", "auto", "always", "true", "false", NULL};
  static const int groupings[] = {GROUPING_FROM_FIVE, GROUPING_LOCALE, GROUPING_ALWAYS, GROUPING_LOCALE,
                                  GROUPING_LOCALE};
  ROOTS(vm, given);
  int choice = f->extras.notation == NOTATION_COMPACT ? 0 : 1;
  TRY(option_get(vm, options, "useGrouping", &r.given));
  if (value_is_string(r.given)) TRY(option_choice(vm, options, "useGrouping", choices, method, &choice));
  f->grouping = groupings[choice];
  if (value_is_string(r.given) || value_is_undefined(r.given)) return true;
  f->grouping = to_boolean(r.given) ? GROUPING_ALWAYS : GROUPING_NEVER;
  return true;
}

static bool read_options(VM *vm, Handle options, const char *method, NumberFormat *f) {
  static const char *const styles[] = {"decimal", "percent", "currency", "unit", NULL};
  TRY(option_choice(vm, options, "style", styles, method, &f->style));
  TRY(read_currency(vm, options, f));
  TRY(number_read_extras(vm, options, method, f));
  TRY(read_digits(vm, options, f));
  return read_grouping(vm, options, method, f);
}

// --------------------------------------------------------------------------------------------------------- texts

// Rounds half up to `keep` digits.
static void round_digits(Decimal *n, int keep) {
  if (n->count <= keep) return;
  bool up = keep >= 0 && n->digits[keep] >= '5';
  n->count = keep > 0 ? keep : 0;
  while (up && n->count > 0 && n->digits[n->count - 1] == '9') n->count--;
  if (up && n->count > 0) {
    n->digits[n->count - 1]++;
  } else if (up) {
    n->digits[n->count++] = '1';
    n->exponent++;
  }
  while (n->count > 0 && n->digits[n->count - 1] == '0') n->count--;
}

// The digit that counts 10^place.
static uint16_t digit_at(const Decimal *n, int place) {
  int i = n->exponent - 1 - place;
  return i >= 0 && i < n->count ? (uint16_t)n->digits[i] : '0';
}

static void append_digits(StringBuilder *b, const NumberFormat *f, const Decimal *n) {
  int integer = n->count && n->exponent > f->integer ? n->exponent : f->integer;
  bool groups = f->grouping == GROUPING_ALWAYS || f->grouping == GROUPING_LOCALE ||
                (f->grouping == GROUPING_FROM_FIVE && integer > 4);
  for (int place = integer - 1; place >= 0; place--) {
    builder_unit(b, digit_at(n, place));
    if (groups && place > 0 && place % 3 == 0) builder_unit(b, ',');
  }
  int least = f->significant ? f->least_significant - (n->count ? n->exponent : 1) : f->least_fraction;
  int fraction = n->count > n->exponent && n->count ? n->count - n->exponent : 0;
  if (fraction < least) fraction = least;
  if (fraction > 0) builder_unit(b, '.');
  for (int i = 1; i <= fraction; i++) builder_unit(b, digit_at(n, -i));
}

static void append_number(StringBuilder *b, const NumberFormat *f, double d) {
  if (isnan(d)) {
    builder_ascii(b, "NaN");
  } else if (isinf(d)) {
    builder_unit(b, 0x221E);
  } else {
    Decimal n = {.count = 0};
    if (d != 0) n.count = number_shortest_digits(d, n.digits, &n.exponent);
    if (f->style == STYLE_PERCENT) n.exponent += 2;
    round_digits(&n, f->significant ? f->significant : n.exponent + f->fraction);
    append_digits(b, f, &n);
  }
}

bool number_format(VM *vm, double d, Locale *locale, Handle options, const char *method, Slot out) {
  NumberFormat f = {.style = STYLE_DECIMAL};
  TRY(read_options(vm, options, method, &f));
  const char *extra = number_extra(&f);
  if (extra) TRY(locale_use_icu(vm, locale, "number format option", extra));
  if (locale->id[0]) return number_format_icu(vm, d, locale, &f, out);
  StringBuilder b;
  builder_init(&b);
  if (signbit(d) && !isnan(d)) builder_unit(&b, '-');
  if (f.style == STYLE_CURRENCY) append_currency(&b, f.currency, isfinite(d));
  append_number(&b, &f, fabs(d));
  if (f.style == STYLE_PERCENT) builder_unit(&b, '%');
  return builder_finish(vm, &b, out);
}
