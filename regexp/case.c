// regexp/case.c - Canonicalize (ECMA-262 section 22.2.2.7.3) and its inverse: which characters a case-insensitive
// pattern does not tell apart.
//
// The characters that are not alone in their class are few, so the first pattern that needs them lists them, sorted by
// what they are canonicalized to.
#include <pthread.h>
#include <stdlib.h>
#include <unicase.h>

#include "base/memory.h"
#include "regexp/set.h"

// Without the flag u: the upper case, if it is one code unit, and does not turn a character into an ASCII one.
static uint32_t canonicalize_upper(uint32_t code) {
  if (code < 128) return code >= 'a' && code <= 'z' ? code - 32 : code;
  if (code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) return code;
  uint16_t unit = (uint16_t)code, upper[8];
  size_t length = sizeof upper / sizeof upper[0];
  uint16_t *result = u16_toupper(&unit, 1, NULL, NULL, upper, &length);
  if (result == NULL) memory_failed(sizeof upper);
  uint32_t first = result[0];
  if (result != upper) free(result);
  return length != 1 || first < 128 ? code : first;
}

// With it: the simple case folding.  Where the full one has more characters, the simple one is the lower case, except
// that the dotted capital I has none.
static uint32_t canonicalize_fold(uint32_t code) {
  if (code < 128) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  if (code == 0x130 || (code >= 0xD800 && code < 0xE000)) return code;
  uint32_t folded[8];
  size_t length = sizeof folded / sizeof folded[0];
  uint32_t *result = u32_casefold(&code, 1, NULL, NULL, folded, &length);
  if (result == NULL) memory_failed(sizeof folded);
  uint32_t first = result[0];
  if (result != folded) free(result);
  return length == 1 ? first : uc_tolower(code);
}

uint32_t canonicalize(uint32_t code, bool unicode) {
  return unicode ? canonicalize_fold(code) : canonicalize_upper(code);
}

typedef struct CasePair {
  uint32_t canonical, code;
} CasePair;

typedef struct CaseTable {
  CasePair *pairs;  // sorted
  size_t count, capacity;
} CaseTable;

// What Unicode says: made once in a process, then never changed.
static CaseTable tables[2];
static pthread_once_t made[2] = {PTHREAD_ONCE_INIT, PTHREAD_ONCE_INIT};

static void add_pair(CaseTable *table, uint32_t canonical, uint32_t code) {
  if (table->count == table->capacity) {
    table->capacity = table->capacity ? table->capacity * 2 : 4096;
    table->pairs = checked_realloc(table->pairs, table->capacity * sizeof *table->pairs);
  }
  table->pairs[table->count++] = (CasePair){canonical, code};
}

static int compare_pairs(const void *a, const void *b) {
  const CasePair *x = a, *y = b;
  if (x->canonical != y->canonical) return x->canonical < y->canonical ? -1 : 1;
  return x->code < y->code ? -1 : x->code > y->code;
}

static void make_table(bool unicode) {
  CaseTable *table = &tables[unicode];
  uint32_t last = unicode ? 0x1E943 : 0xFFFF;  // no letter above has a case
  for (uint32_t code = 0; code <= last; code++) {
    uint32_t canonical = canonicalize(code, unicode);
    if (canonical == code) continue;
    add_pair(table, canonical, code);
    add_pair(table, canonical, canonical);
  }
  qsort(table->pairs, table->count, sizeof *table->pairs, compare_pairs);
}

static void make_plain(void) { make_table(false); }
static void make_unicode(void) { make_table(true); }

static const CaseTable *case_table(bool unicode) {
  pthread_once(&made[unicode], unicode ? make_unicode : make_plain);
  return &tables[unicode];
}

static void close_table(CharSet *set, bool unicode) {
  const CaseTable *table = case_table(unicode);
  for (size_t i = 0; i < table->count;) {
    size_t end = i;
    bool has = false;
    for (; end < table->count && table->pairs[end].canonical == table->pairs[i].canonical; end++) {
      has = has || set_has(set, table->pairs[end].code);
    }
    for (; i < end; i++) {
      if (has) set_add(set, table->pairs[i].code, table->pairs[i].code);
    }
  }
}

static void close_ascii(CharSet *set) {
  for (uint32_t lower = 'a'; lower <= 'z'; lower++) {
    if (set_has(set, lower) || set_has(set, lower - 32)) {
      set_add(set, lower, lower);
      set_add(set, lower - 32, lower - 32);
    }
  }
}

// Each character is looked at in a copy, since what is added must not be.
void set_close_over_case(CharSet *set, bool unicode) {
  set_normalize(set);
  CharSet *closed = set_clip(set, 0, MAX_CODE_POINT);
  bool ascii = set->count == 0 || set->ranges[set->count - 1].last < 128;
  if (ascii && !unicode) close_ascii(closed);
  else close_table(closed, unicode);
  *set = *closed;
  set_normalize(set);
}
