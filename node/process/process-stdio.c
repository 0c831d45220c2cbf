// node/process/process-stdio.c - process.stdout and process.stderr: write, end, what is known of a terminal, and the
// way of console to them.
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/buffer/encoding.h"
#include "node/host/builtin-modules.h"
#include "node/host/errors.h"
#include "node/host/missing.h"
#include "base/output.h"
#include "node/process/process.h"
#include "node/host/ticks.h"
#include "vm/property/typed-array.h"

// What became of writes on process.stdout or process.stderr.
typedef struct StreamState {
  bool reporting;  // a tick is going to tell of an error
  bool failed;     // it has been told, or passed over
} StreamState;

typedef struct Stdio {
  PersistentCell out, error;  // process.stdout and process.stderr, once asked for
  StreamState states[STDERR_FILENO + 1];
} Stdio;

static Stdio *stdio_of(VM *vm) { return node_state(vm, PART_process_stdio); }

static Slot stream_of(VM *vm, int fd) {
  return fd == STDOUT_FILENO ? &stdio_of(vm)->out.value : &stdio_of(vm)->error.value;
}

static const NodeCell cells[] = {{offsetof(Stdio, out), NULL}, {offsetof(Stdio, error), NULL}};

const NodePart process_stdio_part = {
    .name = "process.stdout and process.stderr", .state_size = sizeof(Stdio), NODE_CELLS(cells)};

static int stream_fd(Handle function) { return value_as_int(field_get(&as_native(function)->data[0])); }

static void write_utf8(VM *vm, Handle string, TextWriter write) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  view_write(&view, write);
}

// A string in another encoding than UTF-8.
static bool write_encoded(VM *vm, Handle string, Encoding encoding, TextWriter write) {
  size_t room = text_byte_count(vm, string, encoding);
  uint8_t *bytes = checked_malloc(room + 1);
  size_t length = text_to_bytes(vm, string, encoding, bytes, room);
  write((const char *)bytes, length);
  free(bytes);
  return true;
}

// ------------------------------------------------------------------------------------------------------ writes that
// fail

// The Error of a write that failed: "write EPIPE" of a pipe, "ENOSPC: no space left on device, write" of a file.
static void write_error(VM *vm, int fd, Slot out) {
  int error = output_error(fd);
  if (error == EPIPE) throw_call_failed(vm, -error, "write");
  else throw_uv_error(vm, -error, "write", NULL, NULL);
  exception_take(vm, out);
}

static bool has_error_listener(VM *vm, Handle stream, bool *has) {
  ROOTS(vm, key, event, count);
  *has = false;
  if (!value_is_object(*stream)) return true;
  string_internalize_ascii(vm, "listenerCount", &r.key);
  string_internalize_ascii(vm, "error", &r.event);
  TRY(invoke(vm, stream, &r.key, 1, &r.event, &r.count));
  *has = value_is_number(r.count) && value_as_number(r.count) > 0;
  return true;
}

static bool emit_error(VM *vm, Handle stream, Handle error) {
  ROOTS(vm, key, argv[2], result);
  string_internalize_ascii(vm, "error", &r.argv[0]);
  r.argv[1] = *error;
  string_internalize_ascii(vm, "emit", &r.key);
  return invoke(vm, stream, &r.key, 2, r.argv, &r.result);
}

// Runs as a tick, (descriptor, written by console): 'error' on the stream.  As in Node, what nobody listens for ends
// the program, but not the first error that only console met; a file's error is told at the end.
static bool deliver_write_error(VM *vm, const Args *args, Slot out) {
  (void)out;
  int fd = value_as_int(*arg(args, 0));
  StreamState *state = &stdio_of(vm)->states[fd];
  Handle stream = stream_of(vm, fd);
  ROOTS(vm, error);
  bool listens, tolerated = value_is_true(*arg(args, 1)) && !state->failed;
  state->reporting = false;
  state->failed = true;
  TRY(has_error_listener(vm, stream, &listens));
  if (!listens && (tolerated || output_error(fd) != EPIPE)) return true;
  output_error_told();
  write_error(vm, fd, &r.error);
  return listens ? emit_error(vm, stream, &r.error) : throw_value(vm, &r.error);
}

// After a write on fd: its error comes once the present callback is done.
static bool check_write(VM *vm, int fd, bool by_console) {
  static const Builtin builtin = METHOD("deliverWriteError", deliver_write_error, 2);
  StreamState *state = &stdio_of(vm)->states[fd];
  if (!output_error(fd) || state->reporting || node_of(vm)->exiting) return true;
  ROOTS(vm, function, values[2], list);
  state->reporting = true;
  native_function_new(vm, &builtin, &r.function);
  r.values[0] = value_int(fd);
  r.values[1] = value_boolean(by_console);
  TRY(array_from_values(vm, r.values, 2, &r.list));
  return node_next_tick(vm, &r.function, &r.list);
}

// ------------------------------------------------------------------------------------------------------ write, end

static bool write_chunk(VM *vm, int fd, const Args *args) {
  Handle chunk = arg(args, 0);
  TextWriter write = fd == STDOUT_FILENO ? output_write : error_write;
  if (value_is_typed_array(*chunk) && typed_array_type(chunk) == ELEMENT_UINT8) {
    TypedView bytes = view_object(chunk);
    write((const char *)bytes.data, bytes.length);
    return true;
  }
  if (value_is_null(*chunk)) {
    return throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_STREAM_NULL_VALUES",
                            "May not write null values to stream");
  }
  if (!value_is_string(*chunk)) {
    return throw_argument_type(vm, "chunk", "of type string or an instance of Buffer, TypedArray, or DataView", chunk);
  }
  Encoding encoding = ENCODING_UTF8;
  if (value_is_string(*arg(args, 1))) TRY(encoding_argument(vm, arg(args, 1), &encoding));
  if (encoding != ENCODING_UTF8) return write_encoded(vm, chunk, encoding, write);
  write_utf8(vm, chunk, write);
  return true;
}

// The last argument that is a function is told when the text is out.
static bool call_back_later(VM *vm, const Args *args) {
  for (uint32_t i = 1; i < args->argc; i++) {
    if (value_is_callable(args->values[i])) return node_next_tick(vm, &args->values[i], &undefined_value_);
  }
  return true;
}

static bool stream_write(VM *vm, const Args *args, Slot out) {
  TRY(write_chunk(vm, stream_fd(args->callee), args));
  TRY(check_write(vm, stream_fd(args->callee), false));
  TRY(call_back_later(vm, args));
  *out = VALUE_TRUE;
  return true;
}

// The standard streams stay open: end writes what it is given.
static bool stream_end(VM *vm, const Args *args, Slot out) {
  if (args->argc > 0 && !value_is_callable(args->values[0])) {
    TRY(write_chunk(vm, stream_fd(args->callee), args));
    TRY(check_write(vm, stream_fd(args->callee), false));
  }
  TRY(call_back_later(vm, args));
  *out = *args->self;
  return true;
}

static const Builtin write_builtin = FUNCTION("write", stream_write, 3);
static const Builtin end_builtin = FUNCTION("end", stream_end, 3);

static void define_for(VM *vm, Handle stream, const Builtin *builtin, int fd) {
  ROOTS(vm, function);
  native_function_new(vm, builtin, &r.function);
  field_set(vm, as_native(&r.function), &as_native(&r.function)->data[0], value_int(fd));
  define_value(vm, stream, builtin->name, &r.function, ATTR_ALL);
}

static bool make_stream(VM *vm, int fd, Slot out) {
  ROOTS(vm, events, prototype);
  TRY(builtin_module_load(vm, "events", &r.events));
  TRY(get(vm, &r.events, VM_NAME(vm, prototype), &r.prototype));
  object_new_with_prototype(vm, &r.prototype, out);
  *stream_of(vm, fd) = *out;
  define_number(vm, out, "fd", fd, ATTR_ALL);
  define_for(vm, out, &write_builtin, fd);
  define_for(vm, out, &end_builtin, fd);
  Value yes = VALUE_TRUE;
  define_value(vm, out, "writable", &yes, ATTR_ALL);
  struct winsize size;
  if (!isatty(fd)) return true;
  define_value(vm, out, "isTTY", &yes, ATTR_ALL);
  if (ioctl(fd, TIOCGWINSZ, &size) == 0) {
    define_number(vm, out, "columns", size.ws_col, ATTR_ALL);
    define_number(vm, out, "rows", size.ws_row, ATTR_ALL);
  }
  return true;
}

// The write function of process.stdout or process.stderr where a script has put its own in place of ours; else
// undefined.
static bool replaced_write(VM *vm, Handle stream, Slot function) {
  ROOTS(vm, key);
  if (!value_is_object(*stream)) return true;
  string_internalize_ascii(vm, "write", &r.key);
  TRY(get(vm, stream, &r.key, function));
  bool ours = value_is_kind(*function, KIND_NATIVE_FUNCTION) &&
              value_as_private(field_get(&as_native(function)->builtin)) == &write_builtin;
  if (ours || !value_is_callable(*function)) *function = VALUE_UNDEFINED;
  return true;
}

bool process_write(VM *vm, int fd, Text *text) {
  ROOTS(vm, function, chunk, result);
  Handle stream = stream_of(vm, fd);
  r.function = VALUE_UNDEFINED;
  TRY(replaced_write(vm, stream, &r.function));
  if (value_is_undefined(r.function)) {
    text_write(text, fd == STDOUT_FILENO ? output_write : error_write);
    return check_write(vm, fd, true);
  }
  TRY(builder_finish(vm, text, &r.chunk));
  return vm_call(vm, &r.function, stream, 1, &r.chunk, &r.result);
}

static bool make_stdout(VM *vm, const Args *args, Slot out) {
  (void)args;
  return make_stream(vm, STDOUT_FILENO, out);
}

static bool make_stderr(VM *vm, const Args *args, Slot out) {
  (void)args;
  return make_stream(vm, STDERR_FILENO, out);
}

static bool stay(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

// Nothing is read through it yet, so that nothing can be held up, and nothing keeps the program alive.
static const Builtin resting[] = {FUNCTION("pause", stay, 0), FUNCTION("ref", stay, 0), FUNCTION("unref", stay, 0)};

// process.stdin: what is known of it; the functions that read it throw (missing.def).
static bool make_stdin(VM *vm, const Args *args, Slot out) {
  (void)args;
  ROOTS(vm, events, prototype);
  const Value yes = VALUE_TRUE;
  TRY(builtin_module_load(vm, "events", &r.events));
  TRY(get(vm, &r.events, VM_NAME(vm, prototype), &r.prototype));
  object_new_with_prototype(vm, &r.prototype, out);
  define_number(vm, out, "fd", STDIN_FILENO, ATTR_ALL);
  if (isatty(STDIN_FILENO)) define_value(vm, out, "isTTY", &yes, ATTR_ALL);
  DEFINE_BUILTINS(vm, out, resting);
  missing_functions_define(vm, "process.stdin", out);
  return true;
}

static const Builtin lazy_streams[] = {
    {"stdin", make_stdin, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"stdout", make_stdout, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"stderr", make_stderr, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
};

void process_stdio_define(VM *vm, Handle process) {
  for (size_t i = 0; i < sizeof lazy_streams / sizeof lazy_streams[0]; i++) {
    define_lazy(vm, process, &lazy_streams[i], ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
  }
}
