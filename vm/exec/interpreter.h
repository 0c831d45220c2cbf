// vm/exec/interpreter.h - the bytecode interpreter and how frames are entered from C.
#ifndef NODULE_VM_EXEC_INTERPRETER_H
#define NODULE_VM_EXEC_INTERPRETER_H

#include "vm/vm.h"

// Runs the innermost frame, which has FRAME_ENTRY, until it returns (value in *out) or throws.
NODISCARD bool interpret(VM *vm, Slot out);

// First register that is free above the innermost frame.
static inline Value *vm_stack_top(VM *vm) {
  Frame *frame = vm->frame;
  if (frame->code) return frame->registers + frame->code->register_count;
  return frame->registers + 3 + frame->argument_count;  // callee, this, arguments, out
}

// Is there room for that many registers from `base` on?  To be asked before they are written.
//
// A frame's registers are not cleared when it begins, but for the function's own variables: what calls that are done
// left in them stays valid until objects move or die.  So a collection first clears everything from the innermost
// frame's top to stack_used, and where the stack grows beyond that, stack_used goes up.
bool vm_grow_stack(VM *vm, const Value *base, size_t count);
static inline bool vm_has_room(VM *vm, const Value *base, size_t count) {
  return LIKELY(count <= (size_t)(vm->stack_used - base)) || vm_grow_stack(vm, base, count);
}
void vm_clear_stale_registers(VM *vm);

// Makes the frame of a JavaScript function whose callee, this and argc arguments lie at `base`.  False: stack overflow
// (RangeError pending).
NODISCARD bool frame_push(VM *vm, Value *base, uint32_t argc, uint16_t flags, uint16_t destination);

// Calls the native function at base[0]; the result is left in base[2 + argc].
NODISCARD bool native_call(VM *vm, Value *base, uint32_t argc, Handle new_target);

// Calls whatever is at base[0] with a C boundary (bound functions, natives, JavaScript functions).
NODISCARD bool call_at(VM *vm, Value *base, uint32_t argc, Slot out);
NODISCARD bool construct_at(VM *vm, Value *base, uint32_t argc, Handle new_target, Slot out);

// The object that `new` of the JavaScript function *callee makes.
NODISCARD bool construct_this(VM *vm, Handle callee, Handle new_target, Slot out);

// "x.y is not a function", with the text of the call under way in the innermost JavaScript frame.
bool throw_not_callable(VM *vm, Handle value);
bool throw_not_constructor(VM *vm, Handle value);
bool throw_not_iterable(VM *vm, Handle value);
// The same from a native function whose own callee or callback *value is: with the text of the call of that function,
// or without any text.
bool throw_caller_not_callable(VM *vm, Handle value);
bool throw_not_function(VM *vm, Handle value);

#endif
