// builtins/weak/weak-collections.c - WeakMap and WeakSet (ECMA-262 sections 24.3, 24.4).
#include "builtins/collections/collections.h"
#include "objects/weak-table.h"

bool can_be_held_weakly(Handle value) {
  if (value_is_symbol(*value)) return !(heap_object_flags(value_as_object(*value)) & SYMBOL_REGISTERED);
  return value_is_object(*value);
}

// ------------------------------------------------------------------------------------------------------ construction

static bool put_pair(VM *vm, Handle collection, Handle key, Handle value) {
  ROOTS(vm, table);
  if (!can_be_held_weakly(key)) {
    bool is_map = value_is_kind(*collection, KIND_WEAK_MAP);
    return throw_type(vm, is_map ? "Invalid value used as weak map key" : "Invalid value used in weak set");
  }
  r.table = collection_table(collection);
  weak_table_set(vm, &r.table, key, value);
  collection_set_table(vm, collection, r.table);
  return true;
}

static bool weak_map_set(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.set"));
  *out = *args->self;
  return put_pair(vm, args->self, arg(args, 0), arg(args, 1));
}
static bool weak_set_add(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_SET, "WeakSet.prototype.add"));
  *out = *args->self;
  return put_pair(vm, args->self, arg(args, 0), &undefined_value_);
}

// 24.3.1.1
static bool weak_map_constructor(VM *vm, const Args *args, Slot out) {
  static const CollectionClass class = {KIND_WEAK_MAP, "WeakMap", true, weak_table_new, weak_map_set, put_pair};
  return collection_construct(vm, args, &class, &runtime(vm)->weak_map_prototype, out);
}
// 24.4.1.1
static bool weak_set_constructor(VM *vm, const Args *args, Slot out) {
  static const CollectionClass class = {KIND_WEAK_SET, "WeakSet", false, weak_table_new, weak_set_add, put_pair};
  return collection_construct(vm, args, &class, &runtime(vm)->weak_set_prototype, out);
}

// ---------------------------------------------------------------------------------------------------------- methods

static const WeakEntry *entry_of(VM *vm, const Args *args) {
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  return can_be_held_weakly(arg(args, 0)) ? weak_table_find(&r.table, arg(args, 0)) : NULL;
}

// 24.3.3.3
static bool weak_map_get(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.get"));
  const WeakEntry *entry = entry_of(vm, args);
  if (entry) *out = field_get(&entry->value);
  return true;
}

static bool weak_map_has(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.has"));
  *out = value_boolean(entry_of(vm, args) != NULL);
  return true;
}
static bool weak_set_has(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_SET, "WeakSet.prototype.has"));
  *out = value_boolean(entry_of(vm, args) != NULL);
  return true;
}

static bool delete_pair(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  *out = value_boolean(can_be_held_weakly(arg(args, 0)) && weak_table_delete(&r.table, arg(args, 0)));
  return true;
}
static bool weak_map_delete(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.delete"));
  return delete_pair(vm, args, out);
}
static bool weak_set_delete(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_SET, "WeakSet.prototype.delete"));
  return delete_pair(vm, args, out);
}

// ----------------------------------------------------------------------------------------------------------- tables

static const Builtin weak_map = {"WeakMap", weak_map_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin weak_set = {"WeakSet", weak_set_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin map_methods[] = {METHOD("delete", weak_map_delete, 1), METHOD("get", weak_map_get, 1),
                                      METHOD("set", weak_map_set, 2), METHOD("has", weak_map_has, 1)};
static const Builtin set_methods[] = {METHOD("delete", weak_set_delete, 1), METHOD("has", weak_set_has, 1),
                                      METHOD("add", weak_set_add, 1)};

void install_weak_collections(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  collection_install(vm, &weak_map, &rt->weak_map_prototype, map_methods, sizeof map_methods / sizeof map_methods[0],
                     &r.constructor);
  collection_install(vm, &weak_set, &rt->weak_set_prototype, set_methods, sizeof set_methods / sizeof set_methods[0],
                     &r.constructor);
}
