// regexp/steps.c - trees to steps.
#include "regexp/steps.h"

#include <string.h>

typedef struct Compiler {
  Arena *arena;
  const Pattern *pattern;
  Steps *steps;
  size_t bytes;
  uint32_t capacity;
  bool behind;  // inside a lookbehind, and not in a lookahead there
} Compiler;

#define MOST_EMPTY_TURNS 65535u  // that a loop must make; nobody can tell if more of them are asked for

static Step *add(Compiler *c, StepType type) {
  Steps *steps = c->steps;
  if (steps->count == c->capacity) {
    uint32_t capacity = c->capacity ? 2 * c->capacity : 64;
    Step *list = arena_allocate(c->arena, capacity * sizeof *list);
    if (steps->count > 0) memcpy(list, steps->list, steps->count * sizeof *list);
    c->bytes += capacity * sizeof *list;
    steps->list = list;
    c->capacity = capacity;
  }
  Step *step = &steps->list[steps->count++];
  *step = (Step){.type = (uint8_t)type, .behind = c->behind};
  return step;
}

static void aim(Compiler *c, uint32_t step) { c->steps->list[step].target = c->steps->count; }

static uint32_t take_registers(Compiler *c, uint32_t count) {
  c->steps->registers += count;
  return c->steps->registers - count;
}

// ----------------------------------------------------------------------------------------------- characters, sets

// A letter's other case.  Characters that need more have become sets in the parser.
static uint32_t other_case(const Compiler *c, uint32_t code) {
  bool letter = (code | 32) >= 'a' && (code | 32) <= 'z' && code < 128;
  return letter && (c->pattern->flags & REGEXP_IGNORE_CASE) ? code ^ 32 : code;
}

static StepSet *step_set(Compiler *c, const CharSet *set) {
  StepSet *result = arena_allocate(c->arena, sizeof *result);
  *result = (StepSet){.set = set};
  for (uint32_t i = 0; i < set->count; i++) {
    for (uint32_t code = set->ranges[i].first; code <= set->ranges[i].last && code < 256; code++) {
      result->low[code / 64] |= (uint64_t)1 << code % 64;
    }
  }
  c->bytes += sizeof *result;
  return result;
}

static void add_char(Compiler *c, CharSet *set, uint32_t code) {
  set_add(set, code, code);
  set_add(set, other_case(c, code), other_case(c, code));
}

static const CharSet *set_of(Compiler *c, const Term *term) {
  if (term->type == TERM_SET) return term->set;
  CharSet *set = set_new(c->arena);
  add_char(c, set, term->code);
  set_normalize(set);
  return set;
}

// Adds what the term may begin with.  Whether it takes a character in any case.
static bool add_first(Compiler *c, CharSet *set, const Term *term) {
  bool all = true;
  switch ((TermType)term->type) {
  case TERM_CHAR: return add_char(c, set, term->code), true;
  case TERM_SET: return set_add_all(set, term->set), true;
  case TERM_GROUP: return add_first(c, set, term->body);
  case TERM_REPEAT: return add_first(c, set, term->body) && term->least > 0;
  case TERM_BACK_REFERENCE: return set_add(set, 0, MAX_CODE_POINT), false;
  case TERM_SEQUENCE:
    for (const Term *part = term->body; part; part = part->next) {
      if (add_first(c, set, part)) return true;
    }
    return false;
  case TERM_ALTERNATION:
    for (const Term *way = term->body; way; way = way->next) all = add_first(c, set, way) && all;
    return all;
  default: return false;
  }
}

// ------------------------------------------------------------------------------------------------------------ terms

static void add_term(Compiler *c, const Term *term);

static void add_sequence(Compiler *c, const Term *term) {
  uint32_t count = 0;
  for (const Term *part = term->body; part; part = part->next) count++;
  if (!c->behind) {
    for (const Term *part = term->body; part; part = part->next) add_term(c, part);
    return;
  }
  const Term **parts = arena_allocate(c->arena, (count + 1) * sizeof *parts);
  count = 0;
  for (const Term *part = term->body; part; part = part->next) parts[count++] = part;
  while (count > 0) add_term(c, parts[--count]);
}

// The jumps to the end are a chain until it is known.
static void add_alternation(Compiler *c, const Term *term) {
  uint32_t jumps = UINT32_MAX;
  for (const Term *way = term->body; way; way = way->next) {
    uint32_t split = c->steps->count;
    if (way->next) add(c, STEP_SPLIT)->greedy = true;
    add_term(c, way);
    if (way->next == NULL) break;
    add(c, STEP_JUMP)->target = jumps;
    jumps = c->steps->count - 1;
    aim(c, split);
  }
  while (jumps != UINT32_MAX) {
    uint32_t next = c->steps->list[jumps].target;
    aim(c, jumps);
    jumps = next;
  }
}

static void add_group(Compiler *c, const Term *term) {
  if (term->capture) add(c, STEP_SAVE)->slot = 2 * term->capture + c->behind;
  add_term(c, term->body);
  if (term->capture) add(c, STEP_SAVE)->slot = 2 * term->capture + !c->behind;
}

static void add_look(Compiler *c, const Term *term) {
  bool outside = c->behind;
  uint32_t begin = c->steps->count, slot = take_registers(c, 2);
  Step *look = add(c, STEP_LOOK);
  look->slot = slot;
  look->negative = term->negative;
  c->behind = term->behind;
  add_term(c, term->body);
  c->behind = outside;
  add(c, term->negative ? STEP_REFUSE : STEP_FOUND)->slot = slot;
  aim(c, begin);
}

static void add_run(Compiler *c, const Term *term) {
  Step *run = add(c, STEP_RUN);
  run->set = step_set(c, set_of(c, term->body));
  run->least = term->least;
  run->most = term->most;
  run->greedy = term->greedy;
}

// A loop that neither counts nor captures nor has to look for empty iterations.
static void add_plain_loop(Compiler *c, const Term *term) {
  uint32_t begin = c->steps->count;
  add(c, STEP_SPLIT)->greedy = term->greedy;
  add_term(c, term->body);
  if (term->most == REPEAT_UNBOUNDED) add(c, STEP_JUMP)->target = begin;
  aim(c, begin);
}

static void add_loop(Compiler *c, const Term *term) {
  uint32_t slot = take_registers(c, 2), least = term->least;
  if (term->body->empty && least > MOST_EMPTY_TURNS) least = MOST_EMPTY_TURNS;
  add(c, STEP_ENTER)->slot = slot;
  uint32_t begin = c->steps->count;
  Step *loop = add(c, STEP_LOOP);
  loop->slot = slot;
  loop->least = least;
  loop->most = term->most;
  loop->greedy = term->greedy;
  Step *iterate = add(c, STEP_ITERATE);
  iterate->slot = slot;
  iterate->first = term->first_capture;
  iterate->last = term->last_capture;
  add_term(c, term->body);
  if (term->body->empty) {
    Step *check = add(c, STEP_CHECK);
    check->slot = slot;
    check->least = least;
  }
  add(c, STEP_JUMP)->target = begin;
  aim(c, begin);
}

static void add_repeat(Compiler *c, const Term *term) {
  const Term *body = term->body;
  bool plain = !body->empty && body->first_capture == body->last_capture && term->least == 0;
  if (body->type == TERM_CHAR || body->type == TERM_SET) add_run(c, term);
  else if (plain && (term->most == 1 || term->most == REPEAT_UNBOUNDED)) add_plain_loop(c, term);
  else add_loop(c, term);
}

static void add_term(Compiler *c, const Term *term) {
  Step *step;
  switch ((TermType)term->type) {
  case TERM_EMPTY: break;
  case TERM_CHAR:
    step = add(c, STEP_CHAR);
    step->code = term->code;
    step->other = other_case(c, term->code);
    break;
  case TERM_SET: add(c, STEP_SET)->set = step_set(c, term->set); break;
  case TERM_START: add(c, STEP_START); break;
  case TERM_END: add(c, STEP_END); break;
  case TERM_WORD_BOUNDARY: add(c, STEP_BOUNDARY)->negative = term->negative; break;
  case TERM_GROUP: add_group(c, term); break;
  case TERM_LOOK: add_look(c, term); break;
  case TERM_BACK_REFERENCE: add(c, STEP_REFERENCE)->slot = 2 * term->capture; break;
  case TERM_REPEAT: add_repeat(c, term); break;
  case TERM_SEQUENCE: add_sequence(c, term); break;
  case TERM_ALTERNATION: add_alternation(c, term); break;
  }
}

Steps *steps_compile(Arena *arena, const Pattern *pattern, size_t *bytes) {
  Steps *steps = arena_allocate(arena, sizeof *steps);
  *steps = (Steps){.flags = pattern->flags, .registers = 2 * pattern->capture_count};
  Compiler compiler = {.arena = arena, .pattern = pattern, .steps = steps};
  add_term(&compiler, pattern->root);
  add(&compiler, STEP_MATCH);
  CharSet *first = set_new(arena);
  if (add_first(&compiler, first, pattern->root)) {
    set_normalize(first);
    steps->first = step_set(&compiler, first);
  }
  *bytes += compiler.bytes + sizeof *steps;
  return steps;
}

// ------------------------------------------------------------------------------------ what PCRE2 matches otherwise

static bool captures(const Term *term, uint32_t capture) {
  return capture >= term->first_capture && capture < term->last_capture;
}

static bool has_reference(const Term *term) {
  for (; term; term = term->next) {
    if (term->type == TERM_BACK_REFERENCE || has_reference(term->body)) return true;
  }
  return false;
}

// It matches lookbehinds from left to right, which shows in captures.
static bool is_look_different(const Term *term) {
  return term->behind && (term->first_capture < term->last_capture || has_reference(term->body));
}

typedef struct Place {  // in a sequence: what stands before `at` has been passed; or none
  const struct Place *outer;
  const Term *list, *at;
} Place;

static bool is_passed(const Place *place, uint32_t capture) {
  for (; place; place = place->outer) {
    for (const Term *part = place->list; part != place->at; part = part->next) {
      if (!part->optional && captures(part, capture)) return true;
    }
  }
  return false;
}

// Whether a reference may find what an earlier iteration of the loop has captured.
static bool has_old_reference(const Term *term, const Term *loop, const Place *outer) {
  if (term->type == TERM_BACK_REFERENCE) return captures(loop, term->capture) && !is_passed(outer, term->capture);
  Place place = {.outer = outer, .list = term->type == TERM_SEQUENCE ? term->body : NULL};
  for (const Term *part = term->body; part; part = part->next) {
    if (place.list) place.at = part;
    if (has_old_reference(part, loop, &place)) return true;
  }
  return false;
}

// What a lookaround captures may stand behind where the iteration ends, by which captures of old ones are told.
static bool has_capturing_look(const Term *term) {
  for (; term; term = term->next) {
    if (term->first_capture == term->last_capture) continue;
    if (term->type == TERM_LOOK || has_capturing_look(term->body)) return true;
  }
  return false;
}

static bool refers_into(const Term *term, const Term *loop) {
  for (; term; term = term->next) {
    if (term->type == TERM_BACK_REFERENCE && captures(loop, term->capture)) return true;
    if (refers_into(term->body, loop)) return true;
  }
  return false;
}

// Its loops remember what an iteration before has captured, and end at one that is empty.  Emitted patterns make up for
// that, but not where it takes several groups to tell which iteration that is, or more of them than there can be.
static bool is_loop_different(const Term *root, const Term *term, bool looping) {
  const Term *body = term->body;
  if (term->most == 1) return false;
  if (body->empty && term->least == 1 && term->most != REPEAT_UNBOUNDED && looping) return true;
  if (term->first_capture == term->last_capture) return false;
  if (term->most == 0) return true;  // it may take what is never tried for the beginning of a match
  if (body->empty && term->least > 1 && term->most > term->least) return true;
  if (body->optional && (refers_into(root, term) || has_capturing_look(body))) return true;
  return has_old_reference(body, term, NULL);
}

static bool needs_steps(const Term *root, const Term *term, bool looping) {
  for (; term; term = term->next) {
    bool loop = term->type == TERM_REPEAT;
    if (term->type == TERM_LOOK && is_look_different(term)) return true;
    if (loop && is_loop_different(root, term, looping)) return true;
    if (needs_steps(root, term->body, looping || (loop && term->most > 1))) return true;
  }
  return false;
}

bool steps_needed(const Pattern *pattern) { return needs_steps(pattern->root, pattern->root, false); }
