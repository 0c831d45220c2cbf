// node/host/finalization.c - callbacks of FinalizationRegistries as tasks of the event loop: one registry a task, with
// its ticks and microtasks.
//
// The collector wakes the loop through an async handle, which allocates nothing.  The handle does not keep the loop
// alive; what is due when nothing else keeps it is done before 'beforeExit', as in Node.
#include "builtins/weak/finalization-registry.h"
#include "node/host/handle.h"

typedef struct Finalization {
  IoHandle *cleanup;  // a collection has left work
} Finalization;

static Finalization *finalization_of(VM *vm) { return node_state(vm, PART_finalization); }

static void wake(VM *vm) { uv_async_send(&finalization_of(vm)->cleanup->uv.async); }

static bool run_job(VM *vm, bool *more) {
  if (!finalization_registry_job(vm, more)) TRY(node_uncaught(vm));
  return node_run_ticks(vm);
}

bool node_run_cleanup(VM *vm) {
  for (bool more = true; more;) TRY(run_job(vm, &more));
  return true;
}

// The other registries have their turn after the events that are there now.
static void on_cleanup(uv_async_t *handle) {
  VM *vm = io_handle_from(handle)->vm;
  bool more;
  if (!run_job(vm, &more)) uv_stop(&node_of(vm)->loop);
  else if (more) wake(vm);
}

static void install(VM *vm) {
  IoHandle *cleanup = finalization_of(vm)->cleanup =
      io_async_open(vm, on_cleanup, "callbacks of FinalizationRegistries");
  io_ref(cleanup, false);
  vm->wake = wake;
}

static void destroy(VM *vm, void *state) {
  (void)state;
  vm->wake = NULL;
}

const NodePart finalization_part = {
    .name = "finalization", .state_size = sizeof(Finalization), .install = install, .destroy = destroy};
