// node/host/node.c - the life of a program: set up, main script, event loop, exit.
//
//   run main -> ticks -> event loop (timers, immediates, ...) -> 'beforeExit' -> the loop again if that gave it work ->
//   'exit'
//
// Whatever ends the program early (process.exit, an uncaught error) leaves an uncatchable exception pending and
// unwinds.
#include "node/host/node.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/buffer/encoding.h"
#include "node/host/errors.h"
#include "node/host/handle.h"
#include "node/host/missing.h"
#include "node/cjs/modules.h"
#include "base/output.h"
#include "node/process/process.h"

// ------------------------------------------------------------------------------------------------------ installing

static void flush_output(VM *vm) {
  (void)vm;
  output_flush();
}

// The event loop is about to wait: what was printed goes out first.
static void on_prepare(uv_prepare_t *handle) {
  (void)handle;
  output_flush();
}

void node_must(int error, const char *what) {
  if (error >= 0) return;
  output_flush();
  fprintf(stderr, "nodule: the system refused %s: %s\n", what, uv_strerror(error));
  abort();
}

// libuv aborts without a word where it is refused what it needs for signals.
static void on_abort(int signal_number) {
  static const char line[] = "nodule: the system refused what an event loop needs\n";
  (void)signal_number;
  if (write(STDERR_FILENO, line, sizeof line - 1) < 0) return;  // nobody listens
}

_Noreturn static void cannot_start(int error) {
  output_flush();
  fprintf(stderr, "nodule: the event loop cannot be made: %s\n", uv_strerror(error));
  exit(1);
}

#define LOOP_DESCRIPTORS 6  // an epoll, an eventfd, and two pipes: libuv aborts without a word when there are too few

static bool has_descriptors(void) {
  int taken[LOOP_DESCRIPTORS], count = 0;
  while (count < LOOP_DESCRIPTORS && (taken[count] = dup(STDERR_FILENO)) >= 0) count++;
  for (int i = 0; i < count; i++) close(taken[i]);
  return count == LOOP_DESCRIPTORS;
}

static void loop_create(VM *vm) {
  NodeState *node = node_of(vm);
  struct rlimit limit;
  bool few = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 100;
  if (few && !has_descriptors()) cannot_start(UV_EMFILE);
  struct sigaction before, telling = {.sa_handler = on_abort};
  sigaction(SIGABRT, &telling, &before);
  uv_replace_allocator(checked_malloc, checked_realloc, checked_calloc, free);
  int error = uv_loop_init(&node->loop);
  sigaction(SIGABRT, &before, NULL);
  if (error) cannot_start(error);
  uv_loop_configure(&node->loop, UV_METRICS_IDLE_TIME);
  uv_prepare_init(&node->loop, &node->prepare);
  uv_prepare_start(&node->prepare, on_prepare);
  uv_unref((uv_handle_t *)&node->prepare);
}

void node_install(VM *vm, const NodeOptions *options) {
  NodeState *node = checked_calloc(1, sizeof *node);
  vm->node = node;
  vm->flush_output = flush_output;
  node->options = *options;
  performance_note(vm, MILESTONE_ENVIRONMENT);
  loop_create(vm);
  Handle global = &runtime(vm)->global;
  define_value(vm, global, "global", global, ATTR_ALL);
  define_to_string_tag(vm, global, "global");
  node_parts_install(vm);
  performance_note(vm, MILESTONE_BOOTSTRAP_COMPLETE);
}

static void close_handle(uv_handle_t *handle, void *data) {
  (void)data;
  if (!uv_is_closing(handle)) uv_close(handle, NULL);
}

void node_destroy(VM *vm) {
  NodeState *node = node_of(vm);
  node_parts_destroy(vm);
  io_handles_end(vm);
  uv_walk(&node->loop, close_handle, NULL);
  uv_run(&node->loop, UV_RUN_DEFAULT);
  uv_loop_close(&node->loop);
  node_parts_destroy(vm);  // what callbacks of requests that were still under way have asked for
  free(node);
  vm->node = NULL;
}

// ------------------------------------------------------------------------------------------------------ running

bool node_callback(VM *vm, Handle function, Handle self, uint32_t argc, Handle arguments) {
  ROOTS(vm, result);
  if (!vm_call(vm, function, self, argc, arguments, &r.result)) TRY(node_uncaught(vm));
  if (node_run_ticks(vm)) return true;
  return false;
}

static bool print_result(VM *vm, Handle value) {
  ROOTS(vm, console, key, result);
  string_internalize_ascii(vm, "console", &r.key);
  TRY(get(vm, &runtime(vm)->global, &r.key, &r.console));
  string_internalize_ascii(vm, "log", &r.key);
  return invoke(vm, &r.console, &r.key, 1, value, &r.result);
}

static bool run_text(VM *vm, const char *name, const char *text, size_t length) {
  ROOTS(vm, result);
  TRY(module_run_text(vm, name, text, length, &r.result));
  return !node_of(vm)->options.print || print_result(vm, &r.result);
}

static bool is_input(const char *script) { return !script || strcmp(script, "-") == 0; }

// The whole of a file, or of standard input; throws when it cannot be read.
static bool read_script(VM *vm, const char *path, char **text, size_t *length) {
  int error;
  *text = file_read(path, length, &error);
  if (!*text && error == UV_EFBIG) return throw_string_too_long(vm);
  return *text || throw_uv_error(vm, error, is_input(path) ? "read" : "open", is_input(path) ? NULL : path, NULL);
}

// A folder as standard input is an empty script, as in Node.
static bool run_input(VM *vm) {
  size_t length;
  int error;
  char *text = file_read("-", &length, &error);
  if (!text && error == UV_EISDIR) return true;
  if (!text) return throw_uv_error(vm, error, "read", NULL, NULL);
  bool ok = run_text(vm, "[stdin]", text, length);
  free(text);
  return ok;
}

static bool check_text(VM *vm, const char *path, const char *name) {
  ROOTS(vm, function);
  char *text;
  size_t length;
  TRY(read_script(vm, path, &text, &length));
  bool ok = module_compile(vm, text, length, name, &r.function);
  free(text);
  return ok;
}

// -c: only compiles
static bool check(VM *vm, const char *script) {
  if (is_input(script)) return check_text(vm, "-", "[stdin]");
  ROOTS(vm, request);
  char *path = path_absolute(script), *filename = NULL;
  bool ok = string_from_utf8(vm, path, strlen(path), &r.request) &&
            module_resolve(vm, &r.request, &undefined_value_, &undefined_value_, &filename) &&
            check_text(vm, filename, filename);
  free(path);
  free(filename);
  return ok;
}

static bool preload(VM *vm) {
  const NodeOptions *options = &node_of(vm)->options;
  ROOTS(vm, parent, paths, request, exports);
  if (options->preload_count == 0) return true;
  char *folder = path_absolute(".");
  bool ok = module_new(vm, "internal/preload", &undefined_value_, &r.parent) &&
            module_search_paths(vm, folder, &r.paths);
  free(folder);
  TRY(ok);
  define_value(vm, &r.parent, "paths", &r.paths, ATTR_ALL);
  for (int i = 0; i < options->preload_count; i++) {
    TRY(string_from_utf8(vm, options->preload[i], strlen(options->preload[i]), &r.request));
    TRY(module_load(vm, &r.request, &r.parent, false, &r.exports));
  }
  return true;
}

static bool run_main(VM *vm) {
  const NodeOptions *options = &node_of(vm)->options;
  TRY(preload(vm));
  if (options->interactive) return options->interactive(vm);
  if (options->check_only) return check(vm, options->script);
  if (options->eval) return run_text(vm, "[eval]", options->eval, strlen(options->eval));
  if (is_input(options->script)) return run_input(vm);
  return module_run_main(vm, options->script);
}

static bool run_loop(VM *vm) {
  uv_loop_t *loop = &node_of(vm)->loop;
  performance_note(vm, MILESTONE_LOOP_START);
  for (;;) {
    uv_run(loop, UV_RUN_DEFAULT);
    if (vm->exception_uncatchable) return false;
    TRY(node_run_cleanup(vm));
    if (uv_loop_alive(loop)) continue;
    bool heard;
    Value code = value_int(node_of(vm)->exit_code);
    if (!process_emit(vm, "beforeExit", 1, &code, &heard)) TRY(node_uncaught(vm));
    TRY(node_run_ticks(vm));
    if (!uv_loop_alive(loop)) break;
  }
  performance_note(vm, MILESTONE_LOOP_EXIT);
  return true;
}

int node_run(VM *vm) {
  bool ok = (run_main(vm) || node_uncaught(vm)) && node_run_ticks(vm) && run_loop(vm) && node_end(vm);
  (void)ok;  // an early end has set the exit code
  vm->exception = VALUE_EMPTY;
  vm->exception_uncatchable = false;
  int code = node_of(vm)->exit_code;
  return output_close() || code != 0 ? code : 1;
}
