// builtins/collections/map-set.c - Map, Set and their iterators (ECMA-262 sections 24.1, 24.2).
//
// An iterator is an IteratorObject whose target is the table, undefined at the end, and whose index is the position of
// the entry that comes next; hash_table_next brings both up to date when the table was replaced meanwhile.
#include "builtins/collections/collections.h"
#include "builtins/iterator/iterator.h"
#include "objects/hash-table.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/iterator.h"

// ------------------------------------------------------------------------------------------------------ construction

static void map_table_new(VM *vm, Slot out) { hash_table_new(vm, HASH_TABLE_ROOM, 0, out); }
static void set_table_new(VM *vm, Slot out) { hash_table_new(vm, HASH_TABLE_ROOM, HASH_TABLE_OF_KEYS, out); }

static bool put_entry(VM *vm, Handle collection, Handle key, Handle value) {
  ROOTS(vm, table);
  r.table = collection_table(collection);
  if (hash_table_live(as_hash_table(&r.table)) >= HASH_TABLE_MAX_LIVE && hash_table_find(vm, &r.table, key) < 0) {
    return throw_range(vm, "%s maximum size exceeded", value_is_kind(*collection, KIND_MAP) ? "Map" : "Set");
  }
  hash_table_set(vm, &r.table, key, value);
  if (!value_same(r.table, collection_table(collection))) collection_set_table(vm, collection, r.table);
  return true;
}

static bool map_set(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_MAP, "Map.prototype.set"));
  *out = *args->self;
  return put_entry(vm, args->self, arg(args, 0), arg(args, 1));
}
static bool set_add(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_SET, "Set.prototype.add"));
  *out = *args->self;
  return put_entry(vm, args->self, arg(args, 0), &undefined_value_);
}

// 24.1.1.1
static bool map_constructor(VM *vm, const Args *args, Slot out) {
  static const CollectionClass class = {KIND_MAP, "Map", true, map_table_new, map_set, put_entry};
  return collection_construct(vm, args, &class, &runtime(vm)->map_prototype, out);
}
// 24.2.1.1
static bool set_constructor(VM *vm, const Args *args, Slot out) {
  static const CollectionClass class = {KIND_SET, "Set", false, set_table_new, set_add, put_entry};
  return collection_construct(vm, args, &class, &runtime(vm)->set_prototype, out);
}

static bool species(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

// ---------------------------------------------------------------------------------------------------------- methods

// Each method stands twice, for Map and for Set.
#define MAP_AND_SET(method, text)                                             \
  static bool map_##method(VM *vm, const Args *args, Slot out) {              \
    TRY(collection_require(vm, args->self, KIND_MAP, "Map.prototype." text)); \
    return collection_##method(vm, args, out);                                \
  }                                                                           \
  static bool set_##method(VM *vm, const Args *args, Slot out) {              \
    TRY(collection_require(vm, args->self, KIND_SET, "Set.prototype." text)); \
    return collection_##method(vm, args, out);                                \
  }

// 24.1.3.6
static bool map_get(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_MAP, "Map.prototype.get"));
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  int entry = hash_table_find(vm, &r.table, arg(args, 0));
  if (entry >= 0) *out = hash_table_value(as_hash_table(&r.table), (uint32_t)entry);
  return true;
}

// 24.1.3.7, 24.2.3.7
static bool collection_has(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  *out = value_boolean(hash_table_find(vm, &r.table, arg(args, 0)) >= 0);
  return true;
}
MAP_AND_SET(has, "has")

// 24.1.3.3, 24.2.3.4
static bool collection_delete(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  *out = value_boolean(hash_table_delete(vm, &r.table, arg(args, 0)));
  collection_set_table(vm, args->self, r.table);
  return true;
}
MAP_AND_SET(delete, "delete")

// 24.1.3.1, 24.2.3.2
static bool collection_clear(VM *vm, const Args *args, Slot out) {
  (void)out;
  ROOTS(vm, table);
  r.table = collection_table(args->self);
  hash_table_clear(vm, &r.table);
  collection_set_table(vm, args->self, r.table);
  return true;
}
MAP_AND_SET(clear, "clear")

static bool map_size(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_MAP, "get Map.prototype.size"));
  *out = number_uint32(hash_table_live((HashTable *)value_as_object(collection_table(args->self))));
  return true;
}
static bool set_size(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_SET, "get Set.prototype.size"));
  *out = number_uint32(hash_table_live((HashTable *)value_as_object(collection_table(args->self))));
  return true;
}

// 24.1.3.5, 24.2.3.6
static bool collection_for_each(VM *vm, const Args *args, Slot out) {
  if (!value_is_callable(*arg(args, 0))) return throw_not_function(vm, arg(args, 0));
  (void)out;
  ROOTS(vm, table, arguments[3], result);
  r.table = collection_table(args->self);
  for (uint32_t i = 0; hash_table_next(&r.table, &i); i++) {
    r.arguments[1] = hash_table_key(as_hash_table(&r.table), i);
    r.arguments[0] = hash_table_value(as_hash_table(&r.table), i);
    r.arguments[2] = *args->self;
    TRY(vm_call(vm, arg(args, 0), arg(args, 1), 3, r.arguments, &r.result));
  }
  return true;
}
MAP_AND_SET(for_each, "forEach")

// Adds *item to the group of *key.
static bool add_to_group(VM *vm, Handle map, Handle key, Handle item) {
  ROOTS(vm, table, group);
  r.table = collection_table(map);
  int entry = hash_table_find(vm, &r.table, key);
  if (entry >= 0) {
    r.group = hash_table_value(as_hash_table(&r.table), (uint32_t)entry);
  } else {
    TRY(array_new(vm, 0, &r.group));
    TRY(put_entry(vm, map, key, &r.group));
  }
  return array_push(vm, &r.group, item);
}

// 24.1.2.1
static bool map_group_by(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, iterator[2], arguments[2], key);
  if (!value_is_callable(*arg(args, 1))) return throw_not_function(vm, arg(args, 1));
  object_new_kind(vm, KIND_MAP, sizeof(CollectionObject), &runtime(vm)->map_prototype, out);
  map_table_new(vm, &r.key);
  collection_set_table(vm, out, r.key);
  TRY(iterator_open(vm, arg(args, 0), r.iterator));
  for (double i = 0;; i++) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.arguments[0], &done));
    if (done) return true;
    r.arguments[1] = number(i);
    if (!vm_call(vm, arg(args, 1), &undefined_value_, 2, r.arguments, &r.key)) break;
    TRY(add_to_group(vm, out, &r.key, &r.arguments[0]));
  }
  exception_take(vm, &r.key);
  TRY(iterator_close_quiet(vm, r.iterator));
  vm->exception = r.key;
  return false;
}

// -------------------------------------------------------------------------------------------------------- iterators

static bool make_iterator(VM *vm, const Args *args, Kind kind, int mode, Slot out) {
  Runtime *rt = runtime(vm);
  Handle prototype = kind == KIND_MAP_ITERATOR ? &rt->map_iterator_prototype : &rt->set_iterator_prototype;
  object_new_kind(vm, kind, sizeof(IteratorObject), prototype, out);
  field_set(vm, as_iterator(out), &as_iterator(out)->target, collection_table(args->self));
  field_set(vm, as_iterator(out), &as_iterator(out)->index, value_int(0));
  field_set(vm, as_iterator(out), &as_iterator(out)->mode, value_int(mode));
  return true;
}

#define MAP_ITERATOR(method, mode)                                               \
  static bool map_##method(VM *vm, const Args *args, Slot out) {                 \
    TRY(collection_require(vm, args->self, KIND_MAP, "Map.prototype." #method)); \
    return make_iterator(vm, args, KIND_MAP_ITERATOR, mode, out);                \
  }
#define SET_ITERATOR(method, mode)                                               \
  static bool set_##method(VM *vm, const Args *args, Slot out) {                 \
    TRY(collection_require(vm, args->self, KIND_SET, "Set.prototype." #method)); \
    return make_iterator(vm, args, KIND_SET_ITERATOR, mode, out);                \
  }
MAP_ITERATOR(keys, ITERATE_KEYS)
MAP_ITERATOR(values, ITERATE_VALUES)
MAP_ITERATOR(entries, ITERATE_ENTRIES)
SET_ITERATOR(values, ITERATE_VALUES)
SET_ITERATOR(entries, ITERATE_ENTRIES)

static bool iterator_next(VM *vm, const Args *args, Slot out) {
  Handle self = args->self;
  ROOTS(vm, table, pair[2], value);
  r.table = field_get(&as_iterator(self)->target);
  uint32_t index = (uint32_t)value_as_int(field_get(&as_iterator(self)->index));
  if (value_is_undefined(r.table) || !hash_table_next(&r.table, &index)) {
    field_set(vm, as_iterator(self), &as_iterator(self)->target, VALUE_UNDEFINED);
    iterator_result(vm, &undefined_value_, true, out);
    return true;
  }
  field_set(vm, as_iterator(self), &as_iterator(self)->target, r.table);
  field_set(vm, as_iterator(self), &as_iterator(self)->index, value_int((int32_t)index + 1));
  int mode = value_as_int(field_get(&as_iterator(self)->mode));
  r.pair[0] = hash_table_key(as_hash_table(&r.table), index);
  r.pair[1] = hash_table_value(as_hash_table(&r.table), index);
  if (mode == ITERATE_ENTRIES) TRY(array_from_values(vm, r.pair, 2, &r.value));
  else r.value = r.pair[mode == ITERATE_VALUES];
  iterator_result(vm, &r.value, false, out);
  return true;
}

// 24.1.5.2.1
static bool map_iterator_next(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_MAP_ITERATOR, "Map Iterator.prototype.next"));
  return iterator_next(vm, args, out);
}
// 24.2.5.2.1
static bool set_iterator_next(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_SET_ITERATOR, "Set Iterator.prototype.next"));
  return iterator_next(vm, args, out);
}

// ----------------------------------------------------------------------------------------------------------- tables

static const Builtin map = {"Map", map_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin set = {"Set", set_constructor, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin map_functions[] = {METHOD("groupBy", map_group_by, 2), SYMBOL_GETTER(species, species)};
static const Builtin set_functions[] = {SYMBOL_GETTER(species, species)};
static const Builtin map_methods[] = {METHOD("get", map_get, 1),          METHOD("set", map_set, 2),
                                      METHOD("has", map_has, 1),          METHOD("delete", map_delete, 1),
                                      METHOD("clear", map_clear, 0),      METHOD("entries", map_entries, 0),
                                      METHOD("forEach", map_for_each, 1), METHOD("keys", map_keys, 0),
                                      GETTER("size", map_size),           METHOD("values", map_values, 0)};
static const Builtin set_methods[] = {METHOD("has", set_has, 1),         METHOD("add", set_add, 1),
                                      METHOD("delete", set_delete, 1),   METHOD("clear", set_clear, 0),
                                      METHOD("entries", set_entries, 0), METHOD("forEach", set_for_each, 1),
                                      GETTER("size", set_size),          METHOD("values", set_values, 0)};
static const Builtin map_iterator_methods[] = {METHOD("next", map_iterator_next, 0)};
static const Builtin set_iterator_methods[] = {METHOD("next", set_iterator_next, 0)};

// Gives the method `name` a second key.
static void alias(VM *vm, Handle object, const char *name, Handle key) {
  ROOTS(vm, name, function);
  string_internalize_ascii(vm, name, &r.name);
  if (!get(vm, object, &r.name, &r.function) || !define_data(vm, object, key, &r.function, ATTR_METHOD)) {
    vm->exception = VALUE_EMPTY;  // cannot happen: nothing of a script has run
  }
}

static void install_iterator(VM *vm, const Builtin *next, const char *tag, Slot prototype) {
  object_new_with_prototype(vm, &runtime(vm)->iterator_prototype, prototype);
  define_builtins(vm, prototype, next, 1);
  define_to_string_tag(vm, prototype, tag);
}

void install_map_and_set(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  collection_install(vm, &map, &rt->map_prototype, map_methods, sizeof map_methods / sizeof map_methods[0],
                     &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, map_functions);
  alias(vm, &rt->map_prototype, "entries", VM_SYMBOL(vm, iterator));
  collection_install(vm, &set, &rt->set_prototype, set_methods, sizeof set_methods / sizeof set_methods[0],
                     &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, set_functions);
  alias(vm, &rt->set_prototype, "values", VM_NAME(vm, keys));
  alias(vm, &rt->set_prototype, "values", VM_SYMBOL(vm, iterator));
  install_iterator(vm, map_iterator_methods, "Map Iterator", &rt->map_iterator_prototype);
  install_iterator(vm, set_iterator_methods, "Set Iterator", &rt->set_iterator_prototype);
}
