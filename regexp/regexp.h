// regexp/regexp.h - regular expressions: the syntax of JavaScript's patterns, and matching them with PCRE2.
//
// Everything here works on plain C data and knows nothing of the heap.  A pattern is parsed once; the program for
// Latin-1 text and the one for UTF-16 text are compiled when they are first needed.  PCRE2 is given code units, never
// UTF: what the flag u makes of surrogates, and case folding, are spelled out in the pattern it gets.
#ifndef NODULE_REGEXP_REGEXP_H
#define NODULE_REGEXP_REGEXP_H

#include "base/arena.h"

// clang-format off
enum {
  REGEXP_HAS_INDICES = 1, REGEXP_GLOBAL = 2, REGEXP_IGNORE_CASE = 4, REGEXP_MULTILINE = 8, REGEXP_DOT_ALL = 16,
  REGEXP_UNICODE = 32, REGEXP_UNICODE_SETS = 64, REGEXP_STICKY = 128
};
// clang-format on

// The flags of a text, or -1: unknown ones, repeated ones, or u with v.
int regexp_parse_flags(const uint16_t *units, uint32_t length);
// Their letters in order, zero-terminated.
#define MOST_FLAGS 8
void regexp_flags_text(unsigned flags, char text[MOST_FLAGS + 1]);

// What is wrong with a pattern in V8's words ("Unterminated group"), or NULL.  For early errors.  `machine_code`: PCRE2
// may make some, to find the characters of a property faster.
const char *regexp_check(Arena *arena, const uint16_t *units, uint32_t length, unsigned flags, bool machine_code);

// What the patterns of one VM share: memory for one match at a time.  Without `machine_code` patterns are only
// interpreted, and PCRE2 maps no memory that can be written and executed.
typedef struct RegExpEngine RegExpEngine;
RegExpEngine *regexp_engine_create(bool machine_code);
void regexp_engine_destroy(RegExpEngine *engine);  // when all of its programs are freed

typedef struct RegExpProgram {  // the beginning of what regexp_compile makes
  unsigned flags;
  uint32_t capture_count;  // with the whole match
  size_t bytes;            // memory that it takes; grows when text of the other width comes
} RegExpProgram;

// NULL: *error tells what is wrong.
RegExpProgram *regexp_compile(RegExpEngine *engine, const uint16_t *units, uint32_t length, unsigned flags,
                              const char **error);
void regexp_free(RegExpProgram *program);
// The name of named group number i and its capture; NULL: there are no more.
const Atom *regexp_group_name(const RegExpProgram *program, uint32_t i, uint32_t *capture);

typedef enum RegExpOutcome {
  REGEXP_NO_MATCH,
  REGEXP_MATCH,
  REGEXP_TOO_COMPLEX,  // given up: it backtracks too much, or too deep
  REGEXP_TOO_LARGE,    // PCRE2 cannot compile it
} RegExpOutcome;

#define REGEXP_UNSET UINT32_MAX
// The first match at or after `start` (with the flag y: at it).  *captures then is pairs of start and end, REGEXP_UNSET
// for groups that took no part; valid until the next match
// of the engine.
RegExpOutcome regexp_match(RegExpProgram *program, const void *units, bool two_byte, uint32_t length, uint32_t start,
                           const uint32_t **captures);

#endif
