// builtins/typed-array/typed-array-iteration.c - the methods of %TypedArray%.prototype that call a function for each
// element (ECMA-262 section 23.2.3).
#include "builtins/typed-array/typed-array.h"

typedef struct Walk {
  TypedView view;
  Slot arguments;  // item, index, array: rooted by the caller, so that a call lays out nothing anew
  Slot result;
  size_t done;   // elements visited
  size_t index;  // of the one visited last
  bool from_end;
} Walk;

static bool walk_begin(VM *vm, const Args *args, Walk *walk) {
  TRY(typed_array_this(vm, args, &walk->view));
  return value_is_callable(*arg(args, 0)) || throw_type(vm, "%v is not a function", arg(args, 0));
}

// Goes to the next element and calls the function with it; *more is false at the end.
static bool walk_next(VM *vm, const Args *args, Walk *walk, bool *more) {
  *more = walk->done < walk->view.length;
  if (!*more) return true;
  walk->index = walk->from_end ? walk->view.length - 1 - walk->done : walk->done;
  walk->done++;
  walk->arguments[0] = element_load(walk->view.type, walk->view.data, walk->index);
  walk->arguments[1] = number((double)walk->index);
  walk->arguments[2] = *args->self;
  return vm_call(vm, arg(args, 0), arg(args, 1), 3, walk->arguments, walk->result);
}

#define WALK(backwards)                                                                 \
  ROOTS(vm, arguments[3], result, other);                                               \
  Walk walk = {.arguments = r.arguments, .result = &r.result, .from_end = (backwards)}; \
  bool more;                                                                            \
  TRY(walk_begin(vm, args, &walk))

// 23.2.3.15
static bool typed_array_for_each(VM *vm, const Args *args, Slot out) {
  WALK(false);
  (void)out;
  do TRY(walk_next(vm, args, &walk, &more));
  while (more);
  return true;
}

// 23.2.3.22
static bool typed_array_map(VM *vm, const Args *args, Slot out) {
  WALK(false);
  TRY(typed_array_species(vm, args->self, (double)walk.view.length, "map", &r.other));
  for (;;) {
    TRY(walk_next(vm, args, &walk, &more));
    if (!more) break;
    TRY(typed_array_put(vm, &r.other, walk.index, &r.result));
  }
  *out = r.other;
  return true;
}

// 23.2.3.10: what is kept waits in an array, because its number is known only at the end.
static bool typed_array_filter(VM *vm, const Args *args, Slot out) {
  WALK(false);
  TRY(array_new(vm, 0, &r.other));
  for (;;) {
    TRY(walk_next(vm, args, &walk, &more));
    if (!more) break;
    if (to_boolean(r.result)) TRY(array_push(vm, &r.other, &r.arguments[0]));
  }
  double count = array_length(&r.other);
  TRY(typed_array_species(vm, args->self, count, "filter", out));
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.other, i, &r.result));
    TRY(typed_array_put(vm, out, (uint64_t)i, &r.result));
  }
  return true;
}

// 23.2.3.8, 23.2.3.28
static bool every_or_some(VM *vm, const Args *args, bool stop_at, Slot out) {
  WALK(false);
  for (;;) {
    TRY(walk_next(vm, args, &walk, &more));
    if (!more || to_boolean(r.result) == stop_at) break;
  }
  *out = value_boolean(more ? stop_at : !stop_at);
  return true;
}
static bool typed_array_every(VM *vm, const Args *args, Slot out) { return every_or_some(vm, args, false, out); }
static bool typed_array_some(VM *vm, const Args *args, Slot out) { return every_or_some(vm, args, true, out); }

// 23.2.3.11 to 23.2.3.14
static bool find_element(VM *vm, const Args *args, bool from_end, bool want_index, Slot out) {
  WALK(from_end);
  for (;;) {
    TRY(walk_next(vm, args, &walk, &more));
    if (!more || to_boolean(r.result)) break;
  }
  if (want_index) *out = more ? number((double)walk.index) : value_int(-1);
  else if (more) *out = r.arguments[0];
  return true;
}
static bool typed_array_find(VM *vm, const Args *args, Slot out) { return find_element(vm, args, false, false, out); }
static bool typed_array_find_index(VM *vm, const Args *args, Slot out) {
  return find_element(vm, args, false, true, out);
}
static bool typed_array_find_last(VM *vm, const Args *args, Slot out) {
  return find_element(vm, args, true, false, out);
}
static bool typed_array_find_last_index(VM *vm, const Args *args, Slot out) {
  return find_element(vm, args, true, true, out);
}

// 23.2.3.23, 23.2.3.24
static bool reduce(VM *vm, const Args *args, bool from_end, Slot out) {
  ROOTS(vm, arguments[4]);
  TypedView view;
  size_t done = 0;
  TRY(typed_array_this(vm, args, &view));
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "%v is not a function", arg(args, 0));
  r.arguments[0] = *arg(args, 1);
  if (args->argc < 2) {
    if (view.length == 0) return throw_type(vm, "Reduce of empty array with no initial value");
    r.arguments[0] = element_load(view.type, view.data, from_end ? view.length - 1 : 0);
    done = 1;
  }
  for (; done < view.length; done++) {
    size_t index = from_end ? view.length - 1 - done : done;
    r.arguments[1] = element_load(view.type, view.data, index);
    r.arguments[2] = number((double)index);
    r.arguments[3] = *args->self;
    TRY(vm_call(vm, arg(args, 0), &undefined_value_, 4, r.arguments, &r.arguments[0]));
  }
  *out = r.arguments[0];
  return true;
}
static bool typed_array_reduce(VM *vm, const Args *args, Slot out) { return reduce(vm, args, false, out); }
static bool typed_array_reduce_right(VM *vm, const Args *args, Slot out) { return reduce(vm, args, true, out); }

static const Builtin methods[] = {
    METHOD("every", typed_array_every, 1),        METHOD("filter", typed_array_filter, 1),
    METHOD("find", typed_array_find, 1),          METHOD("findIndex", typed_array_find_index, 1),
    METHOD("findLast", typed_array_find_last, 1), METHOD("findLastIndex", typed_array_find_last_index, 1),
    METHOD("forEach", typed_array_for_each, 1),   METHOD("map", typed_array_map, 1),
    METHOD("reduce", typed_array_reduce, 1),      METHOD("reduceRight", typed_array_reduce_right, 1),
    METHOD("some", typed_array_some, 1),
};

void install_typed_array_iteration(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
