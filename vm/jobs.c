// vm/jobs.c - see jobs.h.
//
// A queue is an array with two entries for each call, a function and an array of arguments or undefined; the entries in
// front of a counter are of calls that were made.
#include "vm/jobs.h"

#include "vm/native.h"
#include "vm/roots.h"

static void task_queue_open(VM *vm, TaskQueue *queue, const char *name) {
  persistent_attach(vm, &queue->calls, name);
  queue->done = 0;
}

static void task_queue_close(VM *vm, TaskQueue *queue) { persistent_detach(vm, &queue->calls); }

// The array is made with the first call.
bool task_queue_is_empty(const TaskQueue *queue) {
  return value_is_undefined(queue->calls.value) || array_length(&queue->calls.value) == queue->done;
}

bool task_queue_push(VM *vm, TaskQueue *queue, Handle function, Handle list) {
  Slot calls = &queue->calls.value;
  if (value_is_undefined(*calls)) TRY(array_new(vm, 0, calls));
  TRY(array_push(vm, calls, function));
  return array_push(vm, calls, list);
}

// A queue that has become empty starts anew, so that calls that queue one another need no room.
static bool take(VM *vm, TaskQueue *queue, Slot function, Slot list) {
  Handle calls = &queue->calls.value;
  bool ok;
  TRY(get_index(vm, calls, queue->done, function));
  TRY(get_index(vm, calls, queue->done + 1, list));
  TRY(put_index(vm, calls, queue->done, &undefined_value_));
  TRY(put_index(vm, calls, queue->done + 1, &undefined_value_));
  queue->done += 2;
  if (!task_queue_is_empty(queue)) return true;
  queue->done = 0;
  return array_set_length(vm, calls, 0, true, &ok);
}

bool task_queue_run_next(VM *vm, TaskQueue *queue) {
  ROOTS(vm, function, list, result);
  TRY(take(vm, queue, &r.function, &r.list));
  if (value_is_undefined(r.list)) return vm_call(vm, &r.function, &undefined_value_, 0, NULL, &r.result);
  return vm_call_array(vm, &r.function, &undefined_value_, &r.list, &r.result);
}

// ------------------------------------------------------------------------------------------------------ jobs

void jobs_create(VM *vm) { task_queue_open(vm, microtasks_of(vm), "queueMicrotask queue"); }
void jobs_destroy(VM *vm) { task_queue_close(vm, microtasks_of(vm)); }

bool job_keep_alive(VM *vm, Handle target) {
  Runtime *rt = runtime(vm);
  if (value_is_empty(rt->kept_alive)) TRY(array_new(vm, 0, &rt->kept_alive));
  return array_push(vm, &rt->kept_alive, target);
}

void jobs_end(VM *vm) {
  Runtime *rt = runtime(vm);
  if (value_is_empty(rt->kept_alive)) return;
  rt->kept_alive = VALUE_EMPTY;
  rt->job = rt->job == INT32_MAX ? 0 : rt->job + 1;
}
