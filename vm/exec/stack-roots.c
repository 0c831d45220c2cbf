// vm/exec/stack-roots.c - see stack-roots.h.
//
//   frame of f:  callee this parameters variables | temporaries  callee  this  arguments ...   (dead)
//                always alive                     | live_registers()
//   frame of the function that f calls:                          callee  this  parameters variables | temporaries
//
// A frame ends where the next one begins.  Below the frame of a function that looks at all its arguments lies a copy of
// them, which is alive until it has made its arguments object.
#include "vm/exec/stack-roots.h"

#include "compiler/liveness.h"
#include "vm/exec/interpreter.h"

#define VALUE_DEAD ((Value){0xDEA8})  // a pointer into the first 64 kB, where nothing is mapped

static bool marks_dead(const VM *vm) { return vm->heap_config.gc_stress > 0 || vm->heap_config.verify; }

static void clear(const VM *vm, Value *start, const Value *end) {
  Value dead = marks_dead(vm) ? VALUE_DEAD : VALUE_UNDEFINED;
  for (Value *p = start; p < end; p++) *p = dead;
}

// The instruction under way.  A function that has not begun stands before its first.
static uint32_t instruction_of(const Frame *frame) {
  const CompiledFunction *function = frame->code->function;
  if (frame->code->instructions != function->code || frame->pc <= function->code) return 0;
  return (uint32_t)(frame->pc - function->code) - 1;
}

static uint64_t remembered_registers(VM *vm, const CompiledFunction *function, uint32_t pc) {
  const Instruction *instruction = &function->code[pc];
  const size_t index = (uintptr_t)instruction / sizeof *instruction % LIVENESS_MEMORY;
  if (vm->liveness[index].instruction != instruction) {
    vm->liveness[index].instruction = instruction;
    vm->liveness[index].live = live_registers(function, pc, function->local_count);
  }
  return vm->liveness[index].live;
}

void stack_roots_forget(VM *vm) { vm->liveness_is_old = true; }

static void clear_registers(VM *vm, const Frame *frame, const Value *end) {
  const CompiledFunction *function = frame->code->function;
  const uint32_t count = (uint32_t)(end - frame->registers), pc = instruction_of(frame);
  uint64_t live = 0;
  for (uint32_t reg = function->local_count; reg < count; reg++) {
    uint32_t place = reg - function->local_count;
    if (place == 0) live = remembered_registers(vm, function, pc);
    else if (place % LIVENESS_WINDOW == 0) live = live_registers(function, pc, reg);
    if (!(live >> place % LIVENESS_WINDOW & 1)) clear(vm, &frame->registers[reg], &frame->registers[reg + 1]);
  }
}

static Value *copied_arguments(const Frame *frame) {
  bool copied = frame->code && frame->code->flags & CODE_NEEDS_ARGUMENTS;
  return copied ? frame->registers - frame->argument_count - 2 : frame->registers;
}

static void clear_dead_registers(VM *vm) {
  if (vm->liveness_is_old) memset(vm->liveness, 0, sizeof vm->liveness);
  vm->liveness_is_old = false;
  for (const Frame *frame = vm->frames + 1; frame <= vm->frame; frame++) {
    if (!frame->code) continue;
    const Value *end = frame < vm->frame ? copied_arguments(frame + 1) : vm_stack_top(vm);
    clear_registers(vm, frame, end);
    if (instruction_of(frame) >= frame->code->function->arguments_end)
      clear(vm, copied_arguments(frame), frame->registers);
  }
}

static void visit_marked(RootVisitor *visitor, Value *start, Value *end, const char *name) {
  for (Value *p = start; p < end; p++) {
    if (!value_same(*p, VALUE_DEAD)) visitor->visit(visitor, &p->bits, &p->bits + 1, name);
  }
}

void visit_stack(VM *vm, RootVisitor *visitor, const char *name) {
  vm_clear_stale_registers(vm);
  clear_dead_registers(vm);
  Value *top = vm_stack_top(vm);
  if (marks_dead(vm)) visit_marked(visitor, vm->stack, top, name);
  else visitor->visit(visitor, &vm->stack->bits, &top->bits, name);
}
