// regexp/match.c - compiled patterns, and matching them.
//
// A program keeps its tree, from which the code for Latin-1 and for UTF-16 text is made when such text comes; native
// code when it comes again.  What a match needs besides exists once, and is used by one match at a time.  Some patterns
// are not PCRE2's, or turn out not to be: they have steps instead.
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "regexp/steps.h"

#define JIT_STACK_BYTES (8u * 1024 * 1024)
#define LONG_TEXT 1000u      // native code is worth its while at once
#define FIRST_STEPS 100000u  // steps back after which it is, too

// PCRE2 writes machine code into mappings that stay writable, and keeps some of their room; without machine code in
// use, none of them stays.
struct RegExpEngine {
  bool machine_code;
  size_t native_count_8, native_count_16;
  const struct Program *program;  // that is being matched
  pcre2_match_context_8 *context_8;
  pcre2_match_context_16 *context_16;
  pcre2_jit_stack_8 *stack_8;
  pcre2_jit_stack_16 *stack_16;
  pcre2_match_data_8 *data_8;
  pcre2_match_data_16 *data_16;
  uint32_t groups_8, groups_16;
  uint32_t *captures, capture_capacity;
  Machine *machine;  // NULL until a pattern has steps
};

typedef struct Program {
  RegExpProgram head;
  RegExpEngine *engine;
  Arena *arena;
  Pattern *pattern;
  Numbering numbering;
  Steps *steps;
  pcre2_code_8 *code_8;
  pcre2_code_16 *code_16;
  bool native_tried_8, native_tried_16, native_8, native_16;
  uint32_t uses_8, uses_16;
} Program;

static uint32_t compile_options(const Program *program) {
  uint32_t options = PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_UTF |
                     PCRE2_NEVER_UCP;
  if (program->pattern->flags & REGEXP_IGNORE_CASE) options |= PCRE2_CASELESS;
  if (program->pattern->flags & REGEXP_STICKY) options |= PCRE2_ANCHORED;
  // What a lookahead finds, PCRE2 takes for a character that the match has passed, and asks for one more: (?=a)a?a
  if (program->pattern->looks_ahead) options |= PCRE2_NO_START_OPTIMIZE;
  return options;
}

static void reserve_captures(RegExpEngine *engine, uint32_t count) {
  if (count <= engine->capture_capacity) return;
  engine->captures = checked_realloc(engine->captures, 2 * count * sizeof *engine->captures);
  engine->capture_capacity = count;
}

static void add_steps(Program *program) {
  program->steps = steps_compile(program->arena, program->pattern, &program->head.bytes);
}

// What was captured in an iteration before the last one does not count.  False: whether an empty capture where the last
// one begins is of it or of the one before cannot be told.
static bool reset_captures(uint32_t *captures, const Numbering *numbering, const size_t *vector, uint32_t count) {
  for (uint32_t i = 0; i < numbering->reset_count; i++) {
    const Reset *reset = &numbering->resets[i];
    if (reset->mark >= count || vector[2 * reset->mark] == PCRE2_UNSET) continue;
    for (uint32_t c = reset->first; c < reset->last; c++) {
      uint32_t *capture = &captures[2 * c];
      if (capture[0] == vector[2 * reset->mark] && capture[1] == capture[0]) return false;
      if (capture[0] == REGEXP_UNSET || capture[0] >= vector[2 * reset->mark]) continue;
      capture[0] = capture[1] = REGEXP_UNSET;
    }
  }
  return true;
}

static RegExpOutcome take_captures(Program *program, const size_t *vector, uint32_t count) {
  RegExpEngine *engine = program->engine;
  reserve_captures(engine, program->head.capture_count);
  for (uint32_t i = 0; i < program->head.capture_count; i++) {
    uint32_t number = program->numbering.numbers[i];
    bool set = number < count && vector[2 * number] != PCRE2_UNSET;
    engine->captures[2 * i] = set ? (uint32_t)vector[2 * number] : REGEXP_UNSET;
    engine->captures[2 * i + 1] = set ? (uint32_t)vector[2 * number + 1] : REGEXP_UNSET;
  }
  if (!reset_captures(engine->captures, &program->numbering, vector, count)) add_steps(program);
  return REGEXP_MATCH;
}

#define WIDEST_8 0xFFu
#define WIDEST_16 0xFFFFu
#define WIDTH(name) WIDTH_8_(name)
#define WIDTH_8_(name) name##8
#include "regexp/match-width.h"
#undef WIDTH
#define WIDTH(name) WIDTH_16_(name)
#define WIDTH_16_(name) name##16
#include "regexp/match-width.h"
#undef WIDTH

RegExpEngine *regexp_engine_create(bool machine_code) {
  RegExpEngine *engine = checked_calloc(1, sizeof *engine);
  engine->machine_code = machine_code;
  return engine;
}

void regexp_engine_destroy(RegExpEngine *engine) {
  pcre2_match_context_free_8(engine->context_8);
  pcre2_match_context_free_16(engine->context_16);
  pcre2_jit_stack_free_8(engine->stack_8);
  pcre2_jit_stack_free_16(engine->stack_16);
  pcre2_match_data_free_8(engine->data_8);
  pcre2_match_data_free_16(engine->data_16);
  free(engine->captures);
  machine_destroy(engine->machine);
  free(engine);
}

RegExpProgram *regexp_compile(RegExpEngine *engine, const uint16_t *units, uint32_t length, unsigned flags,
                              const char **error) {
  Arena *arena = arena_create(NULL);
  Pattern *pattern = pattern_parse(arena, units, length, flags, engine->machine_code, error);
  if (pattern == NULL) {
    arena_destroy(arena);
    return NULL;
  }
  Program *program = checked_calloc(1, sizeof *program);
  program->engine = engine;
  program->arena = arena;
  program->pattern = pattern;
  program->head.flags = flags;
  program->head.capture_count = pattern->capture_count;
  pattern_number(arena, pattern, &program->numbering);
  program->head.bytes = sizeof *program + arena_bytes(arena);
  if (steps_needed(pattern)) add_steps(program);
  arena_settle(arena);
  return &program->head;
}

void regexp_free(RegExpProgram *head) {
  Program *program = (Program *)head;
  free_code_8(program);
  free_code_16(program);
  arena_destroy(program->arena);
  free(program);
}

const Atom *regexp_group_name(const RegExpProgram *program, uint32_t i, uint32_t *capture) {
  const CaptureName *name = ((const Program *)program)->pattern->names;
  while (name && i-- > 0) name = name->next;
  if (name == NULL) return NULL;
  *capture = name->capture;
  return name->name;
}

// A position inside a pair of surrogates is that of the pair.
static uint32_t at_code_point(const uint16_t *units, uint32_t length, uint32_t start) {
  bool inside = start > 0 && start < length && units[start] >> 10 == 0x37 && units[start - 1] >> 10 == 0x36;
  return inside ? start - 1 : start;
}

RegExpOutcome regexp_match(RegExpProgram *head, const void *units, bool two_byte, uint32_t length, uint32_t start,
                           const uint32_t **captures) {
  Program *program = (Program *)head;
  if (two_byte && (head->flags & REGEXP_UNICODE)) start = at_code_point(units, length, start);
  if (program->steps == NULL) {
    RegExpOutcome outcome = two_byte ? match_16(program, units, length, start) : match_8(program, units, length, start);
    *captures = program->engine->captures;
    if (program->steps == NULL) return outcome;  // otherwise PCRE2 has refused the pattern, or its answer is in doubt
  }
  if (program->engine->machine == NULL) program->engine->machine = machine_create();
  return steps_match(program->engine->machine, program->steps, units, two_byte, length, start, captures);
}
