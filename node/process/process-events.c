// node/process/process-events.c - process as an EventEmitter.  The module events is loaded when one of the methods is
// first called; until then nobody can be listening, and emitting costs nothing.
#include <stdlib.h>

#include "node/host/builtin-modules.h"
#include "node/process/process.h"

typedef struct ProcessEvents {
  bool is_emitter;  // process.on was called: events are worth emitting
} ProcessEvents;

static ProcessEvents *events_of(VM *vm) { return node_state(vm, PART_process_events); }

const NodePart process_events_part = {.name = "process events", .state_size = sizeof(ProcessEvents)};

static bool first_call(VM *vm, const Args *args, Slot out);

// clang-format off
static const Builtin stand_ins[] = {
    METHOD("addListener", first_call, 2), METHOD("on", first_call, 2), METHOD("once", first_call, 2), METHOD("off",
    first_call, 2), METHOD("removeListener", first_call, 2), METHOD("removeAllListeners", first_call, 1),
    METHOD("emit", first_call, 1), METHOD("listeners", first_call, 1), METHOD("listenerCount", first_call, 1),
    METHOD("prependListener", first_call, 2), METHOD("prependOnceListener", first_call, 2), METHOD("eventNames",
    first_call, 0), METHOD("rawListeners", first_call, 1), METHOD("setMaxListeners", first_call, 1),
    METHOD("getMaxListeners", first_call, 0)
};
// clang-format on

#define STAND_IN_COUNT (sizeof stand_ins / sizeof stand_ins[0])

// Replaces the stand-ins by the methods of EventEmitter.
static bool become_emitter(VM *vm) {
  ROOTS(vm, events, prototype, key);
  TRY(builtin_module_load(vm, "events", &r.events));
  TRY(get(vm, &r.events, VM_NAME(vm, prototype), &r.prototype));
  for (size_t i = 0; i < STAND_IN_COUNT; i++) {
    bool deleted;
    string_internalize_ascii(vm, stand_ins[i].name, &r.key);
    TRY(delete_property(vm, process_prototype(vm), &r.key, &deleted));
  }
  bool ok;
  TRY(set_prototype(vm, process_prototype(vm), &r.prototype, &ok));
  events_of(vm)->is_emitter = true;
  return process_signals_start(vm);
}

// Any of the methods, for the first time: called again under its own name.
static bool first_call(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, key);
  TRY(get(vm, args->callee, VM_NAME(vm, name), &r.key));
  if (!events_of(vm)->is_emitter) TRY(become_emitter(vm));
  return invoke(vm, args->self, &r.key, args->argc, args->values, out);
}

static bool no_constructor(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm, "Illegal constructor");
}

static const Builtin constructor = {"process", no_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

void process_events_define(VM *vm) {
  ROOTS(vm, holder, constructor);
  DEFINE_BUILTINS(vm, process_prototype(vm), stand_ins);
  object_new(vm, &r.holder);
  define_constructor(vm, &r.holder, &constructor, process_prototype(vm), &r.constructor);
}

bool process_emit(VM *vm, const char *name, uint32_t argc, Handle values, bool *heard) {
  *heard = false;
  if (!events_of(vm)->is_emitter) return true;
  ROOTS(vm, key, argv[4], result);
  string_internalize_ascii(vm, name, &r.argv[0]);
  for (uint32_t i = 0; i < argc; i++) r.argv[i + 1] = values[i];
  string_internalize_ascii(vm, "emit", &r.key);
  TRY(invoke(vm, process_object(vm), &r.key, argc + 1, r.argv, &r.result));
  *heard = to_boolean(r.result);
  return true;
}
