// vm/exec/construct.c - see construct.h.
#include "vm/exec/construct.h"

#include <stdlib.h>

#include "base/memory.h"
#include "objects/object.h"
#include "vm/exec/inline-cache.h"
#include "vm/jit.h"

// What a register holds that an instruction loads with a literal.
static FieldSource literal_source(const Code *code, const Instruction *i) {
  FieldSource source = {.reg = i->a};
  switch ((Opcode)i->op) {
  case OPCODE_LoadNull: source.literal = VALUE_NULL; break;
  case OPCODE_LoadInt: source.literal = value_int(i->wide); break;
  case OPCODE_LoadTrue: source.literal = VALUE_TRUE; break;
  case OPCODE_LoadFalse: source.literal = VALUE_FALSE; break;
  case OPCODE_LoadConst: source.constant = &code->constant_values[i->wide]; break;
  default: source.literal = VALUE_UNDEFINED; break;
  }
  return source;
}

// Follows the instructions as if they were run.  False: a cache does not know its property.
static bool follow(VM *vm, const Code *code, const Shape *shape, ConstructPlan *plan) {
  FieldSource loaded = {0};  // by the last instruction that loads a literal: its register is free again after one use
  bool is_loaded = false;
  plan->last_shape = plan->first_shape;
  for (const Instruction *i = code->instructions; i->op != OPCODE_ReturnUndefined; i++) {
    if (i->op == OPCODE_CoerceThis) continue;
    if (i->op != OPCODE_SetNamed) {
      loaded = literal_source(code, i);
      is_loaded = true;
      continue;
    }
    const InlineCache *ic = &code->caches[i->c];
    int32_t place = value_as_int(ic->place.value_);
    if (ic->shape.value_.bits != cache_shape_word(IC_ADD, plan->last_shape) || place <= 0 ||
        (uint32_t)ic->epoch.value_.bits != vm->runtime.prototype_epoch)
      return false;
    FieldSource *source = &plan->sources[(size_t)place / sizeof(Value) - shape->slots_at];
    if (i->b < code->local_count) *source = (FieldSource){.reg = i->b};
    else if (is_loaded && loaded.reg == i->b) *source = loaded;
    else return false;
    plan->last_shape = heap_object_aux(value_as_object(ic->holder.value_));
  }
  return true;
}

static bool same_object(const ConstructPlan *plan, const ConstructPlan *other) {
  if (plan->kind != other->kind || plan->slots_at != other->slots_at || plan->count != other->count) return false;
  for (uint32_t i = 0; i < plan->count; i++) {
    const FieldSource *x = &plan->sources[i], *y = &other->sources[i];
    if (x->constant != y->constant || !value_same(x->literal, y->literal) || x->reg != y->reg) return false;
  }
  return true;
}

void construct_plan_free(VM *vm, Code *code) {
  if (code->plan == NULL) return;
  if (vm->jit) vm->jit->forget_constructor(vm, code);
  free(code->plan);
  code->plan = NULL;
}

bool construct_plan_make(VM *vm, Code *code, const Shape *shape) {
  if (code->constant_values == NULL) return false;  // it has never been called
  ConstructPlan *old = code->plan, *plan = checked_malloc(sizeof *plan + shape->inobject * sizeof plan->sources[0]);
  *plan = (ConstructPlan){.first_shape = heap_object_aux(&shape->head),
                          .prototype_epoch = vm->runtime.prototype_epoch,
                          .shape_epoch = vm->runtime.shape_epoch,
                          .kind = shape->kind,
                          .slots_at = shape->slots_at,
                          .count = shape->inobject};
  for (uint32_t i = 0; i < plan->count; i++) plan->sources[i] = (FieldSource){.literal = VALUE_UNDEFINED};
  bool ok = follow(vm, code, shape, plan);
  if (ok && (old == NULL || !same_object(old, plan))) {
    construct_plan_free(vm, code);
    code->plan = plan;
    return true;
  }
  if (ok) {  // the machine code still serves
    old->first_shape = plan->first_shape;
    old->last_shape = plan->last_shape;
    old->prototype_epoch = plan->prototype_epoch;
    old->shape_epoch = plan->shape_epoch;
  } else if (old != NULL) {
    old->first_shape = 0;
  }
  free(plan);
  return ok;
}

bool construct_object(VM *vm, Code *code, const Shape *shape, Value *base, unsigned argc) {
  uint32_t id = heap_object_aux(&shape->head);
  object_allocate(vm, shape, &base[1]);
  const ConstructPlan *plan = code->plan;
  if (UNLIKELY(!construct_plan_holds(vm, plan, id))) return false;  // the allocation collected the last shape
  for (unsigned i = argc; i < code->parameter_count; i++) base[2 + i] = VALUE_UNDEFINED;
  HeapObject *fresh = value_as_object(base[1]);
  Value *slots = &((Field *)(void *)fresh)[plan->slots_at].value_;
  heap_set_shape(vm_heap(vm), fresh, plan->last_shape);
  for (uint32_t i = 0; i < plan->count; i++) slots[i] = field_source_value(&plan->sources[i], base);
  if (UNLIKELY(!heap_is_young(fresh))) {
    for (uint32_t i = 0; i < plan->count; i++) heap_write_barrier(vm_heap(vm), fresh, &slots[i].bits, slots[i].bits);
  }
  return true;
}
