// node/host/node.h - what Node adds to the language: process, console, require, timers and the event loop.
//
//   main:  vm_create -> node_install -> node_run -> node_destroy -> vm_destroy
//
// node/ keeps its state in vm->node.  Values that it holds between calls are in persistent cells, one for each name below.
#ifndef NODULE_NODE_HOST_NODE_H
#define NODULE_NODE_HOST_NODE_H

#include <uv.h>

#include "base/version.h"
#include "node/util/inspect/inspect.h"
#include "vm/native.h"

#define NODE_CELLS(CELL)                                                                                          \
  CELL(INSPECT)            /* the function util.inspect */                                                       \
  CELL(CUSTOM_INSPECT)     /* Symbol.for('nodejs.util.inspect.custom') */                                        \
  CELL(PROCESS)            /* the object process */                                                              \
  CELL(PROCESS_PROTOTYPE)                                                                                        \
  CELL(EXIT_CODE)          /* process.exitCode as it was set */                                                  \
  CELL(UNCAUGHT_CAPTURE)   /* of process.setUncaughtExceptionCaptureCallback */                                  \
  CELL(STDOUT)             /* process.stdout and process.stderr, once asked for */                               \
  CELL(STDERR)                                                                                                   \
  CELL(BUFFER_PROTOTYPE)   /* once the module buffer is loaded */                                                \
  CELL(BUILTIN_MODULES)    /* exports of the built-in modules loaded so far, by name */                          \
  CELL(MODULE)             /* the constructor Module */                                                          \
  CELL(MODULE_PROTOTYPE)                                                                                         \
  CELL(MODULE_CACHE)       /* require.cache */                                                                   \
  CELL(MODULE_EXTENSIONS)  /* require.extensions */                                                              \
  CELL(RESOLUTIONS)        /* file names by folder and what was required there */                                \
  CELL(MAIN_MODULE)        /* undefined for -e */                                                                \
  CELL(TICKS)              /* arrays: what process.nextTick, queueMicrotask and setImmediate have queued */       \
  CELL(MICROTASKS)                                                                                               \
  CELL(IMMEDIATES)                                                                                               \
  CELL(GC_OBSERVER)        /* the function of perf_hooks that takes records of collections */                     \
  CELL(TIMEOUT_PROTOTYPE)                                                                                        \
  CELL(IMMEDIATE_PROTOTYPE)

enum {
#define CELL(name) CELL_##name,
  NODE_CELLS(CELL)
#undef CELL
  CELL_COUNT
};

typedef struct NodeOptions {
  char **argv;            // of the script: what follows its name
  int argc;
  char **exec_argv;       // the flags in front of it
  int exec_argc;
  const char *script;     // file name; "-" standard input; NULL with `eval`, or without any: standard input, too
  const char *eval;       // text of -e or -p
  bool (*interactive)(VM *vm);  // runs an interactive session in place of a script, and ends the program
  bool print;             // -p
  bool check_only;        // -c
  bool strict;            // --use-strict
  bool expose_gc, no_color, no_deprecation, no_warnings, trace_deprecation, trace_warnings;
  const char **preload;   // -r
  int preload_count;
  void (*set_flags)(VM *vm, void *data, const char *text);  // of v8.setFlagsFromString; NULL: flags are fixed
  void *flags_data;
} NodeOptions;

typedef struct Console Console;
typedef struct Timers Timers;
typedef struct SignalWatchers SignalWatchers;

// What became of writes on process.stdout or process.stderr.
typedef struct StreamState {
  bool reporting;  // a tick is going to tell of an error
  bool failed;     // it has been told, or passed over
} StreamState;

// Points of the program's life that performance.nodeTiming shows.
typedef enum Milestone {
  MILESTONE_ENVIRONMENT, MILESTONE_BOOTSTRAP_COMPLETE, MILESTONE_LOOP_START, MILESTONE_LOOP_EXIT, MILESTONE_COUNT
} Milestone;

typedef struct NodeState {
  PersistentCell *cells[CELL_COUNT];
  NodeOptions options;
  InspectOptions inspect_defaults;
  bool inspect_defaults_set;
  uv_loop_t loop;
  uv_prepare_t prepare;
  uv_async_t cleanup;                    // a collection has left work for FinalizationRegistries
  Console *console;
  Timers *timers;
  struct CollectionWatch *collections;   // of performance.c; NULL until perf_hooks observes
  double milestones[MILESTONE_COUNT];    // ms since the start of the process; 0: not yet
  StreamState streams[3];                // by descriptor
  SignalWatchers *signals;               // NULL until process.on is called
  uint32_t ticks_done, microtasks_done;  // of the arrays: entries that have run
  bool warning_hint_shown;               // how to see where warnings come from
  bool process_is_emitter;               // process.on was called: events are worth emitting
  bool exiting;                          // the event 'exit' is being emitted, or was
  bool exit_code_set;                    // by process.exit, process.exitCode, an uncaught error
  int exit_code;
  bool (*on_uncaught)(VM *vm);           // takes the pending exception in place of node_uncaught; or NULL
  void *repl;                            // the interactive session, or NULL
  double peak_malloced;                  // the most that v8.getHeapStatistics has seen, bytes
} NodeState;

static inline NodeState *node_of(VM *vm) { return (NodeState *)vm->node; }
#define NODE_CELL(vm, name) (&node_of(vm)->cells[CELL_##name]->value)

// A function of a module: enumerable, unlike METHODs of prototypes.
#define FUNCTION(name, code, length) {name, code, length, BUILTIN_METHOD, 0, ATTR_ALL, NULL}

void node_install(VM *vm, const NodeOptions *options);
// Runs the program to its end; the exit status.  All output is written.
int node_run(VM *vm);
void node_destroy(VM *vm);

// Ends the program from any depth, with node->exit_code: emits 'exit', then makes an exception pending that no script
// catches.  For natives: return node_exit(vm).
bool node_exit(VM *vm);
// Ends the program with a line that names what the system refused, where libuv's `error` is below 0.
void node_must(int error, const char *what);

// The program has nothing left to do: emits 'exit'.  False: a listener ended it otherwise.
NODISCARD bool node_end(VM *vm);

// What was thrown and not caught (in vm->exception): process.on('uncaughtException'), else the report on standard error.
// Returns false when the program is to end now.
NODISCARD bool node_uncaught(VM *vm);
// A call from the event loop: runs the function, then what it queued.  False: the program ends.
NODISCARD bool node_callback(VM *vm, Handle function, Handle self, uint32_t argc, Handle arguments);
NODISCARD bool node_run_ticks(VM *vm);
NODISCARD bool node_has_ticks(VM *vm);

// Calls callbacks of FinalizationRegistries until none is due (node/host/finalization.c).  False: the program ends.
NODISCARD bool node_run_cleanup(VM *vm);

// Process warnings: "(nodule:PID) Name: message" on standard error.
void node_warn(VM *vm, const char *type, const char *code, const char *format, ...) __attribute__((format(printf, 4, 5)));

// Installers of the parts.
void inspect_create(VM *vm);
void console_install(VM *vm);
void console_destroy(VM *vm);
void process_install(VM *vm);
void exit_install(VM *vm);
void process_signals_destroy(VM *vm);
void timers_install(VM *vm);
void timers_destroy(VM *vm);
void ticks_install(VM *vm);
void modules_install(VM *vm);
void gc_install(VM *vm);
void finalization_install(VM *vm);
void performance_install(VM *vm);
void performance_destroy(VM *vm);
void performance_note(VM *vm, Milestone milestone);

#endif
