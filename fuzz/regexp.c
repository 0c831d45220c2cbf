// fuzz/regexp.c - the input is three texts, the first two ended by newlines: flags, a pattern and a subject.
//
// What is matched as Latin-1 and as UTF-16, by PCRE2's interpreter at first and by its native code from the second time
// on, must be the same.  MODE=fuzz gives the matcher a small limit, so giving up is the answer to many a pattern.
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "regexp/regexp.h"

typedef struct Units {
  uint16_t *units;
  uint32_t length;
  bool latin1;
} Units;

// Of exactly the right size, so that reading past its end is noticed.
static Units decode(const uint8_t *text, const uint8_t *end) {
  Arena *arena = arena_create(NULL);
  const Atom *atom = atom_utf8(arena, (const char *)text, (size_t)(end - text));
  Units result = {.units = malloc(atom->length * sizeof(uint16_t)), .length = atom->length, .latin1 = !atom->two_byte};
  for (uint32_t i = 0; i < atom->length; i++) result.units[i] = atom->two_byte ? atom->utf16[i] : atom->latin1[i];
  arena_destroy(arena);
  return result;
}

typedef struct Match {
  RegExpOutcome outcome;
  uint32_t count, *captures;
} Match;

static void check_captures(const uint32_t *captures, uint32_t count, uint32_t start, uint32_t length, bool unicode) {
  if (captures[0] + unicode < start) fuzz_fail("the match begins at %u, before %u", captures[0], start);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t from = captures[2 * i], to = captures[2 * i + 1];
    if (from == REGEXP_UNSET && to == REGEXP_UNSET && i > 0) continue;
    if (from > to || to > length) fuzz_fail("capture %u is %u to %u of %u", i, from, to, length);
  }
}

static Match match(RegExpProgram *program, const void *units, bool two_byte, uint32_t length, uint32_t start) {
  const uint32_t *captures;
  Match result = {.outcome = regexp_match(program, units, two_byte, length, start, &captures)};
  if (result.outcome != REGEXP_MATCH) return result;
  result.count = program->capture_count;
  check_captures(captures, result.count, start, length, program->flags & REGEXP_UNICODE);
  result.captures = malloc(2 * result.count * sizeof *captures);
  memcpy(result.captures, captures, 2 * result.count * sizeof *captures);
  return result;
}

// Frees `other`.  One of the two may have given up where the other did not.
static void compare(const Match *match, Match other, const char *how) {
  if (match->outcome <= REGEXP_MATCH && other.outcome <= REGEXP_MATCH) {
    if (match->outcome != other.outcome) fuzz_fail("%s: match or none?", how);
    for (uint32_t i = 0; i < 2 * match->count; i++) {
      if (match->captures[i] == other.captures[i]) continue;
      fuzz_fail("%s: capture %u is at %u or at %u", how, i / 2, match->captures[i], other.captures[i]);
    }
  }
  free(other.captures);
}

static void match_everywhere(RegExpProgram *program, const Units *subject, uint32_t start) {
  uint32_t length = subject->length;
  Match first = match(program, subject->units, true, length, start);
  compare(&first, match(program, subject->units, true, length, start), "native code");
  uint8_t *latin1 = malloc(length);
  for (uint32_t i = 0; i < length; i++) latin1[i] = (uint8_t)subject->units[i];
  if (subject->latin1) compare(&first, match(program, latin1, false, length, start), "Latin-1");
  if (subject->latin1) compare(&first, match(program, latin1, false, length, start), "native code, Latin-1");
  free(latin1);
  free(first.captures);
}

static void check(const Units *flags, const Units *pattern, const Units *subject) {
  int bits = regexp_parse_flags(flags->units, flags->length);
  if (bits < 0) return;
  const char *error = NULL;
  static RegExpEngine *engine;
  if (engine == NULL) engine = regexp_engine_create(true);
  RegExpProgram *program = regexp_compile(engine, pattern->units, pattern->length, (unsigned)bits, &error);
  if (program == NULL) {
    if (error == NULL) fuzz_fail("not compiled, without words");
    return;
  }
  match_everywhere(program, subject, 0);
  if (subject->length > 1) match_everywhere(program, subject, subject->length / 2);
  regexp_free(program);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const uint8_t *end = data + size, *first = size ? memchr(data, '\n', size) : NULL;
  if (first == NULL) return 0;
  const uint8_t *second = memchr(first + 1, '\n', (size_t)(end - first - 1));
  if (second == NULL) second = end;
  Units flags = decode(data, first), pattern = decode(first + 1, second);
  Units subject = decode(second < end ? second + 1 : end, end);
  check(&flags, &pattern, &subject);
  free(flags.units);
  free(pattern.units);
  free(subject.units);
  return 0;
}
