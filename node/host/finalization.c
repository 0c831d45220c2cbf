// node/host/finalization.c - callbacks of FinalizationRegistries as tasks of the event loop: one registry a task, with its
// ticks and microtasks.
//
// The collector wakes the loop through an async handle, which allocates nothing.  The handle does not keep the loop
// alive; what is due when nothing else keeps it is done before 'beforeExit', as in Node.
#include "builtins/weak/finalization-registry.h"
#include "node/host/node.h"

static void wake(VM *vm) { uv_async_send(&node_of(vm)->cleanup); }

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
  VM *vm = handle->data;
  bool more;
  if (!run_job(vm, &more)) uv_stop(&node_of(vm)->loop);
  else if (more) wake(vm);
}

void finalization_install(VM *vm) {
  NodeState *node = node_of(vm);
  node_must(uv_async_init(&node->loop, &node->cleanup, on_cleanup), "an event of the loop");
  node->cleanup.data = vm;
  uv_unref((uv_handle_t *)&node->cleanup);
  vm->wake = wake;
}
