// compiler/emit.c - see emit.h.
//
// Jumps are emitted with their label and get their distance at the end.  Fused compare-and-branch instructions have 16
// bits for it; where that is too short, widen_jumps() makes two or three instructions of one and moves everything
// behind:
//
//     JumpLt a b far        JumpNotLt a b +1        IteratorNext a b far        IteratorNext a b +1
//                           Jump far                                            Jump +1
//                                                                               Jump far

#include "compiler/emit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compiler/opcode-info.h"

enum { TABLE_START = 64, IC_LIMIT = 65000, STATEMENT_STEP = 64 };

// ------------------------------------------------------------------------------------------------------ buffers

static void *buffer_grow(void *items, uint32_t *capacity, size_t size) {
  *capacity = *capacity == 0 ? 64 : *capacity * 2;
  items = checked_realloc(items, *capacity * size);
  return items;
}

#define PUSH(buffer, ...)                                                                       \
  do {                                                                                          \
    if ((buffer).count == (buffer).capacity)                                                    \
      (buffer).items = buffer_grow((buffer).items, &(buffer).capacity, sizeof *(buffer).items); \
    (buffer).items[(buffer).count++] = (__VA_ARGS__);                                           \
  } while (0)

static void reset_constant_table(Emitter *e) {
  if (e->constant_table_size > 16 * TABLE_START || e->constant_table == NULL) {
    free(e->constant_table);
    e->constant_table = checked_calloc(TABLE_START, sizeof *e->constant_table);
    e->constant_table_size = TABLE_START;
  } else {
    memset(e->constant_table, 0, e->constant_table_size * sizeof *e->constant_table);
  }
}

void emitter_start(Emitter *e) {
  e->code.count = e->labels.count = e->jumps.count = e->handlers.count = 0;
  e->positions.count = e->texts.count = e->local_ranges.count = e->statement_starts.count = 0;
  e->constants.count = e->ic_names.count = e->last_ic.count = 0;
  e->last_label_pc = NO_LABEL;
  reset_constant_table(e);
}

void emitter_free(Emitter *e) {
  free(e->code.items);
  free(e->labels.items);
  free(e->jumps.items);
  free(e->handlers.items);
  free(e->positions.items);
  free(e->texts.items);
  free(e->local_ranges.items);
  free(e->statement_starts.items);
  free(e->constants.items);
  free(e->ic_names.items);
  free(e->last_ic.items);
  free(e->constant_table);
}

// ------------------------------------------------------------------------------------------------------ instructions

static void note_position(Emitter *e) {
  if (e->positions.count > 0) {
    const PositionEntry *last = &e->positions.items[e->positions.count - 1];
    if (last->line == e->position.line && last->column == e->position.column) return;
  }
  if (e->position.line == 0) return;
  PUSH(e->positions, (PositionEntry){e->code.count, e->position.line, e->position.column});
}

uint32_t emit(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t c) {
  note_position(e);
  Instruction instruction = {.op = (uint16_t)op, .a = (uint16_t)a};
  instruction.b = (uint16_t)b;
  instruction.c = (uint16_t)c;
  PUSH(e->code, instruction);
  return e->code.count - 1;
}

uint32_t emit_wide(Emitter *e, Opcode op, uint32_t a, int32_t wide) {
  uint32_t pc = emit(e, op, a, 0, 0);
  e->code.items[pc].wide = wide;
  return pc;
}

void emit_text(Emitter *e, const Atom *text) {
  if (text != NULL) PUSH(e->texts, (TextEntry){e->code.count, text});
}

// ------------------------------------------------------------------------------------------------------ labels

Label label_new(Emitter *e) {
  PUSH(e->labels, NO_LABEL);
  return e->labels.count - 1;
}

void label_place(Emitter *e, Label label) { e->labels.items[label] = e->last_label_pc = e->code.count; }

void emit_jump(Emitter *e, Label label) {
  PUSH(e->jumps, (JumpRecord){e->code.count, label});
  emit_wide(e, OPCODE_Jump, 0, 0);
}

void emit_jump_if(Emitter *e, Opcode op, Reg reg, Label label) {
  PUSH(e->jumps, (JumpRecord){e->code.count, label});
  emit_wide(e, op, reg, 0);
}

void emit_compare_jump(Emitter *e, Opcode op, Reg left, uint32_t right, Label label) {
  PUSH(e->jumps, (JumpRecord){e->code.count, label});
  emit(e, op, left, right, 0);
}

bool emit_reachable(const Emitter *e) {
  if (e->code.count == 0 || e->last_label_pc == e->code.count) return true;
  switch ((Opcode)e->code.items[e->code.count - 1].op) {
  case OPCODE_Jump:
  case OPCODE_Return:
  case OPCODE_ReturnUndefined:
  case OPCODE_Throw:
  case OPCODE_ThrowError: return false;
  default: return true;
  }
}

void emit_handler(Emitter *e, uint32_t start, Label target, Reg reg) {
  if (start < e->code.count) PUSH(e->handlers, (HandlerRecord){start, e->code.count, target, reg});
}

// ------------------------------------------------------------------------------------------------------ lifetimes

void emit_local_range(Emitter *e, uint32_t start, Reg reg) {
  if (start >= e->code.count) return;
  if (e->local_ranges.count > 0) {
    LocalRange *last = &e->local_ranges.items[e->local_ranges.count - 1];
    if (last->start == start && last->end == e->code.count && last->first + last->count == reg) {
      last->count++;
      return;
    }
  }
  PUSH(e->local_ranges, (LocalRange){start, e->code.count, reg, 1});
}

void emit_statement_start(Emitter *e) {
  uint32_t count = e->statement_starts.count;
  if (count > 0 && e->code.count - e->statement_starts.items[count - 1] < STATEMENT_STEP) return;
  if (e->code.count < STATEMENT_STEP) return;
  PUSH(e->statement_starts, e->code.count);
}

// ------------------------------------------------------------------------------------------------------ constants

static uint64_t constant_bits(const Constant *constant) {
  uint64_t bits = 0;
  if (constant->type == CONSTANT_NUMBER) memcpy(&bits, &constant->number, sizeof bits);
  else if (constant->type == CONSTANT_STRING) bits = (uint64_t)(uintptr_t)constant->string;
  else
    for (uint32_t i = 0; i < constant->count; i++) bits = bits * 31 + (uint64_t)(uintptr_t)constant->names[i];
  return bits;
}

static bool constant_equal(const Constant *one, const Constant *other) {
  if (one->type != other->type) return false;
  if (one->type != CONSTANT_KEYS) return constant_bits(one) == constant_bits(other);
  return one->count == other->count && memcmp(one->names, other->names, one->count * sizeof *one->names) == 0;
}

static uint32_t *constant_place(Emitter *e, const Constant *constant) {
  uint64_t hash = (constant_bits(constant) + constant->type) * 0x9E3779B97F4A7C15u;
  uint32_t mask = e->constant_table_size - 1;
  for (uint32_t at = (uint32_t)(hash >> 32) & mask;; at = (at + 1) & mask) {
    uint32_t *place = &e->constant_table[at];
    if (*place == 0 || constant_equal(&e->constants.items[*place - 1], constant)) return place;
  }
}

static bool is_shared(const Constant *constant) {
  return constant->type == CONSTANT_NUMBER || constant->type == CONSTANT_STRING || constant->type == CONSTANT_KEYS;
}

static void grow_constant_table(Emitter *e) {
  free(e->constant_table);
  e->constant_table_size *= 2;
  e->constant_table = checked_calloc(e->constant_table_size, sizeof *e->constant_table);
  for (uint32_t i = 0; i < e->constants.count; i++) {
    if (is_shared(&e->constants.items[i])) *constant_place(e, &e->constants.items[i]) = i + 1;
  }
}

uint32_t constant_add(Emitter *e, const Constant *constant) {
  if (e->constants.count == INT32_MAX) e->failure = "Too many constants in a function";
  PUSH(e->constants, *constant);
  PUSH(e->last_ic, 0);
  return e->constants.count - 1;
}

static uint32_t constant_share(Emitter *e, const Constant *constant) {
  uint32_t *place = constant_place(e, constant);
  if (*place != 0) return *place - 1;
  uint32_t index = constant_add(e, constant);
  *place = index + 1;
  if (e->constants.count * 2 > e->constant_table_size) grow_constant_table(e);
  return index;
}

uint32_t constant_number(Emitter *e, double number) {
  return constant_share(e, &(Constant){.type = CONSTANT_NUMBER, .number = number});
}

uint32_t constant_string(Emitter *e, const Atom *string) {
  return constant_share(e, &(Constant){.type = CONSTANT_STRING, .string = string});
}

uint32_t constant_keys(Emitter *e, const Atom **names, uint32_t count) {
  return constant_share(e, &(Constant){.type = CONSTANT_KEYS, .count = count, .names = names});
}

// The instruction does without its own operand.
static void emit_wide_constant(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t constant) {
  emit_wide(e, OPCODE_WideConstant, 0, (int32_t)constant);
  emit(e, op, a, b, 0);
}

void emit_constant(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t constant) {
  if (constant > UINT16_MAX) emit_wide_constant(e, op, a, b, constant);
  else emit(e, op, a, b, constant);
}

// Every use of a name has a cache of its own while there are numbers left; later uses share that of an earlier one, or
// have none.
void emit_named(Emitter *e, Opcode op, uint32_t a, uint32_t b, const Atom *name) {
  uint32_t constant = constant_string(e, name), *last = &e->last_ic.items[constant];
  if (e->ic_names.count < IC_LIMIT) {
    PUSH(e->ic_names, constant);
    *last = e->ic_names.count;
  }
  if (*last > 0) emit(e, op, a, b, *last - 1);
  else emit_wide_constant(e, op, a, b, constant);
}

// ------------------------------------------------------------------------------------------------------ wide jumps

static Opcode inverted(Opcode op) {
  switch (op) {
// clang-format off
#define PAIR(x, y) case OPCODE_Jump##x: return OPCODE_Jump##y; case OPCODE_Jump##y: return OPCODE_Jump##x;
  PAIR(Lt, NotLt) PAIR(Le, NotLe) PAIR(Gt, NotGt) PAIR(Ge, NotGe) PAIR(Eq, Ne) PAIR(StrictEq, StrictNe)
  PAIR(LtInt, NotLtInt) PAIR(LeInt, NotLeInt) PAIR(GtInt, NotGtInt) PAIR(GeInt, NotGeInt) PAIR(EqInt, NeInt)
  PAIR(StrictEqInt, StrictNeInt)
#undef PAIR
        // clang-format on
        default : return op;  // has no opposite: takes three instructions
  }
}

static uint32_t extra_instructions(Opcode op) { return inverted(op) == op ? 2 : 1; }

// Where each instruction goes when those of `extra` grow.
static void lay_out(const Emitter *e, const uint8_t *extra, uint32_t *moved) {
  moved[0] = 0;
  for (uint32_t pc = 0; pc < e->code.count; pc++) moved[pc + 1] = moved[pc] + 1 + extra[pc];
}

static bool find_far_jumps(const Emitter *e, uint8_t *extra, const uint32_t *moved) {
  bool found = false;
  for (uint32_t i = 0; i < e->jumps.count; i++) {
    JumpRecord jump = e->jumps.items[i];
    Opcode op = (Opcode)e->code.items[jump.pc].op;
    if (!opcode_is_short_jump(op) || extra[jump.pc] > 0) continue;
    int64_t distance = (int64_t)moved[e->labels.items[jump.label]] - ((int64_t)moved[jump.pc] + 1);
    if (distance >= INT16_MIN && distance <= INT16_MAX) continue;
    extra[jump.pc] = (uint8_t)extra_instructions(op);
    found = true;
  }
  return found;
}

static void move_everything(Emitter *e, const uint32_t *moved) {
  for (uint32_t i = 0; i < e->labels.count; i++) {
    if (e->labels.items[i] != NO_LABEL) e->labels.items[i] = moved[e->labels.items[i]];
  }
  for (uint32_t i = 0; i < e->positions.count; i++) e->positions.items[i].pc = moved[e->positions.items[i].pc];
  for (uint32_t i = 0; i < e->texts.count; i++) e->texts.items[i].pc = moved[e->texts.items[i].pc];
  for (uint32_t i = 0; i < e->local_ranges.count; i++) {
    e->local_ranges.items[i].start = moved[e->local_ranges.items[i].start];
    e->local_ranges.items[i].end = moved[e->local_ranges.items[i].end];
  }
  for (uint32_t i = 0; i < e->statement_starts.count; i++)
    e->statement_starts.items[i] = moved[e->statement_starts.items[i]];
  for (uint32_t i = 0; i < e->handlers.count; i++) {
    e->handlers.items[i].start = moved[e->handlers.items[i].start];
    e->handlers.items[i].end = moved[e->handlers.items[i].end];
  }
}

static void rewrite_code(Emitter *e, const uint8_t *extra, const uint32_t *moved) {
  uint32_t count = moved[e->code.count];
  Instruction *code = checked_calloc(count, sizeof *code);
  for (uint32_t pc = 0; pc < e->code.count; pc++) {
    Instruction instruction = e->code.items[pc];
    Instruction *at = &code[moved[pc]];
    if (extra[pc] > 0) {
      instruction.op = (uint16_t)inverted((Opcode)instruction.op);
      instruction.c = 1;
      at[1] = at[extra[pc]] = (Instruction){.op = OPCODE_Jump};
      if (extra[pc] == 2) at[1].wide = 1;
    }
    at[0] = instruction;
  }
  for (uint32_t i = 0; i < e->jumps.count; i++) {
    uint32_t pc = e->jumps.items[i].pc;
    e->jumps.items[i].pc = moved[pc] + extra[pc];
  }
  free(e->code.items);
  e->code.items = code;
  e->code.count = e->code.capacity = count;
}

static void widen_jumps(Emitter *e) {
  if (e->code.count < INT16_MAX) return;
  uint8_t *extra = checked_calloc(e->code.count, 1);
  uint32_t *moved = checked_calloc((size_t)e->code.count + 1, sizeof *moved);
  do lay_out(e, extra, moved);
  while (find_far_jumps(e, extra, moved));
  rewrite_code(e, extra, moved);
  move_everything(e, moved);
  free(extra);
  free(moved);
}

static void patch_jumps(Emitter *e) {
  for (uint32_t i = 0; i < e->jumps.count; i++) {
    JumpRecord jump = e->jumps.items[i];
    Instruction *instruction = &e->code.items[jump.pc];
    int32_t distance = (int32_t)(e->labels.items[jump.label] - (jump.pc + 1));
    if (opcode_is_short_jump((Opcode)instruction->op)) instruction->c = (uint16_t)distance;
    else instruction->wide = distance;
  }
}

// ------------------------------------------------------------------------------------------------------ the result

#define COPY(e, buffer)                                                                                              \
  ((buffer).count == 0 ? NULL                                                                                        \
                       : memcpy(arena_allocate((e)->arena, (buffer).count * sizeof *(buffer).items), (buffer).items, \
                                (buffer).count * sizeof *(buffer).items))

void emitter_finish(Emitter *e, CompiledFunction *function) {
  if (e->code.count > INT32_MAX / 4) e->failure = "Function too large";
  widen_jumps(e);
  patch_jumps(e);
  function->code = COPY(e, e->code);
  function->code_count = e->code.count;
  function->constants = COPY(e, e->constants);
  function->constant_count = e->constants.count;
  function->ic_names = COPY(e, e->ic_names);
  function->ic_count = e->ic_names.count;
  function->positions = COPY(e, e->positions);
  function->position_count = e->positions.count;
  function->texts = COPY(e, e->texts);
  function->text_count = e->texts.count;
  function->local_ranges = COPY(e, e->local_ranges);
  function->local_range_count = e->local_ranges.count;
  function->statement_starts = COPY(e, e->statement_starts);
  function->statement_start_count = e->statement_starts.count;
  function->handler_count = e->handlers.count;
  function->handlers = arena_allocate(e->arena, e->handlers.count * sizeof *function->handlers);
  for (uint32_t i = 0; i < e->handlers.count; i++) {
    HandlerRecord record = e->handlers.items[i];
    function->handlers[i] = (Handler){record.start, record.end, e->labels.items[record.target], record.reg};
  }
}
