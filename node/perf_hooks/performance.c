// node/perf_hooks/performance.c - natives of the module perf_hooks: the clock, milestones of the program, and
// collections as seen by PerformanceObservers of 'gc'.
//
// A listener of GC events writes a record for each collection and wakes the event loop; outside the collection the loop
// then calls the script (node/perf_hooks/perf-hooks.js), which takes the records and makes entries of them.
#include <stdlib.h>
#include <sys/time.h>

#include "base/memory.h"
#include "node/host/builtin-modules.h"
#include "node/host/handle.h"
#include "node/process/process.h"
#include "node/util/util.h"

// Node's numbers (perf_hooks.constants).
enum { GC_MINOR = 1, GC_MAJOR = 4 };
enum { FLAGS_NONE = 0, FLAGS_FORCED = 4, FLAGS_ALL_AVAILABLE_GARBAGE = 16, FLAGS_ALL_EXTERNAL_MEMORY = 32 };

typedef struct CollectionRecord {
  int kind, flags;
  double start, duration;  // ms since the start of the process
} CollectionRecord;

typedef struct Performance {
  PersistentCell observer;             // the script's function that takes records of collections
  double milestones[MILESTONE_COUNT];  // ms since the start of the process; 0: not yet
  // of the collections observed
  VM *vm;
  CollectionRecord *records;
  size_t count, capacity;
  IoHandle *wake;  // NULL until somebody observes
  bool listening;
} Performance;

static Performance *performance_of(VM *vm) { return node_state(vm, PART_performance); }

static double now(VM *vm) { return (double)uv_hrtime() / 1e6 - vm->start_time; }

// ------------------------------------------------------------------------------------------------------ collections

static int flags_of(const GCEvent *event) {
  static const struct {
    const char *reason;
    int flags;
  } table[] = {
      {"last resort gc", FLAGS_ALL_AVAILABLE_GARBAGE},
      {"external memory allocation limit reached", FLAGS_ALL_EXTERNAL_MEMORY},
  };
  if (event->forced) return FLAGS_FORCED;
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    if (strcmp(table[i].reason, event->reason) == 0) return table[i].flags;
  }
  return FLAGS_NONE;
}

// Runs inside a collection: the heap must not be touched.  Without memory for a record the collection goes unseen.
static void on_collection(void *data, const GCEvent *event) {
  Performance *watch = data;
  if (event->type != GC_EVENT_END) return;
  if (watch->count == watch->capacity) {
    size_t capacity = watch->capacity ? watch->capacity * 2 : 64;
    CollectionRecord *records = try_realloc(watch->records, capacity * sizeof *records);
    if (!records) return;
    watch->records = records;
    watch->capacity = capacity;
  }
  watch->records[watch->count++] = (CollectionRecord){.kind = event->kind == GC_SCAVENGE ? GC_MINOR : GC_MAJOR,
                                                      .flags = flags_of(event),
                                                      .start = now(watch->vm) - event->pause_ms,
                                                      .duration = event->pause_ms};
  uv_async_send(&watch->wake->uv.async);
}

static void on_wake(uv_async_t *handle) {
  VM *vm = io_handle_from(handle)->vm;
  Performance *watch = performance_of(vm);
  if (!watch->listening || watch->count == 0) return;
  if (!node_callback(vm, &watch->observer.value, &undefined_value_, 0, NULL)) uv_stop(&node_of(vm)->loop);
}

static Performance *watch_of(VM *vm) {
  Performance *watch = performance_of(vm);
  if (watch->wake) return watch;
  watch->vm = vm;
  watch->wake = io_async_open(vm, on_wake, "observer of collections");
  io_ref(watch->wake, false);
  return watch;
}

// watchCollections(function or undefined): the function is called when there are records to be taken.
static bool watch_collections(VM *vm, const Args *args, Slot out) {
  (void)out;
  Performance *watch = watch_of(vm);
  bool wanted = value_is_callable(*arg(args, 0));
  watch->observer.value = *arg(args, 0);
  if (wanted && !watch->listening) heap_add_listener(vm_heap(vm), on_collection, watch);
  if (!wanted && watch->listening) heap_remove_listener(vm_heap(vm), on_collection, watch);
  watch->listening = wanted;
  if (!wanted) watch->count = 0;
  return true;
}

// takeCollections(): an array of kind, flags, start, duration, kind, ...  What is collected meanwhile comes behind.
static bool take_collections(VM *vm, const Args *args, Slot out) {
  (void)args;
  Performance *watch = watch_of(vm);
  ROOTS(vm, fields[4]);
  TRY(array_new(vm, 0, out));
  size_t count = watch->count;
  for (size_t i = 0; i < count; i++) {
    const CollectionRecord record = watch->records[i];
    r.fields[0] = value_int(record.kind);
    r.fields[1] = value_int(record.flags);
    r.fields[2] = number(record.start);
    r.fields[3] = number(record.duration);
    for (int k = 0; k < 4; k++) TRY(array_push(vm, out, &r.fields[k]));
  }
  watch->count -= count;
  memmove(watch->records, watch->records + count, watch->count * sizeof *watch->records);
  return true;
}

static void destroy(VM *vm, void *state) {
  Performance *watch = state;
  if (watch->listening) heap_remove_listener(vm_heap(vm), on_collection, watch);
  free(watch->records);
}

// ------------------------------------------------------------------------------------------------------ time

static bool performance_now(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = number(now(vm));
  return true;
}

// timeOrigin(): when the process began, ms since 1970
static bool time_origin(VM *vm, const Args *args, Slot out) {
  (void)args;
  struct timeval time;
  gettimeofday(&time, NULL);
  *out = number((double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3 - now(vm));
  return true;
}

void performance_note(VM *vm, Milestone milestone) { performance_of(vm)->milestones[milestone] = now(vm); }

// milestones(): an array of ms since timeOrigin, 0 for what has not come yet, in the order of Milestone, then the time
// that the loop was idle
static bool milestones(VM *vm, const Args *args, Slot out) {
  (void)args;
  Performance *performance = performance_of(vm);
  ROOTS(vm, values[MILESTONE_COUNT + 1]);
  for (int i = 0; i < MILESTONE_COUNT; i++) r.values[i] = number(performance->milestones[i]);
  r.values[MILESTONE_COUNT] = number((double)uv_metrics_idle_time(io_loop(vm)) / 1e6);
  return array_from_values(vm, r.values, MILESTONE_COUNT + 1, out);
}

static const Builtin functions[] = {
    FUNCTION("now", performance_now, 0),
    FUNCTION("timeOrigin", time_origin, 0),
    FUNCTION("milestones", milestones, 0),
    FUNCTION("watchCollections", watch_collections, 1),
    FUNCTION("takeCollections", take_collections, 0),
};

bool bind_performance(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, functions);
  return bind_util(vm, binding);
}

// ------------------------------------------------------------------------------------------------------ the global

static bool load_performance(VM *vm, const Args *args, Slot out) {
  (void)args;
  return builtin_module_export(vm, "perf_hooks", "performance", out);
}

static void install(VM *vm) {
  static const Builtin performance = {"performance", load_performance, 0, BUILTIN_GETTER, 0, ATTR_ALL, NULL};
  define_lazy(vm, &runtime(vm)->global, &performance, ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}

static const NodeCell cells[] = {{offsetof(Performance, observer), "observer of collections"}};

const NodePart performance_part = {.name = "performance",
                                   .state_size = sizeof(Performance),
                                   NODE_CELLS(cells),
                                   .install = install,
                                   .destroy = destroy};
