// builtins/collections/collections.c - what all collections share: their construction from iterables (ECMA-262
// sections 24.1.1.1, 24.2.1.1, 24.3.1.1, 24.4.1.1).
#include "builtins/collections/collections.h"

#include "builtins/builtins.h"
#include "vm/exec/iterator.h"

bool collection_require(VM *vm, Handle self, Kind kind, const char *method) {
  if (LIKELY(value_is_kind(*self, kind))) return true;
  return throw_type(vm, "Method %s called on incompatible receiver %v", method, self);
}

static bool is_builtin(Handle function, NativeCode code) {
  if (!value_is_kind(*function, KIND_NATIVE_FUNCTION)) return false;
  return ((const Builtin *)value_as_private(field_get(&as_native(function)->builtin)))->code == code;
}

static bool add_item(VM *vm, Handle object, Handle item, Handle adder, const CollectionClass *class) {
  ROOTS(vm, arguments[2], result);
  r.arguments[0] = *item;
  r.arguments[1] = VALUE_UNDEFINED;
  if (class->pairs) {
    if (!value_is_object(*item)) return throw_type(vm, "Iterator value %v is not an entry object", item);
    TRY(get_index(vm, item, 0, &r.arguments[0]));
    TRY(get_index(vm, item, 1, &r.arguments[1]));
  }
  if (is_builtin(adder, class->adder)) return class->add(vm, object, &r.arguments[0], &r.arguments[1]);
  return vm_call(vm, adder, object, class->pairs ? 2 : 1, r.arguments, &r.result);
}

static bool add_all(VM *vm, Handle object, Handle iterable, const CollectionClass *class) {
  ROOTS(vm, adder, iterator[2], item);
  Handle name = class->pairs ? VM_NAME(vm, set) : VM_NAME(vm, add);
  TRY(get(vm, object, name, &r.adder));
  if (!value_is_callable(r.adder)) {
    return throw_type(vm, "'%v' returned for property '%v' of object '%v' is not a function", &r.adder, name, object);
  }
  TRY(iterator_open(vm, iterable, r.iterator));
  for (;;) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.item, &done));
    if (done) return true;
    if (add_item(vm, object, &r.item, &r.adder, class)) continue;
    exception_take(vm, &r.item);
    TRY(iterator_close_quiet(vm, r.iterator));
    vm->exception = r.item;
    return false;
  }
}

bool collection_construct(VM *vm, const Args *args, const CollectionClass *class, Handle prototype, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor %s requires 'new'", class->name);
  ROOTS(vm, prototype, table);
  TRY(prototype_from_new_target(vm, args, prototype, &r.prototype));
  object_new_kind(vm, class->kind, sizeof(CollectionObject), &r.prototype, out);
  class->table_new(vm, &r.table);
  collection_set_table(vm, out, r.table);
  return value_is_nullish(*arg(args, 0)) || add_all(vm, out, arg(args, 0), class);
}

void collection_install(VM *vm, const Builtin *constructor, Slot prototype, const Builtin *methods, size_t count,
                        Slot out) {
  object_new_with_prototype(vm, &runtime(vm)->object_prototype, prototype);
  define_constructor(vm, &runtime(vm)->global, constructor, prototype, out);
  define_builtins(vm, prototype, methods, count);
  define_to_string_tag(vm, prototype, constructor->name);
}

void install_collections(VM *vm) {
  install_map_and_set(vm);
  install_weak_collections(vm);
}
