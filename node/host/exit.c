// node/host/exit.c - how the program ends: process.exit, process.exitCode, the event 'exit', and errors that nobody
// caught.
//
//   normal end           'exit' (code), microtasks            status: process.exitCode, or 0
//   process.exit(n)      'exit' (n), process.reallyExit       status: n
//   uncaught error       'uncaughtExceptionMonitor', then the capture callback or 'uncaughtException'; when nobody
//                        listens: 'exit' (1), the report      status: process.exitCode, or 1
//   a listener of these throws: the report of its error       status: 7, without 'exit'
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "base/output.h"
#include "node/process/process.h"

#define STATUS_UNCAUGHT 1
#define STATUS_HANDLER_THREW 7

typedef struct Exit {
  PersistentCell code;     // process.exitCode as it was set
  PersistentCell capture;  // of process.setUncaughtExceptionCaptureCallback
} Exit;

static Exit *exit_of(VM *vm) { return node_state(vm, PART_exit); }

static bool unwind(VM *vm) {
  vm->exception = VALUE_UNDEFINED;
  vm->exception_uncatchable = true;
  return false;
}

static void set_code(VM *vm, Handle value, int code) {
  NodeState *node = node_of(vm);
  exit_of(vm)->code.value = *value;
  node->exit_code = code;
  node->exit_code_set = !value_is_nullish(*value);
}

// False: a listener threw.
static bool emit_exit(VM *vm, Handle code) {
  bool heard;
  const Value yes = VALUE_TRUE;
  node_of(vm)->exiting = true;
  define_value(vm, process_object(vm), "_exiting", &yes, ATTR_ALL);
  return process_emit(vm, "exit", 1, code, &heard);
}

bool node_exit(VM *vm) {
  const Value code = value_int(node_of(vm)->exit_code);
  if (!node_of(vm)->exiting && !emit_exit(vm, &code)) return node_uncaught(vm) && unwind(vm);
  return unwind(vm);
}

// The event is emitted here even when process.exit has done so before and a listener's error stopped it.
bool node_end(VM *vm) {
  const Value code = value_int(node_of(vm)->exit_code);
  if (!emit_exit(vm, &code)) TRY(node_uncaught(vm));
  return node_run_ticks(vm);
}

// ------------------------------------------------------------------------------------------------- uncaught errors

// Place and source line of the throw; without the empty line that follows when *exception is no error.
static void place_to(VM *vm, bool is_error, Text *out) {
  char *text = NULL;
  size_t length = 0;
  FILE *stream = checked_memstream(&text, &length);
  print_throw_place(vm, stream);
  checked_memclose(stream, &text);
  if (!is_error && length > 0) {
    builder_unit(out, '\n');
    length--;
  }
  builder_utf8(out, text, length);
  free(text);
}

static bool thrown_to(VM *vm, Handle thrown, Text *out) {
  if (value_is_string(*thrown)) {
    builder_string(vm, out, thrown);
    return true;
  }
  InspectOptions options = *inspect_defaults(vm);
  // what no code has thrown has frames in node that are not shown here
  bool compiled = value_is_object(*thrown) &&
                  value_same(object_prototype(vm, thrown), runtime(vm)->syntax_error_prototype);
  options.bare_errors = compiled || !vm->throw_place.script;
  return inspect_to(vm, thrown, &options, &undefined_value_, out);
}

static void report_to(VM *vm, Handle thrown, Text *text) {
  place_to(vm, is_error_object(vm, thrown), text);
  if (!thrown_to(vm, thrown, text)) {  // its own properties throw
    vm->exception = VALUE_EMPTY;
    builder_ascii(text, "Uncaught error that cannot be shown");
  }
  builder_ascii(text, "\n\nNodule " NODULE_VERSION "\n");
}

// Tells those who listen for uncaught exceptions.  *handled: there is one, and it did not throw.
static bool tell_listeners(VM *vm, Handle thrown, bool *handled) {
  ROOTS(vm, values[2], result);
  r.values[0] = *thrown;
  string_internalize_ascii(vm, "uncaughtException", &r.values[1]);
  TRY(process_emit(vm, "uncaughtExceptionMonitor", 2, r.values, handled));
  *handled = value_is_callable(exit_of(vm)->capture.value);
  if (*handled) return vm_call(vm, &exit_of(vm)->capture.value, &undefined_value_, 1, r.values, &r.result);
  return process_emit(vm, "uncaughtException", 2, r.values, handled);
}

// A listener threw: its error is told, and nobody is asked any more.
static bool listener_threw(VM *vm) {
  if (vm->exception_uncatchable) return false;  // it called process.exit
  ROOTS(vm, thrown);
  TEXT(text);
  exception_take(vm, &r.thrown);
  report_to(vm, &r.thrown, &text);
  text_write(&text, error_write);
  node_of(vm)->exit_code = STATUS_HANDLER_THREW;
  return unwind(vm);
}

bool node_uncaught(VM *vm) {
  NodeState *node = node_of(vm);
  if (node->on_uncaught) return node->on_uncaught(vm);
  if (vm->exception_uncatchable) return false;
  ROOTS(vm, thrown);
  TEXT(text);
  bool handled = false;
  exception_take(vm, &r.thrown);
  if (!tell_listeners(vm, &r.thrown, &handled)) return listener_threw(vm);
  if (handled) return true;
  report_to(vm, &r.thrown, &text);  // before listeners throw errors of their own
  const Value code = value_int(STATUS_UNCAUGHT);
  if (!node->exiting) {
    set_code(vm, &code, STATUS_UNCAUGHT);
    if (!emit_exit(vm, &code)) {
      if (vm->exception_uncatchable) return false;  // it called process.exit: there is no report
      vm->exception = VALUE_EMPTY;
    }
  }
  if (!node->exit_code_set) node->exit_code = STATUS_UNCAUGHT;
  text_write(&text, error_write);
  return unwind(vm);
}

// process.setUncaughtExceptionCaptureCallback(function or null)
static bool set_capture(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle function = arg(args, 0);
  if (value_is_null(*function)) {
    exit_of(vm)->capture.value = VALUE_UNDEFINED;
    return true;
  }
  if (!value_is_callable(*function)) return throw_argument_type(vm, "fn", "of type function or null", function);
  if (value_is_callable(exit_of(vm)->capture.value)) {
    return throw_node_error(
        vm, &runtime(vm)->error_prototype, "ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET",
        "`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active");
  }
  exit_of(vm)->capture.value = *function;
  return true;
}

static bool has_capture(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = value_boolean(value_is_callable(exit_of(vm)->capture.value));
  return true;
}

// ------------------------------------------------------------------------------------------------- process.exit and
// its kin

// An exit code: an integer, or a string that is one; none where it is undefined or null.
static bool to_exit_code(VM *vm, Handle value, int *code) {
  double d = 0;
  *code = 0;
  if (value_is_nullish(*value)) return true;
  if (value_is_string(*value) && string_length(value) > 0) d = string_to_number(vm, value);
  else if (value_is_number(*value)) d = value_as_number(*value);
  else return throw_argument_type(vm, "code", "of type number", value);
  if (isnan(d) && value_is_string(*value)) return throw_argument_type(vm, "code", "of type number", value);
  if (d != floor(d) || isnan(d)) return throw_out_of_range(vm, "code", "an integer", value);
  *code = double_to_int32(d);
  return true;
}

static bool get_exit_code(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = exit_of(vm)->code.value;
  return true;
}

static bool set_exit_code(VM *vm, const Args *args, Slot out) {
  (void)out;
  int code;
  TRY(to_exit_code(vm, arg(args, 0), &code));
  set_code(vm, arg(args, 0), code);
  return true;
}

// The call is found on process: packages put their own in its place.
static bool really_exit_by_name(VM *vm, Slot out) {
  ROOTS(vm, key, code);
  string_internalize_ascii(vm, "reallyExit", &r.key);
  r.code = value_int(node_of(vm)->exit_code);
  return invoke(vm, process_object(vm), &r.key, 1, &r.code, out);
}

static bool process_exit(VM *vm, const Args *args, Slot out) {
  NodeState *node = node_of(vm);
  ROOTS(vm, code);
  if (args->argc > 0) TRY(set_exit_code(vm, args, out));
  r.code = node->exit_code_set ? exit_of(vm)->code.value : value_int(0);
  if (!node->exiting) TRY(emit_exit(vm, &r.code));
  return really_exit_by_name(vm, out);
}

// process.reallyExit(code): the end, without an event.
static bool process_really_exit(VM *vm, const Args *args, Slot out) {
  (void)out;
  int code;
  TRY(to_exit_code(vm, arg(args, 0), &code));
  node_of(vm)->exiting = true;
  node_of(vm)->exit_code = code;
  return unwind(vm);
}

static const Builtin functions[] = {
    FUNCTION("exit", process_exit, 1),
    FUNCTION("reallyExit", process_really_exit, 0),
    FUNCTION("setUncaughtExceptionCaptureCallback", set_capture, 1),
    FUNCTION("hasUncaughtExceptionCaptureCallback", has_capture, 0),
};

static const Builtin exit_code_getter = GETTER("exitCode", get_exit_code);
static const Builtin exit_code_setter = SETTER("exitCode", set_exit_code);

static void define_exit_code(VM *vm, Handle process) {
  ROOTS(vm, key, getter, setter);
  string_internalize_ascii(vm, "exitCode", &r.key);
  native_function_new(vm, &exit_code_getter, &r.getter);
  native_function_new(vm, &exit_code_setter, &r.setter);
  if (!define_accessor(vm, process, &r.key, &r.getter, &r.setter, ATTR_ENUMERABLE)) vm->exception = VALUE_EMPTY;
}

void exit_define(VM *vm, Handle process) {
  DEFINE_BUILTINS(vm, process, functions);
  define_exit_code(vm, process);
}

static const NodeCell cells[] = {{offsetof(Exit, code), NULL}, {offsetof(Exit, capture), NULL}};

const NodePart exit_part = {.name = "exit", .state_size = sizeof(Exit), NODE_CELLS(cells)};
