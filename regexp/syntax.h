// regexp/syntax.h - private to regexp/: the tree of a pattern.
//
// Captures are numbered from 1 in the order of their left parentheses, so those inside a node are a range.
#ifndef NODULE_REGEXP_SYNTAX_H
#define NODULE_REGEXP_SYNTAX_H

#include "regexp/regexp.h"
#include "regexp/set.h"

typedef enum TermType {
  TERM_EMPTY,
  TERM_CHAR,  // code
  TERM_SET,   // set, closed over case already
  TERM_START,
  TERM_END,
  TERM_WORD_BOUNDARY,   // negative: \B
  TERM_GROUP,           // body; capture 0: not capturing
  TERM_LOOK,            // body, negative, behind
  TERM_BACK_REFERENCE,  // capture; name until the end of the pattern is known
  TERM_REPEAT,          // body, least, most, greedy
  TERM_SEQUENCE,        // body: a list
  TERM_ALTERNATION      // body: a list
} TermType;

typedef struct Term {
  uint8_t type;  // TermType
  bool negative, behind, greedy;
  bool empty;     // can match the empty string
  bool optional;  // captures inside may take no part in a match of this term
  bool split;     // a repetition written as the iterations that must be, then those that may be
  bool doubled;   // a repetition written as one of iterations that are not empty, or else one iteration
  uint32_t code, capture, least, most;
  uint32_t first_capture, last_capture;   // inside: first .. last - 1
  uint32_t entry, mark, end_mark, check;  // of a repetition, given by pattern_number; 0: none
  struct Term *body, *next;
  CharSet *set;
  const Atom *name;
} Term;

#define REPEAT_UNBOUNDED UINT32_MAX
#define MOST_CAPTURES 16000  // of one pattern

typedef struct CaptureName {
  struct CaptureName *next;
  const Atom *name;
  uint32_t capture;
} CaptureName;

typedef struct Pattern {
  Term *root;
  unsigned flags;
  uint32_t capture_count;  // with the whole match, number 0
  CaptureName *names;      // in the order of the pattern
  bool looks_ahead;        // for what is there
} Pattern;

typedef struct PatternParser {
  Arena *arena;
  const uint16_t *units;
  uint32_t length, at, capture_total;
  unsigned flags, depth;
  bool unicode, ignore_case, named;  // named: \k is a reference
  bool machine_code;
  const char *error;
  Pattern *pattern;
  CaptureName **last_name;
} PatternParser;

// What a match may take, whoever makes it.
#ifndef MATCH_LIMIT
#define MATCH_LIMIT 50000000u  // steps back
#endif
#define HEAP_LIMIT_KB (256u * 1024)  // for the ways back

// The steps back for a text: a pattern that does not backtrack without end takes a few for each character, however long
// it is.
#define STEPS_FOR_CHARACTER 8u
static inline uint32_t match_limit(uint32_t length) {
  bool fits = length < (UINT32_MAX - MATCH_LIMIT) / STEPS_FOR_CHARACTER;
  return fits ? MATCH_LIMIT + STEPS_FOR_CHARACTER * length : UINT32_MAX;
}

// NULL: *error tells in V8's words.
Pattern *pattern_parse(Arena *arena, const uint16_t *units, uint32_t length, unsigned flags, bool machine_code,
                       const char **error);

// ---- to PCRE2
// Captures of PCRE2 count otherwise than JavaScript's, since some repetitions have marks: empty groups that note where
// the last iteration began.  What an earlier iteration has captured is told by them, and does not count any more.
typedef struct Reset {
  uint32_t mark, first, last;  // captures first .. last - 1 of JavaScript
} Reset;

typedef struct EmptyCheck {
  uint32_t mark;
  uint32_t entry;     // where the loop began, if the first iteration may be empty; 0: it may not
  uint32_t end_mark;  // where the iteration before ended, if it may have been empty; or 0
} EmptyCheck;

#define MOST_CHECKS 255

typedef struct Numbering {
  uint32_t *numbers;  // of PCRE2's groups, by JavaScript's
  uint32_t groups;    // of PCRE2, with the whole match
  Reset *resets;
  uint32_t reset_count;
  EmptyCheck *checks;  // by number of the callout, from 1 on
  uint32_t check_count;
} Numbering;
void pattern_number(Arena *arena, Pattern *pattern, Numbering *out);

// The pattern as PCRE2 wants it, in ASCII; for text whose units are at most `widest`.
char *pattern_emit(Arena *arena, const Pattern *pattern, const Numbering *numbering, uint32_t widest, size_t *length);

// ---- of the parser's parts
#define END_OF_PATTERN UINT32_MAX
uint32_t peek_unit(const PatternParser *p, uint32_t ahead);  // END_OF_PATTERN behind the end
bool accept_unit(PatternParser *p, uint32_t unit);
uint32_t take_character(PatternParser *p);                   // a code point with the flag u
void *pattern_error(PatternParser *p, const char *message);  // NULL
// Behind a backslash, what means one character in and outside of classes; END_OF_PATTERN after an error.
uint32_t parse_character_escape(PatternParser *p, bool in_class);
// \d, \D, \s, \S, \w, \W, \p, \P behind the backslash: NULL if it is none of them or after an error.
CharSet *parse_class_escape(PatternParser *p, bool in_class);
CharSet *parse_class(PatternParser *p);  // behind the bracket
// <name> behind the first bracket; NULL: an error.
const Atom *parse_group_name(PatternParser *p);

#endif
