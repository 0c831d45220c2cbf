// cli/main.c - the program nodule: flags to a configuration, a VM with node/ in it, the run, the exit status.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/output.h"
#include "cli/flags.h"
#include "engine/engine.h"
#include "observe/trace-gc.h"

#define SMALLEST_SEMISPACE MB
#define LARGEST_NEW_SPACE_SEMISPACE (16 * MB)  // what --max-new-space-size may ask for

// --max-new-space-size means both semispaces, in kB; --max-semi-space-size one, in MB.  *correction: the trace says
// what became of a size that cannot be.
static size_t semispace(const Options *options, const char **correction) {
  if (options->max_semi_space_size > 0) return (size_t)options->max_semi_space_size * MB;
  if (options->max_new_space_size <= 0) return 0;
  size_t bytes = (size_t)options->max_new_space_size * KB / 2;
  if (bytes < SMALLEST_SEMISPACE) {
    *correction = "Max semispace size cannot be less than 1024kbytes";
    return SMALLEST_SEMISPACE;
  }
  if (bytes <= LARGEST_NEW_SPACE_SEMISPACE) return bytes;
  *correction = "Max semispace size cannot be more than 16384kbytes";
  return LARGEST_NEW_SPACE_SEMISPACE;
}

static size_t megabytes(long long size) { return size > 0 ? (size_t)size * MB : 0; }

static GCStressMode stress_mode(const Options *options) {
  if (options->stress_scavenges) return STRESS_SCAVENGES;
  if (options->stress_full) return STRESS_FULL;
  return options->stress_incremental ? STRESS_INCREMENTAL : STRESS_MIXED;
}

static VMConfig configure(const Options *options, const char **correction) {
  return (VMConfig){
      .heap =
          {
              .max_old_generation = megabytes(options->max_old_space_size),
              .max_semispace = semispace(options, correction),
              .initial_semispace = megabytes(options->min_semi_space_size),
              .gc_stress = options->gc_stress > 0 ? (unsigned)options->gc_stress : 0,
              .verify = options->verify_heap,
              .never_compact = options->never_compact,
              .always_compact = options->always_compact,
              .no_incremental_marking = !options->incremental_marking,
              .no_lazy_sweeping = !options->lazy_sweeping,
              .gc_threads = options->gc_threads < 0    ? 0
                            : options->gc_threads == 0 ? -1
                                                       : (int)options->gc_threads,
              .stress_mode = stress_mode(options),
              .stress_waits = options->stress_after_start,
              .gc_interval = options->gc_interval > 0 ? (unsigned)options->gc_interval : 0,
          },
      .stack_size = options->stack_size > 0 ? (size_t)options->stack_size * KB : 0,
      .baseline = options->jitless || !options->sparkplug ? BASELINE_NEVER
                  : options->always_sparkplug             ? BASELINE_ALWAYS
                                                          : BASELINE_OFTEN_USED,
      .print_bytecode = options->print_bytecode,
      .expose_gc = options->expose_gc,
      .hash_seed = (uint64_t)options->hash_seed,
  };
}

static TraceGC trace_options(const Options *options) {
  return (TraceGC){options->trace_gc, options->trace_gc_verbose, options->trace_gc_nvp, options->trace_fragmentation};
}

typedef struct Program {
  Options *options;
  GCTracer *tracer;
} Program;

// v8.setFlagsFromString: of the flags, these take effect while the program runs.
static void set_flags(VM *vm, void *data, const char *text) {
  const Program *program = data;
  Options *options = program->options;
  long long limit = options->max_old_space_size;
  flags_set_all(options, text);
  if (options->max_old_space_size > 0 && options->max_old_space_size != limit) {
    heap_set_max_old_generation(vm_heap(vm), megabytes(options->max_old_space_size));
  }
  const TraceGC trace = trace_options(options);
  trace_gc_change(program->tracer, &trace);
  vm->print_bytecode = options->print_bytecode;
  if (options->expose_gc && !vm->expose_gc) gc_install(vm);
  vm->expose_gc = options->expose_gc;
}

static int run(Options *options) {
  const char *correction = NULL;
  const VMConfig config = configure(options, &correction);
  const TraceGC trace = trace_options(options);
  options->node.set_flags = set_flags;
  Program program = {.options = options};
  options->node.flags_data = &program;
  VM *vm = engine_create(&config);
  program.tracer = trace_gc_start(vm_heap(vm), &trace);
  if (correction && options->trace_gc) trace_gc_note(program.tracer, "%s", correction);
  node_install(vm, &options->node);
  heap_stress_now(vm_heap(vm));
  int status = node_run(vm);
  trace_gc_stop(program.tracer);
  node_destroy(vm);
  vm_destroy(vm);
  return status;
}

// A program started without one of the standard descriptors would open something else in its place.
static void open_standard_descriptors(void) {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDWR) != fd) abort();
  }
}

int main(int argc, char **argv) {
  Options options;
  int status;
  open_standard_descriptors();
  output_open();
  if (options_parse(argc, argv, &options, &status)) status = run(&options);
  else if (!output_close()) status = 1;
  options_free(&options);
  return status;
}
