// regexp/backtrack.c - takes the steps of a pattern, and comes back to where another way was open.
//
// One stack tells how: choices, each a step to go on with and a position, and what registers held before they were
// set, which is put back on the way down.  Below the choice of a run stands its limit: where its shortest form ends,
// or for one that takes as few as it can how many characters it may still take.
#include <stdlib.h>

#include "base/memory.h"
#include "regexp/steps.h"

#define TAG_CHOICE 0u
#define TAG_RUN (1u << 30)
#define TAG_LIMIT (2u << 30)
#define TAG_UNDO (3u << 30)  // what the register held
#define TAGS (3u << 30)
#define MOST_ENTRIES (HEAP_LIMIT_KB * 1024 / sizeof(Entry))
#define KEPT_ENTRIES (1u << 17)  // a larger stack is freed after the match

typedef struct Entry {
  uint32_t tagged;  // a step, a register, or nothing
  uint32_t value;
} Entry;

struct Machine {
  const Steps *steps;
  const uint8_t *latin1;
  const uint16_t *utf16;  // or NULL
  uint32_t length;
  bool unicode, ignore_case, multiline;
  bool full;      // the stack was, or memory
  uint32_t left;  // of match_limit
  uint32_t *registers, register_capacity;
  Entry *stack;
  size_t height, capacity;
};

// ------------------------------------------------------------------------------------------------------- characters

static inline uint32_t unit_at(const Machine *m, uint32_t at) { return m->utf16 ? m->utf16[at] : m->latin1[at]; }

static inline bool is_lead(uint32_t unit) { return unit >> 10 == 0x36; }
static inline bool is_trail(uint32_t unit) { return unit >> 10 == 0x37; }
static uint32_t join(uint32_t lead, uint32_t trail) { return 0x10000 + ((lead & 0x3FF) << 10) + (trail & 0x3FF); }

// The character behind *at, or with `behind` before it, past which *at moves; there is one.
static inline uint32_t take(const Machine *m, bool behind, uint32_t *at) {
  uint32_t unit = unit_at(m, behind ? --*at : (*at)++);
  if (!m->unicode || unit >> 11 != 0x1B) return unit;
  if (!behind && is_lead(unit) && *at < m->length && is_trail(unit_at(m, *at))) return join(unit, unit_at(m, (*at)++));
  if (behind && is_trail(unit) && *at > 0 && is_lead(unit_at(m, *at - 1))) return join(unit_at(m, --*at), unit);
  return unit;
}

static inline bool is_at_end(const Machine *m, bool behind, uint32_t at) { return at == (behind ? 0 : m->length); }

static bool has_above(const CharSet *set, uint32_t code) {
  uint32_t low = 0, high = set->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (set->ranges[middle].last < code) low = middle + 1;
    else high = middle;
  }
  return low < set->count && set->ranges[low].first <= code;
}

static inline bool has(const StepSet *set, uint32_t code) {
  return code < 256 ? set->low[code / 64] >> code % 64 & 1 : has_above(set->set, code);
}

// A character of the set, past which *at moves.
static inline bool take_of_set(const Machine *m, const Step *step, uint32_t *at) {
  uint32_t next = *at;
  if (is_at_end(m, step->behind, next) || !has(step->set, take(m, step->behind, &next))) return false;
  *at = next;
  return true;
}

static bool is_line_end(uint32_t unit) { return unit == '\n' || unit == '\r' || unit >> 1 == 0x2028 >> 1; }

static bool is_word(const Machine *m, uint32_t unit) {
  bool letter = (unit | 32) >= 'a' && (unit | 32) <= 'z' && unit < 128;
  if (letter || (unit >= '0' && unit <= '9') || unit == '_') return true;
  return m->unicode && m->ignore_case && (unit == 0x17F || unit == 0x212A);
}

static bool is_boundary(const Machine *m, uint32_t at) {
  bool before = at > 0 && is_word(m, unit_at(m, at - 1)), after = at < m->length && is_word(m, unit_at(m, at));
  return before != after;
}

static bool take_reference(const Machine *m, const Step *step, uint32_t *at) {
  uint32_t begin = m->registers[step->slot], end = m->registers[step->slot + 1], next = *at;
  if (begin == REGEXP_UNSET || end == REGEXP_UNSET) return true;
  uint32_t from = step->behind ? end : begin, to = step->behind ? begin : end;
  while (from != to) {
    if (is_at_end(m, step->behind, next)) return false;
    uint32_t a = take(m, step->behind, &from), b = take(m, step->behind, &next);
    if (a == b) continue;
    if (!m->ignore_case || canonicalize(a, m->unicode) != canonicalize(b, m->unicode)) return false;
  }
  *at = next;
  return true;
}

// ------------------------------------------------------------------------------------------------------------ stack

static void grow(Machine *m) {
  size_t capacity = m->capacity ? 2 * m->capacity : 1024;
  Entry *stack = capacity <= MOST_ENTRIES ? try_realloc(m->stack, capacity * sizeof *stack) : NULL;
  if (stack == NULL) {
    m->full = true;
    m->height = 0;  // no way is left
    return;
  }
  m->stack = stack;
  m->capacity = capacity;
}

static inline void push(Machine *m, uint32_t tagged, uint32_t value) {
  if (m->height == m->capacity) grow(m);
  if (!m->full) m->stack[m->height++] = (Entry){tagged, value};
}

static inline void set_register(Machine *m, uint32_t slot, uint32_t value) {
  push(m, slot | TAG_UNDO, m->registers[slot]);
  m->registers[slot] = value;
}

static void unset_captures(Machine *m, uint32_t first, uint32_t last) {
  for (uint32_t slot = 2 * first; slot < 2 * last; slot++) {
    if (m->registers[slot] != REGEXP_UNSET) set_register(m, slot, REGEXP_UNSET);
  }
}

static void undo_to(Machine *m, size_t height) {
  while (m->height > height) {
    Entry entry = m->stack[--m->height];
    if (entry.tagged >= TAG_UNDO) m->registers[entry.tagged & ~TAGS] = entry.value;
  }
}

// Another way through a lookaround that has matched is not tried.  What it has set is kept, and can be undone.
static void drop_choices(Machine *m, size_t height) {
  size_t kept = height;
  for (size_t i = height; i < m->height; i++) {
    if (m->stack[i].tagged >= TAG_UNDO) m->stack[kept++] = m->stack[i];
  }
  m->height = kept < m->height ? kept : m->height;
}

// ------------------------------------------------------------------------------------------------------------- runs

static bool begin_run(Machine *m, const Step *step, uint32_t *at) {
  uint32_t count = 0, step_number = (uint32_t)(step - m->steps->list);
  while (count < step->least && take_of_set(m, step, at)) count++;
  if (count < step->least) return false;
  uint32_t shortest = *at;
  if (step->greedy) {
    while (count < step->most && take_of_set(m, step, at)) count++;
  }
  if (step->greedy ? *at == shortest : count == step->most) return true;
  push(m, TAG_LIMIT, step->greedy ? shortest : step->most - count);
  push(m, step_number | TAG_RUN, *at);
  return true;
}

// The run on top of the stack with one character less, or more.  False: there is no such, and it is gone.
static bool change_run(Machine *m, const Step *step, uint32_t *at) {
  Entry *run = &m->stack[m->height - 1], *limit = run - 1;
  bool changed = true;
  if (step->greedy) take(m, !step->behind, &run->value);
  else changed = take_of_set(m, step, &run->value);
  *at = run->value;
  bool last = step->greedy ? run->value == limit->value : --limit->value == 0;
  if (last || !changed) m->height -= 2;
  return changed;
}

// ------------------------------------------------------------------------------------------------------------ steps

// Back to the choice made last: the step to go on with, or NULL.
static const Step *go_back(Machine *m, uint32_t *at) {
  while (m->height > 0 && m->left > 0) {
    Entry entry = m->stack[m->height - 1];
    const Step *step = &m->steps->list[entry.tagged & ~TAGS];
    if (entry.tagged >= TAG_UNDO) {
      undo_to(m, m->height - 1);
      continue;
    }
    m->left--;
    if (entry.tagged >= TAG_RUN) {
      if (change_run(m, step, at)) return step + 1;
      continue;
    }
    m->height--;
    *at = entry.value;
    return step;
  }
  return NULL;
}

static const Step *choose(Machine *m, const Step *step, uint32_t at) {
  const Step *target = &m->steps->list[step->target], *next = step + 1;
  const Step *later = step->greedy ? target : next;
  push(m, (uint32_t)(later - m->steps->list), at);
  return step->greedy ? next : target;
}

static const Step *loop(Machine *m, const Step *step, uint32_t at) {
  uint32_t count = m->registers[step->slot];
  if (count < step->least) return step + 1;
  if (count >= step->most) return &m->steps->list[step->target];
  return choose(m, step, at);
}

static void iterate(Machine *m, const Step *step, uint32_t at) {
  set_register(m, step->slot, m->registers[step->slot] + 1);
  set_register(m, step->slot + 1, at);
  unset_captures(m, step->first, step->last);
}

// Those that are empty and must be are steps, too: nothing else bounds them.
static bool check_iteration(Machine *m, const Step *step, uint32_t at) {
  if (m->registers[step->slot + 1] != at) return true;
  if (m->left > 0) m->left--;
  return m->registers[step->slot] <= step->least && m->left > 0;
}

static void begin_look(Machine *m, const Step *step, uint32_t at) {
  set_register(m, step->slot, 0);
  set_register(m, step->slot + 1, at);
  m->registers[step->slot] = (uint32_t)m->height;
  if (step->negative) push(m, step->target, at);
}

static bool match_assertion(const Machine *m, const Step *step, uint32_t at) {
  if (step->type == STEP_BOUNDARY) return is_boundary(m, at) != step->negative;
  if (step->type == STEP_START) return at == 0 || (m->multiline && is_line_end(unit_at(m, at - 1)));
  return at == m->length || (m->multiline && is_line_end(unit_at(m, at)));
}

static bool take_char(const Machine *m, const Step *step, uint32_t *at) {
  if (is_at_end(m, step->behind, *at)) return false;
  uint32_t code = take(m, step->behind, at);
  return code == step->code || code == step->other;
}

// A match that begins at `at`.
static bool match_here(Machine *m, uint32_t at) {
  const Step *step = m->steps->list;
  m->registers[0] = at;
  for (bool ok = true; step; ok = true) {
    const Step *next = step + 1;
    switch ((StepType)step->type) {
    case STEP_CHAR: ok = take_char(m, step, &at); break;
    case STEP_SET: ok = take_of_set(m, step, &at); break;
    case STEP_RUN: ok = begin_run(m, step, &at); break;
    case STEP_START:
    case STEP_END:
    case STEP_BOUNDARY: ok = match_assertion(m, step, at); break;
    case STEP_REFERENCE: ok = take_reference(m, step, &at); break;
    case STEP_SAVE: set_register(m, step->slot, at); break;
    case STEP_SPLIT: next = choose(m, step, at); break;
    case STEP_JUMP: next = &m->steps->list[step->target]; break;
    case STEP_ENTER: set_register(m, step->slot, 0); break;
    case STEP_LOOP: next = loop(m, step, at); break;
    case STEP_ITERATE: iterate(m, step, at); break;
    case STEP_CHECK: ok = check_iteration(m, step, at); break;
    case STEP_LOOK: begin_look(m, step, at); break;
    case STEP_FOUND:
      drop_choices(m, m->registers[step->slot]);
      at = m->registers[step->slot + 1];
      break;
    case STEP_REFUSE:
      undo_to(m, m->registers[step->slot]);
      ok = false;
      break;
    case STEP_MATCH: m->registers[1] = at; return !m->full;
    }
    step = ok ? next : go_back(m, &at);
  }
  return false;
}

// The next place where a match may begin; beyond the length: there is none.
static uint32_t find_first(const Machine *m, const StepSet *first, uint32_t at) {
  while (first && at <= m->length) {
    uint32_t next = at;
    if (at == m->length) return at + 1;
    if (has(first, take(m, false, &next))) break;
    at = next;
  }
  return at;
}

static RegExpOutcome find_match(Machine *m, uint32_t start) {
  bool sticky = m->steps->flags & REGEXP_STICKY;
  for (uint32_t at = start; (at = sticky ? at : find_first(m, m->steps->first, at)) <= m->length;) {
    m->left = match_limit(m->length);
    m->height = 0;
    if (match_here(m, at)) return REGEXP_MATCH;
    if (m->full || m->left == 0) return REGEXP_TOO_COMPLEX;
    if (sticky || at == m->length) break;
    take(m, false, &at);
  }
  return REGEXP_NO_MATCH;
}

static bool reserve_registers(Machine *m, uint32_t count) {
  if (count > m->register_capacity) {
    uint32_t *registers = try_realloc(m->registers, 2 * count * sizeof *registers);
    if (registers == NULL) return false;
    m->registers = registers;
    m->register_capacity = 2 * count;
  }
  for (uint32_t i = 0; i < count; i++) m->registers[i] = REGEXP_UNSET;
  return true;
}

Machine *machine_create(void) { return checked_calloc(1, sizeof(Machine)); }

void machine_destroy(Machine *machine) {
  if (machine == NULL) return;
  free(machine->registers);
  free(machine->stack);
  free(machine);
}

RegExpOutcome steps_match(Machine *m, const Steps *steps, const void *units, bool two_byte, uint32_t length,
                          uint32_t start, const uint32_t **captures) {
  m->steps = steps;
  m->utf16 = two_byte ? units : NULL;
  m->latin1 = units;
  m->length = length;
  m->unicode = two_byte && (steps->flags & REGEXP_UNICODE);
  m->ignore_case = steps->flags & REGEXP_IGNORE_CASE;
  m->multiline = steps->flags & REGEXP_MULTILINE;
  m->full = false;
  if (!reserve_registers(m, steps->registers)) return REGEXP_TOO_COMPLEX;
  RegExpOutcome outcome = find_match(m, start);
  if (m->capacity > KEPT_ENTRIES) {
    free(m->stack);
    m->stack = NULL;
    m->capacity = 0;
  }
  *captures = m->registers;
  return outcome;
}
