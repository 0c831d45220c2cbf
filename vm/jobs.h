// vm/jobs.h - jobs (ECMA-262 9.5): calls that wait until the present one is done.
//
// The VM has the queue of microtasks: what queueMicrotask has queued.  The host runs it when a callback of its own is
// done, then calls jobs_end.  A host has queues of its own in the same form (process.nextTick).
#ifndef NODULE_VM_JOBS_H
#define NODULE_VM_JOBS_H

#include "vm/vm.h"

bool task_queue_is_empty(const TaskQueue *queue);
// A call of *function with the items of the array *list (undefined: none).
NODISCARD bool task_queue_push(VM *vm, TaskQueue *queue, Handle function, Handle list);
// Takes the first call out of the queue and makes it.  False: it threw.
NODISCARD bool task_queue_run_next(VM *vm, TaskQueue *queue);

void jobs_create(VM *vm);
void jobs_destroy(VM *vm);

static inline TaskQueue *microtasks_of(VM *vm) { return &vm->microtasks; }

// ECMA-262 9.11 AddToKeptObjects: *target lives until jobs_end.
NODISCARD bool job_keep_alive(VM *vm, Handle target);
// ECMA-262 9.10 ClearKeptObjects.  The host calls this when a job, with all the microtasks that came of it, is done:
// targets that scripts saw through a WeakRef may die from now on.
void jobs_end(VM *vm);

#endif
