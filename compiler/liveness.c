// compiler/liveness.c - see liveness.h.
//
// The walk carries the set of registers that were neither read nor written yet on the way to an instruction.  A jump
// forward leaves its set at its target, where the ways meet: what is open on one of them is open.  A register that is
// read while it is open is alive; one that is written is closed on that way.

#include "compiler/liveness.h"

#include <stdlib.h>

#include "base/memory.h"
#include "compiler/opcode-info.h"

typedef uint64_t RegisterSet;  // of a window

typedef struct Arrival {
  uint32_t target;
  RegisterSet open;
} Arrival;

typedef struct Walk {
  const CompiledFunction *function;
  uint32_t first;    // register of the window
  uint32_t end;      // instruction that the walk stops at
  RegisterSet open;  // on the way under way; empty: also where no way leads on
  RegisterSet live;
  Arrival *arrivals;  // jumps that were met, their targets not yet
  uint32_t count, capacity;
  Arrival few[8];
} Walk;

// ------------------------------------------------------------------------------------------------------ operands

static RegisterSet run_of(const Walk *w, uint32_t reg, uint32_t count) {
  uint32_t start = reg > w->first ? reg : w->first, end = reg + count;
  if (end > w->first + LIVENESS_WINDOW) end = w->first + LIVENESS_WINDOW;
  if (reg == NO_REGISTER || start >= end) return 0;
  RegisterSet ones = end - start == LIVENESS_WINDOW ? ~(RegisterSet)0 : ((RegisterSet)1 << (end - start)) - 1;
  return ones << (start - w->first);
}

static bool writes_run(Opcode op) {
  return op == OPCODE_GetMethod || op == OPCODE_GetIndexMethod || op == OPCODE_GetIterator;
}

static uint32_t run_count(const CompiledFunction *f, Instruction instruction) {
  if (instruction.op == OPCODE_NewObjectLiteral) return f->constants[instruction.c].count;
  return instruction_run(instruction);
}

// The register of `this` that the instruction itself fills in.
static bool makes_this(Opcode op) { return op == OPCODE_CallPlain || op == OPCODE_New || op == OPCODE_NewSpread; }

static RegisterSet read_by(const Walk *w, Instruction instruction) {
  Opcode op = (Opcode)instruction.op;
  const uint8_t *kinds = opcode_infos[op].operands;
  const uint16_t operands[] = {instruction.a, instruction.b, instruction.c};
  RegisterSet set = 0;
  for (int i = 0; i < 3 && kinds[i] != K32 && kinds[i] != I32 && kinds[i] != J32; i++) {
    if (kinds[i] == REG) set |= run_of(w, operands[i], 1);
    if (kinds[i] == BAS && !writes_run(op)) set |= run_of(w, operands[i], run_count(w->function, instruction));
  }
  if (makes_this(op)) set &= ~run_of(w, instruction.b + 1u, 1);
  if (op == OPCODE_CallEval || op == OPCODE_CallEvalSpread) set |= run_of(w, instruction.b - 1u, 1);
  return set;
}

static RegisterSet written_by(const Walk *w, Instruction instruction) {
  Opcode op = (Opcode)instruction.op;
  if (writes_run(op)) return run_of(w, instruction.a, 2);
  RegisterSet set = opcode_infos[op].operands[0] == DST ? run_of(w, instruction.a, 1) : 0;
  return makes_this(op) ? set | run_of(w, instruction.b + 1u, 1) : set;
}

// What an instruction uses of the registers that it writes before it is done.  Those that may run a script have nothing
// there until then: what lay there before is not kept alive by the script.
static RegisterSet used_early(const Walk *w, Instruction instruction) {
  switch ((Opcode)instruction.op) {
  case OPCODE_GetMethod:
  case OPCODE_GetIndexMethod: return run_of(w, instruction.a + 1u, 1);
  case OPCODE_CallPlain:
  case OPCODE_New:
  case OPCODE_NewSpread: return run_of(w, instruction.b + 1u, 1);
  case OPCODE_Call:
  case OPCODE_CallSpread:
  case OPCODE_CallEval:
  case OPCODE_CallEvalSpread:
  case OPCODE_ApplyArguments:
  case OPCODE_GetGlobal:
  case OPCODE_GetGlobalOrUndefined:
  case OPCODE_GetNamed:
  case OPCODE_GetLength:
  case OPCODE_GetIndex:
  case OPCODE_DeleteNamed:
  case OPCODE_DeleteIndex:
  case OPCODE_In:
  case OPCODE_InstanceOf:
  case OPCODE_WithHas:
  case OPCODE_GetIterator:
  case OPCODE_IteratorNext:
  case OPCODE_ToPropertyKey:
  case OPCODE_ToString:
  case OPCODE_Add:
  case OPCODE_Sub:
  case OPCODE_Mul:
  case OPCODE_Div:
  case OPCODE_Mod:
  case OPCODE_Exp:
  case OPCODE_BitAnd:
  case OPCODE_BitOr:
  case OPCODE_BitXor:
  case OPCODE_Shl:
  case OPCODE_Sar:
  case OPCODE_Shr:
  case OPCODE_AddInt:
  case OPCODE_SubInt:
  case OPCODE_MulInt:
  case OPCODE_DivInt:
  case OPCODE_ModInt:
  case OPCODE_BitAndInt:
  case OPCODE_BitOrInt:
  case OPCODE_BitXorInt:
  case OPCODE_ShlInt:
  case OPCODE_SarInt:
  case OPCODE_ShrInt:
  case OPCODE_Negate:
  case OPCODE_ToNumber:
  case OPCODE_ToNumeric:
  case OPCODE_Increment:
  case OPCODE_Decrement:
  case OPCODE_BitNot:
  case OPCODE_Eq:
  case OPCODE_Ne:
  case OPCODE_Lt:
  case OPCODE_Le:
  case OPCODE_Gt:
  case OPCODE_Ge: return 0;
  default: return written_by(w, instruction);
  }
}

static bool falls_through(Opcode op) {
  switch (op) {
  case OPCODE_Jump:
  case OPCODE_Return:
  case OPCODE_ReturnUndefined:
  case OPCODE_Throw:
  case OPCODE_ThrowError: return false;
  default: return true;
  }
}

// ------------------------------------------------------------------------------------------------------ the walk

static void grow_arrivals(Walk *w) {
  uint32_t capacity = w->capacity * 2;
  Arrival *arrivals = checked_malloc(capacity * sizeof *arrivals);
  for (uint32_t i = 0; i < w->count; i++) arrivals[i] = w->arrivals[i];
  if (w->arrivals != w->few) free(w->arrivals);
  w->arrivals = arrivals;
  w->capacity = capacity;
}

// Jumps back lead to the beginning of a statement, as do those to the end of the walk and beyond.
static void jump_arrives(Walk *w, uint32_t pc, int64_t target) {
  if (target <= pc || target >= w->end || w->open == 0) return;
  for (uint32_t i = w->count; i-- > 0;) {
    if (w->arrivals[i].target != (uint32_t)target) continue;
    w->arrivals[i].open |= w->open;
    return;
  }
  if (w->count == w->capacity) grow_arrivals(w);
  w->arrivals[w->count++] = (Arrival){(uint32_t)target, w->open};
}

static void ways_meet(Walk *w, uint32_t pc) {
  for (uint32_t i = w->count; i-- > 0;) {
    if (w->arrivals[i].target != pc) continue;
    w->open |= w->arrivals[i].open;
    w->arrivals[i] = w->arrivals[--w->count];
    return;
  }
}

static void step(Walk *w, uint32_t pc) {
  Instruction instruction = w->function->code[pc];
  w->live |= w->open & read_by(w, instruction);
  w->open &= ~(w->live | written_by(w, instruction));
  if (opcode_is_jump((Opcode)instruction.op)) jump_arrives(w, pc, (int64_t)pc + 1 + instruction_distance(instruction));
  if (!falls_through((Opcode)instruction.op)) w->open = 0;
}

// The first recorded beginning of a statement behind `pc`, or the end of the code.
static uint32_t walk_end(const CompiledFunction *f, uint32_t pc) {
  uint32_t low = 0, high = f->statement_start_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (f->statement_starts[middle] <= pc) low = middle + 1;
    else high = middle;
  }
  return low < f->statement_start_count ? f->statement_starts[low] : f->code_count;
}

static RegisterSet live_locals(const Walk *w, uint32_t pc) {
  const CompiledFunction *f = w->function;
  uint32_t low = 0, high = f->local_range_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (f->local_ranges[middle].end <= pc) low = middle + 1;
    else high = middle;
  }
  RegisterSet set = 0;
  for (; low < f->local_range_count; low++) {
    const LocalRange *range = &f->local_ranges[low];
    if (range->start <= pc) set |= run_of(w, range->first, range->count);
  }
  return set;
}

uint64_t live_registers(const CompiledFunction *function, uint32_t pc, uint32_t first) {
  Walk w = {.function = function, .first = first, .end = walk_end(function, pc), .capacity = 8};
  w.arrivals = w.few;
  w.live = live_locals(&w, pc);
  w.open = ~w.live;
  if (first + LIVENESS_WINDOW > function->register_count) w.open &= run_of(&w, first, function->register_count - first);
  RegisterSet early = w.open & used_early(&w, function->code[pc]);
  for (; pc < w.end && (w.open != 0 || w.count > 0); pc++) {
    if (w.count > 0) ways_meet(&w, pc);
    if (w.open != 0) step(&w, pc);
  }
  if (w.arrivals != w.few) free(w.arrivals);
  return w.live | early;
}
