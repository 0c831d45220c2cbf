// node/process/process.c - the object process.
#include "node/process/process.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "node/host/missing.h"
#include "node/cjs/modules.h"
#include "base/output.h"
#include "node/host/ticks.h"

extern char **environ;

typedef struct Process {
  PersistentCell object, prototype;
} Process;

static Process *process_of(VM *vm) { return node_state(vm, PART_process); }
Slot process_object(VM *vm) { return &process_of(vm)->object.value; }
Slot process_prototype(VM *vm) { return &process_of(vm)->prototype.value; }

// ------------------------------------------------------------------------------------------------- lazy properties

// The getter of a lazy property: data[0] is its name.
static bool lazy_get(VM *vm, const Args *args, Slot out) {
  const Builtin *maker = value_as_private(field_get(&as_native(args->callee)->data[1]));
  ROOTS(vm, key);
  r.key = field_get(&as_native(args->callee)->data[0]);
  TRY(maker->code(vm, args, out));
  return define_data(vm, args->self, &r.key, out, maker->attributes);
}

static bool lazy_set(VM *vm, const Args *args, Slot out) {
  (void)out;
  const Builtin *maker = value_as_private(field_get(&as_native(args->callee)->data[1]));
  ROOTS(vm, key);
  r.key = field_get(&as_native(args->callee)->data[0]);
  return define_data(vm, args->self, &r.key, arg(args, 0), maker->attributes);
}

static const Builtin lazy_getter = GETTER("", lazy_get);
static const Builtin lazy_setter = SETTER("", lazy_set);

static void lazy_function(VM *vm, const Builtin *shape, const Builtin *maker, Handle key, Slot out) {
  native_function_new(vm, shape, out);
  field_set(vm, as_native(out), &as_native(out)->data[0], *key);
  field_set(vm, as_native(out), &as_native(out)->data[1], value_private(maker));
}

void define_lazy(VM *vm, Handle object, const Builtin *maker, int attributes) {
  ROOTS(vm, key, getter, setter);
  string_internalize_ascii(vm, maker->name, &r.key);
  lazy_function(vm, &lazy_getter, maker, &r.key, &r.getter);
  lazy_function(vm, &lazy_setter, maker, &r.key, &r.setter);
  if (!define_accessor(vm, object, &r.key, &r.getter, &r.setter, attributes)) vm->exception = VALUE_EMPTY;
}

// ------------------------------------------------------------------------------------------------------ its end

_Noreturn static void abort_now(void) {
  output_flush();
  signal(SIGABRT, SIG_DFL);
  abort();
}

static bool process_abort(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args, (void)out;
  abort_now();
}

// ------------------------------------------------------------------------------------------------------ the system

static bool process_cwd(VM *vm, const Args *args, Slot out) {
  (void)args;
  char path[4096];
  size_t size = sizeof path;
  int error = uv_cwd(path, &size);
  if (error) return throw_uv_error(vm, error, "uv_cwd", NULL, NULL);
  return string_from_utf8(vm, path, size, out);
}

static bool process_chdir(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "directory", "of type string", arg(args, 0));
  char *path;
  TRY(path_argument(vm, "directory", arg(args, 0), &path));
  char *before = path_absolute(".");
  int error = uv_chdir(path);
  bool ok = !error || throw_uv_error(vm, error, "chdir", before, path);
  free(before);
  free(path);
  return ok;
}

static bool process_uptime(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = number(((double)uv_hrtime() / 1e6 - vm->start_time) / 1e3);
  return true;
}

static bool pair(VM *vm, double first, double second, Slot out) {
  ROOTS(vm, values[2]);
  r.values[0] = number(first);
  r.values[1] = number(second);
  return array_from_values(vm, r.values, 2, out);
}

// process.hrtime([earlier]): [seconds, nanoseconds]
static bool process_hrtime(VM *vm, const Args *args, Slot out) {
  uint64_t now = uv_hrtime();
  double seconds = (double)(now / 1000000000u), nanoseconds = (double)(now % 1000000000u);
  if (value_is_undefined(*arg(args, 0))) return pair(vm, seconds, nanoseconds, out);
  if (!value_is_array(*arg(args, 0))) return throw_argument_type(vm, "time", "an instance of Array", arg(args, 0));
  ROOTS(vm, value);
  r.value = number(array_length(arg(args, 0)));
  if (value_as_number(r.value) != 2) return throw_out_of_range(vm, "time", "2", &r.value);
  double earlier[2];
  for (int i = 0; i < 2; i++) {
    TRY(get_index(vm, arg(args, 0), i, &r.value));
    TRY(to_number(vm, &r.value, &earlier[i]));
  }
  seconds -= earlier[0];
  nanoseconds -= earlier[1];
  if (nanoseconds < 0) {
    seconds--;
    nanoseconds += 1e9;
  }
  return pair(vm, seconds, nanoseconds, out);
}

// ------------------------------------------------------------------------------------------------------ memory

static double resident_bytes(void) {
  size_t bytes = 0;
  uv_resident_set_memory(&bytes);
  return (double)bytes;
}

static bool memory_usage(VM *vm, const Args *args, Slot out) {
  (void)args;
  HeapStatistics figures;
  heap_statistics(vm_heap(vm), &figures);
  object_new(vm, out);
  define_number(vm, out, "rss", resident_bytes(), ATTR_ALL);
  define_number(vm, out, "heapTotal", (double)figures.heap_total, ATTR_ALL);
  define_number(vm, out, "heapUsed", (double)figures.heap_used, ATTR_ALL);
  define_number(vm, out, "external", vm_external(vm, &figures), ATTR_ALL);
  define_number(vm, out, "arrayBuffers", (double)runtime(vm)->array_buffer_bytes, ATTR_ALL);
  return true;
}

static bool memory_usage_rss(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args;
  *out = number(resident_bytes());
  return true;
}

static const Builtin memory_functions[] = {FUNCTION("rss", memory_usage_rss, 0)};

static bool make_memory_usage(VM *vm, const Args *args, Slot out) {
  static const Builtin builtin = FUNCTION("memoryUsage", memory_usage, 0);
  (void)args;
  native_function_new(vm, &builtin, out);
  DEFINE_BUILTINS(vm, out, memory_functions);
  return true;
}

// ------------------------------------------------------------------------------------------------------ made when
// asked for

static bool make_env(VM *vm, const Args *args, Slot out) {
  (void)args;
  object_new(vm, out);
  for (char **entry = environ; *entry; entry++) {
    const char *equals = strchr(*entry, '=');
    if (!equals) continue;
    char *name = checked_strndup(*entry, (size_t)(equals - *entry));
    ROOTS(vm, key, value);
    bool ok = string_from_utf8(vm, name, strlen(name), &r.key) &&
              string_from_utf8(vm, equals + 1, strlen(equals + 1), &r.value) &&
              define_data(vm, out, &r.key, &r.value, ATTR_ALL);
    free(name);
    TRY(ok);
  }
  return true;
}

static bool make_versions(VM *vm, const Args *args, Slot out) {
  (void)args;
  object_new(vm, out);
  define_string(vm, out, "nodule", &NODULE_VERSION[1], ATTR_ENUMERABLE);
  define_string(vm, out, "uv", uv_version_string(), ATTR_ENUMERABLE);
  return true;
}

static bool make_release(VM *vm, const Args *args, Slot out) {
  (void)args;
  object_new(vm, out);
  define_string(vm, out, "name", "nodule", ATTR_ALL);
  return true;
}

static bool make_config(VM *vm, const Args *args, Slot out) {
  (void)args;
  ROOTS(vm, part);
  object_new(vm, out);
  object_new(vm, &r.part);
  define_value(vm, out, "target_defaults", &r.part, ATTR_ALL);
  object_new(vm, &r.part);
  define_value(vm, out, "variables", &r.part, ATTR_ALL);
  return true;
}

static const Builtin lazy_properties[] = {
    {"env", make_env, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"versions", make_versions, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"release", make_release, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"config", make_config, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
    {"memoryUsage", make_memory_usage, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL},
};

// ------------------------------------------------------------------------------------------------------ the object

static const Builtin functions[] = {
    FUNCTION("abort", process_abort, 0),
    FUNCTION("cwd", process_cwd, 0),
    FUNCTION("chdir", process_chdir, 1),
    FUNCTION("uptime", process_uptime, 0),
    FUNCTION("hrtime", process_hrtime, 1),
    FUNCTION("nextTick", process_next_tick, 1),
    FUNCTION("emitWarning", process_emit_warning, 1),
};

static void push_text(VM *vm, Handle array, const char *text) {
  ROOTS(vm, string);
  if (!string_from_utf8(vm, text, strlen(text), &r.string) || !array_push(vm, array, &r.string))
    vm->exception = VALUE_EMPTY;
}

static char *absolute_path(const char *path) {
  char folder[4096];
  size_t size = sizeof folder;
  if (*path == '/' || uv_cwd(folder, &size) != 0) return checked_strdup(path);
  char *whole = checked_malloc(size + strlen(path) + 2);
  sprintf(whole, "%s/%s", folder, path);
  return whole;
}

static void define_argv(VM *vm, const char *exec_path) {
  const NodeOptions *options = &node_of(vm)->options;
  ROOTS(vm, list);
  if (!array_new(vm, 0, &r.list)) vm->exception = VALUE_EMPTY;
  push_text(vm, &r.list, exec_path);
  if (options->script) {
    char *script = strcmp(options->script, "-") ? absolute_path(options->script) : checked_strdup("-");
    push_text(vm, &r.list, script);
    free(script);
  }
  for (int i = 0; i < options->argc; i++) push_text(vm, &r.list, options->argv[i]);
  define_value(vm, process_object(vm), "argv", &r.list, ATTR_ALL);
  if (!array_new(vm, 0, &r.list)) vm->exception = VALUE_EMPTY;
  for (int i = 0; i < options->exec_argc; i++) push_text(vm, &r.list, options->exec_argv[i]);
  define_value(vm, process_object(vm), "execArgv", &r.list, ATTR_ALL);
}

static const char *architecture(void) {
#if defined(__x86_64__)
  return "x64";
#elif defined(__aarch64__)
  return "arm64";
#else
  return "unknown";
#endif
}

static const char *platform(void) {
#if defined(__APPLE__)
  return "darwin";
#else
  return "linux";
#endif
}

static void install(VM *vm) {
  object_new(vm, process_prototype(vm));
  object_new_with_prototype(vm, process_prototype(vm), process_object(vm));
  Handle process = process_object(vm);
  process_events_define(vm);
  define_to_string_tag(vm, process, "process");
  define_string(vm, process, "version", NODULE_VERSION, ATTR_ENUMERABLE);
  define_string(vm, process, "arch", architecture(), ATTR_ENUMERABLE);
  define_string(vm, process, "platform", platform(), ATTR_ENUMERABLE);
  define_string(vm, process, "title", "nodule", ATTR_ALL);
  define_number(vm, process, "pid", getpid(), ATTR_ENUMERABLE);
  define_number(vm, process, "ppid", getppid(), ATTR_ENUMERABLE);
  char path[4096] = "nodule";
  size_t size = sizeof path;
  uv_exepath(path, &size);
  define_string(vm, process, "execPath", path, ATTR_ALL);
  define_string(vm, process, "argv0", "nodule", ATTR_ALL);
  define_argv(vm, path);
  exit_define(vm, process);
  DEFINE_BUILTINS(vm, process, functions);
  for (size_t i = 0; i < sizeof lazy_properties / sizeof lazy_properties[0]; i++) {
    define_lazy(vm, process, &lazy_properties[i], ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
  }
  missing_functions_define(vm, "process", process);
  process_kill_define(vm, process);
  process_stdio_define(vm, process);
  define_value(vm, &runtime(vm)->global, "process", process, ATTR_METHOD);
}

bool create_process(VM *vm, Slot exports) {
  *exports = *process_object(vm);
  return true;
}

static const NodeCell cells[] = {{offsetof(Process, object), "process"}, {offsetof(Process, prototype), NULL}};

const NodePart process_part = {.name = "process", .state_size = sizeof(Process), NODE_CELLS(cells), .install = install};
