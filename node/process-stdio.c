// node/process-stdio.c - process.stdout and process.stderr: write, end, and what is known of a terminal.
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "node/errors.h"
#include "node/output.h"
#include "node/process.h"
#include "node/ticks.h"

static int stream_fd(Handle function) { return value_as_int(field_get(&as_native(function)->data[0])); }

static bool write_text(VM *vm, int fd, Handle chunk) {
  if (!value_is_string(*chunk)) {
    return throw_argument_type(vm, "chunk", "of type string or an instance of Buffer or Uint8Array", chunk);
  }
  ROOTS(vm, text);
  r.text = *chunk;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  view_write(&view, fd == STDOUT_FILENO ? output_write : error_write);
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
  TRY(write_text(vm, stream_fd(args->callee), arg(args, 0)));
  TRY(call_back_later(vm, args));
  *out = VALUE_TRUE;
  return true;
}

// The standard streams stay open: end writes what it is given.
static bool stream_end(VM *vm, const Args *args, Slot out) {
  if (args->argc > 0 && !value_is_callable(args->values[0])) {
    TRY(write_text(vm, stream_fd(args->callee), arg(args, 0)));
  }
  TRY(call_back_later(vm, args));
  *out = *args->self;
  return true;
}

static void define_for(VM *vm, Handle stream, const Builtin *builtin, int fd) {
  ROOTS(vm, function);
  native_function_new(vm, builtin, &r.function);
  field_set(vm, as_native(&r.function), &as_native(&r.function)->data[0], value_int(fd));
  define_value(vm, stream, builtin->name, &r.function, ATTR_ALL);
}

static bool make_stream(VM *vm, int fd, Slot out) {
  static const Builtin write_builtin = FUNCTION("write", stream_write, 3);
  static const Builtin end_builtin = FUNCTION("end", stream_end, 3);
  object_new(vm, out);
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

static bool make_stdout(VM *vm, const Args *args, Slot out) {
  (void)args;
  return make_stream(vm, STDOUT_FILENO, out);
}

static bool make_stderr(VM *vm, const Args *args, Slot out) {
  (void)args;
  return make_stream(vm, STDERR_FILENO, out);
}

static const Builtin lazy_streams[] = {
    {"stdout", make_stdout, 0, BUILTIN_GETTER, 0, ATTR_ALL},
    {"stderr", make_stderr, 0, BUILTIN_GETTER, 0, ATTR_ALL},
};

void process_stdio_install(VM *vm) {
  for (size_t i = 0; i < 2; i++) {
    define_lazy(vm, NODE_CELL(vm, PROCESS), &lazy_streams[i], ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
  }
}
