// node/host/ticks.c - process.nextTick and queueMicrotask: what runs as soon as the present callback is done, ticks
// first, then the VM's microtasks (vm/jobs.h), until both queues are empty.
#include "node/host/ticks.h"

#include <stdlib.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "vm/jobs.h"

bool node_apply(VM *vm, Handle function, Handle self, Handle list, Slot out) {
  uint32_t count = value_is_array(*list) ? (uint32_t)array_length(list) : 0;
  if (count == 0) return vm_call(vm, function, self, 0, NULL, out);
  size_t size = sizeof(Roots) + count * sizeof(Value);
  Roots *frame = checked_calloc(1, size);
  roots_enter(vm, frame, size);
  Value *values = (Value *)(void *)(frame + 1);
  bool ok = true;
  for (uint32_t i = 0; ok && i < count; i++) ok = get_index(vm, list, i, &values[i]);
  if (ok) ok = vm_call(vm, function, self, count, values, out);
  roots_leave(frame);
  free(frame);
  return ok;
}

bool arguments_from(VM *vm, const Args *args, uint32_t first, Slot out) {
  if (args->argc <= first) {
    *out = VALUE_UNDEFINED;
    return true;
  }
  return array_from_values(vm, args->values + first, args->argc - first, out);
}

// ------------------------------------------------------------------------------------------------------ queues

typedef struct Ticks {
  TaskQueue queue;  // of process.nextTick
} Ticks;

static TaskQueue *ticks_of(VM *vm) { return &((Ticks *)node_state(vm, PART_ticks))->queue; }

static bool node_has_ticks(VM *vm) {
  return !task_queue_is_empty(ticks_of(vm)) || !task_queue_is_empty(microtasks_of(vm));
}

static bool run_all(VM *vm, TaskQueue *queue) {
  while (!task_queue_is_empty(queue)) {
    if (!task_queue_run_next(vm, queue)) TRY(node_uncaught(vm));
  }
  return true;
}

bool node_run_ticks(VM *vm) {
  while (node_has_ticks(vm)) TRY(run_all(vm, ticks_of(vm)) && run_all(vm, microtasks_of(vm)));
  jobs_end(vm);
  return true;
}

bool node_next_tick(VM *vm, Handle function, Handle list) { return task_queue_push(vm, ticks_of(vm), function, list); }

// ------------------------------------------------------------------------------------------------------ functions

bool require_callback(VM *vm, Handle callback) {
  return value_is_callable(*callback) || throw_argument_type(vm, "callback", "of type function", callback);
}

bool process_next_tick(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, list);
  *out = VALUE_UNDEFINED;
  TRY(require_callback(vm, arg(args, 0)));
  if (node_of(vm)->exiting) return true;
  TRY(arguments_from(vm, args, 1, &r.list));
  return node_next_tick(vm, arg(args, 0), &r.list);
}

static bool queue_microtask(VM *vm, const Args *args, Slot out) {
  (void)out;
  TRY(require_callback(vm, arg(args, 0)));
  return task_queue_push(vm, microtasks_of(vm), arg(args, 0), &undefined_value_);
}

static const Builtin global_functions[] = {FUNCTION("queueMicrotask", queue_microtask, 1)};

static void install(VM *vm) { DEFINE_BUILTINS(vm, &runtime(vm)->global, global_functions); }

static const NodeCell cells[] = {{offsetof(Ticks, queue.calls), "process.nextTick queue"}};

const NodePart ticks_part = {.name = "ticks", .state_size = sizeof(Ticks), NODE_CELLS(cells), .install = install};
