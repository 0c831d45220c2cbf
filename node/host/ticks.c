// node/host/ticks.c - process.nextTick and queueMicrotask: what runs as soon as the present callback is done, ticks first, then
// microtasks, until both queues are empty.
//
// A queue is an array in a persistent cell with two entries for each task, a function and an array of arguments or
// undefined; the tasks in front of a counter have run.
#include "node/host/ticks.h"

#include <stdlib.h>

#include "base/memory.h"
#include "builtins/weak/weak-ref.h"
#include "node/host/errors.h"

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

static bool queue_is_empty(Handle queue, uint32_t done) { return array_length(queue) == done; }

static bool queue_push(VM *vm, Handle queue, Handle function, Handle list) {
  TRY(array_push(vm, queue, function));
  return array_push(vm, queue, list);
}

// Takes the next task.  A queue that has become empty starts anew, so that tasks that queue one another need no room.
static bool queue_take(VM *vm, Handle queue, uint32_t *done, Slot function, Slot list) {
  bool ok;
  TRY(get_index(vm, queue, *done, function));
  TRY(get_index(vm, queue, *done + 1, list));
  TRY(put_index(vm, queue, *done, &undefined_value_));
  TRY(put_index(vm, queue, *done + 1, &undefined_value_));
  *done += 2;
  if (!queue_is_empty(queue, *done)) return true;
  *done = 0;
  return array_set_length(vm, queue, 0, true, &ok);
}

static bool run_next(VM *vm, Handle queue, uint32_t *done) {
  ROOTS(vm, function, list, result);
  if (queue_take(vm, queue, done, &r.function, &r.list) &&
      node_apply(vm, &r.function, &undefined_value_, &r.list, &r.result)) {
    return true;
  }
  return node_uncaught(vm);
}

bool node_has_ticks(VM *vm) {
  NodeState *node = node_of(vm);
  return !queue_is_empty(NODE_CELL(vm, TICKS), node->ticks_done) ||
         !queue_is_empty(NODE_CELL(vm, MICROTASKS), node->microtasks_done);
}

bool node_run_ticks(VM *vm) {
  NodeState *node = node_of(vm);
  while (node_has_ticks(vm)) {
    while (!queue_is_empty(NODE_CELL(vm, TICKS), node->ticks_done)) {
      TRY(run_next(vm, NODE_CELL(vm, TICKS), &node->ticks_done));
    }
    while (!queue_is_empty(NODE_CELL(vm, MICROTASKS), node->microtasks_done)) {
      TRY(run_next(vm, NODE_CELL(vm, MICROTASKS), &node->microtasks_done));
    }
  }
  weak_refs_end_job(vm);
  return true;
}

bool node_next_tick(VM *vm, Handle function, Handle list) { return queue_push(vm, NODE_CELL(vm, TICKS), function, list); }

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
  return queue_push(vm, NODE_CELL(vm, MICROTASKS), arg(args, 0), &undefined_value_);
}

static const Builtin global_functions[] = {FUNCTION("queueMicrotask", queue_microtask, 1)};

void ticks_install(VM *vm) {
  if (!array_new(vm, 0, NODE_CELL(vm, TICKS)) || !array_new(vm, 0, NODE_CELL(vm, MICROTASKS))) abort();
  DEFINE_BUILTINS(vm, &runtime(vm)->global, global_functions);
}
