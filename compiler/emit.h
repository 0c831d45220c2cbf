// compiler/emit.h - the function being written: instructions, jumps, constants, inline caches, tables.
//
// The buffers are malloc'ed and serve one function after another; emitter_finish() copies what they hold to the arena.
// A limit that is passed is noted in `failure`, and writing goes on, so that callers need no checks.

#ifndef NODULE_COMPILER_EMIT_H
#define NODULE_COMPILER_EMIT_H

#include "compiler/compile.h"

typedef uint16_t Reg;
typedef uint32_t Label;  // a place in the code; used before it is known
#define NO_LABEL UINT32_MAX

typedef struct JumpRecord {
  uint32_t pc;
  Label label;
} JumpRecord;

typedef struct HandlerRecord {
  uint32_t start, end;
  Label target;
  Reg reg;
} HandlerRecord;

#define BUFFER(type)          \
  struct {                    \
    type *items;              \
    uint32_t count, capacity; \
  }

typedef struct Emitter {
  Arena *arena;
  const char *failure;  // what limit was passed; NULL: none
  BUFFER(Instruction) code;
  BUFFER(uint32_t) labels;  // pc of each, NO_LABEL until it is placed
  BUFFER(JumpRecord) jumps;
  BUFFER(HandlerRecord) handlers;
  BUFFER(PositionEntry) positions;
  BUFFER(TextEntry) texts;
  BUFFER(LocalRange) local_ranges;
  BUFFER(uint32_t) statement_starts;
  BUFFER(Constant) constants;
  BUFFER(uint32_t) ic_names;
  BUFFER(uint32_t) last_ic;  // for each constant, one more than the last inline cache with that name
  uint32_t *constant_table;  // hash table of indices into constants, plus one
  uint32_t constant_table_size;
  uint32_t last_label_pc;  // where the last label was placed
  Position position;       // of the instructions that follow
} Emitter;

void emitter_start(Emitter *e);  // a new function
void emitter_finish(Emitter *e, CompiledFunction *function);
void emitter_free(Emitter *e);

uint32_t emit(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t c);
uint32_t emit_wide(Emitter *e, Opcode op, uint32_t a, int32_t wide);

static inline void emit_at(Emitter *e, Position position) { e->position = position; }
void emit_text(Emitter *e, const Atom *text);  // of the instruction that is emitted next

Label label_new(Emitter *e);
void label_place(Emitter *e, Label label);
void emit_jump(Emitter *e, Label label);
void emit_jump_if(Emitter *e, Opcode op, Reg reg, Label label);                        // JumpTrue ...
void emit_compare_jump(Emitter *e, Opcode op, Reg left, uint32_t right, Label label);  // JumpLt ..., ForInNext
bool emit_reachable(const Emitter *e);  // can the next instruction be reached?

void emit_handler(Emitter *e, uint32_t start, Label target, Reg reg);  // [start, here)

void emit_local_range(Emitter *e, uint32_t start, Reg reg);  // [start, here); the scope's registers in order
void emit_statement_start(Emitter *e);                       // no temporary is alive here

uint32_t constant_number(Emitter *e, double number);
uint32_t constant_string(Emitter *e, const Atom *string);
uint32_t constant_keys(Emitter *e, const Atom **names, uint32_t count);
uint32_t constant_add(Emitter *e, const Constant *constant);  // never shared
// Instructions whose operand c is a constant, or the inline cache of a property or global variable with this name.
void emit_constant(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t constant);
void emit_named(Emitter *e, Opcode op, uint32_t a, uint32_t b, const Atom *name);

#endif
