// builtins/array/array-mutators.c - the methods of Array.prototype that change the array, and their copying twins.
#include "builtins/array/array-access.h"

void elements_move(VM *vm, Elements *elements, uint32_t to, uint32_t from, uint32_t count) {
  memmove(&elements->values[to], &elements->values[from], count * sizeof(Value));
  if (!(heap_object_flags(&elements->head) & HEADER_HAS_POINTERS) || heap_is_young(&elements->head)) return;
  for (uint32_t i = to; i < to + count; i++) {
    heap_write_barrier(vm_heap(vm), &elements->head, &elements->values[i].value_.bits, elements->values[i].value_.bits);
  }
}

bool array_put_length(VM *vm, Handle object, double length) {
  Value value = number(length);
  return put(vm, object, VM_NAME(vm, length), &value);
}

// A fast array, which is extensible, while no prototype has elements: neither holes nor new elements ask one.
static bool has_no_holes_to_see(VM *vm, Handle array) {
  return array_is_fast(vm, array) && runtime(vm)->array_elements_protected;
}

// DeletePropertyOrThrow (7.3.10)
static bool delete_index(VM *vm, Handle object, double index) {
  Value key = number(index);
  bool deleted;
  TRY(delete_property(vm, object, &key, &deleted));
  return deleted || throw_type(vm, "Cannot delete property '%k' of [object Array]", &key);
}

// Element `from` goes to `to`, a hole as a hole (the loop body of shift, unshift, splice, reverse).
static bool move_element(VM *vm, Handle object, double from, double to) {
  ROOTS(vm, item);
  bool found;
  TRY(array_element_if(vm, object, from, &found, &r.item));
  return found ? put_index(vm, object, to, &r.item) : delete_index(vm, object, to);
}

// 23.1.3.23
static bool array_push_method(VM *vm, const Args *args, Slot out) {
  if (LIKELY(value_is_array(*args->self) && has_no_holes_to_see(vm, args->self))) {
    for (uint32_t i = 0; i < args->argc; i++) TRY(array_push(vm, args->self, &args->values[i]));
    *out = field_get(&as_array(args->self)->length);
    return true;
  }
  ROOTS(vm, object);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length + args->argc > MAX_LENGTH) {
    return throw_type(vm,
                      "Pushing %u elements on an array-like of length %s is disallowed, as the total surpasses 2**53-1",
                      args->argc, "9007199254740991");
  }
  for (uint32_t i = 0; i < args->argc; i++) TRY(put_index(vm, &r.object, length++, &args->values[i]));
  *out = number(length);
  return array_put_length(vm, &r.object, length);
}

static bool array_push_leaf(VM *vm, const Value *self, uint32_t argc, Value *out) {
  if (argc != 1 || !has_no_holes_to_see(vm, self)) return false;
  JSArray *array = as_array(self);  // no allocation here
  Elements *elements = (Elements *)value_as_object(field_get(&array->elements));
  uint32_t length = (uint32_t)array_length(self);
  if (length >= elements->capacity || elements_are_shared(elements)) return false;
  elements_set(vm, elements, length, self[1]);
  *out = number_uint32(length + 1);
  field_init(&array->length, *out);
  return true;
}

// Whether the short ways of pop and shift do: an empty array may have a length that cannot be written.
static bool may_shrink(VM *vm, Handle array) {
  return value_is_array(*array) && has_no_holes_to_see(vm, array) &&
         !value_same(field_get(&as_array(array)->length), value_int(0));
}

// Of a fast array.
static uint32_t fast_length(Handle array) {
  Value length = field_get(&as_array(array)->length);
  return LIKELY(value_is_int(length)) ? (uint32_t)value_as_int(length) : (uint32_t)value_as_number(length);
}

// 23.1.3.22
static bool array_pop(VM *vm, const Args *args, Slot out) {
  if (LIKELY(may_shrink(vm, args->self))) {
    TRY(elements_make_own(vm, args->self));
    JSArray *array = as_array(args->self);  // no allocation here
    uint32_t length = fast_length(args->self);
    Elements *elements = (Elements *)value_as_object(field_get(&array->elements));
    Value last = field_get(&elements->values[length - 1]);
    field_init(&elements->values[length - 1], VALUE_EMPTY);
    field_init(&array->length, number_uint32(length - 1));
    if (UNLIKELY(elements->capacity >= LEAST_ROOM_GIVEN_BACK && length <= elements->capacity / 4)) {
      elements_shorten(vm, args->self, length, length - 1);
    }
    *out = value_is_empty(last) ? VALUE_UNDEFINED : last;
    return true;
  }
  ROOTS(vm, object);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length == 0) return array_put_length(vm, &r.object, 0);
  TRY(get_index(vm, &r.object, length - 1, out));
  TRY(delete_index(vm, &r.object, length - 1));
  return array_put_length(vm, &r.object, length - 1);
}

// 23.1.3.27
static bool array_shift(VM *vm, const Args *args, Slot out) {
  if (LIKELY(may_shrink(vm, args->self))) {
    TRY(elements_make_own(vm, args->self));
    uint32_t length = fast_length(args->self);
    Elements *elements = fast_elements_of(vm, args->self);  // no allocation from here on
    Value first = field_get(&elements->values[0]);
    elements_move(vm, elements, 0, 1, length - 1);
    elements_shorten(vm, args->self, length, length - 1);
    field_init(&as_array(args->self)->length, number_uint32(length - 1));
    *out = value_is_empty(first) ? VALUE_UNDEFINED : first;
    return true;
  }
  ROOTS(vm, object);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length == 0) return array_put_length(vm, &r.object, 0);
  TRY(get_index(vm, &r.object, 0, out));
  for (double i = 1; i < length; i++) TRY(move_element(vm, &r.object, i, i - 1));
  TRY(delete_index(vm, &r.object, length - 1));
  return array_put_length(vm, &r.object, length - 1);
}

// Opens (or closes) a gap in a fast array: the elements from `from` on go to `to`.
static bool shift_tail(VM *vm, Handle array, double from, double to, double length) {
  double new_length = length + (to - from);
  if (has_no_holes_to_see(vm, array) && new_length < 1e8 && is_extensible(vm, array)) {
    if (new_length > fast_elements_of(vm, array)->capacity) {
      TRY(elements_reserve(vm, array, (uint32_t)(new_length + new_length / 2 + 16)));
    }
    TRY(elements_make_own(vm, array));
    // no allocation while it is used
    Elements *elements = (Elements *)value_as_object(field_get(&as_array(array)->elements));
    elements_move(vm, elements, (uint32_t)to, (uint32_t)from, (uint32_t)(length - from));
    if (new_length < length) elements_shorten(vm, array, (uint32_t)length, (uint32_t)new_length);
    field_init(&as_array(array)->length, number(new_length));
    return true;
  }
  if (to < from) {
    for (double i = from; i < length; i++) TRY(move_element(vm, array, i, i + (to - from)));
    for (double i = length; i > new_length; i--) TRY(delete_index(vm, array, i - 1));
  } else {
    for (double i = length; i > from; i--) TRY(move_element(vm, array, i - 1, i - 1 + (to - from)));
  }
  return true;
}

// 23.1.3.37
static bool array_unshift(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (args->argc > 0) {
    if (length + args->argc > MAX_LENGTH) return throw_type(vm, "Invalid array length");
    TRY(shift_tail(vm, &r.object, 0, args->argc, length));
    for (uint32_t i = 0; i < args->argc; i++) TRY(put_index(vm, &r.object, i, &args->values[i]));
  }
  *out = number(length + args->argc);
  return array_put_length(vm, &r.object, length + args->argc);
}

static bool splice_bounds(VM *vm, const Args *args, double length, double *start, double *deleted) {
  TRY(to_relative_index(vm, arg(args, 0), length, 0, start));
  *deleted = 0;
  if (args->argc == 1) *deleted = length - *start;
  if (args->argc > 1) {
    TRY(to_integer(vm, arg(args, 1), deleted));
    *deleted = fmin(fmax(*deleted, 0), length - *start);
  }
  return true;
}

// 23.1.3.31
static bool array_splice(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, removed, item);
  double length, start, count;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(splice_bounds(vm, args, length, &start, &count));
  uint32_t added = args->argc > 2 ? args->argc - 2 : 0;
  if (length + added - count > MAX_LENGTH) return throw_type(vm, "Invalid array length");
  TRY(array_species(vm, &r.object, &r.removed));
  TRY(array_construct(vm, &r.removed, count, &r.removed));
  for (double i = 0; i < count; i++) {
    bool found;
    TRY(array_element_if(vm, &r.object, start + i, &found, &r.item));
    if (found) TRY(define_index(vm, &r.removed, i, &r.item));
  }
  TRY(array_put_length(vm, &r.removed, count));
  if (added != count) TRY(shift_tail(vm, &r.object, start + count, start + added, length));
  for (uint32_t i = 0; i < added; i++) TRY(put_index(vm, &r.object, start + i, &args->values[2 + i]));
  *out = r.removed;
  return array_put_length(vm, &r.object, length - count + added);
}

// 23.1.3.26
static bool array_reverse(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, low, high);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  for (double i = 0, j = length - 1; i < j; i++, j--) {
    bool has_low, has_high;
    TRY(array_element_if(vm, &r.object, i, &has_low, &r.low));
    TRY(array_element_if(vm, &r.object, j, &has_high, &r.high));
    if (has_high) TRY(put_index(vm, &r.object, i, &r.high));
    else if (has_low) TRY(delete_index(vm, &r.object, i));
    if (has_low) TRY(put_index(vm, &r.object, j, &r.low));
    else if (has_high) TRY(delete_index(vm, &r.object, j));
  }
  *out = r.object;
  return true;
}

// 23.1.3.7
static bool array_fill(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  double length, start, end;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(to_relative_index(vm, arg(args, 1), length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 2), length, length, &end));
  bool is_plain = has_no_holes_to_see(vm, &r.object) && is_extensible(vm, &r.object);
  if (is_plain) TRY(elements_make_own(vm, &r.object));
  Elements *fast = is_plain ? fast_elements_of(vm, &r.object) : NULL;
  for (double i = start; i < end; i++) {
    if (fast) elements_set(vm, fast, (uint32_t)i, *arg(args, 0));  // no allocation in this branch
    else TRY(put_index(vm, &r.object, i, arg(args, 0)));
  }
  *out = r.object;
  return true;
}

// 23.1.3.4
static bool array_copy_within(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  double length, to, from, end;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &to));
  TRY(to_relative_index(vm, arg(args, 1), length, 0, &from));
  TRY(to_relative_index(vm, arg(args, 2), length, length, &end));
  double count = fmin(end - from, length - to);
  bool backwards = from < to && to < from + count;
  for (double i = 0; i < count; i++) {
    double at = backwards ? count - 1 - i : i;
    TRY(move_element(vm, &r.object, from + at, to + at));
  }
  *out = r.object;
  return true;
}

// ----------------------------------------------------------------------------------------------------- copying twins

// 23.1.3.33
static bool array_to_reversed(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, result, item);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length > MAX_ARRAY_LENGTH) return throw_range(vm, "Invalid array length");
  TRY(array_new(vm, 0, &r.result));
  for (double i = length - 1; i >= 0; i--) {
    TRY(array_element(vm, &r.object, i, &r.item));
    TRY(array_push(vm, &r.result, &r.item));
  }
  *out = r.result;
  return true;
}

static bool append_elements(VM *vm, Handle target, Handle source, double from, double to) {
  ROOTS(vm, item);
  for (double i = from; i < to; i++) {
    TRY(array_element(vm, source, i, &r.item));
    TRY(array_push(vm, target, &r.item));
  }
  return true;
}

// 23.1.3.35
static bool array_to_spliced(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, result);
  double length, start, count;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(splice_bounds(vm, args, length, &start, &count));
  uint32_t added = args->argc > 2 ? args->argc - 2 : 0;
  if (length - count + added > MAX_LENGTH) return throw_type(vm, "Invalid array length");
  if (length - count + added > MAX_ARRAY_LENGTH) return throw_range(vm, "Invalid array length");
  TRY(array_new(vm, 0, &r.result));
  TRY(append_elements(vm, &r.result, &r.object, 0, start));
  for (uint32_t i = 0; i < added; i++) TRY(array_push(vm, &r.result, &args->values[2 + i]));
  TRY(append_elements(vm, &r.result, &r.object, start + count, length));
  *out = r.result;
  return true;
}

// 23.1.3.39
static bool array_with(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, result);
  double length, index;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(to_integer(vm, arg(args, 0), &index));
  if (index < 0) index += length;
  if (index < 0 || index >= length) return throw_range(vm, "Invalid index : %v", arg(args, 0));
  if (length > MAX_ARRAY_LENGTH) return throw_range(vm, "Invalid array length");
  TRY(array_new(vm, 0, &r.result));
  TRY(append_elements(vm, &r.result, &r.object, 0, index));
  TRY(array_push(vm, &r.result, arg(args, 1)));
  TRY(append_elements(vm, &r.result, &r.object, index + 1, length));
  *out = r.result;
  return true;
}

// clang-format off
static const Builtin methods[] = {
    METHOD("copyWithin", array_copy_within, 2), METHOD("fill", array_fill, 1),
    METHOD("pop", array_pop, 0),                LEAF_METHOD("push", array_push_method, 1, array_push_leaf),
    METHOD("reverse", array_reverse, 0),        METHOD("shift", array_shift, 0),
    METHOD("splice", array_splice, 2),          METHOD("toReversed", array_to_reversed, 0),
    METHOD("toSpliced", array_to_spliced, 2),   METHOD("unshift", array_unshift, 1),
    METHOD("with", array_with, 2)
};
// clang-format on

void install_array_mutators(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
