// jit/construct.c - machine code that makes objects by the plan of a constructor (vm/exec/construct.h).
//
// The instruction New calls it: RAX is the function, RSI its registers, EDX the number of arguments.  It answers the
// object in RAX, or 0 where more is to be done than to fill in a piece of new space: the plan does not hold any more,
// new space or the stack has no room, objects of the shape are born old, marking goes on.  Nothing has been done then.
#include "jit/emit.h"
#include "vm/exec/construct.h"

#define ROOM_PER_SLOT 32
#define ROOM_BESIDES 512

#define MAX_FAILURES 8

typedef struct Maker {
  Assembler a;
  uint32_t failures[MAX_FAILURES];  // jumps
  int failure_count;
} Maker;

static void fail_if(Maker *m, Condition condition) { m->failures[m->failure_count++] = x64_jump_if(&m->a, condition); }

#define RUNTIME_FIELD(field) ((int32_t)(offsetof(VM, runtime) + offsetof(Runtime, field)))
#define THE_PLAN R8
#define THE_HEAP R10

_Static_assert(offsetof(Runtime, shape_epoch) == offsetof(Runtime, prototype_epoch) + 4 && sizeof(HeapObject) == 8 &&
                   offsetof(ConstructPlan, shape_epoch) == offsetof(ConstructPlan, prototype_epoch) + 4,
               "both are compared at once");

// The plan holds, and there is room for a frame (construct_plan_holds, frame_fits).
static void check_plan(Maker *m, const Code *code) {
  Assembler *a = &m->a;
  x64_load(a, RDI, RAX, offsetof(JSFunction, initial_shape));
  x64_test_64(a, RDI, RDI);
  fail_if(m, IF_EQUAL);
  x64_load_32(a, RDI, RDI, 4);
  x64_constant(a, THE_PLAN, (uint64_t)(uintptr_t)code->plan);
  x64_compare_register_memory_32(a, RDI, THE_PLAN, offsetof(ConstructPlan, first_shape));
  fail_if(m, IF_NOT_EQUAL);
  x64_load(a, RCX, THE_VM, RUNTIME_FIELD(prototype_epoch));
  x64_do_memory(a, CMP, RCX, THE_PLAN, offsetof(ConstructPlan, prototype_epoch));
  fail_if(m, IF_NOT_EQUAL);
  x64_load_address(a, RCX, RSI, code->register_count * 8);
  x64_do_memory(a, CMP, RCX, THE_VM, offsetof(VM, stack_used));
  fail_if(m, IF_ABOVE);
  x64_load_address(a, RCX, FRAME, sizeof(Frame));
  x64_do_memory(a, CMP, RCX, THE_VM, offsetof(VM, frames_end));
  fail_if(m, IF_NOT_BELOW);
}

// RAX = a piece of new space; RDI is the index of the shape (heap_allocate_shaped).
static void allocate(Maker *m, size_t bytes) {
  Assembler *a = &m->a;
  x64_load(a, THE_HEAP, THE_VM, RUNTIME_FIELD(heap));
  x64_do_constant(a, AND, false, RDI, TENURED_SHAPES - 1);
  x64_do(a, ADD, RDI, THE_HEAP);
  x64_compare_8(a, RDI, offsetof(HeapFast, tenured), 0);
  fail_if(m, IF_NOT_EQUAL);
  x64_compare_8(a, THE_HEAP, offsetof(HeapFast, marking), 0);
  fail_if(m, IF_NOT_EQUAL);
  x64_load(a, RAX, THE_HEAP, offsetof(HeapFast, new_top));
  x64_load_address(a, RCX, RAX, (int32_t)bytes);
  x64_do_memory(a, CMP, RCX, THE_HEAP, offsetof(HeapFast, new_limit));
  fail_if(m, IF_ABOVE);
  x64_store(a, THE_HEAP, offsetof(HeapFast, new_top), RCX);
}
_Static_assert((TENURED_SHAPES & (TENURED_SHAPES - 1)) == 0, "a mask serves as modulo");

static void load_source(Maker *m, const FieldSource *source) {  // to RCX
  Assembler *a = &m->a;
  if (source->constant != NULL) {
    x64_constant(a, RCX, (uint64_t)(uintptr_t)source->constant);
    x64_load(a, RCX, RCX, 0);
  } else if (!value_is_empty(source->literal)) {
    x64_constant(a, RCX, source->literal.bits);
  } else if (source->reg == 1) {
    x64_move(a, RCX, RAX);  // `this` is the new object
  } else {
    x64_load(a, RCX, RSI, (int32_t)(source->reg * sizeof(Value)));
  }
}

static size_t words_of(const ConstructPlan *plan) { return (size_t)plan->slots_at + plan->count; }

static void fill_in(Maker *m, const ConstructPlan *plan) {
  Assembler *a = &m->a;
  x64_constant(a, RCX, header_make(plan->kind, 0, (unsigned)words_of(plan), 0));
  x64_store_32(a, RAX, 0, RCX);
  x64_load_32(a, RCX, THE_PLAN, offsetof(ConstructPlan, last_shape));
  x64_store_32(a, RAX, 4, RCX);
  x64_load(a, RCX, THE_VM, RUNTIME_FIELD(empty_properties));
  x64_store(a, RAX, offsetof(JSObject, properties), RCX);
  x64_load(a, RCX, THE_VM, RUNTIME_FIELD(empty_elements));
  x64_store(a, RAX, offsetof(JSObject, elements), RCX);
  for (size_t i = sizeof(JSObject) / sizeof(Value); i < plan->slots_at; i++) {
    x64_constant(a, RCX, VALUE_UNDEFINED.bits);
    x64_store(a, RAX, (int32_t)(i * sizeof(Value)), RCX);
  }
  for (uint32_t i = 0; i < plan->count; i++) {
    load_source(m, &plan->sources[i]);
    x64_store(a, RAX, (int32_t)((plan->slots_at + i) * sizeof(Value)), RCX);
  }
}

void baseline_make_constructor(VM *vm, Code *code) {
  Baseline *b = vm->baseline;
  ConstructPlan *plan = code->plan;
  uint32_t room = (uint32_t)words_of(plan) * ROOM_PER_SLOT + ROOM_BESIDES;
  Maker m = {.a = {.start = baseline_open_memory(vm, room), .capacity = room}};
  if (m.a.start == NULL) return;
  check_plan(&m, code);
  allocate(&m, words_of(plan) * sizeof(Value));
  if (code->parameter_count > 0) {
    x64_constant(&m.a, RCX, VALUE_UNDEFINED.bits);
    fill_parameters(&m.a, RSI, RCX, code->parameter_count);
  }
  fill_in(&m, plan);
  x64_return(&m.a);
  for (int i = 0; i < m.failure_count; i++) x64_patch_here(&m.a, m.failures[i]);
  x64_constant(&m.a, RAX, 0);
  x64_return(&m.a);
  if (!code_memory_close(&b->memory, m.a.full ? 0 : m.a.size) || m.a.full) return;
  plan->machine_code = m.a.start;
  plan->machine_bytes = m.a.size;
  code->construct = m.a.start;
}

void baseline_forget_constructor(VM *vm, Code *code) {
  ConstructPlan *plan = code->plan;
  if (plan->machine_code == NULL) return;
  code_memory_free(&vm->baseline->memory, plan->machine_code, plan->machine_bytes);
  plan->machine_code = NULL;
  code->construct = vm->baseline->cannot_construct;
}
