// jit/emit.h - what the compiler of machine code is made of.
//
// Machine registers, the same in all machine code: RBX the frame's registers, R12 the Frame, R13 the VM, R14 INT_TAG,
// R15 the function's inline caches.  All others are free within an instruction.
//
// The ways that a bytecode instruction takes seldom are put behind the function's end.  There a C function does what is
// left of the instruction (helpers.c), or the interpreter takes over at it.
#ifndef NODULE_JIT_EMIT_H
#define NODULE_JIT_EMIT_H

#include "jit/baseline-internal.h"
#include "jit/helpers.h"
#include "vm/exec/inline-cache.h"

typedef enum Way {
  WAY_SLOW,     // the whole instruction is done once more, by a helper or by the interpreter
  WAY_BARRIER,  // the write barrier's slow half, then the instruction is done: RAX host, RDX slot, RCX value
} Way;

typedef struct Jump {
  uint32_t at;           // of its distance
  uint32_t instruction;  // where it goes, or whose seldom way it takes
  Way way;
} Jump;

typedef struct JumpList {
  Jump *items;
  uint32_t count, capacity;
  bool incomplete;  // there was no memory: the function stays interpreted
} JumpList;

typedef struct Compiler {
  Assembler assembler;
  const Baseline *baseline;
  const Code *function;
  const Instruction *code;
  uint32_t count;     // of instructions
  uint32_t *offsets;  // of each instruction's machine code
  uint32_t *resumes;  // of each call: where it goes on after it
  JumpList forward;   // to instructions not yet reached
  JumpList seldom;    // to the seldom way of an instruction
  uint32_t i;         // the instruction under way
  bool all_placed;    // only the seldom ways are left
} Compiler;

#define R_BASE RBX
#define FRAME R12
#define THE_VM R13
#define TAG R14
#define CACHES R15

void jump_list_add(JumpList *list, uint32_t at, uint32_t instruction, Way way);

// Each emits an instruction if it is of its family; false: it is not, or a helper has to do all of it.
bool load_instruction(Compiler *c, const Instruction *i);        // bindings, properties, elements
bool arithmetic_instruction(Compiler *c, const Instruction *i);  // and comparisons with a value
bool jump_instruction(Compiler *c, const Instruction *i);
bool call_instruction(Compiler *c, const Instruction *i);  // and returns

// The slow way.  A `slowly` function emits all of it if it returns true; a `slow_prefix` function what machine code can
// still do before a helper does the rest.
bool call_slowly(Compiler *c, const Instruction *i);
bool jump_slowly(Compiler *c, const Instruction *i);
void load_slow_prefix(Compiler *c, const Instruction *i);
void arithmetic_slow_prefix(Compiler *c, const Instruction *i);

// What a function does first when machine code calls it: R12 is the caller's frame, RSI the callee's registers, RCX its
// Code.
void prologue(Compiler *c);

// ------------------------------------------------------------------------------------------------------ small parts

static inline void load_register(Compiler *c, Register to, unsigned reg) {
  x64_load(&c->assembler, to, R_BASE, (int32_t)reg * 8);
}
static inline void store_register(Compiler *c, unsigned reg, Register from) {
  x64_store(&c->assembler, R_BASE, (int32_t)reg * 8, from);
}

static inline void store_constant(Compiler *c, unsigned reg, Value value) {
  x64_constant(&c->assembler, RAX, value.bits);
  store_register(c, reg, RAX);
}

static inline void seldom_if(Compiler *c, Condition condition) {
  jump_list_add(&c->seldom, x64_jump_if(&c->assembler, condition), c->i, WAY_SLOW);
}
static inline void seldom(Compiler *c) { jump_list_add(&c->seldom, x64_jump(&c->assembler), c->i, WAY_SLOW); }

static inline uint32_t jump_target(const Compiler *c, int32_t distance) { return c->i + 1 + (uint32_t)distance; }

static inline void jump_to(Compiler *c, uint32_t at, uint32_t target) {
  if (target <= c->i || c->all_placed) x64_patch(&c->assembler, at, c->offsets[target]);
  else jump_list_add(&c->forward, at, target, WAY_SLOW);
}
static inline void jump_if(Compiler *c, Condition condition, int32_t distance) {
  jump_to(c, x64_jump_if(&c->assembler, condition), jump_target(c, distance));
}
static inline void jump(Compiler *c, int32_t distance) {
  jump_to(c, x64_jump(&c->assembler), jump_target(c, distance));
}

// The parameters of the frame at `base` that were not given become what is in `undefined`; EDX arguments were.
static inline void fill_parameters(Assembler *a, Register base, Register undefined, unsigned count) {
  x64_do_constant(a, CMP, false, RDX, (int32_t)count);
  uint32_t enough = x64_jump_if(a, IF_NOT_BELOW);
  uint32_t next = a->size;
  x64_store_indexed(a, base, RDX, 2 * 8, undefined);
  x64_do_constant(a, ADD, false, RDX, 1);
  x64_do_constant(a, CMP, false, RDX, (int32_t)count);
  x64_patch(a, x64_jump_if(a, IF_BELOW), next);
  x64_patch_here(a, enough);
}

static inline void jump_to_stub(Compiler *c, const uint8_t *stub) {
  uint32_t at = x64_jump(&c->assembler);
  x64_patch(&c->assembler, at, (uint32_t)(stub - c->assembler.start));
}
static inline void jump_to_stub_if(Compiler *c, Condition condition, const uint8_t *stub) {
  uint32_t at = x64_jump_if(&c->assembler, condition);
  x64_patch(&c->assembler, at, (uint32_t)(stub - c->assembler.start));
}

// Frame.pc = the instruction with that number
static inline void save_pc(Compiler *c, uint32_t instruction) {
  x64_constant(&c->assembler, RAX, (uint64_t)(uintptr_t)&c->code[instruction]);
  x64_store(&c->assembler, FRAME, offsetof(Frame, pc), RAX);
}

static inline void load_caches(Compiler *c) {
  x64_constant(&c->assembler, CACHES, (uint64_t)(uintptr_t)c->function->caches);
}

// The interpreter goes on at the present instruction.
static inline void leave_to_interpreter(Compiler *c) {
  save_pc(c, c->i);
  jump_to_stub(c, c->baseline->leave);
}

// The helper's answer is in RAX; those that answer true or false come back only with true.
static inline void call_helper(Compiler *c, const uint8_t *helper) {
  x64_constant(&c->assembler, RAX, (uint64_t)(uintptr_t)&c->code[c->i]);
  x64_patch(&c->assembler, x64_call(&c->assembler), (uint32_t)(helper - c->assembler.start));
}
static inline void jump_to_next(Compiler *c) {
  x64_patch(&c->assembler, x64_jump(&c->assembler), c->offsets[c->i + 1]);
}

// ------------------------------------------------------------------------------------------------------ values

// The jump that is taken unless `reg` holds a pointer (word_is_pointer); uses `scratch`.
static inline uint32_t jump_unless_pointer(Compiler *c, Register reg, Register scratch) {
  x64_load_address(&c->assembler, scratch, reg, -1);
  x64_shift(&c->assembler, SHR, true, scratch, 48);
  return x64_jump_if(&c->assembler, IF_NOT_EQUAL);
}
static inline void check_pointer(Compiler *c, Register reg, Register scratch) {
  jump_list_add(&c->seldom, jump_unless_pointer(c, reg, scratch), c->i, WAY_SLOW);
}

static inline int32_t cache_field(unsigned cache, size_t field) {
  return (int32_t)(cache * sizeof(InlineCache) + field);
}

// The jump that is taken unless the cache is in `state` for the shape of the object in RAX, which stays.
static inline uint32_t jump_unless_shape(Compiler *c, unsigned cache, CacheState state) {
  Assembler *a = &c->assembler;
  x64_load_32(a, RCX, RAX, 4);  // the shape's index: the upper half of the header
  x64_constant(a, RDX, cache_shape_word(state, 0));
  x64_do(a, OR, RCX, RDX);
  x64_do_memory(a, CMP, RCX, CACHES, cache_field(cache, offsetof(InlineCache, shape)));
  return x64_jump_if(a, IF_NOT_EQUAL);
}
static inline void check_shape(Compiler *c, unsigned cache, CacheState state) {
  jump_list_add(&c->seldom, jump_unless_shape(c, cache, state), c->i, WAY_SLOW);
}
static inline void check_cache(Compiler *c, unsigned cache, CacheState state) {
  check_pointer(c, RAX, RCX);
  check_shape(c, cache, state);
}

static inline uint32_t jump_unless_epoch(Compiler *c, unsigned cache) {
  Assembler *a = &c->assembler;
  x64_load_32(a, RDX, CACHES, cache_field(cache, offsetof(InlineCache, epoch)));
  x64_compare_register_memory_32(a, RDX, THE_VM, (int32_t)(offsetof(VM, runtime) + offsetof(Runtime, prototype_epoch)));
  return x64_jump_if(a, IF_NOT_EQUAL);
}
static inline void check_epoch(Compiler *c, unsigned cache) {
  jump_list_add(&c->seldom, jump_unless_epoch(c, cache), c->i, WAY_SLOW);
}

static inline void load_cache_place(Compiler *c, Register to, unsigned cache) {
  x64_load_signed_32(&c->assembler, to, CACHES, cache_field(cache, offsetof(InlineCache, place)));
}

#endif
