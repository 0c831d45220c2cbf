// vm/operations.h - parts of instructions that the interpreter and the helpers of machine code (baseline/) share.
#ifndef NODULE_VM_OPERATIONS_H
#define NODULE_VM_OPERATIONS_H

#include "vm/inline-cache.h"
#include "vm/vm.h"
#include "objects/object.h"

static inline bool frame_fits(VM *vm, const Frame *frame, const Value *base, const Code *code) {
  return !(code->flags & CODE_NEEDS_ARGUMENTS) && base + code->register_count <= vm->stack_used &&
         frame + 1 < vm->frames_end;
}

// Frame and registers of a function that does not look at all its arguments.  Two registers are cleared at once: the one
// behind the last is a temporary or nobody's, and there is room for it.
static inline void frame_start(VM *vm, Frame *frame, Code *code, Value *base, uint32_t argc, uint16_t flags, uint16_t destination) {
  uint32_t given = argc < code->parameter_count ? argc : code->parameter_count;
  for (Value *p = base + 2 + given, *end = base + code->local_count; p < end; p += 2) p[0] = p[1] = VALUE_UNDEFINED;
  frame->registers = base;
  frame->code = code;
  frame->argument_count = argc;
  frame->flags = flags;
  frame->destination = destination;
  frame->resume = vm->resume_in_interpreter;
}

// Runs a constructor that only assigns fields, called with what is at `base`, without a frame, as long as the properties
// are new ones that its inline caches know.  Returns NULL when it has run to its end, or the instruction to go on at in a
// frame that the caller makes: one that needs no temporary, so it may assign the last property once more.
// (V8 3.14 compiles a stub for such constructors: CompileConstructStub.)
static inline const Instruction *assign_fields(VM *vm, const Code *code, Value *base, unsigned argc) {
  JSObject *object = (JSObject *)value_as_object(base[1]);
  uint32_t shape = heap_object_aux(&object->head);
  for (unsigned i = argc; i < code->parameter_count; i++) base[2 + i] = VALUE_UNDEFINED;
  const Instruction *i = code->instructions, *statement = i;
  for (;; i++) {
    if (i->op == OPCODE_SetNamed) {
      if (i->b < code->local_count) statement = i;
      const InlineCache *ic = &code->caches[i->c];
      bool is_known = ic->shape.value_.bits == cache_shape_word(IC_ADD, shape) &&
                      (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch && value_as_int(ic->place.value_) > 0;
      if (UNLIKELY(!is_known)) return statement;
      Value *slot = (Value *)(void *)((char *)object + value_as_int(ic->place.value_));
      *slot = base[i->b];
      heap_write_barrier(vm_heap(vm), &object->head, &slot->bits, slot->bits);
      shape = heap_object_aux(value_as_object(ic->holder.value_));
      heap_set_shape(vm_heap(vm), &object->head, shape);
      continue;
    }
    statement = i;
    switch (i->op) {
    case OPCODE_ReturnUndefined: return NULL;
    case OPCODE_CoerceThis: break;
    case OPCODE_LoadNull: base[i->a] = VALUE_NULL; break;
    case OPCODE_LoadInt: base[i->a] = value_int(i->wide); break;
    case OPCODE_LoadConst: base[i->a] = code->constant_values[i->wide]; break;
    case OPCODE_LoadUndefined: base[i->a] = VALUE_UNDEFINED; break;
    case OPCODE_LoadTrue: base[i->a] = VALUE_TRUE; break;
    case OPCODE_LoadFalse: base[i->a] = VALUE_FALSE; break;
    default: return i;  // Prepare: it has not been called before
    }
  }
}

#endif
