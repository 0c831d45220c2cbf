// vm/exec/arguments.h - what a function sees of its arguments: arguments objects and rest parameters.
//
// The arguments object of a sloppy function with simple parameters shares variables with it (ECMA-262 section 10.4.4).
// Where that could be told, the compiler puts those parameters into the context of the function, and the object is made
// mapped: its `map` has the number of the context's slot for each such element.  The element itself is a hole then, or
// an entry of sparse elements that says the attributes, so that fast paths miss it.
#ifndef NODULE_VM_EXEC_ARGUMENTS_H
#define NODULE_VM_EXEC_ARGUMENTS_H

#include "vm/vm.h"

#define ARGUMENTS_MAPPED 1  // header flag of KIND_ARGUMENTS: it is a MappedArguments

typedef struct MappedArguments {
  JS_OBJECT_FIELDS;
  Field context;
  Field map;      // Elements: integers and holes; shared by all objects of the function until an element leaves the map
  Field given;    // integer: the number of arguments; the map goes on to the parameters without any
  Field slots[];  // length, callee, @@iterator
} MappedArguments;

// Of a frame with CODE_NEEDS_ARGUMENTS; where frame_push left them.
static inline Value *frame_arguments(const Frame *frame) { return frame->registers - frame->argument_count; }

// Of the innermost frame (CODE_NEEDS_ARGUMENTS).
NODISCARD bool create_arguments(VM *vm, Slot out);
NODISCARD bool create_mapped_arguments(VM *vm, Handle context, Handle map, Slot out);
NODISCARD bool create_rest(VM *vm, uint32_t first, Slot out);

static inline bool arguments_are_mapped(Value object) {
  return value_kind(object) == KIND_ARGUMENTS && (heap_object_flags(value_as_object(object)) & ARGUMENTS_MAPPED);
}
// The variable that element `index` of an object is; NULL: none.  True until the next allocation.
const Field *arguments_mapped(Value object, uint32_t index);
void arguments_set_mapped(VM *vm, Value object, uint32_t index, Value value);
// The element is a variable no longer.
NODISCARD bool arguments_unmap(VM *vm, Handle object, uint32_t index);

// The length property of an arguments object that has its properties as they were made.
bool arguments_plain_length(VM *vm, Value object, Value *length);

#endif
