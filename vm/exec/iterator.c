// vm/exec/iterator.c - for-in enumeration and the iteration protocol of for-of, spread and array literals.
#include "vm/exec/iterator.h"

#include "objects/hash-table.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"

// ------------------------------------------------------------------------------------------------------ iteration

bool iterator_open(VM *vm, Handle iterable, Slot iterator) {
  if (value_is_array(*iterable) && runtime(vm)->array_iterator_protected &&
      value_same(object_prototype(vm, iterable), runtime(vm)->array_prototype)) {
    bool own;
    TRY(has_own_property(vm, iterable, VM_SYMBOL(vm, iterator), &own));
    if (!own) {
      iterator[0] = *iterable;
      iterator[1] = value_int(0);
      return true;
    }
  }
  ROOTS(vm, iterable, method);
  r.iterable = *iterable;
  if (value_is_nullish(r.iterable)) return throw_not_iterable(vm, &r.iterable);
  TRY(get(vm, &r.iterable, VM_SYMBOL(vm, iterator), &r.method));
  if (!value_is_callable(r.method)) return throw_not_iterable(vm, &r.iterable);
  return iterator_open_with(vm, &r.iterable, &r.method, iterator);
}

bool iterator_open_with(VM *vm, Handle iterable, Handle method, Slot iterator) {
  Runtime *rt = runtime(vm);
  if (rt->array_iterator_protected &&
      ((value_is_array(*iterable) && value_same(*method, rt->array_values)) ||
       (value_is_kind(*iterable, KIND_TYPED_ARRAY) && typed_array_length(iterable) < INT32_MAX &&
        value_same(*method, rt->typed_array_values)))) {
    iterator[0] = *iterable;
    iterator[1] = value_int(0);
    return true;
  }
  ROOTS(vm, object, next);
  TRY(vm_call(vm, method, iterable, 0, NULL, &r.object));
  if (!value_is_object(r.object)) { return throw_type(vm, "Result of the Symbol.iterator method is not an object"); }
  TRY(get(vm, &r.object, VM_NAME(vm, next), &r.next));
  iterator[0] = r.object;
  iterator[1] = value_is_int(r.next) ? value_double(value_as_int(r.next)) : r.next;  // an integer is an array's index
  return true;
}

static bool array_step(VM *vm, Slot iterator, Slot value, bool *done) {
  double index = value_as_int(iterator[1]);
  bool typed = value_is_kind(iterator[0], KIND_TYPED_ARRAY);
  *done = index >= (typed ? typed_array_length(&iterator[0]) : array_length(&iterator[0]));
  if (*done) {
    iterator[0] = iterator[1] = VALUE_UNDEFINED;
    return true;
  }
  iterator[1] = value_int((int32_t)index + 1);
  if (typed) {
    *value = typed_array_get(iterator[0], (size_t)index);
    return true;
  }
  ROOTS(vm, element);
  TRY(get_index(vm, &iterator[0], index, &r.element));
  *value = r.element;
  return true;
}

bool iterator_step(VM *vm, Slot iterator, Slot value, bool *done) {
  if (value_is_int(iterator[1])) return array_step(vm, iterator, value, done);
  ROOTS(vm, result, flag);
  if (UNLIKELY(!value_is_callable(iterator[1]))) return throw_not_function(vm, &iterator[1]);
  TRY(vm_call(vm, &iterator[1], &iterator[0], 0, NULL, &r.result));
  if (!value_is_object(r.result)) return throw_type(vm, "Iterator result %v is not an object", &r.result);
  TRY(get(vm, &r.result, VM_NAME(vm, done), &r.flag));
  *done = to_boolean(r.flag);
  if (*done) return true;
  TRY(get(vm, &r.result, VM_NAME(vm, value), &r.flag));
  *value = r.flag;
  return true;
}

static bool close_method(VM *vm, Slot iterator, Slot method) {
  *method = VALUE_UNDEFINED;
  if (value_is_int(iterator[1]) || !value_is_object(iterator[0])) return true;
  return get_method(vm, &iterator[0], VM_NAME(vm, return_), method);
}

bool iterator_close(VM *vm, Slot iterator) {
  ROOTS(vm, method, result);
  TRY(close_method(vm, iterator, &r.method));
  if (value_is_undefined(r.method)) return true;
  TRY(vm_call(vm, &r.method, &iterator[0], 0, NULL, &r.result));
  if (!value_is_object(r.result)) return throw_type(vm, "Iterator result %v is not an object", &r.result);
  return true;
}

bool iterator_close_quiet(VM *vm, Slot iterator) {
  ROOTS(vm, method, result);
  if (close_method(vm, iterator, &r.method) &&
      (value_is_undefined(r.method) || vm_call(vm, &r.method, &iterator[0], 0, NULL, &r.result))) {
    return true;
  }
  if (vm->exception_uncatchable) return false;
  vm->exception = VALUE_EMPTY;
  return true;
}

bool iterator_close_failed(VM *vm, Slot iterator) {
  ROOTS(vm, exception);
  exception_take(vm, &r.exception);
  TRY(iterator_close_quiet(vm, iterator));
  vm->exception = r.exception;
  return false;
}

bool array_spread(VM *vm, Handle array, Handle iterable) {
  ROOTS(vm, iterator[2], value);
  TRY(iterator_open(vm, iterable, r.iterator));
  if (UNLIKELY(!value_is_int(r.iterator[1]) && !value_is_callable(r.iterator[1])))
    return throw_not_iterable(vm, iterable);
  for (;;) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.value, &done));
    if (done) return true;
    TRY(array_push(vm, array, &r.value));
  }
}

// ---------------------------------------------------------------------------------------------------------- for-in

// The keys are listed when the loop begins; a key that has been deleted since is passed over.
typedef struct Enumerator {
  HeapObject head;
  Field object;
  Field keys;   // array of strings
  Field index;  // integer
  Field shape;  // shape of the object when the keys were listed, if all keys are its own properties and they cannot
                // change under the same shape; or empty
} Enumerator;

// Adds the enumerable keys of one object of the chain, without those that an earlier one has (enumerable or not).
static bool add_level(VM *vm, Handle object, Slot seen, Handle keys) {
  ROOTS(vm, level, key, fields[3]);
  TRY(own_keys(vm, object, KEYS_STRINGS, &r.level));
  uint32_t count = (uint32_t)array_length(&r.level);
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.level, i, &r.key));
    string_internalize(vm, &r.key);
    if (hash_table_find(vm, seen, &r.key) >= 0) continue;
    if (hash_table_live(as_hash_table(seen)) == HASH_TABLE_MAX_LIVE)
      return throw_range(vm, "Set maximum size exceeded");
    hash_table_set(vm, seen, &r.key, &r.key);
    PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
    bool found;
    TRY(get_own_property(vm, object, &r.key, &descriptor, &found));
    if (found && descriptor.enumerable == 1) TRY(array_push(vm, keys, &r.key));
  }
  return true;
}

// True when no object above has an enumerable property, which is nearly always.
static bool chain_has_enumerable(VM *vm, Handle object, bool *out) {
  ROOTS(vm, holder, keys);
  r.holder = object_prototype(vm, object);
  *out = false;
  while (value_is_object(r.holder) && !*out) {
    TRY(own_keys(vm, &r.holder, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    *out = array_length(&r.keys) > 0;
    r.holder = object_prototype(vm, &r.holder);
  }
  return true;
}

static bool all_keys(VM *vm, Handle object, Handle keys) {
  ROOTS(vm, holder, seen);
  hash_table_new(vm, HASH_TABLE_ROOM, HASH_TABLE_OF_KEYS, &r.seen);
  r.holder = *object;
  while (value_is_object(r.holder)) {
    TRY(add_level(vm, &r.holder, &r.seen, keys));
    r.holder = object_prototype(vm, &r.holder);
  }
  return true;
}

static void enumerator_new(VM *vm, Handle object, Handle keys, Handle shape, Slot out) {
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_ENUMERATOR, sizeof(Enumerator));
  fresh->header = header_make(KIND_ENUMERATOR, 0, sizeof(Enumerator) / 8, 0);
  Enumerator *enumerator = (Enumerator *)fresh;
  field_init(&enumerator->object, *object);
  field_init(&enumerator->keys, *keys);
  field_init(&enumerator->index, value_int(0));
  field_init(&enumerator->shape, *shape);
  *out = value_pointer(fresh);
}

bool for_in_prepare(VM *vm, Handle object, Slot out) {
  ROOTS(vm, object, keys, shape);
  if (value_is_nullish(*object)) {
    TRY(array_new(vm, 0, &r.keys));
    r.object = VALUE_UNDEFINED;
    enumerator_new(vm, &r.object, &r.keys, &r.shape, out);
    return true;
  }
  TRY(to_object(vm, object, &r.object));
  bool inherited;
  TRY(chain_has_enumerable(vm, &r.object, &inherited));
  if (inherited) {
    TRY(array_new(vm, 0, &r.keys));
    TRY(all_keys(vm, &r.object, &r.keys));
  } else {
    TRY(own_keys(vm, &r.object, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    Value shape = value_shape(vm, r.object);
    if (!(((Shape *)value_as_object(shape))->flags & (SHAPE_DICTIONARY | SHAPE_PROTOTYPE))) r.shape = shape;
  }
  enumerator_new(vm, &r.object, &r.keys, &r.shape, out);
  return true;
}

static bool key_still_there(VM *vm, Handle enumerator, Handle key, bool *out) {
  ROOTS(vm, object);
  r.object = field_get(&as_enumerator(enumerator)->object);
  Value shape = field_get(&as_enumerator(enumerator)->shape);
  uint32_t index;
  *out = true;
  // a name cannot have gone while the shape is the same; an index can
  if (value_is_pointer(shape) && value_same(shape, value_shape(vm, r.object)) && !string_as_index(vm, key, &index)) {
    return true;
  }
  return has_property(vm, &r.object, key, out);
}

bool for_in_next(VM *vm, Handle enumerator, Slot key, bool *done) {
  ROOTS(vm, enumerator, keys, key);
  r.enumerator = *enumerator;
  r.keys = field_get(&as_enumerator(&r.enumerator)->keys);
  uint32_t length = (uint32_t)array_length(&r.keys);
  for (;;) {
    uint32_t index = (uint32_t)value_as_int(field_get(&as_enumerator(&r.enumerator)->index));
    *done = index >= length;
    if (*done) return true;
    field_init(&as_enumerator(&r.enumerator)->index, value_int((int32_t)index + 1));
    r.key = field_get(&((Elements *)value_as_object(as_array(&r.keys)->elements.value_))->values[index]);
    bool there;
    TRY(key_still_there(vm, &r.enumerator, &r.key, &there));
    if (there) break;
  }
  *key = r.key;
  return true;
}
