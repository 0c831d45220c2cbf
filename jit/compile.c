// jit/compile.c - from bytecode to machine code, one instruction after the other; the seldom ways come last.
#include "jit/emit.h"

#include <stdlib.h>

#include "base/memory.h"

void jump_list_add(JumpList *list, uint32_t at, uint32_t instruction, Way way) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity ? 2 * list->capacity : 64;
    Jump *items = list->incomplete ? NULL : try_realloc(list->items, capacity * sizeof *items);
    if (items == NULL) {
      list->incomplete = true;
      return;
    }
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = (Jump){at, instruction, way};
}

static void instruction(Compiler *c, const Instruction *i) {
  if (load_instruction(c, i) || arithmetic_instruction(c, i) || jump_instruction(c, i) || call_instruction(c, i))
    return;
  const uint8_t *helper = c->baseline->helpers[i->op];
  if (helper != NULL) call_helper(c, helper);
  else leave_to_interpreter(c);
}

static void slow_way(Compiler *c, const Instruction *i) {
  if (call_slowly(c, i) || jump_slowly(c, i)) return;
  load_slow_prefix(c, i);
  arithmetic_slow_prefix(c, i);
  call_helper(c, c->baseline->helpers[i->op]);
  jump_to_next(c);
}

static void barrier_way(Compiler *c) {
  Assembler *a = &c->assembler;
  x64_load(a, RDI, THE_VM, offsetof(VM, runtime) + offsetof(Runtime, heap));
  x64_move(a, RSI, RAX);
  x64_constant(a, RAX, (uint64_t)(uintptr_t)heap_write_barrier_slow);
  x64_call_register(a, RAX);
  jump_to_next(c);
}

static void seldom_ways(Compiler *c) {
  const Jump *jumps = c->seldom.items;
  for (uint32_t first = 0, end; first < c->seldom.count; first = end) {
    c->i = jumps[first].instruction;
    for (end = first; end < c->seldom.count && jumps[end].instruction == c->i && jumps[end].way == jumps[first].way;
         end++) {
      x64_patch_here(&c->assembler, jumps[end].at);
    }
    if (jumps[first].way == WAY_BARRIER) barrier_way(c);
    else slow_way(c, &c->code[c->i]);
  }
}

bool baseline_compile(const Baseline *baseline, Assembler *assembler, const Code *code, CompiledCode *out) {
  const CompiledFunction *function = code->function;
  Compiler c = {.assembler = *assembler,
                .baseline = baseline,
                .function = code,
                .code = function->code,
                .count = function->code_count};
  out->offsets = c.offsets = try_malloc((c.count + 1) * sizeof *c.offsets);
  c.resumes = try_calloc(c.count, sizeof *c.resumes);
  if (c.offsets == NULL || c.resumes == NULL) {
    free(c.resumes);
    return false;
  }
  prologue(&c);
  out->body = c.assembler.size;
  load_caches(&c);
  for (c.i = 0; c.i < c.count; c.i++) {
    c.offsets[c.i] = c.assembler.size;
    instruction(&c, &c.code[c.i]);
  }
  c.offsets[c.count] = c.assembler.size;
  c.all_placed = true;
  seldom_ways(&c);
  for (uint32_t j = 0; j < c.forward.count; j++) {
    x64_patch(&c.assembler, c.forward.items[j].at, c.offsets[c.forward.items[j].instruction]);
  }
  *assembler = c.assembler;
  free(c.forward.items);
  free(c.seldom.items);
  free(c.resumes);
  return !c.assembler.full && !c.forward.incomplete && !c.seldom.incomplete;
}
