// builtins/collections.c - Map, Set and their iterators, WeakMap, WeakSet (ECMA-262 sections 24.1 to 24.4).
#include "builtins/builtins.h"
#include "builtins/iterator.h"
#include "objects/hash-table.h"
#include "vm/iterator.h"
#include "vm/native.h"

// ---------------------------------------------------------------------------------------------------------- receivers

static bool require(VM *vm, Handle self, Kind kind, const char *method) {
  if (LIKELY(value_is_kind(*self, kind))) return true;
  return throw_type(vm, "Method %s called on incompatible receiver %v", method, self);
}

static Value table_of(Handle collection) { return field_get(&as_collection(collection)->table); }
static void set_table(VM *vm, Handle collection, Value table) {
  field_set(vm, as_collection(collection), &as_collection(collection)->table, table);
}

// ------------------------------------------------------------------------------------------------------- construction

// Calls the method `adder` of the new object for each value (or for the two parts of each entry).
static bool add_all(VM *vm, Handle object, Handle iterable, Handle adder_name, bool pairs) {
  ROOTS(vm, adder, iterator[2], item, arguments[2], result, error);
  if (value_is_nullish(*iterable)) return true;
  TRY(get(vm, object, adder_name, &r.adder));
  if (!value_is_callable(r.adder)) return throw_type(vm, "'%v' returned for property '%k' of object '#<Object>' is not a function", &r.adder, adder_name);
  TRY(iterator_open(vm, iterable, r.iterator));
  for (;;) {
    bool done, ok = true;
    TRY(iterator_step(vm, r.iterator, &r.item, &done));
    if (done) return true;
    if (pairs && !value_is_object(r.item)) ok = throw_type(vm, "Iterator value %v is not an entry object", &r.item);
    else if (pairs) ok = get_index(vm, &r.item, 0, &r.arguments[0]) && get_index(vm, &r.item, 1, &r.arguments[1]);
    else r.arguments[0] = r.item;
    ok = ok && vm_call(vm, &r.adder, object, pairs ? 2 : 1, r.arguments, &r.result);
    if (ok) continue;
    r.error = vm->exception;
    vm->exception = VALUE_EMPTY;
    TRY(iterator_close_quiet(vm, r.iterator));
    vm->exception = r.error;
    return false;
  }
}

static bool construct(VM *vm, const Args *args, Kind kind, Handle prototype, const char *name, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor %s requires 'new'", name);
  ROOTS(vm, prototype, table, object);
  TRY(prototype_from_new_target(vm, args, prototype, &r.prototype));
  bool weak = kind == KIND_WEAK_MAP || kind == KIND_WEAK_SET;
  object_new_kind(vm, kind, sizeof(CollectionObject), &r.prototype, &r.object);
  if (weak) weak_table_new(vm, 8, &r.table);
  else hash_table_new(vm, 4, &r.table);
  set_table(vm, &r.object, r.table);
  bool pairs = kind == KIND_MAP || kind == KIND_WEAK_MAP;
  TRY(add_all(vm, &r.object, arg(args, 0), pairs ? VM_NAME(vm, set) : VM_NAME(vm, add), pairs));
  *out = r.object;
  return true;
}

static bool map_constructor(VM *vm, const Args *args, Slot out) {
  return construct(vm, args, KIND_MAP, &runtime(vm)->map_prototype, "Map", out);
}
static bool set_constructor(VM *vm, const Args *args, Slot out) {
  return construct(vm, args, KIND_SET, &runtime(vm)->set_prototype, "Set", out);
}
static bool weak_map_constructor(VM *vm, const Args *args, Slot out) {
  return construct(vm, args, KIND_WEAK_MAP, &runtime(vm)->weak_map_prototype, "WeakMap", out);
}
static bool weak_set_constructor(VM *vm, const Args *args, Slot out) {
  return construct(vm, args, KIND_WEAK_SET, &runtime(vm)->weak_set_prototype, "WeakSet", out);
}

// -------------------------------------------------------------------------------------------------------- Map and Set

static void put_entry(VM *vm, Handle collection, Handle key, Handle value) {
  ROOTS(vm, table);
  r.table = table_of(collection);
  hash_table_set(vm, &r.table, key, value);
  if (!value_same(r.table, table_of(collection))) set_table(vm, collection, r.table);
}

static bool map_get(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_MAP, "Map.prototype.get"));
  ROOTS(vm, table);
  r.table = table_of(args->self);
  int entry = hash_table_find(vm, &r.table, arg(args, 0));
  if (entry >= 0) *out = field_get(&as_hash_table(&r.table)->entries[entry].value);
  return true;
}
static bool map_set(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_MAP, "Map.prototype.set"));
  put_entry(vm, args->self, arg(args, 0), arg(args, 1));
  *out = *args->self;
  return true;
}
static bool set_add(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_SET, "Set.prototype.add"));
  put_entry(vm, args->self, arg(args, 0), &undefined_value_);
  *out = *args->self;
  return true;
}

static bool has_key(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, table);
  r.table = table_of(args->self);
  *out = value_boolean(hash_table_find(vm, &r.table, arg(args, 0)) >= 0);
  return true;
}
static bool map_has(VM *vm, const Args *args, Slot out) { return has_key(vm, args, KIND_MAP, "Map.prototype.has", out); }
static bool set_has(VM *vm, const Args *args, Slot out) { return has_key(vm, args, KIND_SET, "Set.prototype.has", out); }

static bool delete_key(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, table);
  r.table = table_of(args->self);
  *out = value_boolean(hash_table_delete(vm, &r.table, arg(args, 0)));
  return true;
}
static bool map_delete(VM *vm, const Args *args, Slot out) { return delete_key(vm, args, KIND_MAP, "Map.prototype.delete", out); }
static bool set_delete(VM *vm, const Args *args, Slot out) { return delete_key(vm, args, KIND_SET, "Set.prototype.delete", out); }

// Iterators that stand on the old table go over to the new one, and begin there.
static bool clear(VM *vm, const Args *args, Kind kind, const char *method) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, old, fresh);
  r.old = table_of(args->self);
  hash_table_new(vm, 4, &r.fresh);
  field_set(vm, as_hash_table(&r.old), &as_hash_table(&r.old)->next, r.fresh);
  as_hash_table(&r.old)->cleared.value_ = VALUE_TRUE;
  set_table(vm, args->self, r.fresh);
  return true;
}
static bool map_clear(VM *vm, const Args *args, Slot out) { return (void)out, clear(vm, args, KIND_MAP, "Map.prototype.clear"); }
static bool set_clear(VM *vm, const Args *args, Slot out) { return (void)out, clear(vm, args, KIND_SET, "Set.prototype.clear"); }

static bool size_of(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  Value table = table_of(args->self);
  *out = number_uint32(hash_table_live((HashTable *)value_as_object(table)));
  return true;
}
static bool map_size(VM *vm, const Args *args, Slot out) { return size_of(vm, args, KIND_MAP, "get Map.prototype.size", out); }
static bool set_size(VM *vm, const Args *args, Slot out) { return size_of(vm, args, KIND_SET, "get Set.prototype.size", out); }

static bool for_each(VM *vm, const Args *args, Kind kind, const char *method) {
  TRY(require(vm, args->self, kind, method));
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "%v is not a function", arg(args, 0));
  ROOTS(vm, table, arguments[3], result);
  r.table = table_of(args->self);
  for (uint32_t i = 0; hash_table_next(vm, &r.table, &i); i++) {
    const HashEntry *entry = &as_hash_table(&r.table)->entries[i];
    r.arguments[1] = field_get(&entry->key);
    r.arguments[0] = kind == KIND_MAP ? field_get(&entry->value) : r.arguments[1];
    r.arguments[2] = *args->self;
    TRY(vm_call(vm, arg(args, 0), arg(args, 1), 3, r.arguments, &r.result));
  }
  return true;
}
static bool map_for_each(VM *vm, const Args *args, Slot out) { return (void)out, for_each(vm, args, KIND_MAP, "Map.prototype.forEach"); }
static bool set_for_each(VM *vm, const Args *args, Slot out) { return (void)out, for_each(vm, args, KIND_SET, "Set.prototype.forEach"); }

// 24.1.2.1
static bool map_group_by(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, map, iterator[2], arguments[2], key, group);
  if (!value_is_callable(*arg(args, 1))) return throw_type(vm, "%v is not a function", arg(args, 1));
  object_new_kind(vm, KIND_MAP, sizeof(CollectionObject), &runtime(vm)->map_prototype, &r.map);
  hash_table_new(vm, 4, &r.group);
  set_table(vm, &r.map, r.group);
  TRY(iterator_open(vm, arg(args, 0), r.iterator));
  for (double i = 0;; i++) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.arguments[0], &done));
    if (done) break;
    r.arguments[1] = number(i);
    TRY(vm_call(vm, arg(args, 1), &undefined_value_, 2, r.arguments, &r.key));
    r.group = table_of(&r.map);
    int entry = hash_table_find(vm, &r.group, &r.key);
    if (entry >= 0) {
      r.group = field_get(&as_hash_table(&r.group)->entries[entry].value);
    } else {
      TRY(array_new(vm, 0, &r.group));
      put_entry(vm, &r.map, &r.key, &r.group);
    }
    TRY(array_push(vm, &r.group, &r.arguments[0]));
  }
  *out = r.map;
  return true;
}

// ----------------------------------------------------------------------------------------------------------- iterators

static bool make_iterator(VM *vm, const Args *args, Kind kind, const char *method, int mode, Slot out) {
  TRY(require(vm, args->self, kind, method));
  Runtime *rt = runtime(vm);
  bool map = kind == KIND_MAP;
  object_new_kind(vm, map ? KIND_MAP_ITERATOR : KIND_SET_ITERATOR, sizeof(IteratorObject),
                  map ? &rt->map_iterator_prototype : &rt->set_iterator_prototype, out);
  IteratorObject *iterator = as_iterator(out);  // no allocation below
  field_set(vm, iterator, &iterator->target, table_of(args->self));
  iterator->index.value_ = value_int(0);
  iterator->mode.value_ = value_int(mode);
  return true;
}
#define ITERATOR(name, kind, method, mode) \
  static bool name(VM *vm, const Args *args, Slot out) { return make_iterator(vm, args, kind, method, mode, out); }
ITERATOR(map_keys, KIND_MAP, "Map.prototype.keys", ITERATE_KEYS)
ITERATOR(map_values, KIND_MAP, "Map.prototype.values", ITERATE_VALUES)
ITERATOR(map_entries, KIND_MAP, "Map.prototype.entries", ITERATE_ENTRIES)
ITERATOR(set_values, KIND_SET, "Set.prototype.values", ITERATE_KEYS)
ITERATOR(set_entries, KIND_SET, "Set.prototype.entries", ITERATE_ENTRIES)

static bool iterator_next(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, table, pair[2], value);
  r.table = field_get(&as_iterator(args->self)->target);
  uint32_t index = (uint32_t)value_as_int(field_get(&as_iterator(args->self)->index));
  if (value_is_undefined(r.table) || !hash_table_next(vm, &r.table, &index)) {
    as_iterator(args->self)->target.value_ = VALUE_UNDEFINED;
    iterator_result(vm, &undefined_value_, true, out);
    return true;
  }
  field_set(vm, as_iterator(args->self), &as_iterator(args->self)->target, r.table);
  as_iterator(args->self)->index.value_ = value_int((int32_t)index + 1);
  int mode = value_as_int(field_get(&as_iterator(args->self)->mode));
  r.pair[0] = field_get(&as_hash_table(&r.table)->entries[index].key);
  r.pair[1] = kind == KIND_MAP_ITERATOR ? field_get(&as_hash_table(&r.table)->entries[index].value) : r.pair[0];
  if (mode == ITERATE_ENTRIES) TRY(array_from_values(vm, r.pair, 2, &r.value));
  else r.value = r.pair[mode == ITERATE_VALUES];
  iterator_result(vm, &r.value, false, out);
  return true;
}
static bool map_iterator_next(VM *vm, const Args *args, Slot out) {
  return iterator_next(vm, args, KIND_MAP_ITERATOR, "Map Iterator.prototype.next", out);
}
static bool set_iterator_next(VM *vm, const Args *args, Slot out) {
  return iterator_next(vm, args, KIND_SET_ITERATOR, "Set Iterator.prototype.next", out);
}

// ---------------------------------------------------------------------------------------------------------------- weak

static bool can_be_weak(Value key) { return value_is_object(key) || value_is_symbol(key); }

static bool weak_get(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.get"));
  if (!can_be_weak(*arg(args, 0))) return true;
  ROOTS(vm, table);
  r.table = table_of(args->self);
  const HashEntry *entry = weak_table_find(vm, &r.table, arg(args, 0));
  if (entry) *out = field_get(&entry->value);
  return true;
}

static bool weak_put(VM *vm, const Args *args, Kind kind, Handle value, const char *error, Slot out) {
  ROOTS(vm, table);
  if (!can_be_weak(*arg(args, 0))) return throw_type(vm, "%s", error);
  r.table = table_of(args->self);
  weak_table_set(vm, &r.table, arg(args, 0), value);
  set_table(vm, args->self, r.table);
  *out = *args->self;
  (void)kind;
  return true;
}
static bool weak_map_set(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_WEAK_MAP, "WeakMap.prototype.set"));
  return weak_put(vm, args, KIND_WEAK_MAP, arg(args, 1), "Invalid value used as weak map key", out);
}
static bool weak_set_add(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args->self, KIND_WEAK_SET, "WeakSet.prototype.add"));
  const Value yes = VALUE_TRUE;
  return weak_put(vm, args, KIND_WEAK_SET, &yes, "Invalid value used in weak set", out);
}

static bool weak_has(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, table);
  r.table = table_of(args->self);
  *out = value_boolean(can_be_weak(*arg(args, 0)) && weak_table_find(vm, &r.table, arg(args, 0)));
  return true;
}
static bool weak_map_has(VM *vm, const Args *args, Slot out) { return weak_has(vm, args, KIND_WEAK_MAP, "WeakMap.prototype.has", out); }
static bool weak_set_has(VM *vm, const Args *args, Slot out) { return weak_has(vm, args, KIND_WEAK_SET, "WeakSet.prototype.has", out); }

static bool weak_delete(VM *vm, const Args *args, Kind kind, const char *method, Slot out) {
  TRY(require(vm, args->self, kind, method));
  ROOTS(vm, table);
  r.table = table_of(args->self);
  *out = value_boolean(can_be_weak(*arg(args, 0)) && weak_table_delete(vm, &r.table, arg(args, 0)));
  return true;
}
static bool weak_map_delete(VM *vm, const Args *args, Slot out) { return weak_delete(vm, args, KIND_WEAK_MAP, "WeakMap.prototype.delete", out); }
static bool weak_set_delete(VM *vm, const Args *args, Slot out) { return weak_delete(vm, args, KIND_WEAK_SET, "WeakSet.prototype.delete", out); }

// -------------------------------------------------------------------------------------------------------------- tables

#define CONSTRUCTOR(name, code) {name, code, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD}
static const Builtin constructors[] = {
    CONSTRUCTOR("Map", map_constructor), CONSTRUCTOR("Set", set_constructor),
    CONSTRUCTOR("WeakMap", weak_map_constructor), CONSTRUCTOR("WeakSet", weak_set_constructor)};
static const Builtin map_functions[] = {METHOD("groupBy", map_group_by, 2)};
static const Builtin map_methods[] = {
    METHOD("get", map_get, 1),         METHOD("set", map_set, 2),       METHOD("has", map_has, 1),
    METHOD("delete", map_delete, 1),   METHOD("clear", map_clear, 0),   METHOD("entries", map_entries, 0),
    METHOD("forEach", map_for_each, 1), METHOD("keys", map_keys, 0),    GETTER("size", map_size),
    METHOD("values", map_values, 0)};
static const Builtin set_methods[] = {
    METHOD("has", set_has, 1),         METHOD("add", set_add, 1),       METHOD("delete", set_delete, 1),
    METHOD("clear", set_clear, 0),     METHOD("entries", set_entries, 0), METHOD("forEach", set_for_each, 1),
    GETTER("size", set_size),          METHOD("values", set_values, 0)};
static const Builtin map_iterator_methods[] = {METHOD("next", map_iterator_next, 0)};
static const Builtin set_iterator_methods[] = {METHOD("next", set_iterator_next, 0)};
static const Builtin weak_map_methods[] = {METHOD("delete", weak_map_delete, 1), METHOD("get", weak_get, 1),
                                           METHOD("set", weak_map_set, 2), METHOD("has", weak_map_has, 1)};
static const Builtin weak_set_methods[] = {METHOD("delete", weak_set_delete, 1), METHOD("has", weak_set_has, 1),
                                           METHOD("add", weak_set_add, 1)};

// One function under two names (values and Symbol.iterator, keys and values).
static void alias(VM *vm, Handle object, const char *name, Handle other_key, const char *other_name) {
  ROOTS(vm, key, function);
  string_internalize_ascii(vm, name, &r.key);
  if (!get(vm, object, &r.key, &r.function)) return;
  if (other_name) string_internalize_ascii(vm, other_name, &r.key);
  if (!define_data(vm, object, other_name ? &r.key : other_key, &r.function, ATTR_METHOD)) return;
}

static void install_one(VM *vm, const Builtin *constructor, Slot prototype, const Builtin *methods, size_t count, Slot out) {
  object_new_with_prototype(vm, &runtime(vm)->object_prototype, prototype);
  define_constructor(vm, &runtime(vm)->global, constructor, prototype, out);
  define_builtins(vm, prototype, methods, count);
  define_to_string_tag(vm, prototype, constructor->name);
}

void install_collections(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
  install_one(vm, &constructors[0], &rt->map_prototype, map_methods, COUNT(map_methods), &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, map_functions);
  alias(vm, &rt->map_prototype, "entries", VM_SYMBOL(vm, iterator), NULL);
  install_one(vm, &constructors[1], &rt->set_prototype, set_methods, COUNT(set_methods), &r.constructor);
  alias(vm, &rt->set_prototype, "values", NULL, "keys");
  alias(vm, &rt->set_prototype, "values", VM_SYMBOL(vm, iterator), NULL);
  install_one(vm, &constructors[2], &rt->weak_map_prototype, weak_map_methods, COUNT(weak_map_methods), &r.constructor);
  install_one(vm, &constructors[3], &rt->weak_set_prototype, weak_set_methods, COUNT(weak_set_methods), &r.constructor);
  object_new_with_prototype(vm, &rt->iterator_prototype, &rt->map_iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->map_iterator_prototype, map_iterator_methods);
  define_to_string_tag(vm, &rt->map_iterator_prototype, "Map Iterator");
  object_new_with_prototype(vm, &rt->iterator_prototype, &rt->set_iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->set_iterator_prototype, set_iterator_methods);
  define_to_string_tag(vm, &rt->set_iterator_prototype, "Set Iterator");
}
