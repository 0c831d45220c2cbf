// node/host/warnings.c - process.emitWarning: "(nodule:PID) Name: message" on standard error once the present callback
// is done, and the event 'warning'.
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "node/host/errors.h"
#include "base/output.h"
#include "node/process/process.h"
#include "node/host/ticks.h"

typedef struct Warnings {
  bool hint_shown;  // how to see where warnings come from
} Warnings;

const NodePart warnings_part = {.name = "warnings", .state_size = sizeof(Warnings)};

static bool text_property(VM *vm, Handle object, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, object, &r.key, out);
}

static bool is_deprecation(VM *vm, Handle name) {
  return value_is_string(*name) && string_is_ascii(vm, name, "DeprecationWarning");
}

// "Name: message" is told; what follows it in warning.stack comes when it is asked for, and once how to ask for it.
static bool trace_to(VM *vm, Handle warning, Handle name, Text *line) {
  const NodeOptions *options = &node_of(vm)->options;
  Warnings *warnings = node_state(vm, PART_warnings);
  bool deprecation = is_deprecation(vm, name);
  if (deprecation ? options->trace_deprecation : options->trace_warnings) {
    ROOTS(vm, stack);
    TRY(get(vm, warning, VM_NAME(vm, stack), &r.stack));
    if (!value_is_string(r.stack)) return true;
    TEXT(stack);
    builder_string(vm, &stack, &r.stack);
    ptrdiff_t frames = text_find_ascii(&stack, "\n    at ", 0);
    if (frames >= 0) text_append_part(line, &stack, (size_t)frames, stack.length);
  } else if (!warnings->hint_shown) {
    warnings->hint_shown = true;
    builder_format(line, "\n(Use `nodule --trace-%s ...` to show where the warning was created)",
                   deprecation ? "deprecation" : "warnings");
  }
  return true;
}

static bool print_warning(VM *vm, Handle warning) {
  ROOTS(vm, name, code, message, detail);
  TRY(text_property(vm, warning, "name", &r.name));
  TRY(text_property(vm, warning, "code", &r.code));
  TRY(text_property(vm, warning, "message", &r.message));
  TEXT(line);
  builder_format(&line, "(nodule:%d) ", (int)getpid());
  if (value_is_string(r.code)) {
    builder_ascii(&line, "[");
    builder_string(vm, &line, &r.code);
    builder_ascii(&line, "] ");
  }
  if (value_is_string(r.name)) builder_string(vm, &line, &r.name);
  builder_ascii(&line, ": ");
  if (value_is_string(r.message)) builder_string(vm, &line, &r.message);
  TRY(text_property(vm, warning, "detail", &r.detail));
  if (value_is_string(r.detail)) {
    builder_ascii(&line, "\n");
    builder_string(vm, &line, &r.detail);
  }
  TRY(trace_to(vm, warning, &r.name, &line));
  builder_ascii(&line, "\n");
  text_write(&line, error_write);
  return true;
}

// Runs as a tick, with the warning as its argument.
static bool deliver(VM *vm, const Args *args, Slot out) {
  (void)out;
  bool heard;
  if (!node_of(vm)->options.no_warnings) TRY(print_warning(vm, arg(args, 0)));
  return process_emit(vm, "warning", 1, arg(args, 0), &heard);
}

static bool queue_warning(VM *vm, Handle warning) {
  static const Builtin builtin = METHOD("deliverWarning", deliver, 1);
  ROOTS(vm, function, list);
  native_function_new(vm, &builtin, &r.function);
  TRY(array_from_values(vm, warning, 1, &r.list));
  return node_next_tick(vm, &r.function, &r.list);
}

static bool warn_with(VM *vm, Handle message, Handle name, Handle code, Handle detail) {
  ROOTS(vm, error);
  if (is_deprecation(vm, name) && node_of(vm)->options.no_deprecation) return true;
  TRY(error_new(vm, &runtime(vm)->error_prototype, message, &r.error));
  define_value(vm, &r.error, "name", name, ATTR_METHOD);
  if (!value_is_undefined(*code)) define_value(vm, &r.error, "code", code, ATTR_METHOD);
  if (!value_is_undefined(*detail)) define_value(vm, &r.error, "detail", detail, ATTR_METHOD);
  return queue_warning(vm, &r.error);
}

// process.emitWarning(warning[, type[, code]]) or (warning, {type, code, detail})
bool process_emit_warning(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle warning = arg(args, 0);
  ROOTS(vm, type, code, detail);
  r.type = *arg(args, 1);
  r.code = *arg(args, 2);
  r.detail = VALUE_UNDEFINED;
  if (value_is_object(r.type) && !value_is_callable(r.type)) {
    TRY(text_property(vm, arg(args, 1), "code", &r.code));
    TRY(text_property(vm, arg(args, 1), "detail", &r.detail));
    TRY(text_property(vm, arg(args, 1), "type", &r.type));
  }
  if (!value_is_string(r.code)) r.code = VALUE_UNDEFINED;
  bool other = !value_is_undefined(r.type) && !value_is_string(r.type) && !value_is_object(r.type);
  if (other) return throw_argument_type(vm, "type", "of type string", &r.type);
  if (!value_is_string(r.type)) string_internalize_ascii(vm, "Warning", &r.type);
  if (is_error_object(vm, warning)) return queue_warning(vm, warning);
  if (!value_is_string(*warning)) {
    return throw_argument_type(vm, "warning", "of type string or an instance of Error", warning);
  }
  return warn_with(vm, warning, &r.type, &r.code, &r.detail);
}

void node_warn(VM *vm, const char *type, const char *code, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  ROOTS(vm, message, name, code);
  string_internalize_ascii(vm, type, &r.name);
  if (code) string_internalize_ascii(vm, code, &r.code);
  else r.code = VALUE_UNDEFINED;
  bool ok = string_from_utf8(vm, text, strlen(text), &r.message) &&
            warn_with(vm, &r.message, &r.name, &r.code, &undefined_value_);
  if (!ok) vm->exception = VALUE_EMPTY;
}
