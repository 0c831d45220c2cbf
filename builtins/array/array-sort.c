// builtins/array/array-sort.c - Array.prototype.sort and toSorted (ECMA-262 sections 23.1.3.30, 23.1.3.34).
//
// The values are copied to a list, which the comparator cannot see, undefined and holes counted apart; timsort.c sorts
// it.
#include "builtins/array/array-access.h"
#include "builtins/array/timsort.h"

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
  TRY(timsort(vm, arg(args, 0), &r.list, count));
  for (uint32_t i = 0; i < count; i++) {
    r.item = field_get(&((Elements *)value_as_object(field_get(&as_array(&r.list)->elements)))->values[i]);
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
  TRY(timsort(vm, arg(args, 0), &r.list, count));
  for (double i = 0; i < undefineds; i++) TRY(array_push(vm, &r.list, &undefined_value_));
  *out = r.list;
  return true;
}

static const Builtin methods[] = {METHOD("sort", array_sort, 1), METHOD("toSorted", array_to_sorted, 1)};

void install_array_sort(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
