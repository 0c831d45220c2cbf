// builtins/typed-array-sort.c - %TypedArray%.prototype.sort and toSorted (ECMA-262 sections 23.2.3.29, 23.2.3.34).
//
// Without a function the elements are sorted where they are, as machine numbers.  With one, a stable merge sort works
// on two lists of doubles outside the heap, which the function cannot see.
#include <stdlib.h>

#include "builtins/typed-array.h"

// The order of numbers (23.2.4.7): -0 before 0, NaN last.
#define INTEGER_ORDER(Name, type)                          \
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
#define FLOAT_ORDER(Name, type)                                                                                   \
  static int compare_##Name(const void *a, const void *b) { return compare_doubles(*(const type *)a, *(const type *)b); }
FLOAT_ORDER(Float32, float)
FLOAT_ORDER(Float64, double)

static void sort_numbers(const TypedView *view) {
  static int (*const orders[])(const void *, const void *) = {
      compare_Int8, compare_Uint8, compare_Uint8, compare_Int16, compare_Uint16, compare_Int32, compare_Uint32,
      compare_Float32, compare_Float64,
  };
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

static bool merge(VM *vm, Handle function, const double *from, double *to, size_t low, size_t middle, size_t high) {
  size_t i = low, j = middle, k = low;
  while (i < middle && j < high) {
    double order;
    TRY(compare_by_function(vm, function, from[i], from[j], &order));
    to[k++] = order <= 0 ? from[i++] : from[j++];
  }
  while (i < middle) to[k++] = from[i++];
  while (j < high) to[k++] = from[j++];
  return true;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

// The sorted list is *from afterwards.
static bool merge_sort(VM *vm, Handle function, double **from, double **to, size_t count) {
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t low = 0; low < count; low += 2 * width) {
      TRY(merge(vm, function, *from, *to, low, least(low + width, count), least(low + 2 * width, count)));
    }
    double *swap = *from;
    *from = *to;
    *to = swap;
  }
  return true;
}

static bool sort_by_function(VM *vm, Handle function, const TypedView *view) {
  double *from = malloc((view->length + 1) * sizeof *from), *to = malloc((view->length + 1) * sizeof *to);
  bool ok = from && to;
  if (!ok) throw_range(vm, "Array buffer allocation failed");
  for (size_t i = 0; ok && i < view->length; i++) from[i] = value_as_number(element_load(view->type, view->data, i));
  ok = ok && merge_sort(vm, function, &from, &to, view->length);
  for (size_t i = 0; ok && i < view->length; i++) element_store(view->type, view->data, i, value_double(from[i]));
  free(from);
  free(to);
  return ok;
}

static bool check_comparator(VM *vm, Handle function) {
  if (value_is_undefined(*function) || value_is_callable(*function)) return true;
  return throw_type(vm, "The comparison function must be either a function or undefined");
}

static bool sort(VM *vm, Handle function, const TypedView *view) {
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
