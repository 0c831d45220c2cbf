// vm/error/error.c - error objects, their stacks, and throwing.
//
// A stack is captured as text when the error is made, in the form of V8: the error's own line, then one line for each
// of the innermost Error.stackTraceLimit frames.  Frames of scripts that belong to nodule itself are left out.
#include "vm/error/error.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "objects/object.h"
#include "objects/shape.h"
#include "vm/error/call-site.h"
#include "vm/exec/code.h"
#include "vm/convert.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"

// ------------------------------------------------------------------------------------------------- data properties

bool data_property(VM *vm, Handle object, Handle key, Slot out) {
  ROOTS(vm, holder, fields[3]);
  r.holder = *object;
  while (value_is_object(r.holder)) {
    PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
    bool found;
    if (!get_own_property(vm, &r.holder, key, &descriptor, &found)) {
      vm->exception = VALUE_EMPTY;
      return false;
    }
    if (found) {
      *out = r.fields[0];
      return !value_is_empty(r.fields[0]);
    }
    r.holder = object_prototype(vm, &r.holder);
  }
  return false;
}

void constructor_name(VM *vm, Handle object, Slot out) {
  ROOTS(vm, constructor, name);
  if (data_property(vm, object, VM_SYMBOL(vm, toStringTag), &r.name) && value_is_string(r.name)) {
    *out = r.name;
    return;
  }
  if (data_property(vm, object, VM_NAME(vm, constructor), &r.constructor) && value_is_callable(r.constructor) &&
      data_property(vm, &r.constructor, VM_NAME(vm, name), &r.name) && value_is_string(r.name) &&
      string_length(&r.name) > 0) {
    *out = r.name;
    return;
  }
  string_internalize_ascii(vm, "Object", out);
}

// ------------------------------------------------------------------------------------------------------ messages

static void append_function(VM *vm, StringBuilder *b, Handle function) {
  ROOTS(vm, text);
  if (value_is_kind(*function, KIND_FUNCTION)) {
    if (function_source_text(vm, function, &r.text)) builder_string(vm, b, &r.text);
    return;
  }
  builder_ascii(b, "function ");
  if (data_property(vm, function, VM_NAME(vm, name), &r.text) && value_is_string(r.text))
    builder_string(vm, b, &r.text);
  builder_ascii(b, "() { [native code] }");
}

// Where *object finds the property, or undefined.
static void holder_of(VM *vm, Handle object, Handle key, Slot out) {
  *out = *object;
  for (bool own; value_is_object(*out); *out = object_prototype(vm, out)) {
    if (!has_own_property(vm, out, key, &own)) vm->exception = VALUE_EMPTY;
    else if (own) return;
  }
  *out = VALUE_UNDEFINED;
}

static bool name_of_constructor(VM *vm, Handle object, Slot name) {
  ROOTS(vm, constructor);
  return data_property(vm, object, VM_NAME(vm, constructor), &r.constructor) && value_is_callable(r.constructor) &&
         data_property(vm, &r.constructor, VM_NAME(vm, name), name) && value_is_string(*name) &&
         string_length(name) > 0;
}

bool key_is_shown(VM *vm, Handle key) {
  if (!value_is_object(*key) || value_is_callable(*key) || value_is_kind(*key, KIND_ERROR)) return true;
  ROOTS(vm, holder, name);
  holder_of(vm, key, VM_NAME(vm, toString), &r.holder);
  if (value_same(r.holder, vm->runtime.error_prototype)) return true;
  return value_same(r.holder, vm->runtime.object_prototype) && name_of_constructor(vm, key, &r.name);
}

// Name and message, where they are strings.
static void append_error(VM *vm, StringBuilder *b, Handle error) {
  ROOTS(vm, name, message);
  bool has_name = data_property(vm, error, VM_NAME(vm, name), &r.name) && value_is_string(r.name) &&
                  string_length(&r.name) > 0;
  bool has_message = data_property(vm, error, VM_NAME(vm, message), &r.message) && value_is_string(r.message) &&
                     string_length(&r.message) > 0;
  if (has_name) builder_string(vm, b, &r.name);
  if (has_name && has_message) builder_ascii(b, ": ");
  if (has_message) builder_string(vm, b, &r.message);
}

// Of an object without Symbol.toStringTag.
static const char *class_name(Value object) {
  if (value_is_typed_array(object)) return element_type_name(typed_array_type(&object));
  return kind_names[value_kind(object)].message;
}

// An object with the toString of errors is shown as that mostly shows it, one with that of plain objects as
// #<Constructor>, any other as [object Tag].
static void append_object(VM *vm, StringBuilder *b, Handle object) {
  ROOTS(vm, holder, name);
  holder_of(vm, object, VM_NAME(vm, toString), &r.holder);
  if (value_is_kind(*object, KIND_ERROR) || value_same(r.holder, vm->runtime.error_prototype)) {
    append_error(vm, b, object);
    return;
  }
  if (value_same(r.holder, vm->runtime.object_prototype) && name_of_constructor(vm, object, &r.name)) {
    builder_ascii(b, "#<");
    builder_string(vm, b, &r.name);
    builder_ascii(b, ">");
    return;
  }
  builder_ascii(b, "[object ");
  if (data_property(vm, object, VM_SYMBOL(vm, toStringTag), &r.name) && value_is_string(r.name))
    builder_string(vm, b, &r.name);
  else builder_ascii(b, class_name(*object));
  builder_ascii(b, "]");
}

// As V8 shows values in messages, without running anything of the script.
static void append_value(VM *vm, StringBuilder *b, Handle value) {
  ROOTS(vm, text);
  if (value_is_string(*value)) {
    builder_string(vm, b, value);
  } else if (value_is_symbol(*value)) {
    builder_ascii(b, "Symbol(");
    r.text = field_get(&as_symbol(value)->description);
    if (value_is_string(r.text)) builder_string(vm, b, &r.text);
    builder_ascii(b, ")");
  } else if (value_is_callable(*value)) {
    append_function(vm, b, value);
  } else if (value_is_object(*value)) {
    append_object(vm, b, value);
  } else if (to_string(vm, value, &r.text)) {
    builder_string(vm, b, &r.text);
  }
}

static void append_argument(VM *vm, StringBuilder *b, char conversion, va_list *arguments) {
  switch (conversion) {
  case 's': {
    const char *text = va_arg(*arguments, const char *);
    builder_utf8(b, text, strlen(text));
    break;
  }
  case 'd': builder_format(b, "%d", va_arg(*arguments, int)); break;
  case 'u': builder_format(b, "%u", va_arg(*arguments, unsigned)); break;
  case 'c': builder_unit(b, (uint16_t)va_arg(*arguments, int)); break;
  case 'v':
  case 'k': append_value(vm, b, va_arg(*arguments, Handle)); break;
  default: builder_unit(b, (uint16_t)conversion); break;
  }
}

static bool format_message(VM *vm, const char *format, va_list *arguments, Slot out) {
  StringBuilder b;
  builder_init(&b);
  for (const char *p = format; *p; p++) {
    if (*p == '%' && p[1]) append_argument(vm, &b, *++p, arguments);
    else builder_unit(&b, (uint8_t)*p);
  }
  return builder_finish(vm, &b, out);
}

// -------------------------------------------------------------------------------------------------------- stacks

static bool frame_is_shown(const Frame *frame) {
  if (frame->flags & FRAME_LAYOUT) return false;
  return !frame->code || !frame->code->script->internal;
}

char *error_eval_origin(VM *vm) {
  StringBuilder b;
  builder_init(&b);
  ROOTS(vm, name);
  builder_ascii(&b, "eval at ");
  const Frame *frame = vm->frame;
  while (frame > vm->frames && !frame->code) frame--;
  if (frame > vm->frames) {
    frame_function_name(vm, frame, &r.name);
    if (string_length(&r.name) > 0) builder_string(vm, &b, &r.name);
    else builder_ascii(&b, "<anonymous>");
    PositionEntry position = code_position(frame->code->function, frame_pc(frame));
    builder_ascii(&b, " (");
    builder_utf8(&b, frame->code->script->name, strlen(frame->code->script->name));
    builder_format(&b, ":%u:%u)", position.line, position.column);
  }
  builder_ascii(&b, ", <anonymous>");
  if (!builder_finish(vm, &b, &r.name)) return checked_strdup("<anonymous>");
  size_t length;
  return string_to_utf8(vm, &r.name, &length);
}

static int stack_trace_limit(VM *vm) {
  ROOTS(vm, constructor, limit);
  if (!value_is_object(vm->runtime.error_prototype)) return 10;
  if (!data_property(vm, &vm->runtime.error_prototype, VM_NAME(vm, constructor), &r.constructor)) return 10;
  if (!data_property(vm, &r.constructor, VM_NAME(vm, stackTraceLimit), &r.limit)) return -1;
  if (!value_is_number(r.limit)) return -1;
  double limit = value_as_number(r.limit);
  return limit > 200 ? 200 : limit > 0 ? (int)limit : 0;
}

// The error's own line: name and message without running accessors.
static void append_header(VM *vm, StringBuilder *b, Handle error) {
  ROOTS(vm, name, message);
  if (!data_property(vm, error, VM_NAME(vm, name), &r.name) || value_is_undefined(r.name)) {
    string_internalize_ascii(vm, "Error", &r.name);
  }
  if (!data_property(vm, error, VM_NAME(vm, message), &r.message) || value_is_undefined(r.message)) {
    r.message = *VM_NAME(vm, empty);
  }
  append_value(vm, b, &r.name);
  bool empty_message = value_is_string(r.message) && string_length(&r.message) == 0;
  if (empty_message) return;
  if (!(value_is_string(r.name) && string_length(&r.name) == 0)) builder_ascii(b, ": ");
  append_value(vm, b, &r.message);
}

static bool frames_contain(VM *vm, Handle function) {
  for (Frame *f = vm->frame; f > vm->frames; f--) {
    if (value_same(f->registers[0], *function)) return true;
  }
  return false;
}

// The frames that a stack shows, from the innermost on.
typedef struct Walk {
  const Frame *frame;
  int left;
} Walk;

static Walk walk_begin(VM *vm, Handle upto, int limit) {
  Walk walk = {vm->frame, limit};
  if (!value_is_callable(*upto) || !frames_contain(vm, upto)) return walk;
  while (!value_same(walk.frame->registers[0], *upto)) walk.frame--;
  walk.frame--;
  return walk;
}

static const Frame *walk_next(VM *vm, Walk *walk) {
  while (walk->frame > vm->frames && !frame_is_shown(walk->frame)) walk->frame--;
  if (walk->frame <= vm->frames || walk->left <= 0) return NULL;
  walk->left--;
  return walk->frame--;
}

static bool frames_text(VM *vm, Walk walk, Slot out) {
  StringBuilder b;
  builder_init(&b);
  for (const Frame *frame; (frame = walk_next(vm, &walk));) {
    builder_ascii(&b, "\n    at ");
    call_site_to(vm, &b, frame);
  }
  return builder_finish(vm, &b, out);
}

static bool stack_text(VM *vm, Handle error, Handle frames, Slot out) {
  StringBuilder b;
  builder_init(&b);
  append_header(vm, &b, error);
  builder_string(vm, &b, frames);
  return builder_finish(vm, &b, out);
}

static void keep_stack(VM *vm, Handle error, Handle stack, bool pending) {
  field_set(vm, as_error(error), &as_error(error)->stack, *stack);
  if (pending) heap_object_set_flag(value_as_object(*error), ERROR_STACK_PENDING);
  else heap_object_clear_flag(value_as_object(*error), ERROR_STACK_PENDING);
}

void error_set_stack(VM *vm, Handle error, Handle stack) { keep_stack(vm, error, stack, false); }

bool error_stack(VM *vm, Handle error, Slot out) {
  ROOTS(vm, frames, stack);
  if (heap_object_flags(value_as_object(*error)) & ERROR_STACK_PENDING) {
    r.frames = field_get(&as_error(error)->stack);
    TRY(stack_text(vm, error, &r.frames, &r.stack));
    keep_stack(vm, error, &r.stack, false);
  }
  *out = field_get(&as_error(error)->stack);
  return true;
}

// Whether the error has its stack in itself: nobody has defined the property anew.
static bool has_own_stack(VM *vm, Handle error) {
  if (!value_is_kind(*error, KIND_ERROR)) return false;
  Lookup lookup;
  lookup_own(vm, *error, *VM_NAME(vm, stack), &lookup);
  return lookup.type == LOOKUP_INTERNAL;
}

// Error.prepareStackTrace(error, sites).  Errors that it makes itself have the usual stack.
static bool prepare_stack(VM *vm, Handle constructor, Handle prepare, Handle error, Walk walk, Slot out) {
  ROOTS(vm, arguments[2], site);
  r.arguments[0] = *error;
  TRY(array_new(vm, 0, &r.arguments[1]));
  for (const Frame *frame; (frame = walk_next(vm, &walk));) {
    TRY(call_site_new(vm, frame, &r.site));
    TRY(array_push(vm, &r.arguments[1], &r.site));
  }
  vm->in_prepare_stack = true;
  bool ok = vm_call(vm, prepare, constructor, 2, r.arguments, out);
  vm->in_prepare_stack = false;
  return ok;
}

// V8 prepares a stack when it is first asked for; here it is when it is captured, but for the error's own line.
bool error_capture_stack(VM *vm, Handle error, Handle upto) {
  int limit = stack_trace_limit(vm);
  if (limit < 0) return true;
  ROOTS(vm, stack, constructor, prepare);
  Walk walk = walk_begin(vm, upto, limit);
  bool prepared = !vm->in_prepare_stack && !vm->in_stack_overflow &&
                  data_property(vm, &vm->runtime.error_prototype, VM_NAME(vm, constructor), &r.constructor) &&
                  data_property(vm, &r.constructor, VM_NAME(vm, prepareStackTrace), &r.prepare) &&
                  value_is_callable(r.prepare);
  if (prepared) TRY(prepare_stack(vm, &r.constructor, &r.prepare, error, walk, &r.stack));
  else TRY(frames_text(vm, walk, &r.stack));
  if (has_own_stack(vm, error)) {
    keep_stack(vm, error, &r.stack, !prepared);
    return true;
  }
  if (!prepared) TRY(stack_text(vm, error, &r.stack, &r.stack));
  return define_data(vm, error, VM_NAME(vm, stack), &r.stack, ATTR_METHOD);
}

static bool is_printed(const Frame *f) { return f->code && frame_is_shown(f); }

static void print_frame(const Frame *f, FILE *out) {
  PositionEntry position = code_position(f->code->function, frame_pc(f));
  const Atom *name = f->code->function->name;
  fputs("    at ", out);
  for (uint32_t i = 0; i < name->length && !name->two_byte; i++) fputc(name->latin1[i], out);
  fprintf(out, name->length ? " (%s:%u:%u)\n" : "%s:%u:%u\n", f->code->script->name, position.line, position.column);
}

#define PRINTED_FRAMES 50  // at either end of a deep stack

void print_stack(VM *vm, FILE *out) {
  size_t count = 0, number = 0;
  for (const Frame *f = vm->frame; f > vm->frames; f--) count += is_printed(f);
  for (const Frame *f = vm->frame; f > vm->frames; f--) {
    if (!is_printed(f)) continue;
    bool skipped = number >= PRINTED_FRAMES && number + PRINTED_FRAMES < count;
    if (skipped && number == PRINTED_FRAMES) fprintf(out, "    ... %zu more frames ...\n", count - 2 * PRINTED_FRAMES);
    if (!skipped) print_frame(f, out);
    number++;
  }
}

// ------------------------------------------------------------------------------------------------------- throwing

static void set_place(VM *vm, Script *script, uint32_t line, uint32_t column, uint32_t width) {
  script_retain(script);
  if (vm->throw_place.script) script_release(vm, vm->throw_place.script);
  vm->throw_place.script = script;
  vm->throw_place.line = line;
  vm->throw_place.column = column;
  vm->throw_place.width = width;
}

static void note_place(VM *vm) {
  for (Frame *f = vm->frame; f > vm->frames; f--) {
    if (!f->code || f->code->script->internal) continue;
    PositionEntry position = code_position(f->code->function, frame_pc(f));
    set_place(vm, f->code->script, position.line, position.column, 1);
    return;
  }
}

bool throw_value(VM *vm, Handle value) {
  vm->exception = *value;
  note_place(vm);
  return false;
}

static void error_object_new(VM *vm, Handle prototype, Slot out) {
  ROOTS(vm, root, shape);
  shape_root(vm, KIND_ERROR, prototype, 3, sizeof(ErrorObject) / sizeof(Value), &r.root);
  shape_add_internal(vm, &r.root, VM_NAME(vm, stack), ATTR_METHOD, INTERNAL_ERROR_STACK, &r.shape);
  object_new_from_shape(vm, &r.shape, out);
}

bool error_new_above(VM *vm, Handle prototype, Handle message, Handle upto, Slot out) {
  ROOTS(vm, error);
  error_object_new(vm, prototype, &r.error);
  if (!value_is_undefined(*message)) TRY(define_data(vm, &r.error, VM_NAME(vm, message), message, ATTR_METHOD));
  TRY(error_capture_stack(vm, &r.error, upto));
  *out = r.error;
  return true;
}

bool error_new(VM *vm, Handle prototype, Handle message, Slot out) {
  return error_new_above(vm, prototype, message, &undefined_value_, out);
}

static bool throw_formatted(VM *vm, Handle prototype, const char *format, va_list *arguments) {
  ROOTS(vm, message, error);
  TRY(format_message(vm, format, arguments, &r.message));
  TRY(error_new(vm, prototype, &r.message, &r.error));
  return throw_value(vm, &r.error);
}

#define THROW(prototype)                                          \
  va_list arguments;                                              \
  va_start(arguments, format);                                    \
  bool ok = throw_formatted(vm, (prototype), format, &arguments); \
  va_end(arguments);                                              \
  return ok

bool throw_error(VM *vm, Handle prototype, const char *format, ...) { THROW(prototype); }
bool throw_type(VM *vm, const char *format, ...) { THROW(&vm->runtime.type_error_prototype); }
bool throw_range(VM *vm, const char *format, ...) { THROW(&vm->runtime.range_error_prototype); }
bool throw_reference(VM *vm, const char *format, ...) { THROW(&vm->runtime.reference_error_prototype); }

bool throw_not_defined(VM *vm, Handle name) {
  ROOTS(vm, message);
  StringBuilder text;
  builder_init(&text);
  builder_string(vm, &text, name);
  builder_ascii(&text, " is not defined");
  if (vm->explain_undefined) vm->explain_undefined(vm, name, &text);
  bool ok = builder_finish(vm, &text, &r.message);
  builder_free(&text);
  TRY(ok);
  return throw_reference(vm, "%v", &r.message);
}
bool throw_syntax(VM *vm, const char *format, ...) { THROW(&vm->runtime.syntax_error_prototype); }

// "TypeError [ERR_X]: message" in the stack, code as a property; name stays TypeError.
bool throw_node_error(VM *vm, Handle prototype, const char *code, const char *format, ...) {
  ROOTS(vm, message, error, code, name, text);
  va_list arguments;
  va_start(arguments, format);
  bool ok = format_message(vm, format, &arguments, &r.message);
  va_end(arguments);
  TRY(ok);
  error_object_new(vm, prototype, &r.error);
  TRY(define_data(vm, &r.error, VM_NAME(vm, message), &r.message, ATTR_METHOD));
  TRY(string_from_ascii(vm, code, &r.code));
  if (!data_property(vm, prototype, VM_NAME(vm, name), &r.name)) r.name = *VM_NAME(vm, empty);
  StringBuilder b;
  builder_init(&b);
  append_value(vm, &b, &r.name);
  builder_format(&b, " [%s]", code);
  TRY(builder_finish(vm, &b, &r.text));
  TRY(define_data(vm, &r.error, VM_NAME(vm, name), &r.text, ATTR_METHOD));
  TRY(error_capture_stack(vm, &r.error, &undefined_value_));
  TRY(error_stack(vm, &r.error, &r.text));  // with this name
  bool deleted;
  TRY(delete_property(vm, &r.error, VM_NAME(vm, name), &deleted));
  TRY(define_data(vm, &r.error, VM_NAME(vm, code), &r.code, ATTR_ALL));
  return throw_value(vm, &r.error);
}

// The stacks have room for the error itself: limits are raised while it is made.
bool throw_stack_overflow(VM *vm) {
  if (vm->in_stack_overflow) {
    vm->exception = vm->runtime.names.empty;
    return false;
  }
  vm->in_stack_overflow = true;
  Value *stack_end = vm->stack_end;
  Frame *frames_end = vm->frames_end;
  char *c_limit = vm->c_stack_limit;
  vm->stack_end += STACK_OVERFLOW_REGISTERS;
  vm->frames_end += STACK_OVERFLOW_FRAMES;
  vm->c_stack_limit -= STACK_OVERFLOW_C_BYTES;
  throw_range(vm, "Maximum call stack size exceeded");
  for (Value *p = stack_end; p < vm->stack_used; p++) *p = VALUE_UNDEFINED;  // the frame under way ends below
  if (vm->stack_used > stack_end) vm->stack_used = stack_end;
  vm->stack_end = stack_end;
  vm->frames_end = frames_end;
  vm->c_stack_limit = c_limit;
  vm->in_stack_overflow = false;
  return false;
}

// ------------------------------------------------------------------------------------------- calls that cannot be

static Frame *innermost_code_frame(VM *vm) {
  Frame *frame = vm->frame;
  while (frame > vm->frames && !frame->code && (frame->flags & FRAME_LAYOUT)) frame--;
  return frame->code ? frame : NULL;
}

// The text of what the frame is about to call or to iterate; false: it has none.
static bool site_text(VM *vm, const Frame *frame, Slot out) {
  const Atom *text = frame && frame->code ? code_text(frame->code->function, frame_pc(frame)) : NULL;
  if (text) atom_to_string(vm, text, out);
  return text != NULL;
}

static bool ends_with(VM *vm, Slot text, const char *end) {
  uint32_t length = string_length(text), count = (uint32_t)strlen(end);
  if (length < count) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (string_unit_at(vm, text, length - count + i) != (uint8_t)end[i]) return false;
  }
  return true;
}

// A text that ends in () is a call whose result is iterated (compiler/call-text.c).
static bool throw_site_error(VM *vm, Slot text, const char *what) {
  if (!ends_with(vm, text, "()")) return throw_type(vm, "%v is not %s", text, what);
  ROOTS(vm, callee);
  TRY(string_substring(vm, text, 0, string_length(text) - 2, &r.callee));
  return throw_type(vm, "%v is not a function or its return value is not iterable", &r.callee);
}

static bool throw_call_error(VM *vm, Handle value, const char *what) {
  ROOTS(vm, text);
  if (!site_text(vm, innermost_code_frame(vm), &r.text)) return throw_type(vm, "%v is not %s", value, what);
  return throw_site_error(vm, &r.text, what);
}

bool throw_not_callable(VM *vm, Handle value) { return throw_call_error(vm, value, "a function"); }
bool throw_not_constructor(VM *vm, Handle value) { return throw_call_error(vm, value, "a constructor"); }

bool throw_caller_not_callable(VM *vm, Handle value) {
  ROOTS(vm, text);
  const Frame *frame = vm->frame;
  while (frame > vm->frames && !frame->code) frame--;
  return site_text(vm, frame, &r.text) ? throw_site_error(vm, &r.text, "a function") : throw_not_function(vm, value);
}

// "number 1", "string "x"", "object": V8's word for a value without a text in the source.
static bool describe(VM *vm, Handle value, Slot out) {
  StringBuilder b;
  builder_init(&b);
  append_value(vm, &b, type_of(vm, *value));
  if (value_is_string(*value)) {
    builder_ascii(&b, " \"");
    builder_string(vm, &b, value);
    builder_ascii(&b, "\"");
  } else if (value_is_number(*value) || value_is_boolean(*value) || value_is_null(*value)) {
    builder_ascii(&b, " ");
    append_value(vm, &b, value);
  }
  return builder_finish(vm, &b, out);
}

bool throw_not_function(VM *vm, Handle value) {
  ROOTS(vm, text);
  return describe(vm, value, &r.text) && throw_type(vm, "%v is not a function", &r.text);
}

bool throw_not_iterable(VM *vm, Handle value) {
  ROOTS(vm, text);
  if (!site_text(vm, innermost_code_frame(vm), &r.text)) {
    TRY(describe(vm, value, &r.text));
    return throw_type(vm, "%v is not iterable (cannot read property Symbol(Symbol.iterator))", &r.text);
  }
  if (string_length(&r.text) < 3 || string_unit_at(vm, &r.text, 0) != '.')
    return throw_site_error(vm, &r.text, "iterable");
  if (!value_is_nullish(*value))
    return throw_type(vm, "Spread syntax requires ...iterable[Symbol.iterator] to be a function");
  TRY(string_substring(vm, &r.text, 3, string_length(&r.text), &r.text));
  return throw_type(vm, "%v is not iterable (cannot read property %v)", &r.text, value);
}

// -------------------------------------------------------------------------------------------------------- uncaught

// Bytes of the line terminator at `p`, as the lexer counts lines; 0: none.
static size_t terminator_length(const char *p, const char *end) {
  if (*p == '\n') return 1;
  if (*p == '\r') return p + 1 < end && p[1] == '\n' ? 2 : 1;
  bool separator = end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] == '\xA8' || p[2] == '\xA9');
  return separator ? 3 : 0;
}

static const char *line_end(const char *p, const char *end) {
  while (p < end && terminator_length(p, end) == 0) p++;
  return p;
}

static uint32_t count_units(const char *p, const char *end) {
  uint32_t units = 0;
  for (; p < end; p++) units += ((uint8_t)*p & 0xC0) != 0x80 ? 1 + ((uint8_t)*p >= 0xF0) : 0;
  return units;
}

// What is underlined ends with its line; nothing is where the error is the end of the input.
void error_set_place(VM *vm, const Script *script, Position position, uint32_t end_offset) {
  const char *at = script->source + position.offset, *end = script->source + script->source_length;
  const char *stop = line_end(at, end), *wanted = script->source + end_offset;
  uint32_t width = count_units(at, wanted < stop ? wanted : stop);
  if (width == 0 && at < stop) width = 1;
  set_place(vm, (Script *)script, position.line, position.column, width);
}

static const char *source_line(const Script *script, uint32_t line, size_t *length) {
  const char *p = script->source, *end = p + script->source_length;
  for (uint32_t n = 1; n < line; n++) {
    p = line_end(p, end);
    if (p == end) return NULL;
    p += terminator_length(p, end);
  }
  *length = (size_t)(line_end(p, end) - p);
  return p;
}

void print_throw_place(VM *vm, FILE *out) {
  const struct ThrowPlace *place = &vm->throw_place;
  if (!place->script) return;
  size_t length;
  const char *line = source_line(place->script, place->line, &length);
  if (!line) return;
  const char *name = place->script->evaluated ? "<anonymous_script>" : place->script->name;
  fprintf(out, "%s:%u\n%.*s\n", name, place->line, (int)length, line);
  // the caret's line repeats tabs, so that it stands under the text
  for (uint32_t i = 0; i + 1 < place->column; i++) fputc(i < length && line[i] == '\t' ? '\t' : ' ', out);
  for (uint32_t i = 0; i < place->width; i++) fputc('^', out);
  fputs("\n\n", out);
}
