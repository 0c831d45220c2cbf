// node/host/node.h - what Node adds to the language: process, console, require, timers and the event loop.
//
//   main:  vm_create -> node_install -> node_run -> node_destroy -> vm_destroy
//
// node/ keeps its state in vm->node: the loop, the options and how the program ends; each part its own
// (node/host/part.h).
#ifndef NODULE_NODE_HOST_NODE_H
#define NODULE_NODE_HOST_NODE_H

#include <uv.h>

#include "base/version.h"
#include "node/host/part.h"
#include "node/util/inspect/inspect.h"
#include "vm/native.h"

typedef struct NodeOptions {
  char **argv;  // of the script: what follows its name
  int argc;
  char **exec_argv;  // the flags in front of it
  int exec_argc;
  const char *script;           // file name; "-" standard input; NULL with `eval`, or without any: standard input, too
  const char *eval;             // text of -e or -p
  bool (*interactive)(VM *vm);  // runs an interactive session in place of a script, and ends the program
  bool print;                   // -p
  bool check_only;              // -c
  bool strict;                  // --use-strict
  bool expose_gc, no_color, no_deprecation, no_warnings, trace_deprecation, trace_warnings;
  const char **preload;  // -r
  int preload_count;
  void (*set_flags)(VM *vm, void *data, const char *text);  // of v8.setFlagsFromString; NULL: flags are fixed
  void *flags_data;
} NodeOptions;

// Points of the program's life that performance.nodeTiming shows.
typedef enum Milestone {
  MILESTONE_ENVIRONMENT,
  MILESTONE_BOOTSTRAP_COMPLETE,
  MILESTONE_LOOP_START,
  MILESTONE_LOOP_EXIT,
  MILESTONE_COUNT
} Milestone;

typedef struct NodeState {
  NodeOptions options;
  uv_loop_t loop;
  uv_prepare_t prepare;
  struct IoHandle *handles;  // those that are not closed (node/host/handle.h)
  bool ending;               // they are being closed for good: nobody is called
  bool exiting;              // the event 'exit' is being emitted, or was
  bool exit_code_set;        // by process.exit, process.exitCode, an uncaught error
  int exit_code;
  bool (*on_uncaught)(VM *vm);  // takes the pending exception in place of node_uncaught; or NULL
  void *repl;                   // the interactive session, or NULL
  void *states[PART_COUNT];     // of the parts; NULL: not asked for yet
} NodeState;

static inline NodeState *node_of(VM *vm) { return (NodeState *)vm->node; }

void *node_state_create(VM *vm, NodePartId id);
static inline void *node_state(VM *vm, NodePartId id) {
  void *state = node_of(vm)->states[id];
  return state ? state : node_state_create(vm, id);
}

// A function of a module: enumerable, unlike METHODs of prototypes.
#define FUNCTION(name, code, length) \
  { name, code, length, BUILTIN_METHOD, 0, ATTR_ALL, NULL }

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

// What was thrown and not caught (in vm->exception): process.on('uncaughtException'), else the report on standard
// error. Returns false when the program is to end now.
NODISCARD bool node_uncaught(VM *vm);
// A call from the event loop: runs the function, then what it queued.  False: the program ends.
NODISCARD bool node_callback(VM *vm, Handle function, Handle self, uint32_t argc, Handle arguments);
NODISCARD bool node_run_ticks(VM *vm);

// Calls callbacks of FinalizationRegistries until none is due (node/host/finalization.c).  False: the program ends.
NODISCARD bool node_run_cleanup(VM *vm);

// Process warnings: "(nodule:PID) Name: message" on standard error.
void node_warn(VM *vm, const char *type, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void gc_install(VM *vm);  // the global function gc of --expose-gc
void performance_note(VM *vm, Milestone milestone);

#endif
