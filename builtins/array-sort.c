// builtins/array-sort.c - Array.prototype.sort and toSorted (ECMA-262 sections 23.1.3.30, 23.1.3.34).
//
// The values are copied to a list, undefined and holes counted apart; a bottom-up merge sort, which is stable, works on
// the list and a second one, both Elements, which the comparator cannot see.
#include "builtins/array-access.h"

static bool sort_text(VM *vm, Handle value, Slot out) {
  if (value_is_string(*value)) {
    *out = *value;
    return true;
  }
  return to_string(vm, value, out);
}

// How the order of two values is decided; without a function by their texts.
static bool compare_values(VM *vm, const RepeatedCall *function, Slot pair, double *order) {
  ROOTS(vm, x, y);
  if (value_is_undefined(*function->callee)) {
    TRY(sort_text(vm, &pair[0], &r.x));
    TRY(sort_text(vm, &pair[1], &r.y));
    *order = string_compare(vm, &r.x, &r.y);
    return true;
  }
  TRY(repeated_call(vm, function, pair, &r.x));
  if (LIKELY(value_is_int(r.x))) {
    *order = value_as_int(r.x);
    return true;
  }
  TRY(to_number(vm, &r.x, order));
  if (isnan(*order)) *order = 0;
  return true;
}

static Value list_get(Handle list, uint32_t i) {
  return field_get(&((Elements *)value_as_object(field_get(&as_array(list)->elements)))->values[i]);
}
static void list_set(VM *vm, Handle list, uint32_t i, Value value) {
  elements_set(vm, (Elements *)value_as_object(field_get(&as_array(list)->elements)), i, value);
}

static bool merge(VM *vm, const RepeatedCall *function, Handle from, Handle to, uint32_t low, uint32_t middle, uint32_t high) {
  ROOTS(vm, pair[2]);
  uint32_t i = low, j = middle, k = low;
  while (i < middle && j < high) {
    double order;
    r.pair[0] = list_get(from, i);
    r.pair[1] = list_get(from, j);
    TRY(compare_values(vm, function, r.pair, &order));
    list_set(vm, to, k++, order <= 0 ? list_get(from, i++) : list_get(from, j++));
  }
  while (i < middle) list_set(vm, to, k++, list_get(from, i++));
  while (j < high) list_set(vm, to, k++, list_get(from, j++));
  return true;
}

#define RUN 8  // sorted by insertion first

static bool insertion_sort(VM *vm, const RepeatedCall *function, Handle list, uint32_t low, uint32_t high) {
  ROOTS(vm, pair[2]);
  for (uint32_t i = low + 1; i < high; i++) {
    r.pair[1] = list_get(list, i);
    uint32_t j = i;
    for (; j > low; j--) {
      double order;
      r.pair[0] = list_get(list, j - 1);
      TRY(compare_values(vm, function, r.pair, &order));
      if (order <= 0) break;
      list_set(vm, list, j, r.pair[0]);
    }
    list_set(vm, list, j, r.pair[1]);
  }
  return true;
}

static bool sort_list(VM *vm, Handle comparator, Slot list, uint32_t count) {
  ROOTS(vm, other, swap);
  RepeatedCall call;
  repeated_call_begin(vm, &call, comparator, &undefined_value_, 2);
  TRY(array_new(vm, count, &r.other));
  for (uint32_t low = 0; low < count; low += RUN) {
    TRY(insertion_sort(vm, &call, list, low, low + RUN < count ? low + RUN : count));
  }
  for (uint64_t width = RUN; width < count; width *= 2) {
    for (uint64_t low = 0; low < count; low += 2 * width) {
      uint64_t middle = low + width < count ? low + width : count, high = low + 2 * width < count ? low + 2 * width : count;
      TRY(merge(vm, &call, list, &r.other, (uint32_t)low, (uint32_t)middle, (uint32_t)high));
    }
    r.swap = *list;
    *list = r.other;
    r.other = r.swap;
  }
  return true;
}

static bool check_comparator(VM *vm, Handle function) {
  if (value_is_undefined(*function) || value_is_callable(*function)) return true;
  return throw_type(vm, "The comparison function must be either a function or undefined");
}

// The values that are neither undefined nor holes.
static bool collect(VM *vm, Handle object, double length, bool holes_are_undefined, Slot list, double *undefineds) {
  ROOTS(vm, item);
  TRY(array_new(vm, 0, list));
  *undefineds = 0;
  for (double i = 0; i < length; i++) {
    bool found = true;
    if (holes_are_undefined) TRY(array_element(vm, object, i, &r.item));
    else TRY(array_element_if(vm, object, i, &found, &r.item));
    if (found && value_is_undefined(r.item)) ++*undefineds;
    else if (found) TRY(array_push(vm, list, &r.item));
  }
  return true;
}

static bool array_sort(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, list, item);
  double length, undefineds;
  TRY(check_comparator(vm, arg(args, 0)));
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(collect(vm, &r.object, length, false, &r.list, &undefineds));
  uint32_t count = (uint32_t)array_length(&r.list);
  TRY(sort_list(vm, arg(args, 0), &r.list, count));
  for (uint32_t i = 0; i < count; i++) {
    r.item = list_get(&r.list, i);
    TRY(put_index(vm, &r.object, i, &r.item));
  }
  for (double i = 0; i < undefineds; i++) TRY(put_index(vm, &r.object, count + i, &undefined_value_));
  for (double i = count + undefineds; i < length; i++) {
    bool deleted;
    r.item = number(i);
    TRY(delete_property(vm, &r.object, &r.item, &deleted));
    if (!deleted) return throw_type(vm, "Cannot delete property '%k' of [object Array]", &r.item);
  }
  *out = r.object;
  return true;
}

static bool array_to_sorted(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, list);
  double length, undefineds;
  TRY(check_comparator(vm, arg(args, 0)));
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length > MAX_ARRAY_LENGTH) return throw_range(vm, "Invalid array length");
  TRY(collect(vm, &r.object, length, true, &r.list, &undefineds));
  uint32_t count = (uint32_t)array_length(&r.list);
  TRY(sort_list(vm, arg(args, 0), &r.list, count));
  // the list may be the second one, whose length is right as well
  for (double i = 0; i < undefineds; i++) TRY(array_push(vm, &r.list, &undefined_value_));
  *out = r.list;
  return true;
}

static const Builtin methods[] = {METHOD("sort", array_sort, 1), METHOD("toSorted", array_to_sorted, 1)};

void install_array_sort(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
