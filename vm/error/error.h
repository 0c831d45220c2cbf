// vm/error/error.h - throwing, and the stack that errors carry.
//
// Messages are in node's words.  Formats: %s UTF-8 text, %d int, %u unsigned, %c character, %v Handle: a string as it
// is, any other value as V8 prints it in messages; %k Handle: a property key (a symbol as Symbol(x)).
#ifndef NODULE_VM_ERROR_ERROR_H
#define NODULE_VM_ERROR_ERROR_H

#include "vm/vm.h"

// All return false, with the exception pending.
bool throw_type(VM *vm, const char *format, ...);
bool throw_range(VM *vm, const char *format, ...);
bool throw_error(VM *vm, Handle prototype, const char *format, ...);
bool throw_reference(VM *vm, const char *format, ...);
bool throw_not_defined(VM *vm, Handle name);  // ReferenceError: name is not defined, and what the embedder adds
bool throw_syntax(VM *vm, const char *format, ...);
bool throw_value(VM *vm, Handle value);
// An Error as Node makes its own: code property, and name shown as `TypeError [ERR_X]` in the stack.
bool throw_node_error(VM *vm, Handle prototype, const char *code, const char *format, ...);
bool throw_stack_overflow(VM *vm);
// Does V8 name this key in messages?  Not an object whose text it would have to ask the program for.
bool key_is_shown(VM *vm, Handle key);

// Makes an error object with message, stack captured now (skipping `skip` native frames), not thrown.
NODISCARD bool error_new(VM *vm, Handle prototype, Handle message, Slot out);
// The same without the frame of function *upto and those inside it.
NODISCARD bool error_new_above(VM *vm, Handle prototype, Handle message, Handle upto, Slot out);
// Captures the stack into object *error (Error.captureStackTrace; frames above function *upto are left out when it is
// one).
NODISCARD bool error_capture_stack(VM *vm, Handle error, Handle upto);

// The value of the property `stack` that errors are made with.
NODISCARD bool error_stack(VM *vm, Handle error, Slot out);
void error_set_stack(VM *vm, Handle error, Handle stack);

static inline bool exception_pending(VM *vm) { return !value_is_empty(vm->exception); }
// Takes the pending exception.
static inline void exception_take(VM *vm, Slot out) {
  *out = vm->exception;
  vm->exception = VALUE_EMPTY;
}

// Notes where the pending SyntaxError is in its source.
void error_set_place(VM *vm, const Script *script, Position position, uint32_t end_offset);

// Where the last exception was thrown, as node prints it above an uncaught error: `file:line`, the source line, a
// caret. Prints nothing when that is not known.
void print_throw_place(VM *vm, FILE *out);
// The value of a data property found along the prototype chain; accessors and exotic objects are passed over: nothing
// of the script runs.
bool data_property(VM *vm, Handle object, Handle key, Slot out);
// The name of the constructor of an object as stack traces and messages show it ("Object" when nothing better is
// known).
void constructor_name(VM *vm, Handle object, Slot out);
// The JavaScript stack as text lines "    at f (file:line:column)\n", for reports; of a deep stack the
// innermost and the outermost frames.
void print_stack(VM *vm, FILE *out);

// The name of a text that the innermost JavaScript frame evaluates: "eval at f (file:line:column), <anonymous>".  The
// caller frees.
char *error_eval_origin(VM *vm);

#endif
