// base/nearest.c - the distance of two names as Damerau and Levenshtein count it, neighbours exchanged once.
#include "base/nearest.h"

#include <string.h>

#define LONGEST 48  // longer names are near to none

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  unsigned rows[3][LONGEST + 1];
  unsigned *before = rows[0], *last = rows[1], *row = rows[2];
  for (unsigned k = 0; k <= b_length; k++) last[k] = k;
  for (unsigned i = 1; i <= a_length; i++) {
    row[0] = i;
    for (unsigned k = 1; k <= b_length; k++) {
      unsigned replaced = last[k - 1] + (a[i - 1] != b[k - 1]);
      row[k] = least(replaced, least(last[k], row[k - 1]) + 1);
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) row[k] = least(row[k], before[k - 2] + 1);
    }
    unsigned *free_row = before;
    before = last;
    last = row;
    row = free_row;
  }
  return last[b_length];
}

const char *nearest_name(const char *name, size_t length, const char *(*name_at)(size_t i)) {
  const char *nearest = NULL, *candidate;
  unsigned least_so_far = 0;
  if (length > LONGEST) return NULL;
  for (size_t i = 0; (candidate = name_at(i)); i++) {
    size_t candidate_length = strlen(candidate), shorter = candidate_length < length ? candidate_length : length;
    if (candidate_length > LONGEST) continue;
    unsigned d = distance(name, length, candidate, candidate_length);
    if (d > (shorter + 2) / 3 || (nearest && d >= least_so_far)) continue;
    nearest = candidate;
    least_so_far = d;
  }
  return nearest;
}
