// regexp/steps.h - private to regexp/: the matcher for patterns that PCRE2 cannot match as JavaScript wants.
//
// A pattern becomes a list of steps, in the order in which they are taken; inside a lookbehind they go through the text
// from right to left.  What they change are registers: first the bounds of the captures, in pairs, then what loops and
// lookarounds need.
#ifndef NODULE_REGEXP_STEPS_H
#define NODULE_REGEXP_STEPS_H

#include "regexp/syntax.h"

typedef enum StepType {
  STEP_CHAR,  // code, or `other`
  STEP_SET,   // set
  STEP_RUN,   // set; least, most, greedy: characters of it in a row
  STEP_START,
  STEP_END,
  STEP_BOUNDARY,   // negative: \B
  STEP_REFERENCE,  // slot: where the capture begins
  STEP_SAVE,       // slot: it becomes the position
  STEP_SPLIT,      // greedy: the next step, or else the target; otherwise the other way round
  STEP_JUMP,       // target
  STEP_ENTER,      // slot: the loop's count is set to zero
  STEP_LOOP,       // slot, least, most, greedy: on with the next step, or out of the loop to the target
  STEP_ITERATE,    // slot: counts, and the register behind it gets the position; captures first .. last - 1 are unset
  STEP_CHECK,      // slot: an iteration behind the `least` that must be fails if it was empty
  STEP_LOOK,       // slot: notes where a lookaround begins; negative: on with the target if its body fails
  STEP_FOUND,      // slot: a lookaround has matched, and is left as it is
  STEP_REFUSE,     // slot: a negative one has, and fails
  STEP_MATCH
} StepType;

typedef struct StepSet {
  uint64_t low[4];  // characters below 256, a bit each
  const CharSet *set;
} StepSet;

typedef struct Step {
  uint8_t type;  // StepType
  bool behind, negative, greedy;
  uint32_t slot, target;
  union {
    uint32_t least, code, first;
  };
  union {
    uint32_t most, other, last;
  };
  const StepSet *set;
} Step;

typedef struct Steps {
  Step *list;
  uint32_t count, registers;
  unsigned flags;
  const StepSet *first;  // what every match begins with; or NULL
} Steps;

// Whether only this matcher will do.  (That PCRE2 refuses a lookbehind without a fixed length shows later.)
bool steps_needed(const Pattern *pattern);
// *bytes grows by the memory that they take.
Steps *steps_compile(Arena *arena, const Pattern *pattern, size_t *bytes);
// Memory for matches, one at a time.
typedef struct Machine Machine;
Machine *machine_create(void);
void machine_destroy(Machine *machine);
// As regexp_match.
RegExpOutcome steps_match(Machine *machine, const Steps *steps, const void *units, bool two_byte, uint32_t length,
                          uint32_t start, const uint32_t **captures);

#endif
