// builtins/iterator/iterator.c - %IteratorPrototype% and array iterators (ECMA-262 sections 27.1.2, 23.1.5).
#include "builtins/array/array-access.h"
#include "builtins/builtins.h"
#include "builtins/iterator/iterator.h"
#include "vm/property/typed-array.h"

void iterator_result(VM *vm, Handle value, bool done, Slot out) {
  ROOTS(vm, value, result);
  r.value = *value;
  object_new_from_shape(vm, &runtime(vm)->shape_iterator_result, &r.result);
  JSObject *result = as_object(&r.result);  // fresh; no allocation below
  field_set(vm, result, &result->slots[0], r.value);
  field_set(vm, result, &result->slots[1], value_boolean(done));
  *out = r.result;
}

// {value, done}: every result is born with this shape.
static void create_result_shape(VM *vm) {
  ROOTS(vm, root, next);
  Runtime *rt = runtime(vm);
  shape_root(vm, KIND_OBJECT, &rt->object_prototype, 2, sizeof(JSObject) / sizeof(Value), &r.root);
  shape_add(vm, &r.root, VM_NAME(vm, value), ATTR_ALL, &r.next);
  shape_add(vm, &r.next, VM_NAME(vm, done), ATTR_ALL, &rt->shape_iterator_result);
}

static bool iterator_self(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

void array_iterator_new(VM *vm, Handle target, int mode, Slot out) {
  object_new_kind(vm, KIND_ARRAY_ITERATOR, sizeof(IteratorObject), &runtime(vm)->array_iterator_prototype, out);
  IteratorObject *iterator = as_iterator(out);  // no allocation below
  field_set(vm, iterator, &iterator->target, *target);
  field_init(&iterator->index, value_int(0));
  field_init(&iterator->mode, value_int(mode));
}

static bool make_iterator(VM *vm, const Args *args, int mode, Slot out) {
  ROOTS(vm, target);
  TRY(to_object(vm, args->self, &r.target));
  array_iterator_new(vm, &r.target, mode, out);
  return true;
}
static bool array_keys(VM *vm, const Args *args, Slot out) { return make_iterator(vm, args, ITERATE_KEYS, out); }
static bool array_values(VM *vm, const Args *args, Slot out) { return make_iterator(vm, args, ITERATE_VALUES, out); }
static bool array_entries(VM *vm, const Args *args, Slot out) { return make_iterator(vm, args, ITERATE_ENTRIES, out); }

// 23.1.5.2.1
static bool array_iterator_next(VM *vm, const Args *args, Slot out) {
  if (!value_is_kind(*args->self, KIND_ARRAY_ITERATOR)) {
    return throw_type(vm, "Method Array Iterator.prototype.next called on incompatible receiver %v", args->self);
  }
  ROOTS(vm, target, pair[2], value);
  r.target = field_get(&as_iterator(args->self)->target);
  double length = 0, index = value_as_number(field_get(&as_iterator(args->self)->index));
  if (value_is_kind(r.target, KIND_TYPED_ARRAY)) length = typed_array_length(&r.target);
  else if (value_is_object(r.target)) TRY(get_length(vm, &r.target, &length));
  if (index >= length) {
    field_init(&as_iterator(args->self)->target, VALUE_UNDEFINED);
    iterator_result(vm, &undefined_value_, true, out);
    return true;
  }
  field_init(&as_iterator(args->self)->index, number(index + 1));
  int mode = value_as_int(field_get(&as_iterator(args->self)->mode));
  r.pair[0] = number(index);
  if (mode != ITERATE_KEYS) TRY(array_element(vm, &r.target, index, &r.pair[1]));
  if (mode == ITERATE_ENTRIES) TRY(array_from_values(vm, r.pair, 2, &r.value));
  else r.value = r.pair[mode == ITERATE_VALUES];
  iterator_result(vm, &r.value, false, out);
  return true;
}

static const Builtin iterator_methods[] = {SYMBOL_METHOD(iterator, iterator_self, 0)};
static const Builtin array_iterator_methods[] = {METHOD("next", array_iterator_next, 0)};
static const Builtin array_methods[] = {METHOD("entries", array_entries, 0), METHOD("keys", array_keys, 0),
                                        METHOD("values", array_values, 0)};

void install_iterators(VM *vm) {
  ROOTS(vm, key, values);
  Runtime *rt = runtime(vm);
  create_result_shape(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->iterator_prototype, iterator_methods);
  object_new_with_prototype(vm, &rt->iterator_prototype, &rt->array_iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->array_iterator_prototype, array_iterator_methods);
  define_to_string_tag(vm, &rt->array_iterator_prototype, "Array Iterator");
  DEFINE_BUILTINS(vm, &rt->array_prototype, array_methods);
  // values and [Symbol.iterator] are the same function
  string_internalize_ascii(vm, "values", &r.key);
  if (!get(vm, &rt->array_prototype, &r.key, &r.values) ||
      !define_data(vm, &rt->array_prototype, VM_SYMBOL(vm, iterator), &r.values, ATTR_METHOD)) {
    vm->exception = VALUE_EMPTY;  // cannot happen: nothing of a script has run
  }
  rt->array_values = r.values;
}
