// regexp/emit.c - trees to patterns of PCRE2, which matches code units and never knows of UTF.
//
// What differs in meaning is spelled out: every class as its characters, ^ and $ as assertions, code points beyond the
// units as pairs of surrogates, and under the flag u a lone surrogate as one that has no partner.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "regexp/syntax.h"

typedef struct Emitter {
  const Pattern *pattern;
  const Numbering *numbering;
  Arena *arena;
  uint32_t widest;
  bool unicode;  // pairs of surrogates are one character
  char *text;
  size_t length, capacity;
  uint64_t open[MOST_CAPTURES / 64 + 1];  // the captures around the present place
} Emitter;

static void put(Emitter *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(Emitter *e, const char *format, ...) {
  char piece[64];
  va_list arguments;
  va_start(arguments, format);
  size_t length = (size_t)vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  if (e->length + length + 1 > e->capacity) {
    size_t capacity = e->capacity * 2 + sizeof piece;
    char *text = arena_allocate(e->arena, capacity);
    if (e->length > 0) memcpy(text, e->text, e->length);
    e->text = text;
    e->capacity = capacity;
  }
  memcpy(e->text + e->length, piece, length);
  e->length += length;
}

#define LEADS "[\\x{d800}-\\x{dbff}]"
#define TRAILS "[\\x{dc00}-\\x{dfff}]"
#define NOTHING "(?:(?!))"

// ----------------------------------------------------------------------------------------------- characters, sets

static uint32_t lead_of(uint32_t code) { return 0xD7C0 + (code >> 10); }
static uint32_t trail_of(uint32_t code) { return 0xDC00 + (code & 0x3FF); }

static void put_unit(Emitter *e, uint32_t unit) {
  bool plain = (unit >= '0' && unit <= '9') || ((unit | 32) >= 'a' && (unit | 32) <= 'z' && unit < 128);
  if (plain) put(e, "%c", (char)unit);
  else put(e, "\\x{%x}", unit);
}

static void put_ranges(Emitter *e, const CharSet *set) {
  for (uint32_t i = 0; i < set->count; i++) {
    put_unit(e, set->ranges[i].first);
    if (set->ranges[i].last == set->ranges[i].first) continue;
    if (set->ranges[i].last > set->ranges[i].first + 1) put(e, "-");
    put_unit(e, set->ranges[i].last);
  }
}

// One unit; the ranges are inside 0 .. widest.
static void put_class(Emitter *e, const CharSet *set) {
  if (set->count == 0) {
    put(e, NOTHING);
    return;
  }
  CharSet *others = set_clip(set_complement(set), 0, e->widest);
  bool negative = others->count < set->count;
  if (others->count == 0) {
    put(e, ".");
    return;
  }
  put(e, negative ? "[^" : "[");
  put_ranges(e, negative ? others : set);
  put(e, "]");
}

static void put_pairs(Emitter *e, uint32_t first_lead, uint32_t last_lead, uint32_t first, uint32_t last) {
  put(e, "|[\\x{%x}-\\x{%x}]", first_lead, last_lead);
  put(e, "[\\x{%x}-\\x{%x}]", first, last);
}

static void put_astral_range(Emitter *e, Range range) {
  uint32_t first = lead_of(range.first), last = lead_of(range.last);
  if (first == last) {
    put_pairs(e, first, first, trail_of(range.first), trail_of(range.last));
    return;
  }
  if (trail_of(range.first) != 0xDC00) put_pairs(e, first, first, trail_of(range.first), 0xDFFF), first++;
  bool partial = trail_of(range.last) != 0xDFFF;
  if (first <= last - partial) put_pairs(e, first, last - partial, 0xDC00, 0xDFFF);
  if (partial) put_pairs(e, last, last, 0xDC00, trail_of(range.last));
}

static void put_code_points(Emitter *e, const CharSet *set) {
  CharSet *units = set_clip(set, 0, 0xD7FF), *leads = set_clip(set, 0xD800, 0xDBFF);
  CharSet *trails = set_clip(set, 0xDC00, 0xDFFF), *astral = set_clip(set, 0x10000, MAX_CODE_POINT);
  set_add_all(units, set_clip(set, 0xE000, 0xFFFF));
  if (leads->count == 0 && trails->count == 0 && astral->count == 0) {
    put_class(e, units);
    return;
  }
  put(e, "(?:");
  put_class(e, units);
  for (uint32_t i = 0; i < astral->count; i++) put_astral_range(e, astral->ranges[i]);
  if (leads->count > 0) {
    put(e, "|");
    put_class(e, leads);
    put(e, "(?!" TRAILS ")");
  }
  if (trails->count > 0) {
    put(e, "|(?<!" LEADS ")");
    put_class(e, trails);
  }
  put(e, ")");
}

static void put_set(Emitter *e, const CharSet *set) {
  if (e->unicode) put_code_points(e, set);
  else put_class(e, set_clip(set, 0, e->widest));
}

static void put_char(Emitter *e, uint32_t code) {
  if (code > 0xFFFF && e->unicode) put(e, "(?:\\x{%x}\\x{%x})", lead_of(code), trail_of(code));
  else if (code > e->widest) put(e, NOTHING);
  else if (e->unicode && code >> 10 == 0x36) put(e, "(?:\\x{%x}(?!" TRAILS "))", code);
  else if (e->unicode && code >> 10 == 0x37) put(e, "(?:(?<!" LEADS ")\\x{%x})", code);
  else put_unit(e, code);
}

// -------------------------------------------------------------------------------------------------------- assertions

static const char *line_ends(const Emitter *e) { return e->widest > 0xFF ? "\\n\\r\\x{2028}\\x{2029}" : "\\n\\r"; }

static void put_start(Emitter *e) {
  if (!(e->pattern->flags & REGEXP_MULTILINE)) put(e, "\\A");
  else put(e, "(?<![^%s])", line_ends(e));
}

static void put_end(Emitter *e) {
  if (!(e->pattern->flags & REGEXP_MULTILINE)) put(e, "\\z");
  else put(e, "(?![^%s])", line_ends(e));
}

// \b is PCRE2's, with ASCII letters, except that u and i together add two letters to them.
static void put_boundary(Emitter *e, bool negative) {
  bool more = (e->pattern->flags & REGEXP_IGNORE_CASE) && e->unicode;
  if (!more) {
    put(e, negative ? "\\B" : "\\b");
    return;
  }
  static const char word[] = "[0-9A-Za-z_\\x{17f}\\x{212a}]";
  put(e, "(?:(?<=%s)", word);
  put(e, "(?%c%s)", negative ? '=' : '!', word);
  put(e, "|(?<!%s)", word);
  put(e, "(?%c%s))", negative ? '!' : '=', word);
}

// ------------------------------------------------------------------------------------------------------------ terms

static void put_term(Emitter *e, const Term *term);

static void put_list(Emitter *e, const Term *list, const char *separator) {
  for (const Term *term = list; term; term = term->next) {
    if (term != list) put(e, "%s", separator);
    put_term(e, term);
  }
}

static void put_group(Emitter *e, const Term *term) {
  uint64_t bit = (uint64_t)1 << term->capture % 64;
  put(e, term->capture ? "(" : "(?:");
  if (term->capture) e->open[term->capture / 64] |= bit;
  put_term(e, term->body);
  if (term->capture) e->open[term->capture / 64] &= ~bit;
  put(e, ")");
}

static void put_look(Emitter *e, const Term *term) {
  put(e, "(?%s%c", term->behind ? "<" : "", term->negative ? '!' : '=');
  put_term(e, term->body);
  put(e, ")");
}

// A group that is not closed yet has captured nothing in this iteration.
static void put_reference(Emitter *e, const Term *term) {
  if (e->open[term->capture / 64] >> term->capture % 64 & 1) put(e, "(?:)");
  else put(e, "\\g{%u}", e->numbering->numbers[term->capture]);
}

#define LARGEST_COUNT 65535u  // PCRE2's

// Characters of more than one unit are alternatives, at each of which PCRE2 would remember to come back.  There is no
// use in that if what follows cannot match where a character of the loop does.
static bool is_possessive(const Emitter *e, const Term *term) {
  if (!e->unicode || !term->greedy || term->body->type != TERM_SET || term->next == NULL) return false;
  const Term *next = term->next;
  if (next->type == TERM_END) return !(e->pattern->flags & REGEXP_MULTILINE);
  if (next->type == TERM_CHAR) return !set_has(term->body->set, next->code);
  return next->type == TERM_SET && !set_intersects(term->body->set, next->set);
}

static void put_quantifier(Emitter *e, uint32_t least, uint32_t most, bool greedy) {
  bool unbounded = most > LARGEST_COUNT;
  if (least > LARGEST_COUNT) least = LARGEST_COUNT;
  if (unbounded && least <= 1) put(e, least ? "+" : "*");
  else if (unbounded) put(e, "{%u,}", least);
  else if (least == 0 && most == 1) put(e, "?");
  else put(e, "{%u,%u}", least, most);
  if (!greedy) put(e, "?");
}

// The iterations that may be empty, ahead of those that may not.
static void put_first_iterations(Emitter *e, const Term *term) {
  put(e, "(?:");
  put_term(e, term->body);
  put(e, ")");
  if (term->least > 1) put_quantifier(e, term->least, term->least, true);
}

static void put_repeat(Emitter *e, const Term *term) {
  const Term *body = term->body;
  uint32_t least = term->least, most = term->most;
  if (term->split) {
    put_first_iterations(e, term);
    if (most != REPEAT_UNBOUNDED) most -= least;
    least = 0;
  }
  if (term->entry) put(e, "(?:()");
  if (term->doubled) put(e, "(?|");
  bool wrap = term->mark || (body->type != TERM_CHAR && body->type != TERM_SET && body->type != TERM_GROUP);
  if (wrap) put(e, "(?:");
  if (term->mark) put(e, "()");
  put_term(e, body);
  if (term->check) put(e, "(?C%u)", term->check);
  if (term->end_mark) put(e, "()");
  if (wrap) put(e, ")");
  put_quantifier(e, least, most, term->greedy);
  if (is_possessive(e, term)) put(e, "+");
  if (term->doubled) {  // in other branches of such a group the same numbers are given again
    put(e, "|()");
    put_term(e, body);
  }
  if (term->entry || term->doubled) put(e, ")");
}

static void put_term(Emitter *e, const Term *term) {
  switch ((TermType)term->type) {
  case TERM_EMPTY: break;
  case TERM_CHAR: put_char(e, term->code); break;
  case TERM_SET: put_set(e, term->set); break;
  case TERM_START: put_start(e); break;
  case TERM_END: put_end(e); break;
  case TERM_WORD_BOUNDARY: put_boundary(e, term->negative); break;
  case TERM_GROUP: put_group(e, term); break;
  case TERM_LOOK: put_look(e, term); break;
  case TERM_BACK_REFERENCE: put_reference(e, term); break;
  case TERM_REPEAT:
    if (term->most > 0) put_repeat(e, term);
    break;
  case TERM_SEQUENCE: put_list(e, term->body, ""); break;
  case TERM_ALTERNATION: put_list(e, term->body, "|"); break;
  }
}

char *pattern_emit(Arena *arena, const Pattern *pattern, const Numbering *numbering, uint32_t widest, size_t *length) {
  Emitter *e = arena_allocate(arena, sizeof *e);
  *e = (Emitter){.pattern = pattern, .numbering = numbering, .arena = arena, .widest = widest};
  e->unicode = widest > 0xFF && (pattern->flags & REGEXP_UNICODE);
  if (e->unicode) put(e, "(?!(?<=" LEADS ")" TRAILS ")(?:");  // no match begins inside a pair
  put_term(e, pattern->root);
  if (e->unicode) put(e, ")");
  *length = e->length;
  return e->text ? e->text : arena_allocate(arena, 1);
}

// -------------------------------------------------------------------------------------------------------- numbering

// Whether the empty string, if `term` can match it, is the last that it tries.
static bool is_empty_last(const Term *term) {
  if (!term->empty) return true;
  switch ((TermType)term->type) {
  case TERM_REPEAT: return !term->body->empty && term->greedy;
  case TERM_GROUP: return is_empty_last(term->body);
  case TERM_SEQUENCE:
    for (const Term *part = term->body; part; part = part->next) {
      if (!is_empty_last(part)) return false;
    }
    return true;
  case TERM_ALTERNATION:
    for (const Term *way = term->body; way; way = way->next) {
      if (way->next ? way->empty : !is_empty_last(way)) return false;
    }
    return true;
  default: return true;  // there is but one way to match
  }
}

// An iteration that matches nothing ends a loop in PCRE2; in JavaScript it fails (22.2.2.3.1, step 2.b), so that
// another way through the body is tried.  Where no other is left, and nothing captured, it comes to the same; but what
// follows the loop is then tried twice from one position, which inside of another loop makes 2^n times.
static bool needs_check(const Term *term, bool captures, bool looping) {
  if (!term->body->empty || term->most <= term->least) return false;
  return captures || looping || (term->greedy && !is_empty_last(term->body));
}

// Whether it adds no groups to the pattern, so that it may be written twice.
static bool is_plain(const Term *term) {
  for (; term; term = term->next) {
    bool captures = term->first_capture < term->last_capture;
    if (captures || (term->type == TERM_REPEAT && needs_check(term, false, false)) || !is_plain(term->body))
      return false;
  }
  return true;
}

// The first of "one or more" iterations may be empty, and then others follow, if they are not.  For captures' sake the
// body cannot be written twice in a row, but in two branches it can; not around another such loop, lest it grows.
static bool choose_doubled(Term *term) {
  bool any = false;
  for (; term; term = term->next) {
    bool inside = choose_doubled(term->body);
    bool plus = term->type == TERM_REPEAT && term->least == 1 && term->most == REPEAT_UNBOUNDED;
    term->doubled = !inside && plus && term->greedy && !is_empty_last(term->body);
    any = any || inside || term->doubled;
  }
  return any;
}

static void number_repeat(Term *term, Numbering *out, bool looping) {
  bool captures = term->first_capture < term->last_capture;
  bool differs = needs_check(term, captures, looping) && out->check_count < MOST_CHECKS;
  term->split = differs && term->least > 1 && term->least <= LARGEST_COUNT && is_plain(term->body);
  term->doubled = term->doubled && differs;
  bool checked = differs && (term->least <= 1 || term->split);
  bool reset = captures && term->most > 1 && term->body->optional;
  if (checked && term->least == 1 && !term->doubled) term->entry = out->groups++;
  if (checked || reset) term->mark = out->groups++;
  if (checked) term->check = ++out->check_count;
  if (reset) out->resets[out->reset_count++] = (Reset){term->mark, term->first_capture, term->last_capture};
}

// `looping`: inside of a loop whose body is not written twice in a row.
static void number_terms(Term *term, Numbering *out, bool looping) {
  for (; term; term = term->next) {
    bool repeats = term->type == TERM_REPEAT;
    if (repeats && term->most == 0) continue;  // left out, and with captures never emitted
    if (repeats) number_repeat(term, out, looping);
    if (term->type == TERM_GROUP && term->capture) out->numbers[term->capture] = out->groups++;
    number_terms(term->body, out, repeats && term->split ? false : looping || (repeats && term->most > 1));
    if (term->entry && term->most != REPEAT_UNBOUNDED) term->end_mark = out->groups++;
    if (term->check) out->checks[term->check] = (EmptyCheck){term->mark, term->entry, term->end_mark};
  }
}

// Repetitions that capture, those whose body can match the empty string: the most that there are resets and checks.
typedef struct Repeats {
  uint32_t capturing, of_empty;
} Repeats;

static void count_repeats(const Term *term, Repeats *count) {
  for (; term; term = term->next) {
    if (term->type == TERM_REPEAT) {
      count->capturing += term->first_capture < term->last_capture;
      count->of_empty += term->body->empty;
    }
    count_repeats(term->body, count);
  }
}

void pattern_number(Arena *arena, Pattern *pattern, Numbering *out) {
  Repeats count = {0, 0};
  count_repeats(pattern->root, &count);
  uint32_t checks = count.of_empty < MOST_CHECKS ? count.of_empty : MOST_CHECKS;
  out->numbers = arena_allocate(arena, pattern->capture_count * sizeof *out->numbers);
  out->resets = arena_allocate(arena, count.capturing * sizeof *out->resets);
  out->checks = arena_allocate(arena, (checks + 1) * sizeof *out->checks);
  out->groups = 1;
  choose_doubled(pattern->root);
  number_terms(pattern->root, out, false);
}
