// jit/emit-property.c - constants, context slots, named properties and elements.
#include "jit/emit.h"

// ------------------------------------------------------------------------------------------------------ write barrier

// After the value in RCX, a pointer, was stored at RDX in the object in RAX (heap_write_barrier).
static void pointer_barrier(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_move(a, RSI, RCX);
  x64_do_constant(a, AND, true, RSI, ~(int32_t)PAGE_MASK);
  x64_test_memory_8(a, RSI, 0, PAGE_POINTERS_TO_HERE_INTERESTING);
  uint32_t not_young = x64_jump_if(a, IF_EQUAL);
  x64_move(a, RSI, RAX);
  x64_do_constant(a, AND, true, RSI, ~(int32_t)PAGE_MASK);
  x64_test_memory_8(a, RSI, 0, PAGE_POINTERS_FROM_HERE_INTERESTING);
  jump_list_add(&c->seldom, x64_jump_if(a, IF_NOT_EQUAL), c->i, WAY_BARRIER);
  x64_patch_here(a, not_young);
}

// The same after any value.
static void write_barrier(Compiler *c) {
  Assembler *a = &c->assembler;
  uint32_t no_pointer = jump_unless_pointer(c, RCX, RSI);
  pointer_barrier(c);
  x64_patch_here(a, no_pointer);
}

// ------------------------------------------------------------------------------------------------------ properties

static void context_of(Compiler *c, const Instruction *i, unsigned depth) {
  load_register(c, RAX, i->b);
  for (; depth > 0; depth--) x64_load(&c->assembler, RAX, RAX, offsetof(Context, parent));
}

static int32_t slot_offset(const Instruction *i) { return (int32_t)(offsetof(Context, slots) + i->c * sizeof(Value)); }

static void slot_load(Compiler *c, const Instruction *i, unsigned depth) {
  context_of(c, i, depth);
  x64_load(&c->assembler, RAX, RAX, slot_offset(i));
  store_register(c, i->a, RAX);
}

static void slot_store(Compiler *c, const Instruction *i, unsigned depth) {
  context_of(c, i, depth);
  load_register(c, RCX, i->a);
  x64_store(&c->assembler, RAX, slot_offset(i), RCX);
  x64_load_address(&c->assembler, RDX, RAX, slot_offset(i));
  write_barrier(c);
}

// RAX = the value at the cache's place in the object in RAX (place_slot).
static void load_place(Compiler *c, unsigned cache) {
  Assembler *a = &c->assembler;
  load_cache_place(c, RDX, cache);
  x64_test_32(a, RDX, RDX);
  uint32_t outside = x64_jump_if(a, IF_SIGN);
  x64_load_sum(a, RAX, RAX, RDX);
  uint32_t done = x64_jump(a);
  x64_patch_here(a, outside);
  x64_load(a, RAX, RAX, offsetof(JSObject, properties));
  x64_not_64(a, RDX);
  x64_load_indexed(a, RAX, RAX, RDX, offsetof(Properties, values));
  x64_patch_here(a, done);
}

static void load_own(Compiler *c, unsigned cache) {
  load_cache_place(c, RDX, cache);
  x64_load_sum(&c->assembler, RAX, RAX, RDX);
}
static void load_from_prototype(Compiler *c, unsigned cache) {
  x64_load(&c->assembler, RAX, CACHES, cache_field(cache, offsetof(InlineCache, holder)));
  load_place(c, cache);
}

static void store_named(Compiler *c, const Instruction *i) {
  if (i->op == OPCODE_GetMethod) {
    load_register(c, RCX, i->b);
    store_register(c, i->a + 1u, RCX);
  }
  store_register(c, i->a, RAX);
}

// GetNamed, GetMethod: first for the state that the cache has now, then for the other one of the two that are usual
// (named_load_slowly); the helper serves all others.
static CacheState expected_state(const Compiler *c, const Instruction *i) {
  CacheState state = cache_state(&c->function->caches[i->c]);
  bool is_usual = state == IC_OWN_INOBJECT || state == IC_PROTOTYPE || state == IC_OWN;
  return is_usual ? state : i->op == OPCODE_GetMethod ? IC_PROTOTYPE : IC_OWN_INOBJECT;
}

static void named_load(Compiler *c, const Instruction *i) {
  CacheState state = expected_state(c, i);
  load_register(c, RAX, i->b);
  check_cache(c, i->c, state);
  switch (state) {
  case IC_PROTOTYPE:
    check_epoch(c, i->c);
    load_from_prototype(c, i->c);
    break;
  case IC_OWN: load_place(c, i->c); break;
  default: load_own(c, i->c); break;
  }
  store_named(c, i);
}

static void named_load_slowly(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  CacheState expected = expected_state(c, i);
  load_register(c, RAX, i->b);
  uint32_t no_pointer = jump_unless_pointer(c, RAX, RCX);
  if (expected != IC_OWN_INOBJECT) {
    uint32_t other_shape = jump_unless_shape(c, i->c, IC_OWN_INOBJECT);
    load_own(c, i->c);
    store_named(c, i);
    jump_to_next(c);
    x64_patch_here(a, other_shape);
  }
  if (expected != IC_PROTOTYPE) {
    uint32_t other_shape = jump_unless_shape(c, i->c, IC_PROTOTYPE), other_epoch = jump_unless_epoch(c, i->c);
    load_from_prototype(c, i->c);
    store_named(c, i);
    jump_to_next(c);
    x64_patch_here(a, other_shape);
    x64_patch_here(a, other_epoch);
  }
  x64_patch_here(a, no_pointer);
}

static void length_load(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, i->b);
  check_pointer(c, RAX, RCX);
  x64_compare_8(a, RAX, 0, KIND_ARRAY << 1 | 1);
  seldom_if(c, IF_NOT_EQUAL);
  x64_load(a, RAX, RAX, offsetof(JSArray, length));
  store_register(c, i->a, RAX);
}

static bool named_store(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  CacheState state = cache_state(&c->function->caches[i->c]);
  bool adds = state == IC_ADD;
  if (!adds && state != IC_OWN_INOBJECT && state != IC_EMPTY) return false;
  load_register(c, RAX, i->a);
  check_cache(c, i->c, adds ? IC_ADD : IC_OWN_INOBJECT);
  if (adds) {
    check_epoch(c, i->c);
    x64_load(a, RDI, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, heap));
    x64_compare_8(a, RDI, offsetof(HeapFast, marking), 0);  // then shapes have a barrier of their own
    seldom_if(c, IF_NOT_EQUAL);
  }
  load_cache_place(c, RDX, i->c);
  if (adds) {
    x64_test_32(a, RDX, RDX);
    seldom_if(c, IF_SIGN);
    x64_load(a, RSI, CACHES, cache_field(i->c, offsetof(InlineCache, holder)));
    x64_load_32(a, RSI, RSI, 4);
    x64_store_32(a, RAX, 4, RSI);
  }
  load_register(c, RCX, i->b);
  x64_do(a, ADD, RDX, RAX);
  x64_store(a, RDX, 0, RCX);
  write_barrier(c);
  return true;
}

static void global_load(Compiler *c, const Instruction *i) {
  x64_load(&c->assembler, RAX, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, global));
  check_shape(c, i->c, IC_OWN);
  check_epoch(c, i->c);
  load_place(c, i->c);
  store_register(c, i->a, RAX);
}

// RSI the elements of the object in register `object`, RCX the index in register `key`, below their capacity.
static void load_elements(Compiler *c, unsigned object, unsigned key) {
  Assembler *a = &c->assembler;
  load_register(c, RAX, object);
  check_pointer(c, RAX, RCX);
  x64_compare_8(a, RAX, 0, KIND_OBJECT << 1 | 1);
  seldom_if(c, IF_BELOW);
  load_register(c, RCX, key);
  x64_do(a, CMP, RCX, TAG);
  seldom_if(c, IF_BELOW);
  x64_move_32(a, RCX, RCX);
  x64_load(a, RSI, RAX, offsetof(JSObject, elements));
  x64_compare_register_memory_32(a, RCX, RSI, offsetof(Elements, capacity));
  seldom_if(c, IF_NOT_BELOW);
}

static void index_load(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_elements(c, i->b, i->c);
  x64_load_indexed(a, RAX, RSI, RCX, offsetof(Elements, values));
  x64_test_64(a, RAX, RAX);
  seldom_if(c, IF_EQUAL);
  store_register(c, i->a, RAX);
}

// Over an element that is there.
static void index_store(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_elements(c, i->a, i->b);
  x64_test_memory_8(a, RSI, 1, ELEMENTS_SHARED);
  seldom_if(c, IF_NOT_EQUAL);
  x64_address_indexed(a, RDX, RSI, RCX, offsetof(Elements, values));
  x64_load(a, RAX, RDX, 0);
  x64_test_64(a, RAX, RAX);
  seldom_if(c, IF_EQUAL);
  load_register(c, RCX, i->c);
  x64_store(a, RDX, 0, RCX);
  x64_move(a, RAX, RSI);
  uint32_t no_pointer = jump_unless_pointer(c, RCX, RSI);
  x64_or_memory_8(a, RAX, 1, HEADER_HAS_POINTERS);
  pointer_barrier(c);
  x64_patch_here(a, no_pointer);
}

static void coerce_this(Compiler *c) {
  load_register(c, RAX, 1);
  check_pointer(c, RAX, RCX);
  x64_compare_8(&c->assembler, RAX, 0, KIND_OBJECT << 1 | 1);
  seldom_if(c, IF_BELOW);
}

static void check_initialized(Compiler *c, const Instruction *i) {
  load_register(c, RAX, i->a);
  x64_test_64(&c->assembler, RAX, RAX);
  seldom_if(c, IF_EQUAL);
}

static void parent_context(Compiler *c, const Instruction *i) {
  context_of(c, i, i->c);
  store_register(c, i->a, RAX);
}

// ------------------------------------------------------------------------------------------------------ instructions

bool load_instruction(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  switch ((Opcode)i->op) {
  case OPCODE_LoadConst:
    x64_constant(a, RAX, (uint64_t)(uintptr_t)&c->function->constant_values[i->wide]);
    x64_load(a, RAX, RAX, 0);
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_LoadInt: store_constant(c, i->a, value_int(i->wide)); return true;
  case OPCODE_LoadUndefined: store_constant(c, i->a, VALUE_UNDEFINED); return true;
  case OPCODE_LoadNull: store_constant(c, i->a, VALUE_NULL); return true;
  case OPCODE_LoadTrue: store_constant(c, i->a, VALUE_TRUE); return true;
  case OPCODE_LoadFalse: store_constant(c, i->a, VALUE_FALSE); return true;
  case OPCODE_LoadHole: store_constant(c, i->a, VALUE_EMPTY); return true;
  case OPCODE_Move:
    load_register(c, RAX, i->b);
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_CoerceThis: coerce_this(c); return true;
  case OPCODE_CheckInitialized: check_initialized(c, i); return true;
  case OPCODE_LoadClosureContext:
    load_register(c, RAX, 0);
    x64_load(a, RAX, RAX, offsetof(JSFunction, context));
    store_register(c, i->a, RAX);
    return true;
  case OPCODE_ParentContext: parent_context(c, i); return true;
  case OPCODE_GetSlot: slot_load(c, i, 0); return true;
  case OPCODE_GetSlot1: slot_load(c, i, 1); return true;
  case OPCODE_GetSlot2: slot_load(c, i, 2); return true;
  case OPCODE_SetSlot: slot_store(c, i, 0); return true;
  case OPCODE_SetSlot1: slot_store(c, i, 1); return true;
  case OPCODE_SetSlot2: slot_store(c, i, 2); return true;
  case OPCODE_GetGlobal: global_load(c, i); return true;
  case OPCODE_GetNamed:
  case OPCODE_GetMethod: named_load(c, i); return true;
  case OPCODE_GetLength: length_load(c, i); return true;
  case OPCODE_SetNamed: return named_store(c, i);
  case OPCODE_GetIndex: index_load(c, i); return true;
  case OPCODE_SetIndex: index_store(c, i); return true;
  default: return false;
  }
}

void load_slow_prefix(Compiler *c, const Instruction *i) {
  if (i->op == OPCODE_GetNamed || i->op == OPCODE_GetMethod) named_load_slowly(c, i);
}
