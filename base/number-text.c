// base/number-text.c - numbers to text: Number::toString in base ten and in the others, toFixed, toExponential,
// toPrecision.
//
// Decimal expansions are exact, and where two results are equally near the larger is taken, as ECMA-262 asks.  Digits
// of other radixes follow V8, which stops where the digits no longer tell the number from its neighbours.
#include "base/number-text.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef unsigned __int128 Wide;

static int put_text(char *buffer, const char *text) {
  size_t length = strlen(text);
  memcpy(buffer, text, length + 1);
  return (int)length;
}

// The text of NaN and the infinities; 0 for other numbers.
static int put_special(char *buffer, double d) {
  if (isnan(d)) return put_text(buffer, "NaN");
  if (isinf(d)) return put_text(buffer, d > 0 ? "Infinity" : "-Infinity");
  return 0;
}

static int put_wide(char *buffer, Wide value) {
  char reversed[40];
  int count = 0;
  do {
    reversed[count++] = (char)('0' + (int)(value % 10));
    value /= 10;
  } while (value != 0);
  for (int i = 0; i < count; i++) buffer[i] = reversed[count - 1 - i];
  buffer[count] = 0;
  return count;
}

static int digits_of(uint32_t i) {
  int count = 1;
  for (uint64_t limit = 10; i >= limit; limit *= 10) count++;
  return count;
}

int int_to_text(int32_t i, char buffer[NUMBER_TEXT_SIZE]) {
  uint32_t rest = i < 0 ? 0u - (uint32_t)i : (uint32_t)i;
  int length = digits_of(rest) + (i < 0);
  char *p = buffer + length;
  *p = 0;
  do {
    *--p = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (i < 0) buffer[0] = '-';
  return length;
}

// "e+21": the exponent of the first digit.
static int put_exponent(char *buffer, int exponent) {
  int length = 0;
  buffer[length++] = 'e';
  buffer[length++] = exponent < 0 ? '-' : '+';
  return length + int_to_text(exponent < 0 ? -exponent : exponent, buffer + length);
}

static char *put_zeros(char *p, int count) {
  memset(p, '0', (size_t)count);
  return p + count;
}

// 0.DIGITS * 10^exponent without an exponent part: digits, point and zeros as needed.
static int put_positional(char *buffer, const char *digits, int count, int exponent) {
  char *p = buffer;
  if (exponent <= 0) {
    *p++ = '0';
    *p++ = '.';
    p = put_zeros(p, -exponent);
    memcpy(p, digits, (size_t)count);
    p += count;
  } else if (exponent >= count) {
    memcpy(p, digits, (size_t)count);
    p = put_zeros(p + count, exponent - count);
  } else {
    memcpy(p, digits, (size_t)exponent);
    p += exponent;
    *p++ = '.';
    memcpy(p, digits + exponent, (size_t)(count - exponent));
    p += count - exponent;
  }
  *p = 0;
  return (int)(p - buffer);
}

// D.IGITSe+n
static int put_scientific(char *buffer, const char *digits, int count, int exponent) {
  char *p = buffer;
  *p++ = digits[0];
  if (count > 1) {
    *p++ = '.';
    memcpy(p, digits + 1, (size_t)(count - 1));
    p += count - 1;
  }
  return (int)(p - buffer) + put_exponent(p, exponent - 1);
}

int number_to_text(double d, char buffer[NUMBER_TEXT_SIZE]) {
  if (d >= -2147483648.0 && d <= 2147483647.0 && d == (int32_t)d) return int_to_text((int32_t)d, buffer);
  int length = put_special(buffer, d);
  if (length != 0) return length;
  if (d < 0) {
    buffer[length++] = '-';
    d = -d;
  }
  char digits[18];
  int exponent, count = number_shortest_digits(d, digits, &exponent);
  bool positional = exponent > -6 && exponent <= 21;
  return length + (positional ? put_positional : put_scientific)(buffer + length, digits, count, exponent);
}

// ---------------------------------------------------------------------------------------------- exact digits

#define MAX_SIGNIFICANT 767  // digits that a double can have

// The exact digits of finite d > 0, rounded half up to `wanted` (at most 101); d is about 0.DIGITS * 10^*exponent.
//
// printf rounds exactly, but halves to even.  So some digits more are asked for; only when these say "exactly half",
// which they may owe to their own rounding, all digits are.
static void rounded_digits(double d, int wanted, char *digits, int *exponent) {
  char text[MAX_SIGNIFICANT + 16];
  for (int extra = 25;; extra = MAX_SIGNIFICANT - wanted) {
    snprintf(text, sizeof text, "%.*e", wanted - 1 + extra, d);
    const char *tail = text + wanted + 1;  // behind the first digit, the point, and the others wanted
    bool half = tail[0] == '5' && (int)strspn(tail + 1, "0") >= extra - 1;
    if (!half || extra == MAX_SIGNIFICANT - wanted) break;
  }
  digits[0] = text[0];
  memcpy(digits + 1, text + 2, (size_t)(wanted - 1));
  digits[wanted] = 0;
  *exponent = 1;
  int power;
  if (sscanf(strchr(text, 'e') + 1, "%d", &power) == 1) *exponent += power;
  if (text[wanted + 1] < '5') return;
  int i = wanted - 1;
  while (i >= 0 && digits[i] == '9') digits[i--] = '0';
  if (i >= 0) {
    digits[i]++;
  } else {
    digits[0] = '1';  // 9.99 became 10.0
    ++*exponent;
  }
}

int number_to_exponential(double d, int digits, char *buffer, size_t size) {
  (void)size;
  int length = put_special(buffer, d);
  if (length != 0) return length;
  if (d < 0) {
    buffer[length++] = '-';
    d = -d;
  }
  char text[128];
  int exponent = 1, count = digits + 1;
  if (d == 0) {
    count = digits < 0 ? 1 : count;
    *put_zeros(text, count) = 0;
  } else if (digits < 0) {
    count = number_shortest_digits(d, text, &exponent);
  } else {
    rounded_digits(d, count, text, &exponent);
  }
  return length + put_scientific(buffer + length, text, count, exponent);
}

int number_to_precision(double d, int precision, char *buffer, size_t size) {
  (void)size;
  int length = put_special(buffer, d);
  if (length != 0) return length;
  if (d < 0) {
    buffer[length++] = '-';
    d = -d;
  }
  char text[128];
  int exponent = 1;
  if (d == 0) *put_zeros(text, precision) = 0;
  else rounded_digits(d, precision, text, &exponent);
  bool positional = exponent > -6 && exponent <= precision;
  return length + (positional ? put_positional : put_scientific)(buffer + length, text, precision, exponent);
}

// ------------------------------------------------------------------------------------------------------- toFixed

#define MAX_WIDE_POWER 22  // 2^53 * 10^22 fits into 128 bits

// d * 10^digits, rounded half up; 0 <= d < 1e21.
static Wide scaled_integer(double d, int digits) {
  int exponent;
  uint64_t mantissa = (uint64_t)ldexp(frexp(d, &exponent), 53);
  exponent -= 53;
  Wide value = mantissa;
  for (int i = 0; i < digits; i++) value *= 10;
  if (exponent >= 0) return value << exponent;
  if (exponent < -127) return 0;  // below 2^-1
  Wide half = (Wide)1 << (-exponent - 1);
  return (value + half) >> -exponent;
}

// What 128 bits do not hold: the exact expansion, cut and rounded.
static int put_long_fixed(char *buffer, double d, int digits) {
  char exact[1200];
  int length = snprintf(exact, sizeof exact, "%.1080f", d);  // 1074 are enough for any double
  char *point = memchr(exact, '.', (size_t)length);
  char *cut = point + digits + 1;
  bool up = *cut >= '5';
  *(digits == 0 ? point : cut) = 0;
  for (char *p = cut - 1; up && p >= exact; p--) {
    if (*p < '0') continue;  // the point
    up = *p == '9';
    *p = up ? '0' : (char)(*p + 1);
  }
  return (up ? put_text(buffer, "1") : 0) + put_text(buffer + up, exact);
}

int number_to_fixed(double d, int digits, char *buffer, size_t size) {
  (void)size;
  if (!(fabs(d) < 1e21)) return number_to_text(d, buffer);
  int length = 0;
  if (d < 0) {
    buffer[length++] = '-';
    d = -d;
  }
  d = fabs(d);
  if (digits > MAX_WIDE_POWER || d >= 9007199254740992.0) return length + put_long_fixed(buffer + length, d, digits);
  char text[64];
  int count = put_wide(text, scaled_integer(d, digits));
  return length + put_positional(buffer + length, text, count, count - digits);
}

// -------------------------------------------------------------------------------------------------- other radixes

static const char radix_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int digit_value(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// Adds one to the last digit of the fraction in start..*end; true: carried out of it.
static bool fraction_increment(char *start, char **end, int radix) {
  while (*end > start) {
    int digit = digit_value((*end)[-1]) + 1;
    if (digit < radix) {
      (*end)[-1] = radix_digits[digit];
      return false;
    }
    --*end;
  }
  return true;
}

// Digits of a fraction until they tell the number from its neighbours, which are `delta` away on half the distance.
static char *put_fraction(char *start, double fraction, double delta, int radix, bool *carry) {
  char *p = start;
  *carry = false;
  do {
    fraction *= radix;
    delta *= radix;
    int digit = (int)fraction;
    *p++ = radix_digits[digit];
    fraction -= digit;
    bool round_up = fraction > 0.5 || (fraction == 0.5 && (digit & 1));
    if (round_up && fraction + delta > 1) {
      *carry = fraction_increment(start, &p, radix);
      break;
    }
  } while (fraction >= delta);
  return p;
}

// Digits that a double of this size does not tell are zeros, as V8 counts them.
static int put_integer(char *buffer, double integer, int radix) {
  char reversed[1100];
  int count = 0;
  for (; integer / radix >= 9007199254740992.0; integer /= radix) reversed[count++] = '0';
  do {
    double digit = fmod(integer, radix);
    reversed[count++] = radix_digits[(int)digit];
    integer = (integer - digit) / radix;
  } while (integer > 0);
  for (int i = 0; i < count; i++) buffer[i] = reversed[count - 1 - i];
  buffer[count] = 0;
  return count;
}

int number_to_radix(double d, int radix, char *buffer, size_t size) {
  (void)size;
  if (radix == 10) return number_to_text(d, buffer);
  int length = put_special(buffer, d);
  if (length != 0) return length;
  if (d < 0) buffer[length++] = '-';
  d = fabs(d);
  double integer = floor(d), fraction = d - integer;
  double delta = fmax(0.5 * (nextafter(d, INFINITY) - d), nextafter(0.0, 1.0));
  char digits[1100];
  int fraction_digits = 0;
  if (fraction >= delta) {
    bool carry;
    fraction_digits = (int)(put_fraction(digits, fraction, delta, radix, &carry) - digits);
    if (carry) integer += 1;
  }
  length += put_integer(buffer + length, integer, radix);
  if (fraction_digits > 0) {
    buffer[length++] = '.';
    memcpy(buffer + length, digits, (size_t)fraction_digits);
    length += fraction_digits;
  }
  buffer[length] = 0;
  return length;
}
