// base/number-parse.c - text to numbers, correctly rounded.
//
// Up to 19 digits with a small power of ten are exact in one multiplication or division of doubles (Clinger's fast
// path); for all others the literal is copied and strtod does it.  The program never changes LC_NUMERIC, so strtod
// reads the point as a point.
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number-text.h"

typedef struct Literal {
  size_t end;         // characters used; 0: none
  uint64_t mantissa;  // of the first digits, at most 19
  int digits;         // significant digits seen, at most 20
  long exponent;      // the value is mantissa * 10^exponent while digits <= 19
} Literal;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static void take_digit(Literal *l, char c, bool fraction) {
  if (l->digits < 19) {
    l->mantissa = l->mantissa * 10 + (uint64_t)(c - '0');
    if (l->mantissa != 0) l->digits++;
    if (fraction) l->exponent--;
  } else {
    l->digits = 20;
    if (!fraction) l->exponent++;
  }
}

// The exponent part at text[i], or i itself when there is none.
static size_t scan_exponent(const char *text, size_t length, size_t i, long *exponent) {
  size_t start = i;
  if (i >= length || (text[i] | 0x20) != 'e') return start;
  i++;
  bool negative = i < length && text[i] == '-';
  if (i < length && (text[i] == '-' || text[i] == '+')) i++;
  if (i >= length || !is_digit(text[i])) return start;
  long value = 0;
  for (; i < length && is_digit(text[i]); i++) {
    if (value < 1000000) value = value * 10 + (text[i] - '0');
  }
  *exponent += negative ? -value : value;
  return i;
}

// StrUnsignedDecimalLiteral without Infinity, as long as it goes.
static Literal scan(const char *text, size_t length, size_t i) {
  Literal l = {0};
  size_t start = i;
  for (; i < length && is_digit(text[i]); i++) take_digit(&l, text[i], false);
  size_t integers = i - start, fractions = 0;
  if (i < length && text[i] == '.') {
    size_t first = i + 1, p = first;
    for (; p < length && is_digit(text[p]); p++) take_digit(&l, text[p], true);
    fractions = p - first;
    if (integers + fractions > 0) i = p;
  }
  if (integers + fractions == 0) return l;
  l.end = scan_exponent(text, length, i, &l.exponent);
  return l;
}

static bool convert_fast(const Literal *l, double *out) {
  static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (l->digits > 19 || l->mantissa > (uint64_t)1 << 53) return false;
  if (l->mantissa == 0) {
    *out = 0;
    return true;
  }
  if (l->exponent < -22 || l->exponent > 22) return false;
  *out = l->exponent < 0 ? (double)l->mantissa / tens[-l->exponent] : (double)l->mantissa * tens[l->exponent];
  return true;
}

static double convert_exact(const char *text, size_t length) {
  char small[128], *copy = length < sizeof small ? small : checked_malloc(length + 1);
  memcpy(copy, text, length);
  copy[length] = 0;
  double d = strtod(copy, NULL);
  if (copy != small) free(copy);
  return d;
}

double text_to_number(const char *text, size_t length, size_t *end) {
  bool negative = length > 0 && text[0] == '-';
  size_t start = length > 0 && (text[0] == '-' || text[0] == '+');
  Literal l = scan(text, length, start);
  *end = l.end;
  if (l.end == 0) return 0;
  double d;
  if (!convert_fast(&l, &d)) d = convert_exact(text + start, l.end - start);
  return negative ? -d : d;
}
