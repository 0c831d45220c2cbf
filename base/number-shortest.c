// base/number-shortest.c - the shortest decimal digits that read back as the same double.
//
// The method is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles", 2020): with 10^k as wide as the
// rounding interval, at most two multiples of 10^(k+1) and of 10^k lie near, and three multiplications by a 128-bit
// power of ten place the interval's ends and the number exactly enough to choose between them.
//
// The powers are not stored in the program: they are computed exactly, by long multiplication and division by 5, when
// the first number needs them (some 50 microseconds).
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/number-text.h"

typedef unsigned __int128 Wide;

#define POWER_MIN (-292)
#define POWER_MAX 324
#define LIMBS 24  // of 64 bits: more than 5^324 and 2^(680 + 128 + 64) need

static Wide powers[POWER_MAX - POWER_MIN + 1];  // 10^k, scaled to 128 significant bits and rounded up

// --------------------------------------------------------------------------------------------- the powers of ten

static int top_bit(const uint64_t *limbs) {
  int i = LIMBS - 1;
  while (limbs[i] == 0) i--;
  return i * 64 + 63 - __builtin_clzll(limbs[i]);
}

// The 128 bits from the top one down, rounded up when anything follows or `inexact` says so.
static Wide leading_bits(const uint64_t *limbs, bool inexact) {
  int low = top_bit(limbs) - 127;
  Wide result = 0;
  for (int bit = low + 127; bit >= 0 && bit >= low; bit--) {
    Wide one = (limbs[bit / 64] >> (bit % 64)) & 1;
    result |= one << (bit - low);
  }
  for (int bit = 0; bit < low && !inexact; bit++) inexact = ((limbs[bit / 64] >> (bit % 64)) & 1) != 0;
  return result + (inexact ? 1 : 0);
}

static void multiply_by_5(uint64_t *limbs) {
  uint64_t carry = 0;
  for (int i = 0; i < LIMBS; i++) {
    Wide product = (Wide)limbs[i] * 5 + carry;
    limbs[i] = (uint64_t)product;
    carry = (uint64_t)(product >> 64);
  }
}

static void divide_by_5(uint64_t *limbs) {
  uint64_t rest = 0;
  for (int i = LIMBS - 1; i >= 0; i--) {
    Wide part = (Wide)rest << 64 | limbs[i];
    limbs[i] = (uint64_t)(part / 5);
    rest = (uint64_t)(part % 5);
  }
}

// Scaling by powers of two changes no leading bit, so 5^k stands for 10^k, and a large power of two divided by 5^k for
// 10^-k: floor(floor(x / 5) / 5) is floor(x / 25), so dividing step by step stays exact below the bits that matter.
static void compute_powers(void) {
  uint64_t limbs[LIMBS] = {1};
  for (int k = 0; k <= POWER_MAX; k++, multiply_by_5(limbs)) powers[k - POWER_MIN] = leading_bits(limbs, false);
  memset(limbs, 0, sizeof limbs);
  limbs[LIMBS - 1] = (uint64_t)1 << 63;
  for (int k = -1; k >= POWER_MIN; k--) {
    divide_by_5(limbs);
    powers[k - POWER_MIN] = leading_bits(limbs, true);
  }
}

static Wide power_of_ten(int k) {
  if (powers[0] == 0) compute_powers();
  return powers[k - POWER_MIN];
}

// ----------------------------------------------------------------------------------------------------- the method

// floor(log10(2^e)), floor(log10(3/4 * 2^e)) and floor(log2(10^k)) by fixed-point multiplication; exact for the
// exponents of doubles.
static int log10_of_power_of_two(int e) { return (e * 1262611) >> 22; }
static int log10_of_three_quarters(int e) { return (e * 1262611 - 524031) >> 22; }
static int log2_of_power_of_ten(int k) { return (k * 1741647) >> 19; }

// The upper 64 bits of power * x, with the lowest bit set when anything was cut off: enough to compare exactly.
static uint64_t scale_to_odd(Wide power, uint64_t x) {
  Wide low = (Wide)(uint64_t)power * x;
  Wide high = (Wide)(uint64_t)(power >> 64) * x + (uint64_t)(low >> 64);
  return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

typedef struct Decimal {
  uint64_t digits;
  int exponent;  // the value is digits * 10^exponent
} Decimal;

static Decimal shortest(uint64_t fraction, int biased_exponent) {
  uint64_t c = biased_exponent ? fraction | (uint64_t)1 << 52 : fraction;
  int q = (biased_exponent ? biased_exponent : 1) - 1075;
  bool narrow_below = fraction == 0 && biased_exponent > 1;  // the next lower double is half as far as the next higher
  int k = narrow_below ? log10_of_three_quarters(q) : log10_of_power_of_two(q);
  int h = q + log2_of_power_of_ten(-k) + 1;
  Wide power = power_of_ten(-k);
  uint64_t odd = c & 1;  // an odd double does not own the ends of its interval
  uint64_t lower = scale_to_odd(power, (4 * c - 2 + narrow_below) << h) + odd;
  uint64_t value = scale_to_odd(power, (4 * c) << h);
  uint64_t upper = scale_to_odd(power, (4 * c + 2) << h) - odd;
  uint64_t s = value / 4;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
    if (below != above) return (Decimal){tens + above, k + 1};
  }
  bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
  if (below != above) return (Decimal){s + above, k};
  uint64_t middle = 4 * s + 2;  // both or none lie inside: the nearer one, the even one in the middle
  bool up = value > middle || (value == middle && (s & 1) != 0);
  return (Decimal){s + up, k};
}

int number_shortest_digits(double d, char digits[18], int *exponent) {
  uint64_t bits;
  memcpy(&bits, &d, 8);
  uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
  Decimal decimal;
  if (d < 9007199254740992.0 && d == floor(d)) decimal = (Decimal){(uint64_t)d, 0};
  else decimal = shortest(fraction, (int)(bits >> 52 & 0x7FF));
  while (decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    decimal.exponent++;
  }
  char reversed[20];
  int count = 0;
  for (; decimal.digits != 0; decimal.digits /= 10) reversed[count++] = (char)('0' + decimal.digits % 10);
  for (int i = 0; i < count; i++) digits[i] = reversed[count - 1 - i];
  digits[count] = 0;
  *exponent = decimal.exponent + count;
  return count;
}
