// node/host/gc.c - the global function gc of --expose-gc: gc(), gc(true), gc({type: 'minor'}).
#include "node/host/node.h"

static bool is_minor(VM *vm, Handle option, bool *minor) {
  *minor = value_is_true(*option);
  if (!value_is_object(*option)) return true;
  ROOTS(vm, key, type);
  string_internalize_ascii(vm, "type", &r.key);
  TRY(get(vm, option, &r.key, &r.type));
  *minor = value_is_string(r.type) && string_is_ascii(vm, &r.type, "minor");
  return true;
}

static bool collect(VM *vm, const Args *args, Slot out) {
  (void)out;
  bool minor;
  TRY(is_minor(vm, arg(args, 0), &minor));
  heap_collect(vm_heap(vm), minor ? GC_SCAVENGE : GC_MARK_SWEEP, "testing");
  return true;
}

static const Builtin functions[] = {METHOD("gc", collect, 0)};

void gc_install(VM *vm) { DEFINE_BUILTINS(vm, &runtime(vm)->global, functions); }

static void install(VM *vm) {
  if (node_of(vm)->options.expose_gc) gc_install(vm);
}

const NodePart gc_part = {.name = "gc", .install = install};
