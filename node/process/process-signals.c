// node/process/process-signals.c - process.on('SIGUSR2', f): a signal's name as an event.
//
// While somebody listens to the event, a libuv handle watches the signal; it does not keep the program alive.
#include <signal.h>

#include "base/output.h"
#include "node/host/handle.h"
#include "node/process/process.h"

static const struct {
  const char *name;
  int number;
} signals[] = {
    {"SIGHUP", SIGHUP},   {"SIGINT", SIGINT},     {"SIGQUIT", SIGQUIT}, {"SIGILL", SIGILL},   {"SIGTRAP", SIGTRAP},
    {"SIGABRT", SIGABRT}, {"SIGBUS", SIGBUS},     {"SIGFPE", SIGFPE},   {"SIGKILL", SIGKILL}, {"SIGUSR1", SIGUSR1},
    {"SIGSEGV", SIGSEGV}, {"SIGUSR2", SIGUSR2},   {"SIGPIPE", SIGPIPE}, {"SIGALRM", SIGALRM}, {"SIGTERM", SIGTERM},
    {"SIGCHLD", SIGCHLD}, {"SIGCONT", SIGCONT},   {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP}, {"SIGTTIN", SIGTTIN},
    {"SIGTTOU", SIGTTOU}, {"SIGURG", SIGURG},     {"SIGXCPU", SIGXCPU}, {"SIGXFSZ", SIGXFSZ}, {"SIGVTALRM", SIGVTALRM},
    {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO},     {"SIGSYS", SIGSYS}};
#define SIGNAL_COUNT (sizeof signals / sizeof signals[0])

typedef struct SignalWatchers {
  IoHandle *handles[SIGNAL_COUNT];  // NULL: nobody listens
} SignalWatchers;

static SignalWatchers *watchers_of(VM *vm) { return node_state(vm, PART_process_signals); }

static int signal_index(VM *vm, Handle name) {
  for (size_t i = 0; value_is_string(*name) && i < SIGNAL_COUNT; i++) {
    if (string_is_ascii(vm, name, signals[i].name)) return (int)i;
  }
  return -1;
}

int signal_number(VM *vm, Handle name) {
  int i = signal_index(vm, name);
  return i < 0 ? -1 : signals[i].number;
}

static bool emit_signal(VM *vm, const char *name, int number_of) {
  ROOTS(vm, values[2]);
  bool heard;
  string_internalize_ascii(vm, name, &r.values[0]);
  r.values[1] = value_int(number_of);
  if (!process_emit(vm, name, 2, r.values, &heard)) TRY(node_uncaught(vm));
  return node_run_ticks(vm);
}

static void on_signal(uv_signal_t *handle, int number_of) {
  VM *vm = io_handle_from(handle)->vm;
  for (size_t i = 0; i < SIGNAL_COUNT; i++) {
    if (signals[i].number != number_of) continue;
    if (!emit_signal(vm, signals[i].name, number_of)) uv_stop(&node_of(vm)->loop);
    return;
  }
}

static void watch(VM *vm, int i) {
  IoHandle **place = &watchers_of(vm)->handles[i];
  if (*place) return;
  IoHandle *handle = *place = io_handle_open(vm, IO_SIGNAL, "signal watcher");
  io_handle_rename(handle, "signal watcher %s", signals[i].name);
  io_ref(handle, false);
  uv_signal_start(&handle->uv.signal, on_signal, signals[i].number);
}

static void unwatch(VM *vm, int i) {
  IoHandle **place = &watchers_of(vm)->handles[i];
  if (!*place) return;
  io_close(*place);
  *place = NULL;
  output_ignore_signals();
}

// Listener of 'newListener': watches the signal that the event is named after.
static bool on_new_listener(VM *vm, const Args *args, Slot out) {
  (void)out;
  int i = signal_index(vm, arg(args, 0));
  if (i >= 0) watch(vm, i);
  return true;
}

// Listener of 'removeListener': the last one has gone.
static bool on_remove_listener(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, key, count);
  (void)out;
  int i = signal_index(vm, arg(args, 0));
  if (i < 0) return true;
  string_internalize_ascii(vm, "listenerCount", &r.key);
  TRY(invoke(vm, process_object(vm), &r.key, 1, arg(args, 0), &r.count));
  if (value_is_number(r.count) && value_as_number(r.count) == 0) unwatch(vm, i);
  return true;
}

static bool add_listener(VM *vm, const char *event, const Builtin *builtin) {
  ROOTS(vm, key, argv[2], result);
  string_internalize_ascii(vm, event, &r.argv[0]);
  native_function_new(vm, builtin, &r.argv[1]);
  string_internalize_ascii(vm, "on", &r.key);
  return invoke(vm, process_object(vm), &r.key, 2, r.argv, &r.result);
}

bool process_signals_start(VM *vm) {
  static const Builtin added = METHOD("startListeningIfSignal", on_new_listener, 1);
  static const Builtin removed = METHOD("stopListeningIfSignal", on_remove_listener, 1);
  return add_listener(vm, "newListener", &added) && add_listener(vm, "removeListener", &removed);
}

const NodePart process_signals_part = {.name = "signals", .state_size = sizeof(SignalWatchers)};
