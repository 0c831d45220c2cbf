// vm/test-natives.c - natives that only tests use: one that breaks the rooting rule on purpose, to show that the stress
// mode notices, its correct twin, and questions about where an object lives.
#include "vm/test-natives.h"

#ifdef DEBUG
#include <stdlib.h>

#include "vm/native.h"

static bool rooted(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, kept, other);
  (void)args;
  object_new(vm, &r.kept);
  object_new(vm, &r.other);
  TRY(define_data(vm, &r.kept, VM_NAME(vm, value), &r.other, ATTR_ALL));
  *out = r.kept;
  return true;
}

// The bug: `kept` lies in a C variable while another object is allocated, so it does not follow the object.
static bool unrooted(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, other);
  (void)args;
  object_new(vm, &r.other);
  Value kept = r.other;
  r.other = VALUE_UNDEFINED;
  object_new(vm, &r.other);
  TRY(define_data(vm, &kept, VM_NAME(vm, value), &r.other, ATTR_ALL));
  *out = kept;
  return true;
}

static bool space_of(VM *vm, const Args *args, Slot out) {
  if (!value_is_pointer(*arg(args, 0))) return true;
  return string_from_ascii(vm, heap_space_name(heap_space_of(vm_heap(vm), value_as_object(*arg(args, 0)))), out);
}

static const Builtin test_natives[] = {
    METHOD("rooted", rooted, 0),
    METHOD("unrooted", unrooted, 0),
    METHOD("spaceOf", space_of, 1),
};

void install_test_natives(VM *vm) {
  if (!getenv("NODULE_TEST_NATIVES")) return;
  ROOTS(vm, object);
  object_new(vm, &r.object);
  DEFINE_BUILTINS(vm, &r.object, test_natives);
  define_value(vm, &runtime(vm)->global, "testNatives", &r.object, ATTR_METHOD);
}
#else
void install_test_natives(VM *vm) { (void)vm; }
#endif
