// vm/exec/construct.h - constructors that only assign fields, without a frame.
//
// Where all that a constructor does is to give new properties parameters and literals, and its inline caches know them,
// what comes out is known: the last shape, and for each slot a register or a constant.  That is noted in a plan, and an
// object is made by filling in its slots.  (V8 3.14 compiles a stub for such constructors: CompileConstructStub.)
#ifndef NODULE_VM_EXEC_CONSTRUCT_H
#define NODULE_VM_EXEC_CONSTRUCT_H

#include "vm/vm.h"

typedef struct FieldSource {
  const Value *constant;  // a constant of the function, or NULL
  Value literal;          // or this one; empty: it is none
  uint32_t reg;           // or what is in this register
} FieldSource;

typedef struct ConstructPlan {
  uint32_t first_shape;  // of the object as it is born; 0: there is no plan
  uint32_t last_shape;
  uint32_t prototype_epoch;  // true while these two are the runtime's
  uint32_t shape_epoch;
  uint32_t machine_bytes;
  const uint8_t *machine_code;  // that follows the plan (jit/construct.c), or NULL; it looks up here what is above and
                                // has been made for what is below
  uint16_t kind, slots_at;      // of the shapes
  uint32_t count;               // in-object slots
  FieldSource sources[];
} ConstructPlan;

static inline Value field_source_value(const FieldSource *source, const Value *base) {
  return source->constant != NULL          ? *source->constant
         : value_is_empty(source->literal) ? base[source->reg]
                                           : source->literal;
}

static inline bool construct_plan_holds(VM *vm, const ConstructPlan *plan, uint32_t shape) {
  return plan != NULL && plan->first_shape == shape && plan->prototype_epoch == vm->runtime.prototype_epoch &&
         plan->shape_epoch == vm->runtime.shape_epoch;
}

// Makes the plan of `code`, which has CODE_ASSIGNS_FIELDS, for objects born with `shape`.  False: its caches do not
// know enough.
bool construct_plan_make(VM *vm, Code *code, const Shape *shape);
static inline bool construct_has_plan(VM *vm, Code *code, const Shape *shape) {
  return LIKELY(construct_plan_holds(vm, code->plan, heap_object_aux(&shape->head))) ||
         construct_plan_make(vm, code, shape);
}

void construct_plan_free(VM *vm, Code *code);

// base[1] = an object of the settled shape `shape`, for which `code` has a plan.  True: the constructor of `code`,
// called with what is at `base`, has been run, too.  False: the allocation collected what the plan names.
bool construct_object(VM *vm, Code *code, const Shape *shape, Value *base, unsigned argc);

#endif
