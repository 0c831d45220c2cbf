// base/number-text.h - numbers to text and back, exactly: the shortest decimal that reads back as the same double
// (ECMA-262 section 6.1.6.1.20), radix conversion, toFixed and its kin, and StringToNumber.
#ifndef NODULE_BASE_NUMBER_TEXT_H
#define NODULE_BASE_NUMBER_TEXT_H

#include <stddef.h>
#include <stdint.h>

#define NUMBER_TEXT_SIZE 32

// Number::toString(d): writes zero-terminated ASCII, returns its length.
int number_to_text(double d, char buffer[NUMBER_TEXT_SIZE]);
int int_to_text(int32_t i, char buffer[NUMBER_TEXT_SIZE]);
// The shortest digits: d = 0.DIGITS * 10^*exponent; finite d > 0.  Returns the count (1 to 17).
int number_shortest_digits(double d, char digits[18], int *exponent);

// Buffers of these are large enough for any argument: 1100 for radix and fixed.
int number_to_radix(double d, int radix, char *buffer, size_t size);
int number_to_fixed(double d, int digits, char *buffer, size_t size);
int number_to_exponential(double d, int digits /* -1: as many as needed */, char *buffer, size_t size);
int number_to_precision(double d, int precision, char *buffer, size_t size);

// Longest decimal literal at the start of `text` (parseFloat, StringToNumber's StrDecimalLiteral without Infinity);
// *end receives the number of characters used (0: none).  Correctly rounded.
double text_to_number(const char *text, size_t length, size_t *end);

#endif
