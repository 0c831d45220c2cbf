// regexp/parse.c - patterns to trees (ECMA-262 sections 22.2.1 and B.1.2).
//
// An error is noted once and unwinds: every function returns NULL or END_OF_PATTERN after it.
#include <stdlib.h>
#include <string.h>

#include "regexp/syntax.h"

#define DEEPEST_NESTING 1000

static Term *parse_disjunction(PatternParser *p);

// ---------------------------------------------------------------------------------------------------- characters

uint32_t peek_unit(const PatternParser *p, uint32_t ahead) {
  return ahead < p->length - p->at ? p->units[p->at + ahead] : END_OF_PATTERN;
}

bool accept_unit(PatternParser *p, uint32_t unit) {
  if (peek_unit(p, 0) != unit) return false;
  p->at++;
  return true;
}

uint32_t take_character(PatternParser *p) {
  uint32_t unit = p->units[p->at++];
  uint32_t trail = peek_unit(p, 0);
  if (p->unicode && unit >> 10 == 0x36 && trail != END_OF_PATTERN && trail >> 10 == 0x37) {
    p->at++;
    return 0x10000 + ((unit & 0x3FF) << 10) + (trail & 0x3FF);
  }
  return unit;
}

void *pattern_error(PatternParser *p, const char *message) {
  if (p->error == NULL) p->error = message;
  return NULL;
}

// ---------------------------------------------------------------------------------------------------------- terms

static Term *term_new(PatternParser *p, TermType type) {
  Term *term = arena_allocate(p->arena, sizeof *term);
  term->type = (uint8_t)type;
  term->first_capture = term->last_capture = p->pattern->capture_count;
  return term;
}

static Term *term_set(PatternParser *p, CharSet *set) {
  Term *term = term_new(p, TERM_SET);
  term->set = set;
  return term;
}

static Term *term_char(PatternParser *p, uint32_t code) {
  if (p->ignore_case && (code >= 128 || p->unicode)) {
    CharSet *set = set_new(p->arena);
    set_add(set, code, code);
    set_close_over_case(set, p->unicode);
    if (set->count != 1 || set->ranges[0].first != set->ranges[0].last) return term_set(p, set);
  }
  Term *term = term_new(p, TERM_CHAR);
  term->code = code;
  return term;
}

static Term *term_empty(PatternParser *p, TermType type) {
  Term *term = term_new(p, type);
  term->empty = true;
  return term;
}

static Term *parse_dot(PatternParser *p) {
  CharSet *set = set_new(p->arena);
  if (!(p->flags & REGEXP_DOT_ALL)) set_add_line_terminators(set);
  return term_set(p, set_complement(set));
}

// --------------------------------------------------------------------------------------------------------- groups

static bool add_name(PatternParser *p, const Atom *name, uint32_t capture) {
  for (const CaptureName *n = p->pattern->names; n; n = n->next) {
    if (n->name == name) return pattern_error(p, "Duplicate capture group name");
  }
  CaptureName *entry = arena_allocate(p->arena, sizeof *entry);
  *entry = (CaptureName){.name = name, .capture = capture};
  *p->last_name = entry;
  p->last_name = &entry->next;
  return true;
}

// Behind "(?<" that begins no lookbehind, or behind "(" of a plain group.
static bool begin_capture(PatternParser *p, Term *group, bool named) {
  group->first_capture = p->pattern->capture_count;
  if (p->pattern->capture_count >= MOST_CAPTURES) return pattern_error(p, "Regular expression too large");
  group->capture = p->pattern->capture_count++;
  if (!named) return true;
  const Atom *name = parse_group_name(p);
  return name != NULL && add_name(p, name, group->capture);
}

static bool begin_group(PatternParser *p, Term *group) {
  if (!accept_unit(p, '?')) return begin_capture(p, group, false);
  if (accept_unit(p, ':')) return true;
  group->type = TERM_LOOK;
  if (accept_unit(p, '=')) return p->pattern->looks_ahead = true;
  group->negative = true;
  if (accept_unit(p, '!')) return true;
  if (!accept_unit(p, '<')) return pattern_error(p, "Invalid group");
  if (peek_unit(p, 0) == '=' || peek_unit(p, 0) == '!') {
    group->negative = peek_unit(p, 0) == '!';
    group->behind = true;
    p->at++;
    return true;
  }
  group->type = TERM_GROUP;
  group->negative = false;
  return begin_capture(p, group, true);
}

static Term *parse_group(PatternParser *p) {
  Term *group = term_new(p, TERM_GROUP);
  if (++p->depth > DEEPEST_NESTING) return pattern_error(p, "Regular expression too large");
  if (!begin_group(p, group)) return NULL;
  group->body = parse_disjunction(p);
  if (group->body == NULL) return NULL;
  if (!accept_unit(p, ')')) return pattern_error(p, "Unterminated group");
  p->depth--;
  group->last_capture = p->pattern->capture_count;
  group->empty = group->type == TERM_LOOK || group->body->empty;
  group->optional = group->body->optional || group->negative;
  return group;
}

// -------------------------------------------------------------------------------------------------------- escapes

// A decimal escape that is a reference: at most as many groups as the pattern has.
static bool parse_back_reference(PatternParser *p, uint32_t *capture) {
  uint32_t begin = p->at, value = 0;
  while (peek_unit(p, 0) >= '0' && peek_unit(p, 0) <= '9') {
    value = value > MOST_CAPTURES ? value : value * 10 + (peek_unit(p, 0) - '0');
    p->at++;
  }
  *capture = value;
  if (value < p->capture_total) return true;
  p->at = begin;
  return false;
}

static Term *term_reference(PatternParser *p, uint32_t capture, const Atom *name) {
  Term *term = term_empty(p, TERM_BACK_REFERENCE);
  term->capture = capture;
  term->name = name;
  return term;
}

static Term *parse_escape(PatternParser *p) {
  uint32_t c = peek_unit(p, 0), capture;
  if (c == END_OF_PATTERN) return pattern_error(p, "\\ at end of pattern");
  if (c == 'b' || c == 'B') {
    p->at++;
    Term *term = term_empty(p, TERM_WORD_BOUNDARY);
    term->negative = c == 'B';
    return term;
  }
  if (c >= '1' && c <= '9') {
    if (parse_back_reference(p, &capture)) return term_reference(p, capture, NULL);
    if (p->unicode) return pattern_error(p, "Invalid escape");
  }
  if (c == 'k' && (p->unicode || p->named)) {
    p->at++;
    if (!accept_unit(p, '<')) return pattern_error(p, "Invalid named reference");
    const Atom *name = parse_group_name(p);
    return name ? term_reference(p, 0, name) : NULL;
  }
  CharSet *set = parse_class_escape(p, false);
  if (set) return term_set(p, set);
  if (p->error) return NULL;
  uint32_t code = parse_character_escape(p, false);
  return code == END_OF_PATTERN ? NULL : term_char(p, code);
}

// ---------------------------------------------------------------------------------------------------- quantifiers

static uint32_t parse_count(PatternParser *p) {
  uint64_t value = 0;
  while (peek_unit(p, 0) >= '0' && peek_unit(p, 0) <= '9') {
    value = value * 10 + (peek_unit(p, 0) - '0');
    if (value >= REPEAT_UNBOUNDED) value = REPEAT_UNBOUNDED;
    p->at++;
  }
  return (uint32_t)value;
}

// "{n}", "{n,}", "{n,m}"; anything else is left.
static bool parse_braces(PatternParser *p, uint32_t *least, uint32_t *most) {
  uint32_t begin = p->at++;
  if (peek_unit(p, 0) >= '0' && peek_unit(p, 0) <= '9') {
    *least = *most = parse_count(p);
    if (accept_unit(p, ',')) *most = peek_unit(p, 0) == '}' ? REPEAT_UNBOUNDED : END_OF_PATTERN - 1;
    if (*most == END_OF_PATTERN - 1 && peek_unit(p, 0) >= '0' && peek_unit(p, 0) <= '9') *most = parse_count(p);
    if (accept_unit(p, '}')) return true;
  }
  p->at = begin;
  return false;
}

static bool parse_quantifier(PatternParser *p, uint32_t *least, uint32_t *most) {
  uint32_t c = peek_unit(p, 0);
  if (c == '{') return parse_braces(p, least, most);
  if (c != '*' && c != '+' && c != '?') return false;
  p->at++;
  *least = c == '+';
  *most = c == '?' ? 1 : REPEAT_UNBOUNDED;
  return true;
}

static Term *parse_quantified(PatternParser *p, Term *body) {
  uint32_t least, most;
  if (!parse_quantifier(p, &least, &most)) {
    if (p->unicode && peek_unit(p, 0) == '{') return pattern_error(p, "Incomplete quantifier");
    return body;
  }
  if (body->type == TERM_LOOK && (body->behind || p->unicode)) return pattern_error(p, "Invalid quantifier");
  if (most < least) return pattern_error(p, "numbers out of order in {} quantifier");
  Term *term = term_new(p, TERM_REPEAT);
  term->first_capture = body->first_capture;
  term->body = body;
  term->least = least;
  term->most = most;
  term->greedy = !accept_unit(p, '?');
  term->empty = least == 0 || body->empty;
  term->optional = least == 0 || body->optional;
  return term;
}

static bool is_quantifier(const PatternParser *p) {
  uint32_t c = peek_unit(p, 0), least, most;
  if (c != '{') return c == '*' || c == '+' || c == '?';
  PatternParser copy = *p;
  return parse_braces(&copy, &least, &most);
}

static Term *parse_term(PatternParser *p) {
  if (is_quantifier(p)) return pattern_error(p, "Nothing to repeat");
  uint32_t c = peek_unit(p, 0);
  if (c == '^' || c == '$') {
    p->at++;
    return term_empty(p, c == '^' ? TERM_START : TERM_END);
  }
  if (p->unicode && (c == '{' || c == '}' || c == ']')) { return pattern_error(p, "Lone quantifier brackets"); }
  Term *atom;
  if (accept_unit(p, '(')) {
    atom = parse_group(p);
  } else if (accept_unit(p, '.')) {
    atom = parse_dot(p);
  } else if (accept_unit(p, '[')) {
    CharSet *set = parse_class(p);
    atom = set ? term_set(p, set) : NULL;
  } else if (accept_unit(p, '\\')) {
    atom = parse_escape(p);
  } else {
    atom = term_char(p, take_character(p));
  }
  if (atom == NULL || atom->type == TERM_WORD_BOUNDARY) return atom;
  return parse_quantified(p, atom);
}

static Term *parse_alternative(PatternParser *p) {
  Term *sequence = term_empty(p, TERM_SEQUENCE), **last = &sequence->body;
  for (uint32_t c = peek_unit(p, 0); c != END_OF_PATTERN && c != '|' && c != ')'; c = peek_unit(p, 0)) {
    Term *term = parse_term(p);
    if (term == NULL) return NULL;
    term->last_capture = p->pattern->capture_count;
    sequence->empty = sequence->empty && term->empty;
    sequence->optional = sequence->optional || term->optional;
    *last = term;
    last = &term->next;
  }
  sequence->last_capture = p->pattern->capture_count;
  return sequence;
}

static Term *parse_disjunction(PatternParser *p) {
  Term *first = parse_alternative(p);
  if (first == NULL || peek_unit(p, 0) != '|') return first;
  Term *alternation = term_new(p, TERM_ALTERNATION), *last = first;
  alternation->first_capture = first->first_capture;
  alternation->body = first;
  alternation->optional = true;
  alternation->empty = first->empty;
  while (accept_unit(p, '|')) {
    last->next = parse_alternative(p);
    if (last->next == NULL) return NULL;
    last = last->next;
    alternation->empty = alternation->empty || last->empty;
  }
  alternation->last_capture = p->pattern->capture_count;
  return alternation;
}

// ---------------------------------------------------------------------------------------------------- whole patterns

// Counts the groups beforehand: whether \2 is a reference, and \k one, depends on them.
static void count_groups(PatternParser *p) {
  bool in_class = false;
  p->capture_total = 1;
  for (uint32_t i = 0; i < p->length; i++) {
    uint16_t c = p->units[i];
    if (c == '\\') i++;
    else if (c == '[') in_class = true;
    else if (c == ']') in_class = false;
    if (c != '(' || in_class) continue;
    if (i + 1 >= p->length || p->units[i + 1] != '?') {
      p->capture_total++;
    } else if (i + 3 < p->length && p->units[i + 2] == '<' && p->units[i + 3] != '=' && p->units[i + 3] != '!') {
      p->capture_total++;
      p->named = true;
    }
  }
}

static bool resolve_names(PatternParser *p, Term *term) {
  for (; term; term = term->next) {
    if (term->body && !resolve_names(p, term->body)) return false;
    if (term->type != TERM_BACK_REFERENCE || term->name == NULL) continue;
    const CaptureName *n = p->pattern->names;
    while (n && n->name != term->name) n = n->next;
    if (n == NULL) return pattern_error(p, "Invalid named capture referenced");
    term->capture = n->capture;
  }
  return true;
}

Pattern *pattern_parse(Arena *arena, const uint16_t *units, uint32_t length, unsigned flags, bool machine_code,
                       const char **error) {
  PatternParser p = {.arena = arena, .units = units, .length = length, .flags = flags, .machine_code = machine_code};
  p.unicode = (flags & (REGEXP_UNICODE | REGEXP_UNICODE_SETS)) != 0;
  p.ignore_case = (flags & REGEXP_IGNORE_CASE) != 0;
  p.pattern = arena_allocate(arena, sizeof *p.pattern);
  p.pattern->flags = flags;
  p.pattern->capture_count = 1;
  p.last_name = &p.pattern->names;
  count_groups(&p);
  p.pattern->root = flags & REGEXP_UNICODE_SETS ? pattern_error(&p, "Flag v is not supported") : parse_disjunction(&p);
  if (p.error == NULL && peek_unit(&p, 0) == ')') pattern_error(&p, "Unmatched ')'");
  if (p.error == NULL) resolve_names(&p, p.pattern->root);
  *error = p.error;
  return p.error ? NULL : p.pattern;
}

const char *regexp_check(Arena *arena, const uint16_t *units, uint32_t length, unsigned flags, bool machine_code) {
  const char *error;
  pattern_parse(arena, units, length, flags, machine_code, &error);
  return error;
}

static const char flag_letters[MOST_FLAGS + 1] = "dgimsuvy";

int regexp_parse_flags(const uint16_t *units, uint32_t length) {
  unsigned seen = 0;
  for (uint32_t i = 0; i < length; i++) {
    const char *flag = units[i] > 0 && units[i] < 128 ? strchr(flag_letters, units[i]) : NULL;
    if (flag == NULL || (seen & 1u << (flag - flag_letters))) return -1;
    seen |= 1u << (flag - flag_letters);
  }
  return (seen & REGEXP_UNICODE) && (seen & REGEXP_UNICODE_SETS) ? -1 : (int)seen;
}

void regexp_flags_text(unsigned flags, char text[MOST_FLAGS + 1]) {
  size_t length = 0;
  for (size_t i = 0; i < MOST_FLAGS; i++) {
    if (flags & 1u << i) text[length++] = flag_letters[i];
  }
  text[length] = 0;
}
