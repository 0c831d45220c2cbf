// regexp/set.h - sets of code points, as sorted ranges: what character classes and escapes stand for.
#ifndef NODULE_REGEXP_SET_H
#define NODULE_REGEXP_SET_H

#include "base/arena.h"

#define MAX_CODE_POINT 0x10FFFFu

typedef struct Range {
  uint32_t first, last;  // both belong to it
} Range;

typedef struct CharSet {
  Arena *arena;
  Range *ranges;
  uint32_t count, capacity;
} CharSet;

CharSet *set_new(Arena *arena);
void set_add(CharSet *set, uint32_t first, uint32_t last);  // in any order
void set_add_all(CharSet *set, const CharSet *other);
// Sorts and joins the ranges; the functions below want that done.
void set_normalize(CharSet *set);
CharSet *set_complement(const CharSet *set);
CharSet *set_clip(const CharSet *set, uint32_t first, uint32_t last);
bool set_has(const CharSet *set, uint32_t code);
bool set_intersects(const CharSet *a, const CharSet *b);

// The characters of \d, \w, \s, and line terminators (ECMA-262 sections 22.2.2.9, 12.2, 12.3).
void set_add_digits(CharSet *set);
void set_add_word(CharSet *set);
void set_add_spaces(CharSet *set);
void set_add_line_terminators(CharSet *set);

// Adds every character that Canonicalize (22.2.2.7.3) does not tell from one of the set's.
void set_close_over_case(CharSet *set, bool unicode);
// Canonicalize.
uint32_t canonicalize(uint32_t code, bool unicode);

// Adds what \p{name} or \p{name=value} stands for; false: there is no such property.
bool set_add_property(CharSet *set, const char *name, const char *value, bool machine_code);

#endif
