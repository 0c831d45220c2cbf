// tests/strings/test-number-text.c - numbers to text and back: known hard cases, and random doubles against the C
// library.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>

#include <cmocka.h>

#include "base/number-text.h"

static uint64_t random_state = 88172645463325252u;

static uint64_t next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}

static double random_double(void) {
  for (;;) {
    uint64_t bits = next_random() & ~((uint64_t)1 << 63);
    double d;
    memcpy(&d, &bits, 8);
    if (isfinite(d) && d != 0) return d;
  }
}

static void test_known_texts(void **state) {
  static const struct {
    double number;
    const char *text;
  } cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {1e21, "1e+21"},
      {1e20, "100000000000000000000"},
      {123456789012345680000.0, "123456789012345680000"},
      {1e-6, "0.000001"},
      {1e-7, "1e-7"},
      {5e-324, "5e-324"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {9007199254740993.0, "9007199254740992"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1e23, "1e+23"},
      {9.5e-3, "0.0095"},
      {-1.5, "-1.5"},
      {4.35, "4.35"},
      {2e-323, "2e-323"},
      {NAN, "NaN"},
      {-INFINITY, "-Infinity"},
      {9.109e-31, "9.109e-31"},
      {2251799813685248.5, "2251799813685248.5"},
      {5e-310, "5e-310"},
      {8.41e21, "8.41e+21"},
      {2.0019679489e17, "200196794890000000"},
      {4294967295.0, "4294967295"},
      {-2147483648.0, "-2147483648"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char buffer[NUMBER_TEXT_SIZE];
    assert_int_equal(number_to_text(cases[i].number, buffer), (int)strlen(cases[i].text));
    assert_string_equal(buffer, cases[i].text);
  }
}

// The digits read back as the number, fewer digits do not, and no other digits of that count are nearer.
static void check_shortest(double d) {
  char digits[18], text[64], fewer[64], nearest[64];
  int exponent, count = number_shortest_digits(d, digits, &exponent);
  snprintf(text, sizeof text, "0.%se%d", digits, exponent);
  assert_true(strtod(text, NULL) == d);
  if (count > 1) {
    snprintf(fewer, sizeof fewer, "%.*e", count - 2, d);
    assert_false(strtod(fewer, NULL) == d);
  }
  snprintf(nearest, sizeof nearest, "%.*e", count - 1, d);
  if (strtod(nearest, NULL) == d) {  // printf's is the nearest, halves aside
    char packed[32];
    size_t length = 0;
    for (const char *p = nearest; *p != 'e'; p++) {
      if (*p != '.') packed[length++] = *p;
    }
    packed[length] = 0;
    assert_string_equal(digits, packed);
  }
}

static void test_shortest_random(void **state) {
  (void)state;
  for (int i = 0; i < 200000; i++) check_shortest(random_double());
}

static void test_shortest_powers_of_two(void **state) {
  (void)state;
  for (int e = -1074; e < 1024; e++) {
    check_shortest(ldexp(1, e));
    check_shortest(nextafter(ldexp(1, e), INFINITY));
    if (e > -1074) check_shortest(nextafter(ldexp(1, e), 0));
  }
}

static void test_parse_random(void **state) {
  (void)state;
  for (int i = 0; i < 200000; i++) {
    char text[64];
    size_t used;
    snprintf(text, sizeof text, "%.*e", (int)(next_random() % 25), random_double());
    assert_true(text_to_number(text, strlen(text), &used) == strtod(text, NULL));
    assert_int_equal(used, strlen(text));
  }
}

static void test_parse_prefix(void **state) {
  static const struct {
    const char *text;
    size_t used;
    double number;
  } cases[] = {
      {"12px", 2, 12},
      {".5.5", 2, 0.5},
      {"1e", 1, 1},
      {"1e+", 1, 1},
      {"-3.e2x", 5, -300},
      {".", 0, 0},
      {"", 0, 0},
      {"-", 0, 0},
      {"e5", 0, 0},
      {"0x10", 1, 0},
      {"1_000", 1, 1},
      {"1e400", 5, INFINITY},
      {"1e-400", 6, 0},
      {"00012", 5, 12},
      {"9007199254740993", 16, 9007199254740992.0},
      {"0.000000000000000000000000000001e30", 35, 1},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    size_t used;
    assert_true(text_to_number(cases[i].text, strlen(cases[i].text), &used) == cases[i].number);
    assert_int_equal(used, cases[i].used);
  }
}

// printf rounds halves to even, toFixed up: a number with more digits than the ones shown is no half.
static void test_fixed_random(void **state) {
  (void)state;
  for (int i = 0; i < 100000; i++) {
    double d = (double)(next_random() >> 11) / (double)((next_random() >> 40) * 2 + 3);
    int digits = (int)(next_random() % 40);
    char text[1200], expected[1200];
    number_to_fixed(d, digits, text, sizeof text);
    snprintf(expected, sizeof expected, "%.*f", digits, d);
    char exact[1200];
    snprintf(exact, sizeof exact, "%.1080f", d);
    const char *tail = strchr(exact, '.') + 1 + digits;
    if (tail[0] == '5' && strspn(tail + 1, "0") == strlen(tail + 1)) continue;
    assert_string_equal(text, expected);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_known_texts),
                                     cmocka_unit_test(test_shortest_random),
                                     cmocka_unit_test(test_shortest_powers_of_two),
                                     cmocka_unit_test(test_parse_random),
                                     cmocka_unit_test(test_parse_prefix),
                                     cmocka_unit_test(test_fixed_random)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
