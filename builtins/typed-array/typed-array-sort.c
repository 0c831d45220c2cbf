// builtins/typed-array/typed-array-sort.c - %TypedArray%.prototype.sort and toSorted (ECMA-262
// sections 23.2.3.29, 23.2.3.34).
//
// Without a function the elements are sorted where they are, as machine numbers.  With one, a stable merge sort works
// on two lists of doubles outside the heap, which the function cannot see.
#include <stdlib.h>

#include "base/memory.h"
#include "builtins/typed-array/typed-array.h"

// The order of numbers (23.2.4.7): -0 before 0, NaN last.
#define INTEGER_ORDER(Name, type)                           \
  static int compare_##Name(const void *a, const void *b) { \
    type x = *(const type *)a, y = *(const type *)b;        \
    return (x > y) - (x < y);                               \
  }
INTEGER_ORDER(Int8, int8_t)
INTEGER_ORDER(Uint8, uint8_t)
INTEGER_ORDER(Int16, int16_t)
INTEGER_ORDER(Uint16, uint16_t)
INTEGER_ORDER(Int32, int32_t)
INTEGER_ORDER(Uint32, uint32_t)

static int compare_doubles(double x, double y) {
  if (isnan(x) || isnan(y)) return isnan(x) - isnan(y);
  if (x == 0 && y == 0) return (signbit(y) != 0) - (signbit(x) != 0);
  return (x > y) - (x < y);
}
#define FLOAT_ORDER(Name, type)                                 \
  static int compare_##Name(const void *a, const void *b) {     \
    return compare_doubles(*(const type *)a, *(const type *)b); \
  }
FLOAT_ORDER(Float32, float)
FLOAT_ORDER(Float64, double)

static void sort_numbers(const TypedView *view) {
  static int (*const orders[])(const void *, const void *) = {compare_Int8,   compare_Uint8,   compare_Uint8,
                                                              compare_Int16,  compare_Uint16,  compare_Int32,
                                                              compare_Uint32, compare_Float32, compare_Float64};
  if (view->length > 1) qsort(view->data, view->length, element_size(view->type), orders[view->type]);
}

static bool compare_by_function(VM *vm, Handle function, double x, double y, double *order) {
  ROOTS(vm, pair[2], result);
  r.pair[0] = number(x);
  r.pair[1] = number(y);
  TRY(vm_call(vm, function, &undefined_value_, 2, r.pair, &r.result));
  TRY(to_number(vm, &r.result, order));
  if (isnan(*order)) *order = 0;
  return true;
}

// Sorts what stands in `from` and, the same, in `to` between low and high; the result is in `to`.  The function is
// called in V8's order: the left half first, then the right half, then where the two are merged.
static bool merge_sort(VM *vm, Handle function, double *from, double *to, size_t low, size_t high) {
  size_t middle = low + (high - low) / 2, i = low, j = middle, k = low;
  if (middle - low > 1) TRY(merge_sort(vm, function, to, from, low, middle));
  if (high - middle > 1) TRY(merge_sort(vm, function, to, from, middle, high));
  while (i < middle && j < high) {
    double order;
    TRY(compare_by_function(vm, function, from[i], from[j], &order));
    to[k++] = order <= 0 ? from[i++] : from[j++];
  }
  while (i < middle) to[k++] = from[i++];
  while (j < high) to[k++] = from[j++];
  return true;
}

static bool sort_by_function(VM *vm, Handle function, const TypedView *view) {
  double *from = try_malloc((view->length + 1) * sizeof *from), *to = try_malloc((view->length + 1) * sizeof *to);
  bool ok = from && to;
  if (!ok) throw_range(vm, "Array buffer allocation failed");
  for (size_t i = 0; ok && i < view->length; i++)
    from[i] = to[i] = value_as_number(element_load(view->type, view->data, i));
  ok = ok && merge_sort(vm, function, from, to, 0, view->length);
  for (size_t i = 0; ok && i < view->length; i++) element_store(view->type, view->data, i, value_double(to[i]));
  free(from);
  free(to);
  return ok;
}

static bool check_comparator(VM *vm, Handle function) {
  if (value_is_undefined(*function) || value_is_callable(*function)) return true;
  return throw_type(vm, "The comparison function must be either a function or undefined");
}

static bool sort(VM *vm, Handle function, const TypedView *view) {
  if (view->length < 2) return true;
  if (!value_is_undefined(*function)) return sort_by_function(vm, function, view);
  sort_numbers(view);
  return true;
}

static bool typed_array_sort(VM *vm, const Args *args, Slot out) {
  TypedView view;
  TRY(check_comparator(vm, arg(args, 0)));
  TRY(typed_array_this(vm, args, &view));
  *out = *args->self;
  return sort(vm, arg(args, 0), &view);
}

static bool typed_array_to_sorted(VM *vm, const Args *args, Slot out) {
  TypedView view;
  ROOTS(vm, result);
  TRY(check_comparator(vm, arg(args, 0)));
  TRY(typed_array_this(vm, args, &view));
  Handle prototype = &runtime(vm)->typed_array_prototypes[view.type];
  TRY(typed_array_new(vm, view.type, (double)view.length, prototype, &r.result));
  TypedView target = view_object(&r.result);
  elements_convert(&target, 0, &view, 0, view.length);
  TRY(sort(vm, arg(args, 0), &target));
  *out = r.result;
  return true;
}

static const Builtin methods[] = {METHOD("sort", typed_array_sort, 1), METHOD("toSorted", typed_array_to_sorted, 1)};

void install_typed_array_sort(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
