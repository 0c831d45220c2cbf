// fuzz/fuzz.c - VMs for the targets, and the limits on what runs in them.
//
// Time: a timer of the processor's time asks the interpreter to stop.  A builtin that goes through 2^53 elements does
// not notice; some ticks later the process ends, and run.sh starts the next.  Memory: the linker puts
// __wrap_heap_fatal_out_of_memory in the place of the heap's own report, and the run is left behind as it is.
#include "fuzz/fuzz.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "engine/engine.h"
#include "vm/roots.h"

#define TICK_SECONDS 0.1
#define MOST_TICKS 10
#define MOST_HEAP (24 * MB)

static struct {
  VM *vm;
  sigjmp_buf full;
  volatile sig_atomic_t ticks;
  bool inside_collection;
} running;

void fuzz_fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  abort();
}

// ------------------------------------------------------------------------------------------------------ limits

_Noreturn void __wrap_heap_fatal_out_of_memory(Heap *heap, const char *location);
_Noreturn void __wrap_heap_fatal_out_of_memory(Heap *heap, const char *location) {
  (void)heap;
  if (running.vm == NULL) fuzz_fail("out of memory before any program has run: %s", location);
  running.inside_collection = strcmp(location, "CALL_AND_RETRY_LAST") != 0;
  siglongjmp(running.full, 1);
}

static bool stop_program(VM *vm) {
  vm->exception = VALUE_UNDEFINED;
  vm->exception_uncatchable = true;
  return false;
}

static void on_tick(int number) {
  (void)number;
  if (running.vm == NULL) return;
  if (running.ticks++ > MOST_TICKS) _exit(0);
  running.vm->interrupt = 1;
}

static void set_timer(double seconds) {
  const struct timeval tick = {0, (suseconds_t)(seconds * 1e6)};
  const struct itimerval timer = {tick, tick};
  setitimer(ITIMER_PROF, &timer, NULL);
}

// --------------------------------------------------------------------------------------------------------- VMs

VM *fuzz_vm_create(size_t choice) {
  static const struct {
    unsigned every;
    GCStressMode mode;
  } stress[] = {{0, STRESS_MIXED}, {53, STRESS_MIXED}, {0, STRESS_MIXED}, {11, STRESS_SCAVENGES},
                {0, STRESS_MIXED}, {997, STRESS_FULL}, {0, STRESS_MIXED}, {53, STRESS_INCREMENTAL}};
  const VMConfig config = {
      .heap =
          {
              .max_old_generation = MOST_HEAP,
              .max_semispace = MB,
              .gc_stress = stress[choice % 8].every,
              .stress_mode = stress[choice % 8].mode,
              .gc_threads = -1,
          },
      .baseline = choice % 3 ? BASELINE_ALWAYS : BASELINE_OFTEN_USED,
      .hash_seed = 1,
  };
  VM *vm = engine_create(&config);
  vm->on_interrupt = stop_program;
  return vm;
}

VM *fuzz_run(VM *vm, FuzzBody body, const uint8_t *data, size_t size) {
  signal(SIGPROF, on_tick);
  running.vm = vm;
  running.ticks = 0;
  if (sigsetjmp(running.full, 1) == 0) {
    set_timer(TICK_SECONDS);
    body(vm, data, size);
  } else {
    // In the midst of a collection nothing is as it should be: better to lose the memory.
    if (!running.inside_collection) vm_destroy(running.vm);
    vm = NULL;
  }
  set_timer(0);
  running.vm = NULL;
  if (vm == NULL) return NULL;
  vm->interrupt = 0;
  vm->exception = VALUE_EMPTY;
  vm->exception_uncatchable = false;
  return vm;
}

bool fuzz_evaluate(VM *vm, const char *source, size_t length, ParseGoal goal, Slot out) {
  ROOTS(vm, function, self);
  const ParseOptions options = {.goal = goal};
  const CompileOptions compile_options = {.is_script = goal == PARSE_SCRIPT};
  TRY(vm_compile(vm, source, length, "fuzz.js", &options, &compile_options, &r.function));
  r.self = goal == PARSE_SCRIPT ? runtime(vm)->global : VALUE_UNDEFINED;
  return vm_call(vm, &r.function, &r.self, 0, NULL, out);
}
