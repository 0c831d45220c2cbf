// builtins/string/string-collate.c - the order of localeCompare: close to the root order of Unicode's collation (which
// node has from ICU), without its tables.
//
// Three levels, each looked at only while the ones before say equal: the letters themselves (spaces, punctuation,
// symbols, digits, letters), then their marks, then lower case before upper case.  Letters beyond ASCII are decomposed,
// and scripts follow each other in code point order.
#include <errno.h>
#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>
#include <unistr.h>

#include "base/memory.h"
#include "builtins/string/string.h"

// ASCII in root order, below the letters.
static const char before_letters[] = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

typedef struct Weight {
  uint32_t primary;    // 0: a mark, or nothing at all
  uint32_t secondary;  // of marks
  uint32_t tertiary;   // upper case
} Weight;

// The usual marks in root order; others come behind them, by their codes.
static uint32_t mark_weight(uint32_t code) {
  static const uint16_t order[] = {0x301, 0x300, 0x306, 0x302, 0x30C, 0x30A, 0x308, 0x30B, 0x303, 0x307,
                                   0x338, 0x327, 0x328, 0x304, 0x335, 0x305, 0x309, 0x30F, 0x310, 0x311};
  for (uint32_t i = 0; i < sizeof order / sizeof *order; i++) {
    if (order[i] == code) return 1 + i;
  }
  return code;
}

static Weight weight_of(uint32_t code) {
  if (code < 0x80) {
    if (code >= 'a' && code <= 'z') return (Weight){0x1000 + code, 0, 0};
    if (code >= 'A' && code <= 'Z') return (Weight){0x1000 + code + 0x20, 0, 1};
    const char *place = code ? strchr(before_letters, (int)code) : NULL;
    return (Weight){place ? 1 + (uint32_t)(place - before_letters) : 0, 0, 0};
  }
  if (uc_combining_class(code) != 0) return (Weight){0, mark_weight(code), 0};
  if (code < 0xA0) return (Weight){0, 0, 0};  // control characters count for nothing
  uint32_t lower = uc_tolower(code);
  uint32_t letter_base = uc_is_alpha(code) ? 0x2000 : 0x100;  // symbols and punctuation stand before digits and letters
  if (!uc_is_alpha(code)) return (Weight){letter_base > code ? letter_base : 0x40 + code % 0x0FC0, 0, 0};
  return (Weight){letter_base + lower, 0, lower != code};
}

// Letters that sort as others with a mark but do not decompose; the mark is added here.
static const char *letters_of(uint16_t unit) {
  switch (unit) {
  case 0x00C6: return "AE";
  case 0x00D8: return "O";
  case 0x00DF: return "ss";
  case 0x00E6: return "ae";
  case 0x00F8: return "o";
  case 0x0110: return "D";
  case 0x0111: return "d";
  case 0x0141: return "L";
  case 0x0142: return "l";
  case 0x0152: return "OE";
  case 0x0153: return "oe";
  default: return NULL;
  }
}

#define OVERLAY 0x0338  // the mark

// Decomposed text as UTF-16, malloc'd; ASCII needs none of it.
static uint16_t *decompose(const StringView *v, size_t *length) {
  uint16_t *units = checked_malloc((size_t)v->length * 2 * 3 + 2), *result = NULL;
  size_t count = 0;
  bool ascii = true;
  for (uint32_t i = 0; i < v->length; i++) {
    uint16_t unit = view_unit(v, i);
    if (unit >= 0x80) ascii = false;
    const char *letters = unit < 0x80 ? NULL : letters_of(unit);
    if (letters == NULL) units[count++] = unit;
    for (const char *p = letters; p && *p; p++) units[count++] = (uint8_t)*p;
    if (letters) units[count++] = OVERLAY;
  }
  *length = count;
  if (!ascii) result = u16_normalize(UNINORM_NFKD, units, count, NULL, length);
  if (!ascii && result == NULL && errno == ENOMEM) memory_failed(count * sizeof *units);
  if (result == NULL) {  // ASCII, or broken: as it is
    *length = count;
    return units;
  }
  free(units);
  return result;
}

// The next code point with a primary weight from *at on; marks and cases passed on the way are not looked at.
static Weight next_letter(const uint16_t *units, size_t length, size_t *at) {
  while (*at < length) {
    ucs4_t code;
    int count = u16_mbtouc(&code, units + *at, length - *at);
    *at += count > 0 ? (size_t)count : 1;
    Weight w = weight_of(code);
    if (w.primary) return w;
  }
  return (Weight){0, 0, 0};
}

static int sign(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static bool is_digit_at(const uint16_t *units, size_t length, size_t at) {
  return at < length && units[at] >= '0' && units[at] <= '9';
}

static size_t skip_zeros(const uint16_t *units, size_t length, size_t at) {
  while (at < length && units[at] == '0') at++;
  return at;
}

// Compares the numbers that begin at *i and *k and goes to their ends.
static int compare_numbers(const uint16_t *a, size_t a_length, size_t *i, const uint16_t *b, size_t b_length,
                           size_t *k) {
  int order = 0;
  *i = skip_zeros(a, a_length, *i);
  *k = skip_zeros(b, b_length, *k);
  for (;; ++*i, ++*k) {
    bool x = is_digit_at(a, a_length, *i), y = is_digit_at(b, b_length, *k);
    if (x != y) return x ? 1 : -1;  // the longer one is the greater
    if (!x) return order;
    if (order == 0) order = sign(a[*i], b[*k]);
  }
}

static int compare_letters(const uint16_t *a, size_t a_length, const uint16_t *b, size_t b_length, bool cases,
                           bool numeric) {
  size_t i = 0, k = 0;
  for (;;) {
    if (numeric && is_digit_at(a, a_length, i) && is_digit_at(b, b_length, k)) {
      int numbers = compare_numbers(a, a_length, &i, b, b_length, &k);
      if (numbers != 0) return numbers;
      continue;
    }
    Weight x = next_letter(a, a_length, &i), y = next_letter(b, b_length, &k);
    int order = cases ? sign(x.tertiary, y.tertiary) : sign(x.primary, y.primary);
    if (order != 0) return order;
    if (x.primary == 0 || y.primary == 0) return 0;
  }
}

// The letters are the same, so the first difference of code points, cases aside, is a mark.
static int compare_marks(const uint16_t *a, size_t a_length, const uint16_t *b, size_t b_length) {
  size_t i = 0, k = 0;
  while (i < a_length || k < b_length) {
    Weight x = i < a_length ? weight_of(a[i]) : (Weight){0, 0, 0};
    Weight y = k < b_length ? weight_of(b[k]) : (Weight){0, 0, 0};
    if (x.secondary != y.secondary) return sign(x.secondary, y.secondary);
    bool skip_x = i < a_length && x.primary == 0 && x.secondary == 0;
    bool skip_y = k < b_length && y.primary == 0 && y.secondary == 0;
    if (skip_x == skip_y) {
      i++;
      k++;
    } else if (skip_x) {
      i++;
    } else {
      k++;
    }
  }
  return 0;
}

int string_collate(VM *vm, Handle a, Handle b, const Collation *collation) {
  if (string_equals(vm, a, b)) return 0;
  StringView left = string_view(a), right = string_view(b);
  size_t a_length, b_length;
  uint16_t *x = decompose(&left, &a_length), *y = decompose(&right, &b_length);
  int order = compare_letters(x, a_length, y, b_length, false, collation->numeric);
  if (order == 0 && collation->marks) order = compare_marks(x, a_length, y, b_length);
  if (order == 0 && collation->cases) order = compare_letters(x, a_length, y, b_length, true, collation->numeric);
  free(x);
  free(y);
  return order;
}
